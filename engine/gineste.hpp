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

#include "course/course.hpp"
#include "field/field.hpp"
#include "forecast/forecast.hpp"
#include "observers/record.hpp"
#include "race/race.hpp"
#include "scenario/scenario.hpp"
