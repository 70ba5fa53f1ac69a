// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "study/compare_text.hpp"
#include "study/measures.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

// One race per value of one measure.
PlanRaces plan_of(const std::string& name, const std::vector<double>& values,
                  const std::string& label = "peak density") {
    PlanRaces plan{name, name + ".yaml", {}};
    for (const double value : values) {
        RaceOutcome race;
        race.measures = {{"peak_density_per_m2", "1/m2", label, value}};
        plan.races.push_back(race);
    }
    return plan;
}

CompareReport report_of(std::vector<PlanRaces> plans) {
    CompareReport report;
    report.comparisons = compare_plans(plans);
    report.plans = std::move(plans);
    return report;
}

// Differences 1, 2, 3: mean 2, sd 1; t(2) = 4.302653 (any table), over sqrt(3).
TEST(Compare, IntervalIsThatOfThePairedDifferences) {
    const auto rows = compare_plans({plan_of("a", {10, 20, 30}), plan_of("b", {11, 22, 33})});
    ASSERT_EQ(rows.size(), 1U);
    const Difference& difference = rows[0].differences.at(0);
    EXPECT_DOUBLE_EQ(difference.paired.mean, 2.0);
    EXPECT_DOUBLE_EQ(difference.paired.sd, 1.0);
    EXPECT_NEAR(difference.interval.half_width(), 4.302653 / std::sqrt(3.0), 1e-6);
    EXPECT_EQ(difference.verdict, Verdict::not_shown);
    // 10² + 11² over 1²
    EXPECT_NEAR(difference.variance_ratio.value(), 221.0, 1e-9);
    // n = 4: 3.182446/2 = 1.59 < 2
    EXPECT_EQ(difference.seeds_needed, 4U);
}

TEST(Compare, SaysLessOrMoreOnlyWhereTheIntervalLeavesZero) {
    const auto rows = compare_plans({plan_of("a", {10, 20, 30, 40}), plan_of("b", {8, 18, 27, 38}),
                                     plan_of("c", {12, 22, 33, 42})});
    EXPECT_EQ(rows[0].differences[0].verdict, Verdict::less);
    EXPECT_EQ(rows[0].differences[1].verdict, Verdict::more);
}

TEST(Compare, PlansThatNeverDifferAreTheSame) {
    const auto rows = compare_plans({plan_of("a", {1, 2, 3}), plan_of("b", {1, 2, 3})});
    EXPECT_EQ(rows[0].differences[0].verdict, Verdict::same);
    EXPECT_FALSE(rows[0].differences[0].seeds_needed);
    EXPECT_FALSE(rows[0].differences[0].variance_ratio);
}

TEST(Compare, NoRatioOfADifferenceThatIsTheSameInEveryRaceButForRounding) {
    const auto rows = compare_plans({plan_of("a", {0.1, 0.2, 0.3}), plan_of("b", {1.1, 1.2, 1.3})});
    EXPECT_EQ(rows[0].differences[0].verdict, Verdict::more);
    EXPECT_FALSE(rows[0].differences[0].variance_ratio);
}

TEST(Compare, LeavesOutWhatOnePlanDoesNotHaveOrCallsOtherwise) {
    EXPECT_TRUE(compare_plans({plan_of("a", {1, 2}, "time lost, Wave 1"),
                               plan_of("b", {1, 2}, "time lost, Elite")})
                    .empty());
}

TEST(Compare, LeavesOutReplicationsInWhichItDidNotHappen) {
    const double never = std::numeric_limits<double>::quiet_NaN();
    const auto rows = compare_plans({plan_of("a", {1, never, 3}), plan_of("b", {2, 2, 4})});
    EXPECT_EQ(rows[0].differences[0].paired.count, 2U);
    EXPECT_DOUBLE_EQ(rows[0].differences[0].paired.mean, 1.0);
}

TEST(CompareText, SaysTheVerdictInWords) {
    EXPECT_THAT(
        compare_text(report_of({plan_of("a", {10, 20, 30, 40}), plan_of("b", {8, 18, 27, 38})})),
        HasSubstr("B is better than A in peak density (-2.250 1/m2), and worse in nothing"));
    EXPECT_THAT(compare_text(report_of({plan_of("a", {10, 20}), plan_of("b", {12, 19})})),
                HasSubstr("No difference between A and B is shown."));
}

TEST(CompareText, WarnsWhereTheFieldsDiffer) {
    CompareReport report = report_of({plan_of("a", {1, 2}), plan_of("b", {1, 2})});
    EXPECT_THAT(compare_text(report), Not(HasSubstr("do not have the same runners")));
    report.same_runners = false;
    EXPECT_THAT(compare_text(report), HasSubstr("do not have the same runners"));
}

TEST(CompareJson, HoldsEveryValueAndTheDifference) {
    const auto json = nlohmann::json::parse(
        compare_json(report_of({plan_of("a", {10, 20, 30}), plan_of("b", {11, 22, 33})}), "1.2.3"));
    const auto& plan = json["measures"][0]["plans"][1];
    EXPECT_EQ(plan["values"], nlohmann::json({11.0, 22.0, 33.0}));
    EXPECT_EQ(plan["difference"]["mean"], 2.0);
    EXPECT_EQ(plan["difference"]["verdict"], "not_shown");
    EXPECT_EQ(json["plans"][1]["state_hashes"].size(), 3U);
}

// 2026-12-01: a plan whose crowd went past what the model knows was called a trade.
TEST(Compare, PlanThatCollapsesIsNoTradeAndNeverBetter) {
    const auto plan = [](const std::string& name, double beyond_min, double lost_s) {
        PlanRaces races{name, name + ".yaml", {}};
        for (const double more : {0.0, 0.1, 0.2}) {
            RaceOutcome race;
            race.measures = {{kBeyondModelKey, "runner min", "past", beyond_min + more},
                             {"lost_median_s", "s", "time lost, median", lost_s + more}};
            if (beyond_min == 0.0) race.measures.front().value = 0.0;
            races.races.push_back(race);
        }
        return races;
    };
    const CompareReport report = report_of({plan("calm", 0.0, 90.0), plan("hot", 25.0, 60.0)});
    const std::string text = compare_text(report);
    EXPECT_THAT(text, HasSubstr("COLLAPSE in B"));
    EXPECT_THAT(text, Not(HasSubstr("is a trade")));
    EXPECT_THAT(text, Not(HasSubstr("better\n")));  // in no row of the table either
    const auto json = nlohmann::json::parse(compare_json(report, "1.2.3"));
    EXPECT_FALSE(json["plans"][0]["collapses"]);
    EXPECT_TRUE(json["plans"][1]["collapses"]);
    EXPECT_EQ(json["measures"][0]["plans"][1]["difference"]["verdict"], "more");
    EXPECT_EQ(json["measures"][1]["plans"][1]["difference"]["verdict"], "not_weighed");
}

}  // namespace
}  // namespace gineste
