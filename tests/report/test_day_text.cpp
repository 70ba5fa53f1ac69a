// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "report/day_text.hpp"
#include "report/text_table.hpp"
#include "synthetic_day.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string plain(const DayRecord& record) { return day_text(record, Style::plain); }

TEST(DayText, FitsInto100Columns) {
    DayRecord record = river_day();
    record.races[1].name = "Half marathon of the three valleys and their rivers";
    record.legs[1].name = "The bridge that has the longest name of all bridges in town";
    std::istringstream lines(plain(record));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(display_width(line), 100U) << line;
    }
}

TEST(DayText, BeginsWithTheDayAndItsRaces) {
    const std::string text = plain(river_day());
    EXPECT_THAT(text, HasSubstr("Half and full marathon of a river town · 2026-10-11, first gun "
                                "10:00 CEST · 2 races\n"));
    EXPECT_THAT(text, HasSubstr("Half marathon  21.10  11:30   17,500   17,100    17,000"));
    EXPECT_THAT(text, Not(HasSubstr("STOPPED")));
}

TEST(DayText, SaysThatTheRunWasStopped) {
    DayRecord record = river_day();
    record.complete = false;
    EXPECT_THAT(plain(record), HasSubstr("STOPPED before the last runner was in"));
}

TEST(DayText, TellsMeetingsOfTwoRacesFromTheOneThatTheDayNamesFirst) {
    const std::string text = plain(river_day());
    // Of the marathon, whose second time on the bridge comes after the half's first: 10 %.
    EXPECT_THAT(text, HasSubstr("Bridge, 2nd + 1st  11:55–12:30  12:15  0.1  0.61     10       400"
                                "    16,000         3       210"));
    EXPECT_THAT(text, HasSubstr("Bridge, 1st + 1st  11:35–12:02  11:45  0.3  0.84     12     2,100"
                                "     9,050        17    12,304"));
    EXPECT_THAT(text, HasSubstr("Marathon with itself, the same way\n"));
    EXPECT_THAT(text, HasSubstr("Bridge, 1st + 2nd  11:55–12:02"));
    EXPECT_THAT(text, HasSubstr("Marathon and Half marathon, facing\n"));
}

TEST(DayText, ShowsTheDensestMeetingsWhereThereAreMany) {
    DayRecord record = river_day();
    for (int k = 0; k < 20; ++k) {
        record.meetings.push_back(record.meetings[1]);
        record.meetings.back().peak_density_per_m2 = 2.0;
    }
    const std::string text = plain(record);
    EXPECT_THAT(text, HasSubstr("densest 15 of 24, all in day.json"));
    EXPECT_THAT(text, Not(HasSubstr("0.84")));
}

TEST(DayText, TellsMergesCrossingsAndRemarks) {
    const std::string text = plain(river_day());
    EXPECT_THAT(text, HasSubstr("Merges, roads with priority first\n"));
    EXPECT_THAT(text, HasSubstr("Bridge  priority  Old town   11,640           11:40   512"));
    EXPECT_THAT(text, HasSubstr("Market       gaps  Old town    5,800"));
    EXPECT_THAT(text, HasSubstr("Ferry steps  NONE  Old town"));
    EXPECT_THAT(text, HasSubstr("– No race runs the leg 'Towpath'.\n"));
    EXPECT_THAT(text, HasSubstr("no rule\n    says who waits."));
}

TEST(DayText, LeavesJointsWhereNothingHappensOutOfTheTimetable) {
    const std::string text = plain(river_day());
    EXPECT_THAT(text, Not(HasSubstr("Bridge → Park")));
    EXPECT_THAT(text, HasSubstr("Old town + Quay → Bridge"));
    EXPECT_THAT(text, HasSubstr("Museum"));
}

TEST(DayText, CutsALongTimetableAndSaysSo) {
    DayRecord record = river_day();
    for (int k = 0; k < 40; ++k) record.places.push_back(record.places[1]);
    EXPECT_THAT(plain(record), HasSubstr("first 40 of 49 lines; all in day.json"));
}

TEST(DayText, HoldsNoEscapeCodesUnlessForATerminal) {
    EXPECT_THAT(plain(river_day()), Not(HasSubstr("\x1b")));
    EXPECT_THAT(day_text(river_day(), Style::terminal), HasSubstr("\x1b[1mMeetings"));
}

TEST(DayText, StandsWhereNobodyCame) {
    const std::string text = plain(empty_day());
    EXPECT_THAT(text, HasSubstr("Ten   10.00"));
    EXPECT_THAT(text, Not(HasSubstr("Meetings")));
    EXPECT_THAT(text, Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace gineste
