// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gineste {

/// A zip archive made in memory, deflated, every entry of 1 January 1980: what it holds decides its
/// bytes and nothing else does.
class ZipFile {
  public:
    /// @throws InternalError where zlib refuses (out of memory), or for 4 GB and more
    void add(std::string_view name, std::string_view content);
    std::string take();

  private:
    std::string bytes_;      ///< of the entries
    std::string directory_;  ///< that the archive ends with
    std::size_t entries_ = 0;
};

}  // namespace gineste
