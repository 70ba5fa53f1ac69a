// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "report/text_table.hpp"
#include "report/verdict.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string plain_verdict(const Record& record) {
    return verdict(record, find_all(record), Style::plain);
}

TEST(Verdict, OfTheLargestUsualRaceFitsOneScreen) {
    std::istringstream lines(plain_verdict(large_record()));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        EXPECT_LE(display_width(line), 100U) << line;
    }
    EXPECT_LE(count, 45U);
}

TEST(Verdict, SpeaksLocalTimeOnTheMorningTheClocksChange) {
    EXPECT_THAT(plain_verdict(empty_record(20, 6.0, 10)),
                HasSubstr("27 October 2024, first gun 09:00 CET"));
}

TEST(Verdict, NamesTheCrowdedPlaceAndItsLikelyCause) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 12, 5, {1.25, 0.4, 1234, 1});
    record.segments[12].grade = -0.012;
    record.segments[12].place = "Pont-à-Mousson";
    EXPECT_THAT(
        plain_verdict(record),
        HasSubstr("1.2–1.3  Pont-à-Mousson    6.0   −1.2  09:05  09:06  1.25    1,234  density"));
}

TEST(Verdict, SaysWhereItIsDensestWhenNowhereIsCrowded) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 12, 5, {0.3, 1.0, 0, 1});
    EXPECT_THAT(plain_verdict(record), HasSubstr("nowhere over 0.4 runners/m²; the densest, 0.30, "
                                                 "at km 1.2 (09:05)"));
}

TEST(Verdict, SaysOfEachThresholdWhetherItIsMet) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 12, 5, {0.7, 1.0, 0, 1});
    record.thresholds = {{Threshold::peak_density_per_m2, 0.6}, {Threshold::lost_p95_s, 600.0}};
    const std::string text = plain_verdict(record);
    EXPECT_THAT(text, HasSubstr("peak density, runners/m²       0.60   0.70  NO   Road   09:05"));
    EXPECT_THAT(text, HasSubstr("lost by one in twenty, min:s  10:00      –  yes"));
    EXPECT_THAT(plain_verdict(empty_record(20, 6.0, 10)), Not(HasSubstr("Thresholds")));
}

TEST(Verdict, SaysThatTheRunWasStoppedAndWhen) {
    Record record = empty_record(20, 6.0, 10);
    record.complete = false;
    record.engine.simulated_s = 754.0;
    EXPECT_THAT(plain_verdict(record), HasSubstr("STOPPED at 09:12:34"));
}

TEST(Verdict, HoldsNoEscapeCodesUnlessForATerminal) {
    const Record record = large_record();
    EXPECT_THAT(plain_verdict(record), Not(HasSubstr("\x1b")));
    EXPECT_THAT(verdict(record, find_all(record), Style::terminal), HasSubstr("\x1b[1mWorst"));
}

TEST(Verdict, StandsWithoutRunnersWavesAndStations) {
    EXPECT_THAT(plain_verdict(empty_record(1, 6.0, 1)), HasSubstr("nobody yet"));
}

}  // namespace
}  // namespace gineste
