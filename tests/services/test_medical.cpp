// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "services/medical.hpp"

namespace gineste {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

// Model notes, § 7: 20,000 starters give about 102 encounters, 10 serious, 31 severe collapses
// and 0.1 arrests.
TEST(Medical, ExpectsTheCasesOfTheModelNotes) {
    const std::vector<double> start_s(20'000, 0.0);
    const std::vector<double> end_s(20'000, 7200.0);
    const Exposure nothing{100.0, 60.0, 0, 20'000.0, {}, {}};
    const MedicalRecord record = medical_cover({}, nothing, {start_s, end_s, end_s});
    EXPECT_NEAR(record.encounters.mean, 102.0, 0.5);
    EXPECT_NEAR(record.serious.mean, 10.0, 0.1);
    EXPECT_NEAR(record.collapses.mean, 30.6, 0.1);
    EXPECT_NEAR(record.arrests.mean, 0.12, 0.01);
    EXPECT_EQ(record.arrests.most, 1);  // exp(−0.12) = 0.887 < 0.95
}

TEST(Medical, PoissonQuantileIsTheLeastThatReachesTheLevel) {
    EXPECT_EQ(poisson_quantile(0.0, 0.95), 0);
    EXPECT_EQ(poisson_quantile(0.05, 0.95), 0);  // exp(−0.05) = 0.951
    EXPECT_EQ(poisson_quantile(3.0, 0.95), 6);   // tables: F(5) = 0.916, F(6) = 0.966
    EXPECT_NEAR(poisson_quantile(2000.0, 0.95), 2000.0 + 1.645 * std::sqrt(2000.0), 2.0);
}

// A flat 2 km road and one runner-minute in each segment: the last quarter has its share, and a
// climb weighs as much as it should.
TEST(Medical, LaysTheCasesWhereRunnersAreAndMoreOnTheLastQuarter) {
    const std::vector<double> runner_s(20, 60.0);
    Exposure exposure{100.0, 60.0, 1, 2000.0, runner_s, std::vector<double>(20, 0.0)};
    exposure.grade[0] = 0.06;
    MedicalSpec spec;
    spec.last_quarter_share = 0.6;
    spec.uphill_weight = 3.0;
    const std::vector<double> nobody;
    const MedicalRecord record = medical_cover(spec, exposure, {nobody, {}, {}});
    ASSERT_EQ(record.stretches, 2u);
    ASSERT_EQ(record.slots, 1u);
    // Before km 1.5: 14 flat segments and one of weight 3; ten of the 17 parts lie on the first km
    // with the climb (9 + 3 = 12 of 17).
    EXPECT_NEAR(record.share[0], 0.4 * 12.0 / 17.0, 1e-12);
    EXPECT_NEAR(std::accumulate(record.share.begin(), record.share.end(), 0.0), 1.0, 1e-12);
}

TEST(Medical, FindsTheLargestNumberAtOneTime) {
    const LargestNumber largest =
        largest_number({0.0, 10.0, 20.0, kNever, 30.0}, {15.0, 30.0, kNever, kNever, 40.0});
    EXPECT_EQ(largest.runners, 2u);
    EXPECT_EQ(largest.time_s, 10.0);
}

// RIS = (P2 + E1 + E2)·P/1000; of those beyond 100,000 every other one counts.
TEST(Medical, GivesTheFrenchRatioAndItsDevice) {
    MedicalSpec spec;
    spec.p2 = 0.35;
    spec.e1 = 0.30;
    spec.e2 = 0.25;
    EXPECT_DOUBLE_EQ(rescuer_ratio(spec, 20'000).ris, 18.0);
    EXPECT_EQ(rescuer_ratio(spec, 20'000).device, "DPS-ME");
    EXPECT_EQ(rescuer_ratio(spec, 250).device, "none required");
    EXPECT_EQ(rescuer_ratio(spec, 1250).device, "PAPS");  // RIS 1.125
    EXPECT_EQ(rescuer_ratio(spec, 13'000).device, "DPS-PE");
    EXPECT_EQ(rescuer_ratio(spec, 41'000).device, "DPS-GE");
    EXPECT_DOUBLE_EQ(rescuer_ratio(spec, 140'000).persons, 120'000.0);
}

}  // namespace
}  // namespace gineste
