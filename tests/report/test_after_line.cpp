// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/report.hpp"
#include "report/services_csv.hpp"
#include "report/summary_json.hpp"
#include "report/text_table.hpp"
#include "report/verdict.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Record with_finish_area() {
    Record record = empty_record(20, 6.0, 10);
    add_finish_area(record);
    return record;
}

std::vector<std::string> file_names(const Record& record) {
    std::vector<std::string> names;
    for (const OutputFile& file : prepare_report(record, find_all(record), "0")) {
        names.push_back(file.name);
    }
    return names;
}

nlohmann::json summary_of(const Record& record) {
    return nlohmann::json::parse(summary_json(record, find_all(record), "0"));
}

TEST(AfterLine, IsNotSpokenOfWhereNobodyAsked) {
    const Record record = empty_record(20, 6.0, 10);
    EXPECT_THAT(verdict(record, find_all(record), Style::plain),
                Not(testing::AnyOf(HasSubstr("After"), HasSubstr("Medical"), HasSubstr("RIS"),
                                   HasSubstr("Volunteers"))));
    for (const char* key : {"services", "held_behind_line", "medical", "roster"}) {
        EXPECT_FALSE(summary_of(record).contains(key)) << key;
    }
    EXPECT_EQ(file_names(record).size() + 4, file_names(with_finish_area()).size());
}

TEST(AfterLine, StandsInTheVerdictWithinAHundredColumns) {
    const Record record = with_finish_area();
    const std::string text = verdict(record, find_all(record), Style::plain);
    EXPECT_THAT(text, HasSubstr("no room behind the line from 09:01 to 09:01: 2 runners held"));
    EXPECT_THAT(text, HasSubstr("Cars: 2 went, 4 seats used of 6, the last at 09:03"));
    EXPECT_THAT(text, HasSubstr("102 encounters expected (19 races of 20: up to 119)"));
    EXPECT_THAT(text, HasSubstr("RIS 17.6 = 0.90 × 19,500 / 1,000: DPS-ME"));
    EXPECT_THAT(text, HasSubstr("Volunteers 11 if nobody changes post, 9 at one time; "
                                "10 available, 1 short"));
    EXPECT_THAT(text, HasSubstr("massage 2, start 9"));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 100U) << line;
}

TEST(AfterLine, GivesProgramsTheSameFigures) {
    const nlohmann::json summary = summary_of(with_finish_area());
    const auto& massage = summary["services"][0];
    EXPECT_EQ(massage["served"], 4);
    EXPECT_EQ(massage["wait_median_s"], 30.0);
    EXPECT_EQ(massage["wait_most_s"], 60.0);
    EXPECT_EQ(massage["stay_mean_s"], 60.0);
    EXPECT_EQ(massage["utilisation"], 0.75);  // 180 s of 2 servers in 120 s
    EXPECT_EQ(massage["present_most"], 3.0);
    EXPECT_EQ(massage["last_served_clock"], "09:03:00");
    EXPECT_FALSE(massage.contains("coaches"));
    EXPECT_EQ(summary["services"][1]["coaches"]["seats_used"], 4);
    EXPECT_NEAR(summary["services"][1]["utilisation"].get<double>(), 4.0 / 6.0, 1e-4);
    EXPECT_EQ(summary["held_behind_line"]["held_most_s"], 15.0);
    EXPECT_EQ(summary["medical"]["ris"]["device"], "DPS-ME");
    EXPECT_EQ(summary["roster"]["all"]["posted"], 11);
    EXPECT_EQ(summary["roster"]["posts"][0]["most_clock"], "09:00:00");
}

TEST(AfterLine, WritesTablesFromTheFirstFinisherOn) {
    const Record record = with_finish_area();
    EXPECT_THAT(
        services_csv(record),
        AllOf(Not(HasSubstr("massage,0,09:00:00")),
              HasSubstr("\"Massage, kiné\",massage,60,09:01:00,4,2,3.00,2,2.00,0.00\r\n"),
              HasSubstr("\"Massage, kiné\",massage,120,09:02:00,0,2,1.00,1,1.00,0.50\r\n")));
    EXPECT_THAT(coaches_csv(record), HasSubstr("Cars,120.0,09:02:00,3,3\r\n"));
    EXPECT_THAT(medical_csv(record), HasSubstr("0,1000,0,09:00:00,51.0000,5.00000,"));
    EXPECT_THAT(roster_csv(record),
                AllOf(HasSubstr("post,Pens,start,-900,08:45:00,09:00:00,9\r\n"),
                      HasSubstr("role,massage,massage,0,09:00:00,09:15:00,2\r\n"),
                      HasSubstr("all,all,all,0,09:00:00,09:15:00,2\r\n")));
}

}  // namespace
}  // namespace gineste
