// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace gineste {

/// SHA-256 of everything added, as 64 hexadecimal digits. Names inputs in reports.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void add(std::string_view bytes);
    std::string hex();  ///< ends the sum: add nothing after it

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace gineste
