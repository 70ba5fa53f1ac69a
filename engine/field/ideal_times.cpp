// SPDX-License-Identifier: Apache-2.0
#include "field/ideal_times.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace gineste {

IdealTimes::Place IdealTimes::place_on(const Axis& axis, double x) {
    const double at = (x - axis.from) / (axis.to - axis.from) * (axis.nodes - 1);
    const int below = std::clamp(static_cast<int>(at), 0, axis.nodes - 2);
    return {below, at - below};
}

IdealTimes::Place IdealTimes::place_of_speed(double speed_mps) {
    if (speed_mps < kSlow.to) return place_on(kSlow, speed_mps);
    const Place place = place_on(kFast, speed_mps);
    return {place.below + kSlow.nodes - 1, place.part};
}

double IdealTimes::speed_at(int node) {
    return node < kSlow.nodes ? kSlow.value(node) : kFast.value(node - kSlow.nodes + 1);
}

IdealTimes::IdealTimes(Road road, PacingLaw law, int threads)
    : road_(std::move(road)), law_(std::move(law)) {
    std::vector<double> speeds_mps;
    for (int k = 0; k < kSpeeds; ++k) speeds_mps.push_back(speed_at(k));
    const int rows = kResponse.nodes * kDrift.nodes;
    equivalent_m_.resize(static_cast<std::size_t>(rows) * kSpeeds);
#pragma omp parallel for schedule(static) num_threads(threads)
    for (int row = 0; row < rows; ++row) {
        const double drift = kDrift.value(row % kDrift.nodes);
        const double response = kResponse.value(row / kDrift.nodes);
        const auto times_s = ideal_times_s(road_, law_, speeds_mps, response, drift);
        for (std::size_t k = 0; k < times_s.size(); ++k) {
            equivalent_m_[static_cast<std::size_t>(row) * kSpeeds + k] = speeds_mps[k] * times_s[k];
        }
    }
}

double IdealTimes::entry(int response, int drift, int speed) const {
    const int cell = (response * kDrift.nodes + drift) * kSpeeds + speed;
    return equivalent_m_[static_cast<std::size_t>(cell)];
}

double IdealTimes::tabulated(double flat_speed_mps, double hill_response, double drift) const {
    const Place response = place_on(kResponse, hill_response);
    const Place fade = place_on(kDrift, drift);
    const Place speed = place_of_speed(flat_speed_mps);
    double sum = 0.0;
    for (int corner = 0; corner < 8; ++corner) {
        const int a = corner & 1;
        const int b = (corner >> 1) & 1;
        const int c = (corner >> 2) & 1;
        sum += response.weight(a) * fade.weight(b) * speed.weight(c) *
               entry(response.below + a, fade.below + b, speed.below + c);
    }
    return sum;
}

double IdealTimes::time_s(double flat_speed_mps, double hill_response, double drift) const {
    const bool in_table = kResponse.holds(hill_response) && kDrift.holds(drift) &&
                          flat_speed_mps >= kSlow.from && flat_speed_mps <= kFast.to;
    if (!in_table) return ideal_time_s(road_, law_, flat_speed_mps, hill_response, drift);
    return tabulated(flat_speed_mps, hill_response, drift) / flat_speed_mps;
}

double IdealTimes::flat_speed_mps(double time_s, double hill_response, double drift) const {
    double speed_mps = road_.length_m() / time_s;
    double missed_s = 0.0;
    for (int turn = 0; turn < 5; ++turn) {  // contracts by a factor of 50 and more each turn
        const double reached_s = this->time_s(speed_mps, hill_response, drift);
        missed_s = reached_s - time_s;
        speed_mps *= reached_s / time_s;
    }
    if (std::abs(missed_s) < 0.01) return speed_mps;
    return halved_speed_mps(time_s, hill_response, drift, speed_mps);
}

// Who walks part of the way: time still falls with speed, but not in proportion.
double IdealTimes::halved_speed_mps(double time_s, double hill_response, double drift,
                                    double near_mps) const {
    double slow_mps = 0.5 * near_mps;
    double fast_mps = 1.5 * near_mps;
    for (int turn = 0; turn < 30; ++turn) {
        const double middle_mps = 0.5 * (slow_mps + fast_mps);
        const bool too_slow = this->time_s(middle_mps, hill_response, drift) > time_s;
        (too_slow ? slow_mps : fast_mps) = middle_mps;
    }
    return 0.5 * (slow_mps + fast_mps);
}

}  // namespace gineste
