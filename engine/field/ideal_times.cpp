// SPDX-License-Identifier: Apache-2.0
#include "field/ideal_times.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gineste {
namespace {

struct TablePlace {
    int below = 0;
    double part = 0.0;
};

template <class Axis>
TablePlace place_on(const Axis& axis, double x) {
    const double at = (x - axis.from) / (axis.to - axis.from) * (axis.nodes - 1);
    const int below = std::clamp(static_cast<int>(at), 0, axis.nodes - 2);
    return {below, at - below};
}

double weight(const TablePlace& place, int corner) {
    return corner == 0 ? 1.0 - place.part : place.part;
}

}  // namespace

IdealTimes::IdealTimes(const Road& road, const PacingLaw& law, int threads)
    : road_(road), law_(law) {
    const int cells = kResponse.nodes * kDrift.nodes * kSpeed.nodes;
    equivalent_m_.resize(static_cast<std::size_t>(cells));
#pragma omp parallel for schedule(static) num_threads(threads)
    for (int cell = 0; cell < cells; ++cell) {
        const double speed_mps = kSpeed.value(cell % kSpeed.nodes);
        const double drift = kDrift.value(cell / kSpeed.nodes % kDrift.nodes);
        const double response = kResponse.value(cell / kSpeed.nodes / kDrift.nodes);
        equivalent_m_[static_cast<std::size_t>(cell)] =
            speed_mps * ideal_time_s(road_, law_, speed_mps, response, drift);
    }
}

double IdealTimes::entry(int response, int drift, int speed) const {
    const int cell = (response * kDrift.nodes + drift) * kSpeed.nodes + speed;
    return equivalent_m_[static_cast<std::size_t>(cell)];
}

double IdealTimes::tabulated(double flat_speed_mps, double hill_response, double drift) const {
    const TablePlace response = place_on(kResponse, hill_response);
    const TablePlace fade = place_on(kDrift, drift);
    const TablePlace speed = place_on(kSpeed, flat_speed_mps);
    double sum = 0.0;
    for (int corner = 0; corner < 8; ++corner) {
        const int a = corner & 1;
        const int b = (corner >> 1) & 1;
        const int c = (corner >> 2) & 1;
        sum += weight(response, a) * weight(fade, b) * weight(speed, c) *
               entry(response.below + a, fade.below + b, speed.below + c);
    }
    return sum;
}

double IdealTimes::time_s(double flat_speed_mps, double hill_response, double drift) const {
    const bool in_table =
        kResponse.holds(hill_response) && kDrift.holds(drift) && kSpeed.holds(flat_speed_mps);
    if (!in_table) return ideal_time_s(road_, law_, flat_speed_mps, hill_response, drift);
    return tabulated(flat_speed_mps, hill_response, drift) / flat_speed_mps;
}

double IdealTimes::flat_speed_mps(double time_s, double hill_response, double drift) const {
    double speed_mps = road_.length_m() / time_s;
    for (int turn = 0; turn < 4; ++turn) {  // contracts by a factor of 50 and more each turn
        const double equivalent_m = speed_mps * this->time_s(speed_mps, hill_response, drift);
        speed_mps = equivalent_m / time_s;
    }
    return speed_mps;
}

}  // namespace gineste
