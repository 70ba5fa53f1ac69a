// SPDX-License-Identifier: Apache-2.0
// A queue forms where more come than can pass, and nowhere else.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/watched_run.hpp"

namespace gineste {
namespace {

double peak_density_per_m2(const Record& record, std::size_t segment) {
    const CongestionRecord& seen = record.congestion;
    double peak = 0.0;
    for (std::size_t k = 0; k < seen.intervals; ++k) {
        peak = std::max(peak, seen.runner_s[segment * seen.intervals + k]);
    }
    const SegmentRecord& road = record.segments[segment];
    return peak / seen.interval_s / (road.to_m - road.from_m) / road.width_m;
}

// Runners per second and metre through a mark, between a tenth and nine tenths of them.
double specific_flow(const Record& record, std::size_t mark, double width_m) {
    std::vector<double> times_s;
    const PassageRecord& passages = record.passages;
    for (std::size_t at = mark; at < passages.passage_ms.size(); at += passages.marks) {
        times_s.push_back(1e-3 * passages.passage_ms[at]);
    }
    std::sort(times_s.begin(), times_s.end());
    const std::size_t tenth = times_s.size() / 10;
    const double taken_s = times_s[9 * tenth] - times_s[tenth];
    return static_cast<double>(8 * tenth) / taken_s / width_m;
}

Scenario pressing_crowd() {
    Scenario scenario = test::plain_scenario(3000, 3.0);
    scenario.field.speed_mps = {3.0, 0.3, 2.0, 4.0};
    scenario.start.line_width_m = 18.0;
    scenario.start.pen_width_m = 18.0;
    scenario.observe.segment_m = 50.0;
    scenario.observe.interval_s = 20.0;
    return scenario;
}

TEST(Bottleneck, AQueueFormsWhereDemandExceedsCapacity) {
    const Record record =
        test::run_watched(pressing_crowd(), test::narrowing_course(1500.0, 600.0, 18.0, 6.0));
    const double before = peak_density_per_m2(record, 11);  // 550-600 m
    const double well_after = peak_density_per_m2(record, 22);
    EXPECT_GT(before, 1.0);
    EXPECT_LT(well_after, before);
    // What passes is what published counts allow: 1.2 to 2.5 runners/s/m (Peckover 2022 and
    // others).
    const double flow = specific_flow(record, 8, 6.0);
    EXPECT_GT(flow, 1.2);
    EXPECT_LT(flow, 2.5);
}

TEST(Bottleneck, NoQueueFormsWhereTheRoadTakesThemAll) {
    Scenario scenario = pressing_crowd();
    scenario.waves[0].entrants = 300;
    const Record record =
        test::run_watched(scenario, test::narrowing_course(1500.0, 600.0, 18.0, 12.0));
    EXPECT_LT(peak_density_per_m2(record, 11), 0.5);
}

TEST(Bottleneck, HalfTheWidthLetsAboutHalfThrough) {
    const auto flow_through = [](double width_m) {
        const Record record = test::run_watched(
            pressing_crowd(), test::narrowing_course(1500.0, 600.0, 18.0, width_m));
        return specific_flow(record, 8, 1.0);
    };
    EXPECT_NEAR(flow_through(3.0) / flow_through(6.0), 0.5, 0.08);
}

}  // namespace
}  // namespace gineste
