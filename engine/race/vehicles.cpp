// SPDX-License-Identifier: Apache-2.0
#include "race/vehicles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "motion/place.hpp"

namespace gineste {
namespace {

// Assumptions, all of them: how a vehicle with a siren gets through a race was never measured.
constexpr double kAhead = 40.0;        // m that it clears before it
constexpr double kBehind = 10.0;       // m that stay closed behind its front
constexpr double kNose = 2.0;          // m before its front that close where it crosses
constexpr double kMustBeClear = 12.0;  // m ahead, or it slows to a walk
constexpr double kWalk = 1.5;          // m/s
constexpr double kSpeedsUp = 1.0;      // m/s2
constexpr double kLooksBack = 100.0;   // m
constexpr double kLeastWidth = 1.0;    // m left to the runners

/// Slots whose place lies in [from_m, to_m]; slots are in order of place, foremost first.
struct Slots {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Slots slots_between(const Race::State& state, double from_m, double to_m) {
    const auto& places = state.now.place;
    const auto first = places.data();
    const auto last = first + state.size();
    const auto ahead = [](Place a, Place b) { return a > b; };
    const Place low = place_of(std::min(from_m, to_m));
    const Place high = place_of(std::max(from_m, to_m));
    return {static_cast<std::size_t>(std::lower_bound(first, last, high, ahead) - first),
            static_cast<std::size_t>(std::upper_bound(first, last, low, ahead) - first)};
}

// Whether all of these stand on the part of the road that is left to them.
bool nobody_beyond_edge(const Slots& near, const Road& road, const Race::State& state) {
    constexpr float reach_m = 0.1F;  // of a body beyond the edge, before it counts as in the way
    for (std::size_t slot = near.begin; slot < near.end; ++slot) {
        const double chainage_m = state.chainage_m(slot);
        const float aside_m = state.offset_m(slot) - road.swerve_m(chainage_m);
        if (std::abs(aside_m) > road.half_width_m(chainage_m) - reach_m) return false;
    }
    return true;
}

double open_width_m(const Road& road, double at_m) {
    return 2.0 * static_cast<double>(road.open_half_width_m(at_m));
}

KeptSide other(KeptSide side) { return side == KeptSide::left ? KeptSide::right : KeptSide::left; }

}  // namespace

Vehicles::Vehicles(const Scenario& scenario) {
    constexpr double never = std::numeric_limits<double>::quiet_NaN();
    taper_m_ = scenario.course.taper_m;
    for (const VehicleSpec& spec : scenario.vehicles) {
        const double from_m = spec.crosses_m ? *spec.crosses_m : *spec.from_m;
        const double to_m = spec.crosses_m ? *spec.crosses_m : *spec.to_m;
        vehicles_.push_back(
            {spec, to_m < from_m ? -1.0 : 1.0, spec.crosses_m ? 0.0 : from_m, 0.0, false});
        records_.push_back({spec.name, from_m, to_m, spec.speed_mps,
                            after_first_gun_s(scenario, spec.at_s), never, 0.0, 0.0});
    }
}

void Vehicles::drive(double time_s, double step_s, const Road& road, const Race::State& state) {
    for (std::size_t k = 0; k < vehicles_.size(); ++k) {
        Driven& vehicle = vehicles_[k];
        VehicleRecord& record = records_[k];
        const double stays_s = vehicle.spec.crosses_m ? 0.0 : vehicle.spec.stays_s;
        const bool arrived = !std::isnan(record.arrives_s);
        const bool gone = arrived && time_s >= record.arrives_s + stays_s;
        vehicle.on_course = time_s >= record.comes_s && !gone;
        if (!vehicle.on_course || arrived) continue;
        const bool clear = is_clear(vehicle, road, state);
        const double held_mps = vehicle.spec.crosses_m ? 0.0 : kWalk;
        const double most_mps = clear ? vehicle.spec.speed_mps : held_mps;
        vehicle.speed_mps = std::min(vehicle.speed_mps + kSpeedsUp * step_s, most_mps);
        if (!clear) record.held_up_s += step_s;
        const double left_m = std::abs(goal_m(vehicle, road) - vehicle.at_m);
        const double driven_m = std::min(left_m, vehicle.speed_mps * step_s);
        vehicle.at_m += vehicle.way * driven_m;
        if (driven_m == left_m) record.arrives_s = time_s + step_s;
        record.peak_density_behind_per_m2 =
            std::max(record.peak_density_behind_per_m2, density_behind(vehicle, road, state));
    }
}

std::vector<Closure> Vehicles::closures(const Road& road) const {
    std::vector<Closure> closures;
    for (const Driven& vehicle : vehicles_) {
        if (!vehicle.on_course) continue;
        closures.push_back(vehicle.spec.crosses_m ? closed_across(vehicle, road)
                                                  : closed_along(vehicle, road));
    }
    return closures;
}

Closure Vehicles::closed_along(const Driven& vehicle, const Road& road) const {
    const double front_m = vehicle.at_m + vehicle.way * kAhead;
    const double back_m = vehicle.at_m - vehicle.way * kBehind;
    const double left_m = open_width_m(road, vehicle.at_m) - vehicle.spec.lane_m;
    return {std::min(front_m, back_m),
            std::max(front_m, back_m),
            std::max(kLeastWidth, left_m),
            vehicle.spec.side,
            1.0,
            taper_m_};
}

// Runners pass before its front until there is more room behind its back.
Closure Vehicles::closed_across(const Driven& vehicle, const Road& road) const {
    const VehicleSpec& spec = vehicle.spec;
    const double before_m = open_width_m(road, *spec.crosses_m) - vehicle.at_m - kNose;
    const double behind_m = vehicle.at_m - spec.length_m;
    const bool before = before_m >= behind_m;
    return {*spec.crosses_m - 0.5 * spec.lane_m,
            *spec.crosses_m + 0.5 * spec.lane_m,
            std::max(kLeastWidth, before ? before_m : behind_m),
            before ? spec.side : other(spec.side),
            1.0,
            taper_m_};
}

// Along: a chainage. Across: metres from the edge it comes from, until its back is off the road.
double Vehicles::goal_m(const Driven& vehicle, const Road& road) {
    const VehicleSpec& spec = vehicle.spec;
    return spec.crosses_m ? open_width_m(road, *spec.crosses_m) + spec.length_m : *spec.to_m;
}

// Whoever has not yet come in from where the lane has closed stands beyond the edge.
bool Vehicles::is_clear(const Driven& vehicle, const Road& road, const Race::State& state) {
    const VehicleSpec& spec = vehicle.spec;
    if (spec.crosses_m) {
        const double half_m = 0.5 * spec.lane_m;
        return nobody_beyond_edge(
            slots_between(state, *spec.crosses_m - half_m, *spec.crosses_m + half_m), road, state);
    }
    const double front_m = vehicle.at_m + vehicle.way * kMustBeClear;
    return nobody_beyond_edge(slots_between(state, vehicle.at_m, front_m), road, state);
}

double Vehicles::density_behind(const Driven& vehicle, const Road& road, const Race::State& state) {
    const auto& crosses_m = vehicle.spec.crosses_m;
    const double from_m = crosses_m ? *crosses_m : vehicle.at_m - vehicle.way * kBehind;
    const double to_m = from_m - vehicle.way * kLooksBack;
    const Slots left = slots_between(state, from_m, to_m);
    return static_cast<double>(left.end - left.begin) /
           (kLooksBack * open_width_m(road, 0.5 * (from_m + to_m)));
}

}  // namespace gineste
