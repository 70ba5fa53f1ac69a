// SPDX-License-Identifier: Apache-2.0
#include "report/clock_json.hpp"

#include "report/local_clock.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kQuarterHour_s = 900.0;  // no zone changes its clock between quarters of an hour

// "…+01:00" at the end of an ISO time, in seconds.
int offset_of(const std::string& iso) {
    const std::string text = iso.substr(iso.size() - 6);
    const int seconds = std::stoi(text.substr(1, 2)) * 3600 + std::stoi(text.substr(4, 2)) * 60;
    return text[0] == '-' ? -seconds : seconds;
}

// From when on, seconds after the first gun, local time is ahead of UTC by how much. From 15 days
// before: a road closes at most 14 days ahead. Posts and coaches go on after the race.
Json offsets(const LocalClock& clock) {
    constexpr double day_s = 86400.0;
    Json list = Json::array();
    for (double time_s = -15.0 * day_s; time_s <= 2.0 * day_s; time_s += kQuarterHour_s) {
        const int offset_s = offset_of(clock.iso(time_s));
        if (list.empty() || list.back()[1] != offset_s) list.push_back({time_s, offset_s});
    }
    return list;
}

}  // namespace

Json clock_json(const std::string& zone, double first_gun_instant_s) {
    const LocalClock clock(zone, first_gun_instant_s);
    return {{"zone", zone},
            {"label", clock.zone_label()},
            {"first_gun_instant_s", first_gun_instant_s},
            {"utc_offsets", offsets(clock)}};
}

}  // namespace gineste
