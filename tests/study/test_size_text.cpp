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
    study.is_settled = true;
    StationSize size;
    size.name = "Col de la Gineste";
    size.at_m = 9900.0;
    size.by_rate = 24;
    size.plan = {20,    20,   60.0, kWithoutEnd, 18000, std::numeric_limits<double>::infinity(),
                 false, false};
    size.enough = {36, 36, 60.0, kWithoutEnd, 19000, 4.25, false, true};
    study.stations = {size};
    return study;
}

TEST(SizeText, PutsWhatIsEnoughBesideWhatThePlanHas) {
    const std::string text = size_text(study(), "Race");
    EXPECT_THAT(text, HasSubstr("Race · stations, for a wait under 5 s"));
    EXPECT_THAT(text, HasSubstr("9.9  Col de la Gineste      20      36          20       24      "
                                "36     –  19,000            ∞     4.2   yes"));
    EXPECT_THAT(text, Not(HasSubstr("Not settled")));
}

TEST(SizeText, SaysWhenTheSearchWasCutShort) {
    SizeStudy short_study = study();
    short_study.is_settled = false;
    EXPECT_THAT(size_text(short_study, "Race"), HasSubstr("Not settled"));
}

TEST(SizeJson, HoldsTheSameWithNullForAWaitWithoutEnd) {
    const auto json = nlohmann::json::parse(size_json(study(), "Race", "1.2.3"));
    const auto& station = json["stations"][0];
    EXPECT_EQ(station["enough"]["volunteers"], 36);
    EXPECT_EQ(station["enough"]["cups_used"], 19000);
    EXPECT_TRUE(station["plan"]["wait_p95_s"].is_null());
    EXPECT_TRUE(station["plan"]["stock"].is_null());
    EXPECT_EQ(json["races"], 6);
}

}  // namespace
}  // namespace gineste
