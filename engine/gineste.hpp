// SPDX-License-Identifier: Apache-2.0
#pragma once
// The public face of libgineste: load a Scenario, survey a Course, draw a Field, advance a Race.
//
//     const gineste::Scenario scenario = gineste::load_scenario("race.yaml");
//     const gineste::Course course = gineste::survey_course(scenario);
//     gineste::Race race(scenario, course, gineste::draw_field(scenario, course));
//     while (race.advance()) {}
//     const gineste::Record record = race.record();
//
// The same race in milliseconds, from cumulative curves: forecast_race(scenario, course, field,
// {}).
//
// Several races on one network of roads:
//
//     const gineste::DaySpec spec = gineste::load_day("day.yaml");
//     std::vector<gineste::Scenario> scenarios = gineste::load_day_races(spec);
//     const gineste::Network network = gineste::survey_network(spec, scenarios);
//     const auto stations = gineste::place_stations(spec, network, scenarios);
//     std::vector<gineste::DayRace> races;
//     for (std::size_t k = 0; k < scenarios.size(); ++k) {
//         const gineste::Course& course = network.routes[k].course;
//         races.push_back({&scenarios[k], &course, gineste::draw_field(scenarios[k], course)});
//     }
//     gineste::Day day(spec, network, std::move(races), stations);
//     while (day.advance()) {}
//     const gineste::DayRecord together =
//         gineste::day_record(spec, network, day.records(), day.starts_s(), day.holds());

#include "course/course.hpp"
#include "course/network.hpp"
#include "day/day.hpp"
#include "day/day_record.hpp"
#include "day/day_stations.hpp"
#include "field/field.hpp"
#include "forecast/forecast.hpp"
#include "observers/record.hpp"
#include "race/race.hpp"
#include "scenario/day_spec.hpp"
#include "scenario/scenario.hpp"
