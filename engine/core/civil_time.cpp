// SPDX-License-Identifier: Apache-2.0
#include "core/civil_time.hpp"

#include <date/date.h>
#include <date/tz.h>

#include <cmath>
#include <stdexcept>

namespace gineste {
namespace {

date::year_month_day calendar_day(CivilDate date) {
    return date::year{date.year} / date::month{static_cast<unsigned>(date.month)} /
           date::day{static_cast<unsigned>(date.day)};
}

date::sys_seconds nearest_second(double instant_s) {
    return date::sys_seconds{std::chrono::seconds{std::llround(instant_s)}};
}

std::string formatted(const std::string& zone, const char* pattern, double instant_s) {
    return date::format(pattern, date::make_zoned(zone, nearest_second(instant_s)));
}

}  // namespace

bool is_valid(CivilDate date) { return calendar_day(date).ok(); }

std::string to_text(CivilDate date) { return date::format("%F", calendar_day(date)); }

Zone::Zone(const std::string& iana_name) : name_(iana_name) {
    try {
        date::locate_zone(iana_name);
    } catch (const std::runtime_error&) {
        throw std::invalid_argument("no time zone is called '" + iana_name + "'");
    }
}

std::int64_t Zone::instant_s(CivilDate date, double seconds_after_midnight) const {
    const auto local = date::local_days{calendar_day(date)} +
                       std::chrono::seconds{std::llround(seconds_after_midnight)};
    const auto info = date::locate_zone(name_)->get_info(local);
    if (info.result == date::local_info::nonexistent) {
        throw std::invalid_argument("the clocks skip that time in " + name_);
    }
    if (info.result == date::local_info::ambiguous) {
        throw std::invalid_argument("the clocks show that time twice in " + name_);
    }
    const auto instant = local.time_since_epoch() - info.first.offset;
    return std::chrono::duration_cast<std::chrono::seconds>(instant).count();
}

std::string Zone::clock_text(double instant_s) const { return formatted(name_, "%T", instant_s); }
std::string Zone::iso_text(double instant_s) const {
    return formatted(name_, "%FT%T%Ez", instant_s);
}
std::string Zone::abbreviation(double instant_s) const { return formatted(name_, "%Z", instant_s); }

}  // namespace gineste
