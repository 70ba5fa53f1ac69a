// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cmath>

#include "exports/sheets.hpp"
#include "exports/tables_xlsx.hpp"
#include "exports/workbook.hpp"
#include "report/synthetic.hpp"

namespace gineste {
namespace {

const Worksheet& named(const std::vector<Worksheet>& sheets, const std::string& name) {
    for (const Worksheet& sheet : sheets) {
        if (sheet.name == name) return sheet;
    }
    throw std::out_of_range(name);
}

TEST(TablesXlsx, CountsDaysAsSpreadsheetsDoOnEitherSideOfAClockChange) {
    // The first gun stands at 00:30 UTC on the night on which Paris goes from 03:00 back to 02:00.
    const LocalClock clock("Europe/Paris", 1729989000.0);
    EXPECT_DOUBLE_EQ(spreadsheet_day(clock, 0.0), 45592.0 + 2.5 / 24.0);     // 02:30 CEST
    EXPECT_DOUBLE_EQ(spreadsheet_day(clock, 3600.0), 45592.0 + 2.5 / 24.0);  // 02:30 CET
    EXPECT_DOUBLE_EQ(spreadsheet_day(clock, 7200.0), 45592.0 + 3.5 / 24.0);
    EXPECT_TRUE(std::isnan(spreadsheet_day(clock, NAN)));
}

TEST(TablesXlsx, HasASheetForEveryTableInEitherLanguage) {
    Record record = large_record();
    add_finish_area(record);
    const Findings findings = find_all(record);
    const auto names = [](const std::vector<Worksheet>& sheets) {
        std::vector<std::string> list;
        for (const Worksheet& sheet : sheets) list.push_back(sheet.name);
        return list;
    };
    EXPECT_THAT(names(race_sheets(record, findings, Language::english)),
                testing::ElementsAre("Waves", "Worst places", "Peak by segment", "Runners per km",
                                     "Roads", "Finish per minute"));
    EXPECT_THAT(
        names(station_sheets(record, findings, Language::french)),
        testing::ElementsAre("Ravitaillements", "Charge des ravitaillements", "Venues par vague"));
    EXPECT_THAT(names(after_line_sheets(record, findings, Language::french)),
                testing::IsSupersetOf({"Services", "Secours", "Bénévoles"}));
}

TEST(TablesXlsx, CountsEveryFinisherOnce) {
    const Record record = large_record();
    const Findings findings = find_all(record);
    const auto sheets = race_sheets(record, findings, Language::english);
    double all = 0.0;
    double by_wave = 0.0;
    for (const auto& row : named(sheets, "Finish per minute").rows) {
        all += std::get<double>(row[1]);
        for (std::size_t k = 2; k < row.size(); ++k) by_wave += std::get<double>(row[k]);
    }
    EXPECT_EQ(all, static_cast<double>(findings.runners.finished));
    EXPECT_EQ(by_wave, all);
}

TEST(TablesXlsx, CountsRunnersPerKilometreAsTheyAreOnItsSegments) {
    Record record = empty_record(20, 6.0, 3);
    fill_cell(record, 0, 1, {0.5});
    fill_cell(record, 9, 1, {0.25});
    fill_cell(record, 10, 1, {0.1});
    const auto sheets = race_sheets(record, find_all(record), Language::english);
    const auto& row = named(sheets, "Runners per km").rows[1];
    EXPECT_EQ(std::get<double>(row[0]), 60.0);
    EXPECT_EQ(std::get<double>(row[1]), 510.0);
    EXPECT_EQ(std::get<double>(row[2]), 450.0);
    EXPECT_EQ(std::get<double>(row[3]), 60.0);
}

TEST(TablesXlsx, IsTheSameByteForByteEachTimeAndAnotherInFrench) {
    const Record record = large_record();
    const Findings findings = find_all(record);
    const auto tables = [&](Language language) {
        return tables_xlsx(record, findings, "0.0.0", language);
    };
    EXPECT_EQ(tables(Language::english), tables(Language::english));
    EXPECT_NE(tables(Language::english), tables(Language::french));
}

TEST(TablesXlsx, StandsWithoutRunners) {
    const Record record = empty_record(1, 6.0, 1);
    EXPECT_FALSE(tables_xlsx(record, find_all(record), "0", Language::english).empty());
}

}  // namespace
}  // namespace gineste
