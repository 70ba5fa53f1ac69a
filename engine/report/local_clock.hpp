// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "core/civil_time.hpp"
#include "observers/record.hpp"

namespace gineste {

/// Turns simulated time, in seconds after the first gun, into what clocks on the course show.
/// Every answer is empty for NaN: a time that never came.
class LocalClock {
  public:
    explicit LocalClock(const Record& record);
    /// `zone`: IANA name; empty: UTC.
    LocalClock(const std::string& zone, double first_gun_instant_s);

    std::string second(double time_s) const;  ///< "09:42:10"
    std::string minute(double time_s) const;  ///< "09:42", the minute that has begun
    std::string iso(double time_s) const;     ///< "2024-10-27T09:42:10+01:00"
    std::string date() const;                 ///< "2024-10-27", of the first gun
    std::string zone_label() const;           ///< "CET": the abbreviation at the first gun
    /// "2024-10-27 08:00:00", UTC: what netCDF counts from.
    std::string utc_epoch() const;

  private:
    Zone zone_;
    double first_gun_instant_s_ = 0.0;
};

/// "1:03:05", hours without a leading zero; empty for NaN.
std::string race_time_text(double duration_s);
/// "3:05", minutes without a leading zero, over 59 too; empty for NaN.
std::string minutes_text(double duration_s);

}  // namespace gineste
