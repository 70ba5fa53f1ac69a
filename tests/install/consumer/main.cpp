// SPDX-License-Identifier: Apache-2.0
// The smallest program on top of libgineste that goes through every room.
#include <cstdio>
#include <exception>
#include <gineste/gineste.hpp>
#include <utility>

int main(int, char** arguments) try {
    const gineste::Scenario scenario = gineste::load_scenario(arguments[1]);
    const gineste::Course course = gineste::survey_course(scenario);
    gineste::Field field = gineste::draw_field(scenario, course);
    const std::size_t entered = field.size();
    const gineste::Forecast forecast = gineste::forecast_race(scenario, course, field, {});
    gineste::Race race(scenario, course, std::move(field));
    // One minute is enough to see that the race is on.
    while (race.time_s() < 60.0 && race.advance()) {
    }
    std::printf("%s: %.0f m, %zu entered, %zu on the course after a minute, %zu to finish\n",
                scenario.name.c_str(), course.length_m(), entered, race.on_course(),
                forecast.finished);
    return race.on_course() > 0 ? 0 : 1;
} catch (const std::exception& error) {
    std::fprintf(stderr, "consumer: %s\n", error.what());
    return 1;
}
