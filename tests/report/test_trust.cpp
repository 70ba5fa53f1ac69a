// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/findings.hpp"
#include "report/trust.hpp"
#include "report/verdict.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A road of which one cell is as dense as given, at this share of 3 m/s.
Record crowd_of(double density_per_m2, double speed_share) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 7, 4, {density_per_m2, speed_share});
    return record;
}

// 2026-12-01: heat brought 3.3 runners/m², and neither verdict nor compare said what that means.
TEST(BeyondModel, IsAMovingCrowdOverTwoAndAStandingOneOverThree) {
    EXPECT_FALSE(beyond_model(crowd_of(1.9, 0.5)).any());
    EXPECT_TRUE(beyond_model(crowd_of(2.1, 0.5)).any());
    EXPECT_FALSE(beyond_model(crowd_of(2.9, 0.05)).any());
    EXPECT_TRUE(beyond_model(crowd_of(3.3, 0.05)).any());
}

TEST(BeyondModel, SaysWhereWhenAndForHowManyRunnerMinutes) {
    const BeyondModel beyond = beyond_model(crowd_of(2.5, 0.5));
    EXPECT_NEAR(beyond.runner_s, 2.5 * 600.0 * 60.0, 1.0);  // 100 m of 6 m, one minute
    EXPECT_NEAR(beyond.peak_per_m2, 2.5, 0.01);
    EXPECT_EQ(beyond.peak_at_m, 750.0);
    EXPECT_EQ(beyond.from_s, 240.0);
    EXPECT_EQ(beyond.until_s, 300.0);
}

TEST(BeyondModel, StandsFirstInTheVerdict) {
    const Record collapsed = crowd_of(3.3, 0.1);
    const std::string text = verdict(collapsed, find_all(collapsed), Style::plain);
    EXPECT_THAT(text, HasSubstr("COLLAPSE: from 09:04 to 09:05"));
    EXPECT_THAT(text, HasSubstr("3.3 runners/m²"));
    EXPECT_LT(text.find("COLLAPSE"), text.find("Field"));
    const Record calm = crowd_of(0.8, 0.8);
    EXPECT_THAT(verdict(calm, find_all(calm), Style::plain), Not(HasSubstr("COLLAPSE")));
}

}  // namespace
}  // namespace gineste
