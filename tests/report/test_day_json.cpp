// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "report/day_json.hpp"
#include "synthetic_day.hpp"

namespace gineste {
namespace {

nlohmann::json day_read(const DayRecord& record) {
    return nlohmann::json::parse(day_json(record, "1.2.3"));
}

TEST(DayJson, HoldsTheMembersOfTheRecordByTheirNames) {
    const nlohmann::json day = day_read(river_day());
    for (const char* path : {"/format",
                             "/version",
                             "/name",
                             "/file",
                             "/zone",
                             "/first_gun",
                             "/complete",
                             "/races/0/colour",
                             "/races/1/median_finish_s",
                             "/races/0/lost_p95_s",
                             "/legs/1/passes/2/peak_per_min",
                             "/legs/1/passes/1/out_per_min/3",
                             "/legs/1/runner_s/11",
                             "/legs/1/area_m2/1",
                             "/legs/1/peak_density_per_m2",
                             "/meetings/0/same_direction",
                             "/meetings/0/first_at_m",
                             "/meetings/3/other_overtakes",
                             "/places/2/passes/1/median_s",
                             "/merges/0/streams/1/busiest_share",
                             "/merges/0/busiest_per_min",
                             "/crossings/0/flows/1/held_most_s",
                             "/crossings/1/at_once",
                             "/remarks/1"}) {
        EXPECT_TRUE(day.contains(nlohmann::json::json_pointer(path))) << path;
    }
    EXPECT_EQ(day["legs"][1]["traffic"], "separated");
    EXPECT_EQ(day["legs"][2]["passes"][1]["direction"], "back");
    EXPECT_EQ(day["places"][2]["kind"], "merge");
    EXPECT_EQ(day["merges"][0]["rule"], "priority");
    EXPECT_EQ(day["crossings"][1]["rule"], "none");
    EXPECT_EQ(day["meetings"][0]["other_overtakes"], 12304);
    EXPECT_EQ(day["state_hashes"][0], "0123456789abcdef");
    EXPECT_EQ(day["state_hashes"][1], "00000000000000ff");
}

TEST(DayJson, TellsTimesOfDayByTheLocalClockToo) {
    const nlohmann::json day = day_read(river_day());
    EXPECT_EQ(day["first_gun"], "2026-10-11T10:00:00+02:00");
    EXPECT_EQ(day["races"][1]["first_gun_s"], 5400.0);
    EXPECT_EQ(day["races"][1]["first_gun_clock"], "11:30:00");
    EXPECT_EQ(day["meetings"][0]["first_clock"], "11:35:00");
    EXPECT_EQ(day["places"][0]["passes"][0]["first_clock"], "10:00:05");
}

TEST(DayJson, WritesNullForWhatNeverHappened) {
    const nlohmann::json day = day_read(empty_day());
    EXPECT_TRUE(day["races"][0]["first_finish_s"].is_null());
    EXPECT_EQ(day["races"][0]["first_finish_clock"], "");
    EXPECT_TRUE(day["legs"][0]["peak_s"].is_null());
    EXPECT_TRUE(day_read(river_day())["crossings"][0]["flows"][0]["held_mean_s"].is_null());
}

TEST(DayJson, RoundsCellsToATenthOfASecond) {
    const nlohmann::json leg = day_read(river_day())["legs"][1];
    EXPECT_EQ(leg["runner_s"][0].dump(), "0");
    EXPECT_EQ(leg["runner_s"][1].dump(), "1.3");
    EXPECT_EQ(leg["area_m2"].dump(), "[1234.6,1000]");
    EXPECT_EQ(leg["runner_s"].size(), 3U * 2U * 2U);
}

TEST(DayJson, TellsWhoLeftALegMinuteByMinute) {
    const nlohmann::json day = day_read(river_day());
    EXPECT_EQ(day["legs"][1]["passes"][1]["out_per_min"].dump(), "[0,0,420,33]");
    EXPECT_EQ(day_read(empty_day())["legs"][0]["passes"][0]["out_per_min"].dump(), "[]");
}

TEST(DayJson, HasALineForEachEntryOfItsLists) {
    const DayRecord record = river_day();
    const std::string text = day_json(record, "1.2.3");
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    const std::size_t entries = record.races.size() + record.legs.size() + record.meetings.size() +
                                record.places.size() + record.merges.size() +
                                record.crossings.size();
    EXPECT_EQ(lines, 2U + 16U + entries + 6U);  // braces, keys, entries, ends of six lists
}

TEST(DayJson, TellsNoFolderOfTheUserAndSurvivesNamesThatAreNotUtf8) {
    DayRecord record = river_day();
    record.name = "Caf\xE9";
    const nlohmann::json day = day_read(record);
    EXPECT_EQ(day["file"], "river.yaml");
    EXPECT_EQ(day["name"], "Caf\uFFFD");
}

TEST(DaySchema, KnowsEveryKeyThatIsWritten) {
    const nlohmann::json schema = nlohmann::json::parse(day_schema());
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    const nlohmann::json day = day_read(river_day());
    for (const auto& [key, value] : day.items()) {
        EXPECT_TRUE(schema["properties"].contains(key)) << key;
    }
}

}  // namespace
}  // namespace gineste
