// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "report/forecast_json.hpp"
#include "report/forecast_text.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr double kNoTime = std::numeric_limits<double>::quiet_NaN();

// Four runners, one of whom withdrew, a queue at one narrowing and none at another.
Forecast small_forecast() {
    Forecast forecast;
    forecast.scenario = "Ronde";
    forecast.scenario_file = "somewhere/ronde.yaml";
    forecast.zone = "Europe/Paris";
    forecast.first_gun_instant_s = 1730016000.0;  // 2024-10-27 09:00 in Paris
    forecast.course_length_m = 10000.0;
    forecast.present = 4;
    forecast.finished = 3;
    forecast.line_capacity_per_min = 1500.4;
    forecast.last_over_line_s = 75.0;
    forecast.total_delay_s = 7200.0;
    forecast.lost_s = {60.0, 120.0, kNoTime, 180.0};
    forecast.waves = {{"Elite", 4, 0.0, 1.0, 75.0}};
    NarrowingForecast queue;
    queue.at_m = 2040.0;
    queue.width_m = 6.5;
    queue.grade = -0.012;
    queue.place = "Pont";
    queue.passed = 4;
    queue.capacity_per_min = 1000.0;
    queue.demand_peak_per_min = 1400;
    queue.total_delay_s = 7200.0;
    queue.longest_delay_s = 185.0;
    queue.queue_length_m = 321.4;
    queue.queue_runners = 2345;
    queue.queue_density_per_m2 = 1.234;
    queue.from_s = 300.0;
    queue.to_s = 900.0;
    NarrowingForecast none;
    none.at_m = 5000.0;
    none.from_s = none.to_s = kNoTime;
    forecast.narrowings = {queue, none};
    MarkForecast finish;
    finish.at_m = 10000.0;
    finish.width_m = 7.0;
    finish.passed = 3;
    finish.first_s = 1800.0;
    finish.median_s = 2400.0;
    finish.last_s = 3000.0;
    finish.peak_per_min = 2;
    finish.peak_s = 2400.0;
    finish.per_minute = {0, 1, 2};
    forecast.marks = {finish};
    return forecast;
}

TEST(ForecastText, SpeaksOfStartFinishQueuesAndFlowsInLocalTime) {
    const std::string text = forecast_text(small_forecast(), Style::plain);
    EXPECT_THAT(text, HasSubstr("Ronde · forecast · 2024-10-27, first gun 09:00 CET · 10.00 km"));
    EXPECT_THAT(text,
                HasSubstr("4 at the line, which passes 1,500 a minute; last over it 09:01:15"));
    EXPECT_THAT(text, HasSubstr("3: first 09:30, median 09:40, last 09:50"));
    EXPECT_THAT(text, HasSubstr("median 2:00 min, one in twenty more than 2:54 min, all together "
                                "2 h"));
    EXPECT_THAT(text, HasSubstr("2.04  Pont     6.5   1,000   1,400    2,345  321  1.23    2.0   "
                                "3:05  09:05  09:15"));
}

TEST(ForecastText, FitsATerminal) {
    Forecast forecast = small_forecast();
    forecast.narrowings[0].place = "A street with quite a long name that goes on and on";
    std::istringstream lines(forecast_text(forecast, Style::plain));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(display_width(line), 100U) << line;
    }
}

TEST(ForecastText, HoldsNoEscapeCodesUnlessForATerminal) {
    EXPECT_THAT(forecast_text(small_forecast(), Style::plain), Not(HasSubstr("\x1b")));
    EXPECT_THAT(forecast_text(small_forecast(), Style::terminal),
                HasSubstr("\x1b[1mFinish\x1b[0m"));
}

TEST(ForecastText, OfNobodyIsText) {
    Forecast nobody;
    nobody.marks.resize(1);
    nobody.last_over_line_s = kNoTime;
    const std::string text = forecast_text(nobody, Style::plain);
    EXPECT_THAT(text, HasSubstr("nobody"));
    EXPECT_THAT(text, Not(HasSubstr("nan")));
}

TEST(ForecastJson, HoldsWhatTheForecastHoldsAndNullForNever) {
    const auto json = nlohmann::json::parse(forecast_json(small_forecast(), 0.0125, "1.2.3"));
    EXPECT_EQ(json["scenario_file"], "ronde.yaml");
    EXPECT_EQ(json["first_gun"]["local"], "2024-10-27T09:00:00+01:00");
    EXPECT_EQ(json["narrowings"][0]["queue_runners"], 2345);
    EXPECT_EQ(json["narrowings"][0]["total_delay_s"], 7200.0);
    EXPECT_EQ(json["narrowings"][0]["from_clock"], "09:05:00");
    EXPECT_TRUE(json["narrowings"][1]["from_s"].is_null());
    EXPECT_EQ(json["marks"][0]["per_minute"], (std::vector<int>{0, 1, 2}));
    EXPECT_EQ(json["waves"][0]["last_over_line_s"], 75.0);
    EXPECT_EQ(json["engine"]["forecast_s"], 0.0125);
}

}  // namespace
}  // namespace gineste
