// SPDX-License-Identifier: Apache-2.0
// Bodies take room: at every step nobody is in, through or off anything.
#include <gtest/gtest.h>

#include <cmath>
#include <unordered_map>

#include "race/starts.hpp"
#include "race/state.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

constexpr double kRounding = 1e-3;  // m

struct Place {
    double chainage_m = 0.0;
    double offset_m = 0.0;
};

struct Faults {
    int overlaps = 0;
    int passes_through = 0;
    int off_road = 0;
    bool any() const { return overlaps + passes_through + off_road > 0; }
};

/// Looks at every pair near enough to matter, after every step.
class Inspector {
  public:
    Inspector(const Scenario& scenario, const Course& course)
        : scenario_(scenario),
          road_(course, scenario.start, scenario.motion.grade, pens_length_m(scenario, 5000)) {}

    void look(const Race::State& state, Faults& faults) {
        const double depth_m = scenario_.motion.body_depth_m - kRounding;
        const double width_m = scenario_.motion.body_width_m - kRounding;
        std::unordered_map<std::uint32_t, Place> now;
        for (std::size_t i = 0; i < state.size(); ++i) {
            const Place here{state.chainage_m(i), double{state.offset_m(i)}};
            const double half_m = road_.half_width_m(here.chainage_m);
            if (std::abs(here.offset_m) + 0.5 * width_m > half_m + 2 * kRounding) ++faults.off_road;
            for (std::size_t j = i; j-- > 0;) {
                const double along_m = state.chainage_m(j) - here.chainage_m;
                if (along_m > 6.0) break;
                const double across_m = std::abs(state.offset_m(j) - here.offset_m);
                if (along_m < depth_m && across_m < width_m) ++faults.overlaps;
                if (went_through(state.runner[i], state.runner[j], across_m, width_m)) {
                    ++faults.passes_through;
                }
            }
            now.emplace(state.runner[i], here);
        }
        before_ = std::move(now);
    }

  private:
    // `behind` was ahead of `ahead` a step ago, and they were in one another's way then and now.
    bool went_through(std::uint32_t behind, std::uint32_t ahead, double across_m,
                      double width_m) const {
        const auto a = before_.find(behind);
        const auto b = before_.find(ahead);
        if (a == before_.end() || b == before_.end()) return false;
        if (a->second.chainage_m <= b->second.chainage_m) return false;
        return across_m < width_m && std::abs(a->second.offset_m - b->second.offset_m) < width_m;
    }

    const Scenario& scenario_;
    Road road_;
    std::unordered_map<std::uint32_t, Place> before_;
};

Faults faults_of(const Scenario& scenario, const Course& course) {
    Race race(scenario, course, draw_field(scenario, course), {1, best_instruction_set()});
    Inspector inspector(scenario, course);
    Faults faults;
    while (race.advance() && !faults.any()) inspector.look(race.state(), faults);
    return faults;
}

Scenario mixed_crowd(int runners) {
    Scenario scenario = test::plain_scenario(runners, 3.0);
    scenario.field.speed_mps = {3.0, 0.6, 1.4, 5.5};
    return scenario;
}

void expect_none(const Faults& faults) {
    EXPECT_EQ(faults.overlaps, 0);
    EXPECT_EQ(faults.passes_through, 0);
    EXPECT_EQ(faults.off_road, 0);
}

TEST(Bodies, StayApartInAMixedMassStart) {
    expect_none(faults_of(mixed_crowd(1500), straight_course(1200.0, 0.0, 8.0)));
}

TEST(Bodies, StayApartInATightPen) {
    Scenario scenario = mixed_crowd(1500);
    scenario.start.pen_density_per_m2 = 3.0;
    expect_none(faults_of(scenario, straight_course(600.0, 0.0, 14.0)));
}

TEST(Bodies, StayApartAndOnTheRoadAtANarrowing) {
    expect_none(faults_of(mixed_crowd(1500), test::narrowing_course(1000.0, 300.0, 18.0, 4.0)));
}

TEST(Bodies, StayApartAtAStation) {
    Scenario scenario = mixed_crowd(800);
    StationSpec station;
    station.name = "water";
    station.at_m = 500.0;
    station.tables = 3;
    station.volunteers = 1;
    station.length_m = 30.0;
    scenario.stations = {station};
    expect_none(faults_of(scenario, straight_course(1000.0, 0.0, 6.5)));
}

TEST(Bodies, StayApartDownhillAtSpeed) {
    Scenario scenario = mixed_crowd(800);
    scenario.field.speed_mps = {5.0, 1.0, 2.0, 7.0};
    expect_none(faults_of(scenario, straight_course(1500.0, -0.08, 6.0)));
}

TEST(Bodies, StayApartWithAQuarterSecondStep) {
    Scenario scenario = mixed_crowd(500);
    scenario.step_s = 0.25;
    expect_none(faults_of(scenario, straight_course(600.0, 0.0, 6.0)));
}

}  // namespace
}  // namespace gineste
