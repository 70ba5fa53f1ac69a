// SPDX-License-Identifier: Apache-2.0
#include "report/service_findings.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "core/no_value.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

template <class T>
T sum(const std::vector<T>& values) {
    return std::accumulate(values.begin(), values.end(), T{});
}

void find_coaches(const ServiceRecord& service, ServiceFindings& found) {
    found.last_coach_s = kNaN;
    if (service.departures.empty()) return;
    for (const CoachDeparture& coach : service.departures) {
        found.seats_used += static_cast<std::size_t>(coach.seats_used);
    }
    found.coaches = service.departures.size();
    found.last_coach_s = service.departures.back().time_s;
    const auto seats = static_cast<double>(found.coaches) * service.seats;
    found.utilisation = static_cast<double>(found.seats_used) / seats;
}

}  // namespace

ServiceFindings service_findings(const ServiceRecord& service, double interval_s) {
    ServiceFindings found;
    found.arrivals = sum(service.arrivals);
    found.served = sum(service.served);
    const std::vector<double> wait_s(service.wait_s.begin(), service.wait_s.end());
    found.wait_median_s = quantile(wait_s, 0.5);
    found.wait_p95_s = quantile(wait_s, 0.95);
    found.wait_most_s = quantile(wait_s, 1.0);
    found.stay_mean_s =
        found.served > 0 ? service.stayed_s / static_cast<double>(found.served) : kNaN;
    for (const double present_s : service.present_s) {
        found.present_most = std::max(found.present_most, present_s / interval_s);
    }
    found.blocked_s = sum(service.blocked_s);
    found.utilisation = kNaN;
    const double open_s = service.last_served_s - service.first_arrival_s;
    if (service.servers > 0 && open_s > 0.0) {
        found.utilisation = sum(service.busy_s) / (service.servers * open_s);
    }
    find_coaches(service, found);
    return found;
}

HeldFindings held_findings(const HeldRecord& held) {
    const std::vector<double> held_s(held.held_s.begin(), held.held_s.end());
    return {held_s.size() + held.remaining, quantile(held_s, 0.5), quantile(held_s, 1.0)};
}

}  // namespace gineste
