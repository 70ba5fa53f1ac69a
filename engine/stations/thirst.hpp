// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "scenario/scenario.hpp"
#include "stations/visit.hpp"

namespace gineste {

// Laws of who takes what at a station; the room's README has them with their sources.

/// How hot it is: 0 up to `cool_wbgt_c`, 1 from `hot_wbgt_c` on, linear between. 0 where the
/// scenario says nothing of heat.
double heat_share(const ThirstSpec& thirst, std::optional<double> wbgt_c);

/// What bears on one runner's thirst at one station.
struct Occasion {
    double heat = 0.0;           ///< of `heat_share`
    double since_drink_m = 0.0;  ///< run since the last drink, or since the start
    double rank = 0.5;           ///< share of the field that is faster
};

/// Probability of taking something. Log-odds: those of `take_share`, in heat moved towards those of
/// `hot_take_share`, + distance_gain · (since / spacing − 1), cut to [−1, 1] spacings,
/// + pace_gain · (rank − 1/2).
double take_probability(const ThirstSpec& thirst, double take_share, const Occasion& occasion);

/// A uniform draw of which the part `habit` of the variance is the runner's own and the same at
/// every station: Φ(√habit · z_runner + √(1 − habit) · z_station).
double habitual_draw(double habit, double runner_z, double station_z);

/// Mean number beyond the first: `extra_cups`, in heat moved towards `hot_extra_cups`, of drinks.
double mean_extra(const ThirstSpec& thirst, const StationSpec& station, double heat);

/// One, and a Poisson number of further ones of that mean, by inversion of a uniform draw.
int drawn_cups(double mean_extra, double uniform);

struct ModeShares {
    double grab = 0.0;
    double walk = 0.0;  ///< the others stop
};

/// By pace: grab · (1 + k(1 − 2·rank)), stop · (1 − k(1 − 2·rank)), k the largest up to
/// `mode_by_pace` that leaves every share in [0, 1]. Over the field the shares are the station's.
ModeShares mode_shares(const ThirstSpec& thirst, const StationSpec& station, double rank);

/// Two hands hold two cups: who takes more and would have grabbed them walks.
DrinkMode drawn_mode(const ModeShares& shares, int cups, double uniform);

}  // namespace gineste
