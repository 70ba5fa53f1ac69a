// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>
#include <cmath>

#include "report/congestion_csv.hpp"
#include "report/csv_text.hpp"
#include "report/stations_csv.hpp"
#include "report/waves_csv.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string one_field(std::string_view text) { return CsvText().text(text).take(); }

TEST(CsvText, QuotesWhatRfc4180Says) {
    EXPECT_EQ(one_field("plain"), "plain");
    EXPECT_EQ(one_field("a,b"), "\"a,b\"");
    EXPECT_EQ(one_field("say \"hi\""), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(one_field("two\r\nlines"), "\"two\r\nlines\"");
}

TEST(CsvText, NoNameBecomesAFormula) {
    EXPECT_EQ(one_field("=1+1"), "'=1+1");
    EXPECT_EQ(one_field("+33"), "'+33");
    EXPECT_EQ(one_field("-1"), "'-1");
    EXPECT_EQ(one_field("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(one_field("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
}

TEST(CsvText, NumbersKnowNoLocaleAndNoNaN) {
    std::setlocale(LC_ALL, "fr_FR.UTF-8");
    CsvText csv;
    csv.number(0.1).fixed(-2.0 / 3.0, 2).number(NAN).fixed(INFINITY, 1).count(3).end_row();
    EXPECT_EQ(csv.take(), "0.1,-0.67,,,3\r\n");
    std::setlocale(LC_ALL, "C");
}

TEST(CongestionCsv, GivesEverySegmentAndMinuteWithBothTimes) {
    Record record = empty_record(2, 5.0, 2);
    fill_cell(record, 1, 1, {0.5, 0.8, 0, 1});  // 0.5/m² on 500 m² = 250 runners, 0.8 of 3 m/s
    EXPECT_EQ(congestion_csv(record),
              "from [m],to [m],place,time [s after first gun],clock [local],runners,"
              "density [runners/m2],mean speed [m/s],mean speed over free speed [1]\r\n"
              "0,100,Road,0,09:00:00,0.000,0.00000,,\r\n"
              "0,100,Road,60,09:01:00,0.000,0.00000,,\r\n"
              "100,200,Road,0,09:00:00,0.000,0.00000,,\r\n"
              "100,200,Road,60,09:01:00,250.000,0.50000,2.4000,0.8000\r\n");
}

TEST(StationsCsv, CountsCupsPerMinuteWhateverTheInterval) {
    Record record = empty_record(1, 5.0, 1);
    record.congestion.interval_s = 30.0;
    StationRecord station;
    station.name = "Col, sommet";
    station.kind = "refreshment";
    station.at_m = 50.0;
    station.arrivals = {20};
    station.takers = {12};
    station.served = {10};
    station.unserved = {2};
    station.cups = {15};
    station.peak_queue = {4};
    record.stations = {station};
    EXPECT_THAT(stations_csv(record),
                HasSubstr("50,\"Col, sommet\",refreshment,0,09:00:00,20,12,10,2,15,30,4,,\r\n"));
}

TEST(StationArrivalsCsv, SaysWhichWaveCameInWhichMinute) {
    Record record = empty_record(1, 5.0, 1);
    record.waves.resize(2);
    record.waves[1].name = "Second";
    StationRecord station;
    station.name = "Col";
    station.at_m = 50.0;
    station.arrivals_by_wave = {{}, {0, 3}};
    record.stations = {station};
    EXPECT_THAT(station_arrivals_csv(record), HasSubstr("50,Col,60,09:01:00,Second,3\r\n"));
}

TEST(StationStockCsv, SaysWhatIsLeftEveryQuarterOfAnHour) {
    Record record = empty_record(1, 5.0, 1);
    StationRecord station;
    station.name = "Col";
    station.at_m = 50.0;
    station.goods.resize(1);
    station.goods[0].name = "water";
    station.goods[0].left_by_quarter = {500, 120};
    record.stations = {station};
    EXPECT_THAT(station_stock_csv(record), HasSubstr("50,Col,water,900,09:15:00,120\r\n"));
}

TEST(WavesCsv, LeavesATimeThatNeverCameEmpty) {
    Record record = empty_record(1, 5.0, 1);
    record.waves = {{"Elite", 10, 0, 0, 0.0, NAN, NAN, NAN, 12.0, NAN, NAN}};
    EXPECT_THAT(waves_csv(record, find_all(record)),
                HasSubstr("Elite,10,0,0,0.0,,,,,,,12,,,,,\r\n"));
}

TEST(Csv, EveryRowHasAsManyFieldsAsTheHeading) {
    const Record record = large_record();
    for (const std::string& text :
         {congestion_csv(record), stations_csv(record), station_arrivals_csv(record),
          station_stock_csv(record), waves_csv(record, find_all(record))}) {
        const auto commas = [&](std::size_t from, std::size_t to) {
            return std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                              text.begin() + static_cast<std::ptrdiff_t>(to), ',');
        };
        const auto expected = commas(0, text.find("\r\n"));
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t to = text.find("\r\n", from);
            ASSERT_EQ(commas(from, to), expected) << text.substr(from, to - from);
            from = to + 2;
        }
    }
}

}  // namespace
}  // namespace gineste
