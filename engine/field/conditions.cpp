// SPDX-License-Identifier: Apache-2.0
#include "field/conditions.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "core/parallel.hpp"

namespace gineste {
namespace {

IdealTimes times_in(const Scenario& scenario, const Course& course, const WeatherSpec& weather) {
    Road road(course, scenario.start, scenario.motion.grade, 0.0, weather);
    PacingLaw law = pacing_law(scenario, course.length_m());
    law.wind = WindLaw(weather);
    return {std::move(road), std::move(law), omp_get_max_threads()};
}

}  // namespace

std::vector<double> ranks(const Field& field) {
    std::vector<std::size_t> order(field.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(field.ideal_s[a], a) < std::pair(field.ideal_s[b], b);
    });
    std::vector<double> rank(field.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        rank[order[place]] = (static_cast<double>(place) + 0.5) / static_cast<double>(order.size());
    }
    return rank;
}

IdealTimes normal_times(const Scenario& scenario, const Course& course) {
    return times_in(scenario, course, WeatherSpec{});
}

namespace {

// What the day makes of every drift.
double drift_ratio(const WeatherSpec& weather) {
    const std::optional<double> wbgt = wbgt_c(weather);
    if (!wbgt) return 1.0;
    const double normal_c = 0.5 * (weather.coldest_optimum_c + weather.warmest_optimum_c);
    return std::max(0.0, 1.0 + weather.drift_per_c * (*wbgt - normal_c));
}

}  // namespace

void meet_weather(const Scenario& scenario, const Course& course, Field& field) {
    const WeatherSpec& weather = scenario.weather;
    const bool is_calm = weather.wind_speed_mps == 0.0;
    const double ratio = drift_ratio(weather);
    if (weather_factor(weather, 1.0) == 1.0 && is_calm && ratio == 1.0) return;
    const IdealTimes times = times_in(scenario, course, weather);
    const std::optional<IdealTimes> calm =
        ratio != 1.0 ? std::optional(normal_times(scenario, course)) : std::nullopt;
    const std::vector<double> rank = ranks(field);
    for_blocks(field.size(), omp_get_max_threads(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const double response = static_cast<double>(field.hill_response[i]);
            if (calm) {  // another way to the same time
                field.drift[i] *= static_cast<float>(ratio);
                field.flat_speed_mps[i] = static_cast<float>(calm->flat_speed_mps(
                    field.ideal_s[i], response, static_cast<double>(field.drift[i])));
            }
            field.weather_factor[i] = static_cast<float>(weather_factor(weather, rank[i]));
            field.flat_speed_mps[i] *= field.weather_factor[i];
            field.ideal_s[i] = times.time_s(static_cast<double>(field.flat_speed_mps[i]), response,
                                            static_cast<double>(field.drift[i]));
        }
    });
}

}  // namespace gineste
