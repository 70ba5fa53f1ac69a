// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr const char* kTownshend =
    "Townshend et al. 2010, MSSE 42:160: speed disturbed 78 s after a climb, 24 s after a descent; "
    "a third of each";
constexpr const char* kAgents =
    "assumption: a set for the model of Treiber & Chaudhari 2023, arXiv 2310.16816, that gives a "
    "start wave of 1.2 m/s and 1.9-2.1 runners/s/m";
constexpr const char* kFitted =
    "fitted to 2.0-2.5 runners/s/m at 1.1-1.6 /m2 (Ren et al. 2021 on Juelich walkers; Peckover et "
    "al. 2022)";
constexpr const char* kFittedWalkers =
    "fitted to walkers in an open corridor (Juelich data, 571 points): 1.75/s/m at 1.6-1.85 /m2";
constexpr const char* kNotRead =
    "assumption; slower on steeper inclines: Brill & Kram 2021, J Exp Biol 224(3) jeb233056 "
    "(abstract)";
constexpr const char* kWalkers = "assumption: walkers in races at 1.3-1.9 m/s";
constexpr const char* kNoTables = "assumption; volunteers hand out 15-25 cups a minute";

}  // namespace

namespace {

Table<WalkingSpec> walking_table() {
    const WalkingSpec d;
    return {
        choice("gaits", &WalkingSpec::gaits, d,
               {{"run_or_walk", Gaits::run_or_walk}, {"run_only", Gaits::run_only}},
               "whether runners walk where the slope leaves them less than the transition speed",
               "people walk below about 2.0 m/s and run above (PMC8629136)"),
        value("transition_speed", &WalkingSpec::transition_speed_mps, d, {Kind::speed, 0.5, 3.0},
              "running speed under which they walk, on the level and downhill",
              "assumption, just under the 2.0 m/s of PMC8629136"),
        value("transition_fall_mps", &WalkingSpec::transition_fall_mps, d,
              {Kind::number, 0.0, 10.0},
              "m/s by which it falls for each unit of gradient uphill: 2 is 0.2 m/s for 10 %",
              kNotRead),
        value("transition_margin", &WalkingSpec::transition_margin_mps, d, {Kind::speed, 0.0, 1.0},
              "how far below it they begin to walk, and above it run again", "assumption"),
        value("least_speed", &WalkingSpec::least_speed_mps, d, {Kind::speed, 0.3, 3.0},
              "least walking speed, of those whose running speed is not below that", kWalkers),
        value("most_speed", &WalkingSpec::most_speed_mps, d, {Kind::speed, 0.3, 3.0},
              "largest walking speed", kWalkers),
    };
}

}  // namespace

Table<MotionSpec> motion_table() {
    const MotionSpec d;
    return {
        choice("grade", &MotionSpec::grade, d,
               {{"table", GradeLaw::table},
                {"kay", GradeLaw::kay},
                {"minetti", GradeLaw::minetti},
                {"minetti_walking", GradeLaw::minetti_walking}},
               "speed on slopes: measured equal-effort speeds, Kay 2012, or Minetti 2002 at equal "
               "power, of running or, for events that are walked, of walking",
               "equal heart rate of mass runners (Strava 2017); equal power is too fast downhill"),
        value("lag_climb", &MotionSpec::lag_climb_s, d, {Kind::duration, 0.0, 600.0},
              "relaxation time of effort after a climb", kTownshend),
        value("lag_descent", &MotionSpec::lag_descent_s, d, {Kind::duration, 0.0, 600.0},
              "relaxation time of effort after a descent", kTownshend),
        value("acceleration", &MotionSpec::acceleration_mps2, d, {Kind::acceleration, 0.1, 5.0},
              "how fast a runner gains speed", kAgents),
        value("braking", &MotionSpec::braking_mps2, d, {Kind::acceleration, 0.1, 8.0},
              "how fast a runner loses it in comfort", kAgents),
        value("braking_ahead", &MotionSpec::braking_ahead_mps2, d, {Kind::acceleration, 0.1, 20.0},
              "how fast those ahead may stop: the harder, the longer the distance kept at speed",
              kFitted),
        value("time_gap", &MotionSpec::time_gap_s, d, {Kind::duration, 0.1, 3.0},
              "time kept to the runner ahead", kFitted),
        value(
            "time_gap_slower", &MotionSpec::time_gap_slower_s, d, {Kind::duration, 0.0, 1.0},
            "how much longer for each m/s that a runner is slower than 3 m/s, shorter for faster",
            "assumption: 0.5-1.1 s from the first to the last group of ski races (Treiber, Germ & "
            "Kesting 2014)"),
        value("standstill_gap", &MotionSpec::standstill_gap_m, d, {Kind::length, 0.05, 2.0},
              "distance kept to the runner ahead when standing", kFitted),
        value("walking_time_gap", &MotionSpec::walking_time_gap_s, d, {Kind::duration, 0.1, 3.0},
              "time that who walks keeps to the one ahead", kFittedWalkers),
        value("walking_standstill_gap", &MotionSpec::walking_standstill_gap_m, d,
              {Kind::length, 0.01, 2.0},
              "distance that who walks keeps to the one ahead when standing", kFittedWalkers),
        value("body_depth", &MotionSpec::body_depth_m, d, {Kind::length, 0.1, 1.0},
              "a runner from chest to back", kAgents),
        value("body_width", &MotionSpec::body_width_m, d, {Kind::length, 0.2, 1.5},
              "a runner from elbow to elbow", kAgents),
        value("lateral_speed", &MotionSpec::lateral_speed_mps, d, {Kind::speed, 0.1, 3.0},
              "largest speed sideways", "assumption"),
        section("walking", &MotionSpec::walking, walking_table(), "when runners walk, how fast"),
    };
}

