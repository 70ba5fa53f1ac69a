// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "example.hpp"

namespace gineste {

/// A folder with the scenarios of a small race day, which have no course: `races/marathon.yaml` and
/// `races/half.yaml`.
class DayFolder : public ExampleFolder {
  public:
    DayFolder();

    std::filesystem::path write_day(const std::string& text) const {
        return write("races/day.yaml", text);
    }
};

/// A small race day that is right, using every key of its own.
std::string day_text();

/// That day with the first `from` replaced by `to`; the test fails where there is none.
std::string day_with(const std::string& from, const std::string& to);

/// A day of two races that have no routes.
std::string matched_day_text();

/// A scenario without a course, whose only gun is at `gun`.
std::string courseless_text(const std::string& name, const std::string& gun);

}  // namespace gineste
