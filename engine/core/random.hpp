// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "core/ids.hpp"

namespace gineste {

/// What a random number is drawn for. Each purpose is a stream of its own, so that a new draw
/// added for one purpose moves no number of another.
enum class Purpose : std::uint32_t {
    sex = 1,
    ability,
    prediction,
    missed_seeding,
    wave_lot,
    no_show,
    withdrawal,
    withdrawal_place,
    hill_response,
    drift,
    pace_noise,
    pen_place,
    side,
    thirst,
    cups,
    drink_mode,
    table,
    stop_time,
    habit,
    good,
    service_entry = 64,
    service_route,
    service_time,
    service_time_trial,
    start_flow = 128,
    resample,
    wave_interval = 192,
    departure,
    group,
    party,
    ballot,
    band_sign = 224,
    design_order,
    design_place,
    search_point,
};

/// Counter-based random numbers: a pure function of (seed, runner, purpose, step), the same on any
/// thread, in any order and after any other draw. Philox4x32-10 (Salmon et al. 2011, SC'11).
class Random {
  public:
    explicit Random(std::uint64_t seed) : seed_(seed) {}

    /// Uniform in the open interval (0, 1).
    double uniform(RunnerId runner, Purpose purpose, std::uint32_t step = 0) const;
    /// Standard normal, by inversion of `uniform`.
    double normal(RunnerId runner, Purpose purpose, std::uint32_t step = 0) const;

  private:
    std::uint64_t seed_ = 0;
};

/// Inverse of the standard normal distribution function for 0 < p < 1, relative error under 1e-15.
/// Wichura 1988, Applied Statistics 37(3), algorithm AS 241 (PPND16).
double normal_quantile(double p);
/// Standard normal distribution function.
double normal_cdf(double z);

}  // namespace gineste