namespace {

Table<StationSpec> layout_rows(const StationSpec& d) {
    return {
        value("name", &StationSpec::name, d, {Kind::text}, "name of the station").required(),
        value("at", &StationSpec::at_m, d, {Kind::place, 0.0},
              "its first table; `finish` is after the line")
            .required(),
        choice("kind", &StationSpec::kind, d,
               {{"refreshment", StationKind::refreshment}, {"sponge", StationKind::sponge}},
               "what it gives", "assumption"),
        choice("side", &StationSpec::side, d,
               {{"left", StationSide::left},
                {"right", StationSide::right},
                {"both", StationSide::both}},
               "side of the road, in the direction of running", "assumption"),
        value("length", &StationSpec::length_m, d, {Kind::length, 1.0, 2000.0},
              "from the first table to the last", "assumption: 50-150 m for 20,000 runners"),
        value("tables", &StationSpec::tables, d, {Kind::count, 1.0, 1000.0},
              "tables on each side that is used", "assumption: one for 150-250 runners"),
        value("volunteers", &StationSpec::volunteers, d, {Kind::count, 0.0, 100.0},
              "who hand out, at each table",
              "assumption; one for 100-200 runners seen: Bournemouth 30 for 6,500, Chicago 200 for "
              "40,400"),
        value("cups_per_minute", &StationSpec::cups_per_minute, d, {Kind::rate, 0.1, 200.0},
              "cups that one volunteer hands out", kNoTables),
    };
}

Table<StationSpec> drinker_rows(const StationSpec& d) {
    const std::string qualitative = "assumption: no study has counted them";
    return {
        value("take_share", &StationSpec::take_share, d, {Kind::share, 0.0, 1.0},
              "share of runners who take something; 0.95 in heat",
              "assumption; London 2002: 0.9 bottles for each runner and station"),
        value("extra_cups", &StationSpec::extra_cups, d, {Kind::number, 0.0, 20.0},
              "mean number of cups beyond the first",
              "assumption; 1-2 cups, 3-6 in heat: Chicago 2007"),
        value("grab_share", &StationSpec::grab_share, d, {Kind::share, 0.0, 1.0},
              "share of takers who grab on the run", qualitative),
        value("walk_share", &StationSpec::walk_share, d, {Kind::share, 0.0, 1.0},
              "share of takers who walk through; the others stop", qualitative),
        value("grab_speed_share", &StationSpec::grab_speed_share, d, {Kind::share, 0.1, 1.0},
              "speed while grabbing, as a share of the runner's own", "assumption"),
        value("walk_speed", &StationSpec::walk_speed_mps, d, {Kind::speed, 0.3, 3.0},
              "speed of those who walk", "assumption: 1.4-1.8 m/s"),
        value("stop_median", &StationSpec::stop_median_s, d, {Kind::duration, 0.5, 600.0},
              "median time of those who stop",
              "assumption; walking through with two cups costs about 10 s"),
        value("stop_log_sd", &StationSpec::stop_log_sd, d, {Kind::number, 0.0, 2.0},
              "standard deviation of its logarithm", "assumption"),
        value("drink_zone", &StationSpec::drink_zone_m, d, {Kind::length, 0.0, 500.0},
              "distance that walkers walk on after the table",
              "assumption; 30 m lost by walking with two cups (one runner's measurement)"),
    };
}

}  // namespace

Table<StationSpec> station_table() {
    const StationSpec d;
    Table<StationSpec> table = layout_rows(d);
    const Table<StationSpec> more = drinker_rows(d);
    table.insert(table.end(), more.begin(), more.end());
    return table;
}

}  // namespace gineste
