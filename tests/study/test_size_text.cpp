// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "study/size_text.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

SizeStudy study() {
    SizeStudy study;
    study.runs = 6;
    StationSize size;
    size.name = "Col de la Gineste";
    size.at_m = 9900.0;
    size.rules = {100, 24, 17};
    size.plan = {20,    20,   60.0, kWithoutEnd, 18000, std::numeric_limits<double>::infinity(),
                 false, false};
    size.outcome = SizeOutcome::met;
    size.enough = {36, 36, 60.0, kWithoutEnd, 19000, 4.25, false, true};
    size.too_few = 34;
    size.enough_once = 36;
    size.most_tables = 600;
    study.stations = {size};
    return study;
}

SizeStudy unsettled() {
    SizeStudy short_study = study();
    StationSize& size = short_study.stations[0];
    size.outcome = SizeOutcome::not_settled;
    size.enough.reset();
    size.too_few = 20;
    return short_study;
}

SizeStudy impossible() {
    SizeStudy study = unsettled();
    study.stations[0].outcome = SizeOutcome::impossible;
    study.stations[0].too_few = study.stations[0].most_tables;
    study.stations[0].enough_once.reset();
    return study;
}

TEST(SizeText, PutsWhatIsEnoughBesideWhatThePlanHas) {
    const std::string text = size_text(study(), "Race");
    EXPECT_THAT(text, HasSubstr("Race · stations, for a wait under 5 s"));
    EXPECT_THAT(text,
                HasSubstr("9.9  Col de la Gineste      20   100      36          20      17      "
                          "36     –  19,000            ∞     4.2   met\n"));
    EXPECT_THAT(text, HasSubstr("Found in 6 races"));
    EXPECT_THAT(text, Not(HasSubstr("settled")));
    EXPECT_THAT(text, Not(HasSubstr("m long")));
}

TEST(SizeText, SaysHowLongAStationHasToBecome) {
    SizeStudy longer = study();
    longer.stations[0].enough->length_m = 101.0;
    EXPECT_THAT(size_text(longer, "Race"),
                HasSubstr("Col de la Gineste is 101 m long with them (planned: 60 m).\n"));
    const auto json = nlohmann::json::parse(size_json(longer, "Race", "1.2.3"));
    EXPECT_EQ(json["stations"][0]["enough"]["length_m"], 101.0);
    EXPECT_EQ(json["stations"][0]["plan"]["length_m"], 60.0);
}

// 2026-12-01: "not settled" stood under a row that said "yes".
TEST(SizeText, SaysNotSettledOrMetAndNeverBoth) {
    const std::string text = size_text(unsettled(), "Race");
    EXPECT_THAT(text, HasSubstr("not settled\n"));
    EXPECT_THAT(text, HasSubstr("Col de la Gineste: not settled in 6 races; 20 tables are too few, "
                                "36 kept to it in one. Allow more with --runs.\n"));
    EXPECT_THAT(text, Not(HasSubstr(" met")));
    EXPECT_THAT(text, Not(HasSubstr("Found")));
}

TEST(SizeText, SaysWhatIsImpossible) {
    const std::string text = size_text(impossible(), "Race");
    EXPECT_THAT(text, HasSubstr("  impossible\n"));
    EXPECT_THAT(text, HasSubstr("impossible; none of the numbers tried, up to the 600 tables that "
                                "its road holds, is enough.\n"));
    EXPECT_THAT(text, Not(HasSubstr(" met")));
}

TEST(SizeJson, HoldsTheSameWithNullForAWaitWithoutEnd) {
    const auto json = nlohmann::json::parse(size_json(study(), "Race", "1.2.3"));
    const auto& station = json["stations"][0];
    EXPECT_EQ(json["outcome"], "met");
    EXPECT_EQ(station["outcome"], "met");
    EXPECT_EQ(station["enough"]["volunteers"], 36);
    EXPECT_EQ(station["enough"]["cups_used"], 19000);
    EXPECT_EQ(station["tables_by_rule"], 100);
    EXPECT_EQ(station["volunteers_by_rate"], 24);
    EXPECT_EQ(station["volunteers_by_erlang"], 17);
    EXPECT_TRUE(station["plan"]["wait_p95_s"].is_null());
    EXPECT_TRUE(station["plan"]["stock"].is_null());
    EXPECT_EQ(json["races"], 6);
}

TEST(SizeJson, HasNothingThatIsEnoughUnlessTheGoalIsMet) {
    for (const SizeStudy& study : {unsettled(), impossible()}) {
        const auto json = nlohmann::json::parse(size_json(study, "Race", "1.2.3"));
        const auto& station = json["stations"][0];
        EXPECT_EQ(json["outcome"], station["outcome"]);
        EXPECT_NE(station["outcome"], "met");
        EXPECT_TRUE(station["enough"].is_null());
    }
}

}  // namespace
}  // namespace gineste
