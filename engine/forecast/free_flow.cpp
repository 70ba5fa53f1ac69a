// SPDX-License-Identifier: Apache-2.0
#include "forecast/free_flow.hpp"

#include "core/random.hpp"

namespace gineste {

double EvenRelease::rate_per_s(double at_m, double time_s) const {
    const double mean_s = pace_mean_s_per_km * at_m / 1000.0;
    const double sd_s = pace_sd_s_per_km * at_m / 1000.0;
    const double begun = normal_cdf((time_s - mean_s) / sd_s);
    const double over = normal_cdf((time_s - release_s - mean_s) / sd_s);
    return runners / release_s * (begun - over);
}

double EvenRelease::peak_rate_per_s(double at_m) const { return rate_per_s(at_m, peak_s(at_m)); }

double EvenRelease::peak_s(double at_m) const {
    return 0.5 * release_s + pace_mean_s_per_km * at_m / 1000.0;
}

}  // namespace gineste
