// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// Probability that a customer of M/M/c has to wait (Erlang 1917), for 0 <= offered load < servers.
/// @param load arrival rate times mean service time
double erlang_c(int servers, double load);

/// What the mean wait of M/G/c is over that of M/M/c, about: (1 + spread²)/2 (Allen and Cunneen;
/// exact for one server). `spread`: standard deviation of the service time over its mean.
double allen_cunneen(double spread);

/// What is asked of a service.
struct Demand {
    double arrivals_per_s = 0.0;
    double mean_s = 0.0;
    double spread = 1.0;
    double longest_wait_s = 60.0;
    double service_level = 0.9;  ///< share of customers who wait no longer
};

/// Share of customers of M/G/c who wait no longer than `demand.longest_wait_s`, the tail of the
/// wait taken as exponential; 0 where the load reaches the servers.
double share_in_time(const Demand& demand, int servers);

/// The fewest servers that reach the service level; 0 where nobody comes.
int servers_needed(const Demand& demand);

}  // namespace gineste
