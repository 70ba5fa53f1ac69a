// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <clocale>

#include "core/quantity.hpp"

namespace gineste {
namespace {

TEST(Quantity, ReadsPlainNumbers) {
    EXPECT_EQ(*parse_plain_number("0"), 0.0);
    EXPECT_EQ(*parse_plain_number("-3.5"), -3.5);
    EXPECT_EQ(*parse_plain_number("1.5e3"), 1500.0);
    EXPECT_EQ(*parse_integer("20000"), 20000);
}

TEST(Quantity, RefusesWhatReadersDisagreeAbout) {
    for (const char* text :
         {"010",   "00",       "007.5", "+1",     "0x10", ".5",   "5.",   "1,5",   "1 000",
          "1_000", " 12",      "12 ",   "12abc",  "",     ".nan", ".inf", "-.inf", "nan",
          "inf",   "infinity", "1e999", "1e-999", "--1",  "1e",   "~",    "true",  "１２"}) {
        const auto number = parse_plain_number(text);
        EXPECT_FALSE(number) << text;
        EXPECT_FALSE(number.why.empty()) << text;
        EXPECT_FALSE(number.suggestion.empty()) << text;
    }
    for (const char* text : {"1.0", "1e3", "99999999999999999999", "010", ""}) {
        EXPECT_FALSE(parse_integer(text)) << text;
    }
}

TEST(Quantity, ExplainsTheLeadingZeroAndTheComma) {
    EXPECT_EQ(parse_plain_number("010").why, "leading zeros mean base eight to some readers");
    EXPECT_EQ(parse_integer("020000").why, "leading zeros mean base eight to some readers");
    // 2026-12-01: half a runner was told of leading zeros.
    EXPECT_EQ(parse_integer("0.5").why, "not a whole number");
    EXPECT_EQ(parse_plain_number("1,5").why, "a comma may mean decimals or thousands");
    EXPECT_EQ(parse_plain_number("12 ").why, "a blank stands before or after it");
}

TEST(Quantity, ReadsLengthsAndSharesAndRates) {
    EXPECT_EQ(*parse_length_m("20 km"), 20000.0);
    EXPECT_EQ(*parse_length_m("1.5km"), 1500.0);
    EXPECT_EQ(*parse_length_m("150 m"), 150.0);
    EXPECT_EQ(*parse_length_m("30 cm"), 0.3);
    EXPECT_EQ(*parse_length_m("20000"), 20000.0);
    EXPECT_EQ(*parse_share("39 %"), 0.39);
    EXPECT_EQ(*parse_share("0.39"), 0.39);
    EXPECT_EQ(*parse_rate_per_minute("20 /min"), 20.0);
    EXPECT_EQ(*parse_rate_per_minute("0.5 /s"), 30.0);
    EXPECT_EQ(*parse_density_per_m2("2 /m2"), 2.0);
    EXPECT_EQ(*parse_density_per_m2("2 /m²"), 2.0);
    EXPECT_DOUBLE_EQ(*parse_speed_mps("12 km/h"), 12.0 / 3.6);
    EXPECT_EQ(*parse_speed_mps("3.2 m/s"), 3.2);
    EXPECT_EQ(*parse_acceleration_mps2("1.2 m/s2"), 1.2);
}

TEST(Quantity, NamesTheUnitThatDoesNotFit) {
    EXPECT_EQ(parse_length_m("20 miles").why, "'miles' is not a unit of length");
    EXPECT_EQ(parse_speed_mps("3.2").why, "a speed needs its unit");
    EXPECT_EQ(parse_length_m("banana").why, "not a length");
    EXPECT_FALSE(parse_length_m("20  km"));
    EXPECT_FALSE(parse_length_m("20 km "));
    EXPECT_FALSE(parse_length_m("1,5 km"));
    EXPECT_FALSE(parse_length_m("010 m"));
}

TEST(Quantity, ReadsDurationsAsPeopleWriteThem) {
    EXPECT_EQ(*parse_duration_s("0"), 0.0);
    EXPECT_EQ(*parse_duration_s("90 s"), 90.0);
    EXPECT_EQ(*parse_duration_s("0.5 s"), 0.5);
    EXPECT_EQ(*parse_duration_s("8 min"), 480.0);
    EXPECT_EQ(*parse_duration_s("1.5 h"), 5400.0);
    EXPECT_EQ(*parse_duration_s("8 min 30 s"), 510.0);
    EXPECT_EQ(*parse_duration_s("1 h 33"), 5580.0);
    EXPECT_EQ(*parse_duration_s("1h05"), 3900.0);
    EXPECT_EQ(*parse_duration_s("1h33'45"), 5625.0);
    EXPECT_EQ(*parse_duration_s("1h33'45\""), 5625.0);
    EXPECT_EQ(*parse_duration_s("1:39:00"), 5940.0);
    EXPECT_EQ(*parse_duration_s("01:39:00"), 5940.0);
    EXPECT_EQ(*parse_duration_s("1:39:00.5"), 5940.5);
}

TEST(Quantity, OneColonIsMinutesAndSeconds) { EXPECT_EQ(*parse_duration_s("8:30"), 510.0); }

TEST(Quantity, RefusesDurationsThatCouldMeanTwoThings) {
    for (const char* text :
         {"90",     "8 m",      "8:5",        "8:60",       "1:2:3",        "1:39:00:00", "min",
          "8 min ", " 8 min",   "1 h 60 min", "30 s 8 min", "1.5 h 10 min", "-5 s",       ":30",
          "8:",     "1:39:00.", "1:39:",      "5 parsecs",  "3 s 5",        "8 min  30 s"}) {
        EXPECT_FALSE(parse_duration_s(text)) << text;
    }
    EXPECT_EQ(parse_duration_s("8 m").why, "m is metres; minutes are min");
}

TEST(Quantity, ReadsTimesOfDay) {
    EXPECT_EQ(*parse_clock_s("09:30"), 34200.0);
    EXPECT_EQ(*parse_clock_s("09:30:15"), 34215.0);
    EXPECT_EQ(*parse_clock_s("00:00"), 0.0);
    for (const char* text : {"9:30", "24:00", "09:60", "09h30", "0930", "09:30:60", "09:30 ", "",
                             "09:30:00:00", "-9:30"}) {
        EXPECT_FALSE(parse_clock_s(text)) << text;
    }
}

TEST(Quantity, ReadsPaces) {
    EXPECT_EQ(*parse_pace_s_per_km("5:40/km"), 340.0);
    EXPECT_EQ(*parse_pace_s_per_km("5:40 /km"), 340.0);
    EXPECT_EQ(*parse_pace_s_per_km("5:40 min/km"), 340.0);
    EXPECT_EQ(*parse_pace_s_per_km("340 s/km"), 340.0);
    EXPECT_EQ(*parse_pace_s_per_km("5'40/km"), 340.0);
    EXPECT_FALSE(parse_pace_s_per_km("5:40"));
    EXPECT_FALSE(parse_pace_s_per_km("340/km"));
    EXPECT_FALSE(parse_pace_s_per_km("/km"));
}

TEST(Quantity, RefusesDaysTheCalendarDoesNotHave) {
    EXPECT_EQ((*parse_date("2024-02-29")).day, 29);
    for (const char* text : {"2023-02-29", "2024-13-01", "2024-00-10", "27-10-2024", "2024-1-1",
                             "2024/10/27", "2024-10-27T09:00", ""}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

TEST(Quantity, TextsReadBackAsTheSameNumber) {
    for (const double value : {0.0, 0.3, 12.0, 59.5, 60.0, 90.0, 480.0, 3600.0, 3601.0, 5625.0,
                               6780.0, 28800.0, 1234.567, 20308.0, 20000.0, 21097.5, 1500.0}) {
        EXPECT_EQ(*parse_length_m(length_text(value)), value) << length_text(value);
        EXPECT_EQ(*parse_duration_s(duration_text(value)), value) << duration_text(value);
        EXPECT_EQ(*parse_pace_s_per_km(pace_text(value)), value) << pace_text(value);
    }
    EXPECT_EQ(length_text(20000.0), "20 km");
    EXPECT_EQ(length_text(20308.0), "20308 m");
    EXPECT_EQ(duration_text(6780.0), "1:53:00");
    EXPECT_EQ(duration_text(480.0), "8 min");
    EXPECT_EQ(clock_text(34215.0), "09:30:15");
    EXPECT_EQ(clock_text(32400.0), "09:00");
}

TEST(Quantity, ReadsTheSameInALocaleWithADecimalComma) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"fr_FR.UTF-8", "fr_FR.utf8", "de_DE.UTF-8"})
        std::setlocale(LC_ALL, name);
    EXPECT_EQ(*parse_plain_number("3.5"), 3.5);
    EXPECT_EQ(length_text(3.5), "3.5 m");
    std::setlocale(LC_ALL, before.c_str());
}

}  // namespace
}  // namespace gineste
