// SPDX-License-Identifier: Apache-2.0
#include "services/finish_area.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "services/network.hpp"

namespace gineste {

double race_time_s(const Scenario& scenario, double clock_s) {
    const auto instant_s = static_cast<double>(scenario.zone.instant_s(scenario.date, clock_s));
    return instant_s - first_gun_instant_s(scenario);
}

ServicesRecord serve_after_line(const Scenario& scenario, const std::vector<double>& finish_s) {
    if (scenario.services.empty()) return {};
    std::vector<ServiceSpec> services = scenario.services;
    for (ServiceSpec& service : services) {
        if (service.first_s) service.first_s = race_time_s(scenario, *service.first_s);
    }
    std::vector<Finisher> finishers;
    for (std::size_t i = 0; i < finish_s.size(); ++i) {
        if (!std::isnan(finish_s[i])) finishers.push_back({RunnerId(i), finish_s[i]});
    }
    std::stable_sort(finishers.begin(), finishers.end(),
                     [](const Finisher& a, const Finisher& b) { return a.time_s < b.time_s; });
    ServicesRecord record =
        serve_finishers(services, finishers, scenario.behaviour_seed, scenario.observe.interval_s);
    std::vector<double> away_s(finish_s.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t k = 0; k < finishers.size(); ++k) {
        away_s[finishers[k].runner.value] = record.away_s[k];
    }
    record.away_s = std::move(away_s);
    return record;
}

}  // namespace gineste
