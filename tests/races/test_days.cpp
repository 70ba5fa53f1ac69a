// SPDX-License-Identifier: Apache-2.0
// The days of scenarios/days, run as they are shipped.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "day/day.hpp"
#include "gineste.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

const std::filesystem::path kDays =
    std::filesystem::path(GINESTE_SOURCE_DIR) / "scenarios" / "days";

/// A day of the library, run to its end.
struct ShippedDay {
    DaySpec spec;
    std::vector<Scenario> scenarios;
    Network network;
    std::vector<Record> records;
    DayRecord together;

    explicit ShippedDay(const char* file)
        : spec(load_day(kDays / file)),
          scenarios(load_day_races(spec)),
          network(survey_network(spec, scenarios)) {
        const auto stations = place_stations(spec, network, scenarios);
        std::vector<DayRace> races;
        for (std::size_t k = 0; k < scenarios.size(); ++k) {
            const Course& course = network.routes[k].course;
            races.push_back({&scenarios[k], &course, draw_field(scenarios[k], course)});
        }
        Day day(spec, network, std::move(races), stations);
        while (day.advance()) {
        }
        records = day.records();
        together = day_record(spec, network, records, day.starts_s(), day.holds());
    }
};

TEST(Days, TheFlagshipInSevenLegsIsTheFlagshipToTheLastBit) {
    const ShippedDay cut("marseille-cassis-in-seven-legs.yaml");
    const Scenario scenario = load_scenario(kDays.parent_path() / "marseille-cassis-2024.yaml");
    const Course course = survey_course(scenario);
    Race race(scenario, course, draw_field(scenario, course));
    while (race.advance()) {
    }
    const Record whole = race.record();
    EXPECT_EQ(cut.network.legs.size(), 7U);
    EXPECT_EQ(cut.records[0].state_hash, whole.state_hash);
    test::tell("the flagship in seven legs %016llx, in one %016llx",
               static_cast<unsigned long long>(cut.records[0].state_hash),
               static_cast<unsigned long long>(whole.state_hash));
}

std::size_t count(const Record& record, RunnerStatus status) {
    return static_cast<std::size_t>(
        std::count(record.runners.status.begin(), record.runners.status.end(), status));
}

/// Finishers of all races in the busiest ten minutes, a minute.
double busiest_finish_per_min(const ShippedDay& day) {
    std::vector<double> times_s;
    for (std::size_t k = 0; k < day.records.size(); ++k) {
        for (const double finish_s : day.records[k].runners.finish_s) {
            if (!std::isnan(finish_s)) {
                times_s.push_back(finish_s + day.together.races[k].first_gun_s);
            }
        }
    }
    std::sort(times_s.begin(), times_s.end());
    std::size_t most = 0;
    std::size_t from = 0;
    for (std::size_t to = 0; to < times_s.size(); ++to) {
        while (times_s[to] - times_s[from] >= 600.0) ++from;
        most = std::max(most, to - from + 1);
    }
    return static_cast<double>(most) / 10.0;
}

// Published: about 260 a minute, of two populations that do not hold one another up, with the times
// of that race; these have a median of our own for the half marathon.
TEST(Days, EindhovenLikeBringsTwoRacesOverOneFinish) {
    const ShippedDay day("eindhoven-like.yaml");
    for (const Record& record : day.records) {
        EXPECT_EQ(count(record, RunnerStatus::finished) + count(record, RunnerStatus::withdrawn),
                  record.runners.status.size());
    }
    const double per_min = busiest_finish_per_min(day);
    test::tell(
        "eindhoven-like: at most %.0f finishers a minute over ten minutes (published: about "
        "260)",
        per_min);
    EXPECT_NEAR(per_min, 260.0, 26.0);
    ASSERT_FALSE(day.together.meetings.empty());
    const MeetingRecord& meeting = day.together.meetings.front();
    EXPECT_GT(meeting.met, 1000U);
    EXPECT_GT(meeting.overtakes + meeting.other_overtakes, 100000U);
}

}  // namespace
}  // namespace gineste
