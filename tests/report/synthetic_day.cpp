// SPDX-License-Identifier: Apache-2.0
#include "synthetic_day.hpp"

#include <limits>

namespace gineste {
namespace {

constexpr double kNotYet = std::numeric_limits<double>::quiet_NaN();
constexpr double kTenOClock = 1791705600.0;  // 10:00 in Paris on 11 October 2026
constexpr Direction kForward = Direction::forward;
constexpr Direction kBack = Direction::back;

LegRecord leg_of(const char* name, double length_m, Traffic traffic, std::vector<LegPass> passes) {
    LegRecord leg;
    leg.name = name;
    leg.length_m = length_m;
    leg.traffic = traffic;
    leg.passes = std::move(passes);
    leg.peak_density_per_m2 = 0.42;
    leg.peak_at_m = 150.0;
    leg.peak_s = 6000.0;
    return leg;
}

// Two segments in two minutes, of two passes or three.
void fill_cells(LegRecord& leg) {
    leg.segments = leg.intervals = 2;
    leg.segment_m = leg.length_m / 2.0;
    leg.area_m2 = {1234.56F, 1000.0F};
    for (std::size_t k = 0; k < 4 * leg.passes.size(); ++k) {
        leg.runner_s.push_back(k % 3 == 0 ? 0.0F : static_cast<float>(k) + 0.26F);
    }
}

void add_legs(DayRecord& day) {
    day.legs.push_back(leg_of("Old town", 12000.0, Traffic::one_way,
                              {{0, 0, kForward, 0.0, 5.0, 7200.0, 5900, 210.0, {0, 210, 37}}}));
    day.legs.push_back(
        leg_of("Bridge", 400.0, Traffic::separated,
               {{0, 1, kForward, 12000.0, 2200.0, 7300.0, 5880, 180.0, {0, 180}},
                {1, 1, kForward, 1500.0, 5700.0, 9000.0, 17100, 420.0, {0, 0, 420, 33}},
                {0, 4, kForward, 37000.0, 6900.0, 21000.0, 5760, 90.0, {90}}}));
    day.legs.push_back(leg_of("Park of the three fountains", 2500.0, Traffic::shared,
                              {{0, 2, kForward, 12400.0, 2300.0, 8400.0, 5870, 170.0, {12, 170}},
                               {1, 2, kBack, 1900.0, 5790.0, 9900.0, 17080, 300.0, {0, 300}}}));
    fill_cells(day.legs[1]);
    fill_cells(day.legs[2]);
}

void add_meetings(DayRecord& day) {
    day.meetings.push_back({1, 0, 1, true, 5700.0, 100.0, 7320.0, 300.0, 6300.0, 300.0, 0.84,
                            0.1249, 2100, 9050, 17, 12304});
    day.meetings.push_back({2, 0, 1, false, 5760.0, 50.0, 8400.0, 2450.0, 6420.0, 1250.0, 1.3, 0.18,
                            3020, 16900, 0, 0});
    day.meetings.push_back({1, 1, 2, true, 6900.0, 100.0, 9000.0, 300.0, 8100.0, 100.0, 0.61, 0.9,
                            16000, 400, 210, 3});
    day.meetings.push_back(
        {1, 0, 2, true, 6900.0, 100.0, 7320.0, 300.0, 7080.0, 300.0, 0.11, 0.8, 60, 12, 0, 48});
}

void add_places(DayRecord& day) {
    using Kind = PlaceRecord::Kind;
    day.places = {{Kind::start, "start of Marathon", {{0, 0.0, 5.0, 130.0, 260.0, 5900}}},
                  {Kind::named, "Town hall", {{0, 1000.0, 190.0, 480.0, 900.0, 5899}}},
                  {Kind::merge,
                   "Old town + Quay → Bridge",
                   {{0, 12000.0, 2200.0, 4000.0, 7200.0, 5880},
                    {1, 1500.0, 5700.0, 7000.0, 8900.0, 17100},
                    {0, 37000.0, 6900.0, 12000.0, 20800.0, 5760}}},
                  {Kind::joint, "Bridge → Park", {{0, 12400.0, 2300.0, 4100.0, 7300.0, 5880}}},
                  {Kind::crossing, "Market", {{0, 20000.0, 3700.0, 6900.0, 12000.0, 5800}}},
                  {Kind::finish,
                   "finish of Marathon, Half marathon",
                   {{0, 42195.0, 7740.0, 14400.0, 23400.0, 5700},
                    {1, 21097.5, 9300.0, 12600.0, 16800.0, 17000}}},
                  {Kind::named, "Museum", {{1, 3000.0, kNotYet, kNotYet, kNotYet, 0}}}};
}

}  // namespace

DayRecord river_day() {
    DayRecord day;
    day.name = "Half and full marathon of a river town";
    day.file = "somebody/days/river.yaml";
    day.zone = "Europe/Paris";
    day.first_gun_instant_s = kTenOClock;
    day.races = {{"Marathon", "#0072b2", 0.0, 42195.0, 6000, 5900, 5700, 7740.0, 14400.0, 23400.0,
                  12.0, 65.4},
                 {"Half marathon", "", 5400.0, 21097.5, 17500, 17100, 17000, 9300.0, 12600.0,
                  16800.0, 48.0, 191.0}};
    add_legs(day);
    add_meetings(day);
    add_places(day);
    day.merges = {{"Bridge",
                   MergeRule::priority,
                   {{"Old town", 11640, 0.25}, {"Quay", 17100, 0.75}},
                   512.3,
                   6000.0}};
    day.crossings = {{"Market",
                      CrossingRule::gaps,
                      {{"Old town", 5800, 0, kNotYet, kNotYet, 3700.0, 12000.0},
                       {"Quay", 17000, 4210, 11.6, 74.0, 6000.0, 9900.0}},
                      96,
                      0},
                     {"Ferry steps",
                      CrossingRule::none,
                      {{"Old town", 5800, 0, kNotYet, kNotYet, 3900.0, 12300.0},
                       {"Towpath", 300, 0, kNotYet, kNotYet, 4000.0, 5000.0}},
                      0,
                      14}};
    day.remarks = {"No race runs the leg 'Towpath'.",
                   "Runners of both roads came over the crossing 'Ferry steps' in the same 14 "
                   "minutes, and no rule says who waits. Give it 'rule: gaps' or 'rule: pulses'."};
    day.state_hashes = {0x0123456789abcdefU, 0xffU};
    return day;
}

DayRecord empty_day() {
    DayRecord day;
    day.name = "Nobody's day";
    day.file = "nobody.yaml";
    day.races = {{"Ten", "", 0.0, 10000.0, 0, 0, 0, kNotYet, kNotYet, kNotYet, kNotYet, kNotYet}};
    LegRecord leg = leg_of("road", 10000.0, Traffic::one_way,
                           {{0, 0, kForward, 0.0, kNotYet, kNotYet, 0, 0.0, {}}});
    leg.peak_density_per_m2 = 0.0;
    leg.peak_at_m = leg.peak_s = kNotYet;
    day.legs = {leg};
    day.state_hashes = {1};
    return day;
}

}  // namespace gineste
