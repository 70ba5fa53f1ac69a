// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// A field in free flow whose passage rates are known in closed form: normally distributed pace,
/// let over the start line evenly and in no order. Model notes, § 2.1.
struct EvenRelease {
    double runners = 0.0;
    double release_s = 0.0;  ///< from the first to the last over the line, > 0
    double pace_mean_s_per_km = 345.0;
    double pace_sd_s_per_km = 58.0;

    /// Runners per second past a chainage > 0, `time_s` after the first was over the line:
    /// Q = N/W · [Φ((t − μx)/σx) − Φ((t − W − μx)/σx)].
    double rate_per_s(double at_m, double time_s) const;
    /// The most of it, N/W · [2Φ(W/2σx) − 1], at time_s = peak_s.
    double peak_rate_per_s(double at_m) const;
    /// When that is: W/2 + μx.
    double peak_s(double at_m) const;
};

}  // namespace gineste
