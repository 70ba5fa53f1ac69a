// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "scenario/scenario.hpp"

namespace gineste {

/// What the slower cost those who want past them. A runner with free speed v comes up behind
/// others, free speed u, of whom there are `density` on a square metre, at the rate
///
///     density · reach · E[(v − u)+]       per second
///
/// (Prigogine and Herman 1971, Kinetic Theory of Vehicular Traffic), reach being how far across a
/// body ahead is in the way. Getting past each costs `pass_m` of way, so of the time on the road
///
///     density · reach · pass · E[(v − u)+] / v
///
/// is lost. Calibrated to the agents on four plans of Marseille-Cassis 2024; see the README.
struct PassingLaw {
    double reach_m = 0.9;
    double pass_m = 3.2;
    double standing_bodies = 4.0;  ///< for one who stands at a station: others cross and wait there

    /// Seconds lost for each second that the runner would be here alone. `faster_mps` is E[(v −
    /// u)+].
    double lost_share(double density_per_m2, double speed_mps, double faster_mps) const {
        return density_per_m2 * reach_m * pass_m * faster_mps / speed_mps;
    }
};
PassingLaw passing_law(const MotionSpec& motion);

/// E[(v − u)+] over normally distributed u, by z = (v − mean) / sd, in units of sd: z·Φ(z) + φ(z).
double mean_above(double z);

/// What the stations of a stretch of road take of a runner's time, in the mean over those who take
/// something and those who do not.
struct StationStay {
    double standing_s = 0.0;
    double walking_s = 0.0;  ///< at walk_mps, in place of running
    double walking_m = 0.0;
    double walk_mps = 1.6;
};
StationStay station_stay(const std::vector<StationSpec>& stations, double from_m, double to_m);

/// The crowd by cells of road and time, as `CongestionRecord` counts the agents. Segment-major:
/// cell = segment · intervals + interval.
struct CrowdForecast {
    static constexpr double kSegment = 100.0;  // m
    static constexpr double kInterval = 60.0;  // s
    std::size_t segments = 0;                  ///< 0: nobody asked for it
    std::size_t intervals = 0;
    std::vector<double> area_m2;   ///< of each segment
    std::vector<double> runner_s;  ///< time spent in each cell
    std::vector<double> lost_s;    ///< of it to other runners

    double density_per_m2(std::size_t segment, std::size_t interval) const {
        return runner_s[segment * intervals + interval] / (kInterval * area_m2[segment]);
    }
    /// The most of it over the segments whose middle lies in [from_m, to_m].
    double peak_per_m2(double from_m, double to_m) const {
        double most_per_m2 = 0.0;
        for (std::size_t segment = 0; segment < segments; ++segment) {
            const double middle_m = kSegment * (static_cast<double>(segment) + 0.5);
            if (middle_m < from_m || middle_m > to_m) continue;
            for (std::size_t k = 0; k < intervals; ++k) {
                most_per_m2 = std::max(most_per_m2, density_per_m2(segment, k));
            }
        }
        return most_per_m2;
    }
    /// Time spent at or above a density, runners · seconds.
    double crowded_runner_s(double threshold_per_m2) const;
    double lost_runner_s() const {
        double sum_s = 0.0;
        for (const double cell_s : lost_s) sum_s += cell_s;
        return sum_s;
    }
    /// `runner_s` from `at_s` on for `stay_s`, and what of it is lost.
    void add(std::size_t segment, double at_s, double stay_s, double lost_s, double weight);
};

/// Who is on one piece of road, minute by minute: the moments of their free speeds.
class SpeedsByMinute {
  public:
    /// `speed_mps` from `at_s` on for `stay_s`.
    void add(double at_s, double stay_s, double speed_mps, double weight);
    struct Speeds {
        double runner_s = 0.0;
        double mean_mps = 0.0;
        double variance = 0.0;
    };
    /// Linear between the middles of minutes: a step in time would drive runners into clumps.
    Speeds at(double time_s) const;

  private:
    struct Sums {
        double runner_s = 0.0;
        double metres = 0.0;
        double squares = 0.0;
    };
    Sums sums(std::size_t minute) const {
        return minute < minutes_.size() ? minutes_[minute] : Sums{};
    }
    std::vector<Sums> minutes_;
};

}  // namespace gineste
