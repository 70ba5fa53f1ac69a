// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "results/result_columns.hpp"
#include "results/result_time.hpp"

namespace gineste {
namespace {

TEST(ResultTime, IsReadAsTimersAndPeopleWriteIt) {
    for (const char* text : {"1:33:45", "01:33:45", "1h33'45", "1h33'45\"", "1h33'45''", "1h33’45”",
                             "1H33mn45", "93'45", "93:45", "1 h 33 min 45 s", "5625"}) {
        EXPECT_EQ(result_time_s(text, BareUnit::seconds), 5625.0) << text;
    }
    EXPECT_EQ(result_time_s("93,75", BareUnit::minutes), 5625.0);
    EXPECT_EQ(result_time_s("1:33:45,2", BareUnit::seconds), 5625.2);
    EXPECT_NEAR(*result_time_s("0.065104166", BareUnit::days), 5625.0, 0.01);
}

TEST(ResultTime, IsNotReadFromWhatIsNone) {
    for (const char* text : {"abc", "1:99:00", "12x", "1h33'45'12"}) {
        EXPECT_FALSE(result_time_s(text, BareUnit::seconds)) << text;
    }
    for (const char* text : {"", "-", "DNF", "Abandon", "non partant"}) {
        EXPECT_TRUE(is_no_time(text)) << text;
    }
}

TEST(SplitHeading, TellsItsDistance) {
    EXPECT_EQ(split_distance_m("5 km"), 5000.0);
    EXPECT_EQ(split_distance_m("10K"), 10000.0);
    EXPECT_EQ(split_distance_m("net_s_05k"), 5000.0);
    EXPECT_EQ(split_distance_m("Passage km 15"), 15000.0);
    EXPECT_EQ(split_distance_m("2,5 km"), 2500.0);
    EXPECT_EQ(split_distance_m("Semi"), 21097.5);
    EXPECT_NEAR(*split_distance_m("13.1 mi"), 21082.4, 0.1);
}

TEST(SplitHeading, IsNeitherPaceNorRank) {
    for (const char* heading : {"Allure 5 km", "pace 10 km", "rank 10k", "Club", "Nom", "km/h"}) {
        EXPECT_FALSE(split_distance_m(heading)) << heading;
    }
}

TEST(ResultColumns, AreKnownInFrenchAndInEnglish) {
    const ResultColumns french = result_columns(
        {"Dossard", "Nom", "Sexe", "SAS", "Décalage", "5 km", "Temps réel", "Temps officiel"});
    const ResultColumns english = result_columns(
        {"bib", "name", "sex", "wave", "start offset", "5k", "net time", "gun time"});
    for (const ResultColumns& columns : {french, english}) {
        EXPECT_EQ(columns.bib, 0u);
        EXPECT_EQ(columns.sex, 2u);
        EXPECT_EQ(columns.wave, 3u);
        ASSERT_EQ(columns.times.size(), 4u);
        EXPECT_EQ(columns.times[0].index, 4u);
        EXPECT_EQ(columns.times[1].at_m, 5000.0);
        EXPECT_EQ(columns.times[2].since, TimeSince::own_start);
        EXPECT_EQ(columns.times[3].since, TimeSince::own_gun);
    }
}

TEST(ResultColumns, TellTheirUnit) {
    const ResultColumns columns =
        result_columns({"net_s_05k", "10 km (min)", "start_s_after_first_gun"});
    ASSERT_EQ(columns.times.size(), 3u);
    EXPECT_EQ(columns.times[0].since, TimeSince::first_gun);
    EXPECT_EQ(columns.times[0].unit, BareUnit::seconds);
    EXPECT_EQ(columns.times[1].unit, BareUnit::seconds);
    EXPECT_EQ(columns.times[2].unit, BareUnit::minutes);
}

}  // namespace
}  // namespace gineste
