// SPDX-License-Identifier: Apache-2.0
// A queue forms where more come than can pass, and nowhere else.
#include <gtest/gtest.h>

#include <algorithm>

#include "motion/capacity.hpp"
#include "support/corridor.hpp"
#include "support/figures.hpp"

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
    test::set_width(scenario, 18.0);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    scenario.observe.segment_m = 10.0;
    scenario.observe.interval_s = 20.0;
    return scenario;
}

TEST(Bottleneck, AQueueFormsWhereDemandExceedsCapacity) {
    const Record record =
        test::run_watched(pressing_crowd(), test::narrowing_course(1500.0, 600.0, 18.0, 6.0));
    const double before = peak_density_per_m2(record, 59);  // 590-600 m
    const double well_after = peak_density_per_m2(record, 111);
    const double flow = specific_flow(record, 8, 6.0);
    const HeadwayLaw law = headway_law(MotionSpec{});
    const double most = capacity_per_s_per_m(law, 3.0);
    // The law's own diagram: where free flow ends, and the queue of so many in 18 m when it is
    // evenly dense. At the edges it is looser.
    const double free_per_m2 = law.density_per_m2(law.queue_speed_mps(0.999 * most));
    const double queue_per_m2 = law.density_per_m2(law.queue_speed_mps(flow * 6.0 / 18.0));
    test::tell(
        "queue before 6 m: %.2f /m2 (law: queue over %.2f, at most %.2f), %.2f /s/m pass of the "
        "law's %.2f, %.2f /m2 well after",
        before, free_per_m2, queue_per_m2, flow, most, well_after);
    EXPECT_GT(before, free_per_m2);
    EXPECT_LE(before, queue_per_m2);
    EXPECT_LT(well_after, free_per_m2);
    // What merges passes less than the law's even flow, and what published counts allow: 1.2 to
    // 2.5 runners/s/m (Peckover 2022 and others).
    EXPECT_GT(flow, 1.2);
    EXPECT_LT(flow, most);
}

TEST(Bottleneck, NoQueueFormsWhereTheRoadTakesThemAll) {
    Scenario scenario = pressing_crowd();
    scenario.waves[0].entrants = 300;
    const Record record =
        test::run_watched(scenario, test::narrowing_course(1500.0, 600.0, 18.0, 12.0));
    EXPECT_LT(peak_density_per_m2(record, 59), 0.5);
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
