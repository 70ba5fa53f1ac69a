// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <omp.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include "support/small_race.hpp"

namespace gineste::test {

/// A small race in which much happens.
struct Scene {
    std::string name;
    Scenario scenario;
    Course course;
};

/// A road that climbs at up to 8 % and falls at up to 4 % every 800 m, and turns once round the
/// compass on its way.
inline Course rolling_course(double length_m, double width_m) {
    const Course straight = straight_course(length_m, 0.0, width_m);
    std::vector<Leg> legs = straight.legs();
    Leg& leg = legs.front();
    double elevation_m = 100.0;
    for (std::size_t k = 0; k < leg.grade.size(); ++k) {
        constexpr std::size_t hill = 160;  // samples
        const double part = static_cast<double>(k % hill) / hill;
        leg.grade[k] = 0.08 - 0.24 * std::min(part, 1.0 - part);
        leg.elevation_m[k] = elevation_m;
        elevation_m += leg.grade[k] * leg.spacing_m;
        const double share = static_cast<double>(k) / static_cast<double>(leg.grade.size());
        leg.heading_rad[k] = 2.0 * std::numbers::pi * share;
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

/// The road is `width_m` wide between two chainages.
inline Course narrowed(const Course& course, double from_m, double to_m, double width_m) {
    std::vector<Leg> legs = course.legs();
    Leg& leg = legs.front();
    for (std::size_t k = 0; k < leg.width_m.size(); ++k) {
        const double at_m = leg.spacing_m * static_cast<double>(k);
        if (at_m >= from_m && at_m <= to_m) leg.width_m[k] = width_m;
    }
    return Course(legs, course.route(), course.sections(), course.notes());
}

/// Times over a course this short that have the shape of the default field's.
inline void shorten_times(FieldSpec& field, double median_s) {
    field.law = AbilityLaw::log_normal;
    const double share = median_s / field.men.median_s;
    field.men.median_s *= share;
    field.women.median_s *= share;
}

/// Three kinds of wave through a narrowing on hills, in wind and heat.
inline Scene waves_on_hills() {
    Scenario scenario = plain_scenario(450, 3.0);
    scenario.field = FieldSpec{};
    shorten_times(scenario.field, 480.0);
    add_wave(scenario, 350, 0.0);
    add_wave(scenario, 300, 0.0);
    add_wave(scenario, 150, 200.0);
    scenario.waves[1].start = WaveStart::after_previous;
    scenario.waves[1].delay_s = 20.0;
    scenario.waves[2].start = WaveStart::rolling;
    scenario.waves[1].gun_s.reset();
    scenario.waves[2].gun_s.reset();
    scenario.waves[0].order = PenOrder::by_prediction;
    scenario.waves[3].fill = WaveFill::by_lot;
    scenario.start.run_up_m = 12.0;
    scenario.start.line_width_m = 6.0;
    scenario.weather.temperature_c = 27.0;
    scenario.weather.humidity = 0.6;
    scenario.weather.wind_speed_mps = 6.0;
    scenario.weather.wind_from_deg = 315.0;
    return {"waves_on_hills", scenario, narrowed(rolling_course(1500.0, 8.0), 600.0, 750.0, 2.5)};
}

inline StationSpec station_at(const std::string& name, double at_m, int tables) {
    StationSpec station;
    station.name = name;
    station.at_m = at_m;
    station.tables = tables;
    return station;
}

/// Too few hands at the stations, rain, and half of the road closed while most come by.
inline Scene stations_and_closure() {
    Scenario scenario = plain_scenario(700, 3.0);
    scenario.field.speed_mps = {2.9, 0.5, 1.0, 5.5};
    scenario.field.hill_response_sd = 0.2;
    scenario.field.withdraw_share = 0.05;
    scenario.field.no_show_share = 0.1;
    scenario.field.drift = 0.16;
    scenario.field.noise_sd = 0.05;
    scenario.field.noise_length_m = 150.0;
    scenario.weather.rain = Rain::falling;
    scenario.stations = {station_at("water", 300.0, 4), station_at("sponges", 900.0, 2),
                         station_at("finish", std::numeric_limits<double>::infinity(), 4)};
    for (StationSpec& station : scenario.stations) {
        station.volunteers = 1;
        station.take_share = 0.9;
    }
    scenario.stations[1].kind = StationKind::sponge;
    scenario.stations[1].side = StationSide::right;
    IncidentSpec closure;
    closure.from_m = 600.0;
    closure.to_m = 680.0;
    closure.begin_s = *scenario.waves.front().gun_s + 200.0;
    closure.end_s = closure.begin_s + 240.0;
    closure.width_m = 2.5;
    closure.side = KeptSide::right;
    scenario.incidents = {closure};
    return {"stations_and_closure", scenario, rolling_course(1400.0, 6.0)};
}

/// The reference field on the flat, with some who walk all the way and are taken off at the limit.
inline Scene flat_with_walkers() {
    Scenario scenario = plain_scenario(1200, 2.9);
    scenario.field.speed_mps = {2.7, 0.7, 0.8, 5.0};
    scenario.start.line_width_m = 7.0;
    scenario.limit_s = 900.0;
    return {"flat_with_walkers", scenario, straight_course(1500.0, 0.0, 7.0)};
}

inline std::vector<Scene> three_scenes() {
    return {waves_on_hills(), stations_and_closure(), flat_with_walkers()};
}

/// Draws and runs a scene; the threads that are given draw the field too.
inline Record run(const Scene& scene, RaceOptions options) {
    const int threads_before = omp_get_max_threads();
    omp_set_num_threads(options.threads);
    Record record = run(scene.scenario, scene.course, options);
    omp_set_num_threads(threads_before);
    return record;
}

}  // namespace gineste::test
