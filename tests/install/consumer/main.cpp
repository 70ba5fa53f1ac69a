// SPDX-License-Identifier: Apache-2.0
// The smallest program on top of libgineste that goes through every room.
#include <cstdio>
#include <exception>
#include <gineste/gineste.hpp>
#include <utility>
#include <vector>

namespace {

// One minute is enough to see that a race is on.
constexpr double kLong_s = 60.0;

bool run_race(const char* file) {
    const gineste::Scenario scenario = gineste::load_scenario(file);
    const gineste::Course course = gineste::survey_course(scenario);
    gineste::Field field = gineste::draw_field(scenario, course);
    const std::size_t entered = field.size();
    const gineste::Forecast forecast = gineste::forecast_race(scenario, course, field, {});
    gineste::Race race(scenario, course, std::move(field));
    while (race.time_s() < kLong_s && race.advance()) {
    }
    std::printf("%s: %.0f m, %zu entered, %zu on the course after a minute, %zu to finish\n",
                scenario.name.c_str(), course.length_m(), entered, race.on_course(),
                forecast.finished);
    return race.on_course() > 0;
}

bool run_day(const char* file) {
    const gineste::DaySpec spec = gineste::load_day(file);
    std::vector<gineste::Scenario> scenarios = gineste::load_day_races(spec);
    const gineste::Network network = gineste::survey_network(spec, scenarios);
    const auto stations = gineste::place_stations(spec, network, scenarios);
    std::vector<gineste::DayRace> races;
    for (std::size_t k = 0; k < scenarios.size(); ++k) {
        const gineste::Course& course = network.routes[k].course;
        races.push_back({&scenarios[k], &course, gineste::draw_field(scenarios[k], course)});
    }
    gineste::Day day(spec, network, std::move(races), stations);
    while (day.time_s() < kLong_s && day.advance()) {
    }
    const gineste::DayRecord together =
        gineste::day_record(spec, network, day.records(), day.starts_s(), day.holds());
    std::printf("%s: %zu races on %zu legs, %zu on the first after a minute\n", spec.name.c_str(),
                day.size(), network.legs.size(), day.race(0).on_course());
    return day.race(0).on_course() > 0 && together.races.size() == day.size();
}

}  // namespace

int main(int, char** arguments) try {
    const bool race = run_race(arguments[1]);
    const bool day = run_day(arguments[2]);
    return race && day ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "consumer: %s\n", error.what());
    return 1;
}
