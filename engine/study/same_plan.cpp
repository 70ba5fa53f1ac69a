// SPDX-License-Identifier: Apache-2.0
#include "study/same_plan.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {
namespace {

constexpr double kGunRounding_s = 0.5;  // guns are written in whole seconds

}  // namespace

bool is_same_plan(const Scenario& read, const Scenario& plan) {
    const auto same_wave = [](const WaveSpec& a, const WaveSpec& b) {
        const bool same_gun = a.gun_s && b.gun_s ? std::abs(*a.gun_s - *b.gun_s) <= kGunRounding_s
                                                 : a.gun_s == b.gun_s;
        return a.name == b.name && a.entrants == b.entrants && a.fill == b.fill &&
               a.order == b.order && same_gun;
    };
    const auto same_station = [](const StationSpec& a, const StationSpec& b) {
        return a.name == b.name && a.at_m == b.at_m && a.tables == b.tables;
    };
    return read.start.line_width_m == plan.start.line_width_m &&
           std::equal(read.waves.begin(), read.waves.end(), plan.waves.begin(), plan.waves.end(),
                      same_wave) &&
           std::equal(read.stations.begin(), read.stations.end(), plan.stations.begin(),
                      plan.stations.end(), same_station);
}

}  // namespace gineste
