// SPDX-License-Identifier: Apache-2.0
// The queue before a road that narrows from 18 m to 6.5 m: what it costs all of them together.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

constexpr double kNarrow = 6.5;          // m
constexpr double kNarrowsAt = 1000.0;    // m
constexpr std::size_t kBeforeMark = 5;   // 500 m: no queue comes back so far
constexpr std::size_t kBehindMark = 11;  // 1,100 m

// 3,000 from a line as wide as the road before: more come than 6.5 m take, until all are through.
// Speeds vary little, so that what is lost is lost in the queue.
Scenario mass_start_into_a_narrowing(std::uint64_t seed) {
    Scenario scenario = test::plain_scenario(3000, 3.0);
    scenario.seed = scenario.behaviour_seed = seed;
    scenario.field.speed_mps = {3.0, 0.15, 2.5, 3.5};
    test::set_width(scenario, 18.0);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    return scenario;
}

std::vector<double> sorted_passages_s(const Record& record, std::size_t mark) {
    std::vector<double> times_s;
    const PassageRecord& kept = record.passages;
    for (std::size_t at = mark; at < kept.passage_ms.size(); at += kept.marks) {
        times_s.push_back(1e-3 * kept.passage_ms[at]);
    }
    std::sort(times_s.begin(), times_s.end());
    return times_s;
}

// Time between two marks beyond what each would take alone, all runners together, s.
double delay_between_marks_s(const Record& record, const Field& field) {
    const PassageRecord& kept = record.passages;
    const double apart_m = kept.spacing_m * static_cast<double>(kBehindMark - kBeforeMark);
    double delay_s = 0.0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const std::int32_t* row = &kept.passage_ms[i * kept.marks];
        delay_s += 1e-3 * (row[kBehindMark] - row[kBeforeMark]) -
                   apart_m / static_cast<double>(field.flat_speed_mps[i]);
    }
    return delay_s;
}

// Runners a second out of the queue, between the first tenth of them and the last.
double discharge_per_s(const std::vector<double>& sorted_s) {
    const std::size_t tenth = sorted_s.size() / 10;
    return static_cast<double>(8 * tenth) / (sorted_s[9 * tenth] - sorted_s[tenth]);
}

// A point queue (Newell): each leaves when he arrives or 1/capacity after the one before.
double point_queue_delay_s(const std::vector<double>& arrivals_s, double capacity_per_s) {
    double delay_s = 0.0;
    double leaves_s = 0.0;
    for (const double arrives_s : arrivals_s) {
        leaves_s = std::max(arrives_s, leaves_s + 1.0 / capacity_per_s);
        delay_s += leaves_s - arrives_s;
    }
    return delay_s;
}

TEST(Queue, FromEighteenToSixAndAHalfMetresCostsWhatItsDischargeSays) {
    std::vector<double> agents_h;
    std::vector<double> point_h;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const Scenario scenario = mass_start_into_a_narrowing(seed);
        const Course course = test::narrowing_course(1500.0, kNarrowsAt, 18.0, kNarrow);
        const Field field = draw_field(scenario, course);
        const Record record =
            test::run_watched(scenario, course, field, [](test::Film&, double) {});
        const double capacity = discharge_per_s(sorted_passages_s(record, kBehindMark));
        agents_h.push_back(delay_between_marks_s(record, field) / 3600.0);
        point_h.push_back(point_queue_delay_s(sorted_passages_s(record, kBeforeMark), capacity) /
                          3600.0);
        test::tell(
            "queue at 18 m -> 6.5 m, seed %d: %.2f runner-h lost, point queue of its "
            "discharge (%.2f /s/m) %.2f runner-h",
            static_cast<int>(seed), agents_h.back(), capacity / kNarrow, point_h.back());
    }
    test::tell(
        "queue at 18 m -> 6.5 m: total delay %.2f runner-h, point queue %.2f (law: +- 10 %%)",
        test::mean(agents_h), test::mean(point_h));
    EXPECT_NEAR(test::mean(agents_h), test::mean(point_h), 0.1 * test::mean(point_h));
}

}  // namespace
}  // namespace gineste
