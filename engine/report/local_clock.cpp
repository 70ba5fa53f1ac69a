// SPDX-License-Identifier: Apache-2.0
#include "report/local_clock.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gineste {
namespace {

Zone zone_of(const std::string& name) { return name.empty() ? Zone() : Zone(name); }

}  // namespace

LocalClock::LocalClock(const Record& record)
    : LocalClock(record.zone, record.first_gun_instant_s) {}

LocalClock::LocalClock(const std::string& zone, double first_gun_instant_s)
    : zone_(zone_of(zone)), first_gun_instant_s_(first_gun_instant_s) {}

std::string LocalClock::second(double time_s) const {
    return std::isfinite(time_s) ? zone_.clock_text(first_gun_instant_s_ + time_s) : "";
}

std::string LocalClock::minute(double time_s) const {
    if (!std::isfinite(time_s)) return "";
    return zone_.clock_text(std::floor(first_gun_instant_s_ + time_s)).substr(0, 5);
}

std::string LocalClock::iso(double time_s) const {
    return std::isfinite(time_s) ? zone_.iso_text(first_gun_instant_s_ + time_s) : "";
}

std::string LocalClock::date() const { return iso(0.0).substr(0, 10); }

std::string LocalClock::zone_label() const { return zone_.abbreviation(first_gun_instant_s_); }

std::string LocalClock::utc_epoch() const {
    const std::string iso_utc = Zone().iso_text(first_gun_instant_s_);
    return iso_utc.substr(0, 10) + " " + iso_utc.substr(11, 8);
}

std::string race_time_text(double duration_s) {
    if (!std::isfinite(duration_s)) return "";
    const long long seconds = std::llround(duration_s);
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string minutes_text(double duration_s) {
    if (!std::isfinite(duration_s)) return "";
    const long long seconds = std::llround(duration_s);
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

}  // namespace gineste
