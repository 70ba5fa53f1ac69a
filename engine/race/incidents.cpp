// SPDX-License-Identifier: Apache-2.0
#include "race/incidents.hpp"

#include <algorithm>
#include <utility>

namespace gineste {

// Closes bit by bit, so that runners beside the cones have time to come in, and opens at once.
double Incidents::Timed::closed_at(double time_s) const {
    if (time_s < begin_s || time_s >= end_s) return 0.0;
    return closing_s > 0.0 ? std::min(1.0, (time_s - begin_s) / closing_s) : 1.0;
}

Incidents::Incidents(const Scenario& scenario, Road& road, std::vector<Closure> lasting)
    : road_(&road), lasting_(std::move(lasting)) {
    if (!lasting_.empty()) road.narrow(lasting_);
    if (scenario.incidents.empty()) return;
    for (const IncidentSpec& spec : scenario.incidents) {
        incidents_.push_back(
            {{spec.from_m, spec.to_m, spec.width_m, spec.side, 0.0, scenario.course.taper_m},
             after_first_gun_s(scenario, spec.begin_s),
             after_first_gun_s(scenario, spec.end_s),
             spec.closing_s});
    }
}

void Incidents::tick(double time_s, const std::vector<Closure>& moving) {
    bool changed = !moving.empty() || had_moving_;
    had_moving_ = !moving.empty();
    std::vector<Closure> closures = lasting_;
    for (Timed& incident : incidents_) {
        const double closed = incident.closed_at(time_s);
        changed = changed || closed != incident.closure.closed;
        incident.closure.closed = closed;
        if (closed > 0.0) closures.push_back(incident.closure);
    }
    closures.insert(closures.end(), moving.begin(), moving.end());
    if (changed) road_->narrow(closures);
}

}  // namespace gineste
