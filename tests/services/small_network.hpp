// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "services/network.hpp"

namespace gineste::test {

inline ServiceSpec counter(const std::string& name, int servers, ServiceLaw law, double mean_s) {
    ServiceSpec spec;
    spec.name = name;
    spec.servers = servers;
    spec.law = law;
    spec.mean_s = mean_s;
    return spec;
}

inline ServiceSpec open_service(const std::string& name, ServiceLaw law, double mean_s) {
    ServiceSpec spec = counter(name, 0, law, mean_s);
    spec.kind = ServiceKind::open;
    return spec;
}

inline ServiceSpec entered(ServiceSpec spec, double share = 1.0) {
    spec.entering_share = share;
    return spec;
}

inline ServiceSpec leading_to(ServiceSpec spec, const std::string& to, double share) {
    spec.next.push_back({{}, to, share});
    return spec;
}

/// `count` finishers at exponential distances, `per_s` of them a second.
inline std::vector<Finisher> poisson_finishers(std::size_t count, double per_s,
                                               std::uint64_t seed) {
    const Random random(seed);
    std::vector<Finisher> finishers;
    finishers.reserve(count);
    double time_s = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        time_s -= std::log(random.uniform(RunnerId(i), Purpose::wave_lot)) / per_s;
        finishers.push_back({RunnerId(i), time_s});
    }
    return finishers;
}

/// Finishers at given times.
inline std::vector<Finisher> finishers_at(const std::vector<double>& times_s) {
    std::vector<Finisher> finishers;
    for (std::size_t i = 0; i < times_s.size(); ++i) finishers.push_back({RunnerId(i), times_s[i]});
    return finishers;
}

template <class T>
double total(const std::vector<T>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

inline double mean_wait_s(const ServiceRecord& record) {
    return total(record.wait_s) / static_cast<double>(record.wait_s.size());
}

}  // namespace gineste::test
