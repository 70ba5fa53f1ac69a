// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <span>
#include <vector>

#include "core/exponential.hpp"
#include "motion/fade.hpp"
#include "motion/gait.hpp"
#include "motion/road.hpp"
#include "motion/weather.hpp"

namespace gineste {

/// How a runner would run with nobody else on the road: v = v_flat · drift(s) · hills(s) / noise,
/// or what the gait makes of that, in the wind.
/// Noise: § 5.2 of the model notes. Lag after hills: Townshend et al. 2010, MSSE 42:160.
struct PacingLaw {
    double length_m = 0.0;
    double lag_climb_s = 26.0;
    double lag_descent_s = 8.0;
    double noise_sd = 0.0;
    double noise_length_m = 500.0;
    GaitLaw gait;  ///< nobody walks
    WindLaw wind;  ///< calm
    Fade fade;     ///< even, over the whole course

    /// Share of the mean speed at a chainage.
    float drift_factor(float drift, double chainage_m) const {
        return fade.factor(drift, std::clamp(chainage_m / length_m, 0.0, 1.0));
    }

    /// The share of level speed that the local gradient allows: ratio^(−response).
    static float hill_factor(float log_grade_ratio, float response) {
        return exponential(-response * log_grade_ratio);
    }

    /// Share of the way from one hill factor to another covered in dt_s: first-order relaxation,
    /// slow to pick up speed again after a climb, quicker to lose what a descent gave.
    struct Lag {
        float rising = 1.0F;
        float falling = 1.0F;
        float next(float now, float target) const {
            return now + (target > now ? rising : falling) * (target - now);
        }
    };
    /// The hill factor dt_s later, on the way to a target; the same law as `lag_over`.
    float lagged(float now, float target, double dt_s) const {
        const double lag_s = target > now ? lag_climb_s : lag_descent_s;
        if (lag_s <= 0.0) return target;
        return target +
               (now - target) * exponential(static_cast<float>(std::max(-80.0, -dt_s / lag_s)));
    }
    Lag lag_over(double dt_s) const {
        const auto share = [&](double lag_s) {
            return lag_s > 0.0 ? static_cast<float>(1.0 - std::exp(-dt_s / lag_s)) : 1.0F;
        };
        return {share(lag_climb_s), share(lag_descent_s)};
    }

    /// What gait and wind make of a running speed in calm air, m/s. `now` is the runner's gait and
    /// moves on; gradient and head wind are those of the road there; `shelter` is in [0, 1].
    float own_speed_mps(float running_mps, float gradient, float headwind_mps, float shelter,
                        Gait& now) const {
        now = gait.next(now, running_mps, gradient);
        const float speed_mps = gait.speed_mps(now, running_mps, gradient);
        if (wind.is_calm()) return speed_mps;
        return speed_mps * wind.factor(speed_mps, headwind_mps, shelter);
    }

    /// Pace noise between two nodes noise_length_m apart with standard normal values a and b:
    /// unit variance everywhere, forgotten over one length. part in [0, 1).
    static float noise(float a, float b, float part) {
        const float keep = 1.0F - part;
        return (a * keep + b * part) / std::sqrt(keep * keep + part * part);
    }
};

PacingLaw pacing_law(const Scenario& scenario, double length_m);

/// Undisturbed net time, seconds, from line to line without noise and without shelter from wind.
/// `flat_speed_mps` > 0.
double ideal_time_s(const Road& road, const PacingLaw& law, double flat_speed_mps,
                    double hill_response, double drift);

/// The same for several flat speeds at once, which costs a third for each.
std::vector<double> ideal_times_s(const Road& road, const PacingLaw& law,
                                  std::span<const double> flat_speeds_mps, double hill_response,
                                  double drift);

}  // namespace gineste
