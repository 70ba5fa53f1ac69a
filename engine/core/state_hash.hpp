// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <type_traits>

namespace gineste {

/// XXH3-64 of arrays of plain numbers, byte for byte: two states are the same when this is.
class StateHash {
  public:
    StateHash();
    ~StateHash();
    template <class T>
    void add(std::span<const T> values) {
        static_assert(std::is_arithmetic_v<T>);
        add_bytes(values.data(), values.size_bytes());
    }
    std::uint64_t value() const;

  private:
    void add_bytes(const void* bytes, std::size_t count);
    struct Context;
    std::unique_ptr<Context> context_;
};

/// 16 hexadecimal digits.
std::string hash_text(std::uint64_t hash);

}  // namespace gineste
