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
        value(
            "yield", &MotionSpec::yield_s, d, {Kind::duration, 0.0, 10.0},
            "runners make way, to the right where there is room, for whoever comes up from behind "
            "and would be level within this time; 0: nobody looks back",
            "assumption; what calls of \"on your left\" do"),
        section("walking", &MotionSpec::walking, walking_table(), "when runners walk, how fast"),
    };
}

}  // namespace gineste
