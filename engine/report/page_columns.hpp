// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

/// The page's long lists of numbers: columns one after another, little-endian, each beginning at a
/// multiple of eight bytes. viz/src/format/columns.ts says what each holds.
class PageColumns {
  public:
    explicit PageColumns(const Record& record);

    /// [{name, type, offset, count}], offset in bytes
    const nlohmann::ordered_json& directory() const { return directory_; }
    const std::string& bytes() const { return bytes_; }

  private:
    template <class T>
    void add(const char* name, const std::vector<T>& values);
    void add_runners(const RunnerRecord& runners);
    void add_passages(const PassageRecord& passages);
    void add_cells(const Record& record);
    void add_profile(const ProfileRecord& profile);

    nlohmann::ordered_json directory_ = nlohmann::ordered_json::array();
    std::string bytes_;
};

/// Times between marks as the page keeps them, in half seconds: each is said as its difference to
/// what the runner's last one and the field's medians lead to expect.
struct PackedPassages {
    std::vector<std::int32_t> start_ms;  ///< over the first mark
    std::vector<std::uint16_t> median;   ///< half seconds from mark k to k + 1
    std::vector<std::uint8_t> low;       ///< mark-major: low and high byte of the zigzag
    std::vector<std::uint8_t> high;      ///< code; 0xFFFF: the runner never got there
};
PackedPassages packed(const PassageRecord& passages);

}  // namespace gineste
