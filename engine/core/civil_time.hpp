// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

namespace gineste {

/// A day of the calendar.
struct CivilDate {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31
};
bool is_valid(CivilDate date);
/// "2024-10-27"
std::string to_text(CivilDate date);

/// Local wall-clock times of one IANA zone, clock changes included.
class Zone {
  public:
    Zone() = default;  ///< UTC
    /// @throws std::invalid_argument where the zone database has no such name
    explicit Zone(const std::string& iana_name);

    /// Seconds since 1970-01-01 00:00 UTC of a local time, given in seconds after local midnight
    /// (86400 and more is the next day).
    /// @throws std::invalid_argument for a time that the clocks skip or show twice that night
    std::int64_t instant_s(CivilDate date, double seconds_after_midnight) const;

    /// "09:42:10", local, rounded to the nearest second.
    std::string clock_text(double instant_s) const;
    /// "2024-10-27T09:42:10+01:00"
    std::string iso_text(double instant_s) const;
    /// "CET", "CEST": the zone's own abbreviation at that instant.
    std::string abbreviation(double instant_s) const;
    const std::string& name() const { return name_; }

  private:
    std::string name_ = "UTC";
};

}  // namespace gineste
