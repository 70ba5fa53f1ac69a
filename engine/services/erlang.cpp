// SPDX-License-Identifier: Apache-2.0
#include "services/erlang.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {
namespace {

// Erlang B of one server more: B(c) = a·B(c−1) / (c + a·B(c−1)).
double next_erlang_b(double before, int servers, double load) {
    const double offered = load * before;
    return offered / (servers + offered);
}

double c_of_b(double erlang_b, int servers, double load) {
    const double rho = load / servers;
    return erlang_b / (1.0 - rho * (1.0 - erlang_b));
}

double in_time(const Demand& demand, int servers, double load, double must_wait) {
    const double decay_s = demand.mean_s * allen_cunneen(demand.spread);
    return 1.0 - must_wait * std::exp(-(servers - load) * demand.longest_wait_s / decay_s);
}

}  // namespace

double erlang_c(int servers, double load) {
    double b = 1.0;
    for (int c = 1; c <= servers; ++c) b = next_erlang_b(b, c, load);
    return c_of_b(b, servers, load);
}

double allen_cunneen(double spread) { return 0.5 * (1.0 + spread * spread); }

double share_in_time(const Demand& demand, int servers) {
    const double load = demand.arrivals_per_s * demand.mean_s;
    if (load >= servers) return 0.0;
    return in_time(demand, servers, load, erlang_c(servers, load));
}

int servers_needed(const Demand& demand) {
    const double load = demand.arrivals_per_s * demand.mean_s;
    if (load <= 0.0) return 0;
    double b = 1.0;
    for (int c = 1;; ++c) {
        b = next_erlang_b(b, c, load);
        if (c <= load) continue;
        if (in_time(demand, c, load, c_of_b(b, c, load)) >= demand.service_level) return c;
    }
}

}  // namespace gineste
