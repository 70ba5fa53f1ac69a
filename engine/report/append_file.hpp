// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <filesystem>
#include <string_view>

namespace gineste {

/// A new file that grows line by line and survives its writer: what `append` was given is with the
/// system when it returns, and on the disk a second later at the latest, as long as more comes.
/// All throw OutputError.
class AppendFile {
  public:
    explicit AppendFile(const std::filesystem::path& path);  ///< stage `create` where it is there
    ~AppendFile();
    AppendFile(const AppendFile&) = delete;
    AppendFile& operator=(const AppendFile&) = delete;

    void append(std::string_view bytes);
    void sync();

  private:
    using Clock = std::chrono::steady_clock;
    std::filesystem::path path_;
    int descriptor_ = -1;
    Clock::time_point synced_ = Clock::now();
};

}  // namespace gineste
