// SPDX-License-Identifier: Apache-2.0
#include "motion/weather.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"

namespace gineste {
namespace {

constexpr double kAirDensity = 1.2;    // kg/m3, 20 °C at the sea
constexpr double kGravity = 9.81;      // m/s2
constexpr double kCostOfForce = 6.13;  // share of the metabolic cost per share of body weight
constexpr double kFastestTenth = 0.1;  // ranks up to here lose what the law says,
constexpr double kSlowestTenth = 0.9;  // from here that times slowest_loss_ratio

// The speed in wind at the power of `calm_mps` in calm air: speed · (1 + air cost) rises with the
// speed, so halving finds it.
double speed_in_wind_mps(const WeatherSpec& weather, double calm_mps, double headwind_mps) {
    const double power = calm_mps * (1.0 + air_cost(weather, calm_mps, 0.0));
    double slow_mps = 0.0;
    double fast_mps = 3.0 * calm_mps + 1.0;
    for (int turn = 0; turn < 50; ++turn) {
        const double mps = 0.5 * (slow_mps + fast_mps);
        const bool too_fast = mps * (1.0 + air_cost(weather, mps, headwind_mps)) > power;
        (too_fast ? fast_mps : slow_mps) = mps;
    }
    return 0.5 * (slow_mps + fast_mps);
}

}  // namespace

double approximate_wbgt_c(double temperature_c, double humidity) {
    const double saturated_hpa = 6.105 * std::exp(17.27 * temperature_c / (237.7 + temperature_c));
    return 0.567 * temperature_c + 0.393 * humidity * saturated_hpa + 3.94;
}

std::optional<double> wbgt_c(const WeatherSpec& weather) {
    if (weather.wbgt_c) return weather.wbgt_c;
    if (!weather.temperature_c || !weather.humidity) return std::nullopt;
    return approximate_wbgt_c(*weather.temperature_c, *weather.humidity);
}

double heat_loss(const WeatherSpec& weather, double rank) {
    EXPECT(rank >= 0.0 && rank <= 1.0);
    const std::optional<double> wbgt = wbgt_c(weather);
    if (!wbgt) return 0.0;
    const double part =
        std::clamp((rank - kFastestTenth) / (kSlowestTenth - kFastestTenth), 0.0, 1.0);
    const double ratio = 1.0 + part * (weather.slowest_loss_ratio - 1.0);
    const double too_warm_c = std::max(0.0, *wbgt - weather.warmest_optimum_c);
    const double too_cold_c = std::max(0.0, weather.coldest_optimum_c - *wbgt);
    return weather.loss_per_c * (ratio * too_warm_c + too_cold_c);
}

double weather_factor(const WeatherSpec& weather, double rank) {
    const double rain_loss = weather.rain == Rain::falling ? weather.rain_loss : 0.0;
    return 1.0 / ((1.0 + heat_loss(weather, rank)) * (1.0 + rain_loss));
}

double air_cost(const WeatherSpec& weather, double speed_mps, double headwind_mps) {
    const double air_mps = speed_mps + headwind_mps;
    const double force_n = 0.5 * kAirDensity * weather.drag_area_m2 * air_mps * std::abs(air_mps);
    return kCostOfForce * force_n / (weather.body_mass_kg * kGravity);
}

WindLaw::WindLaw(const WeatherSpec& weather) {
    if (weather.wind_speed_mps <= 0.0) return;
    most_wind_mps_ = static_cast<float>(weather.wind_speed_mps);
    winds_per_mps_ = static_cast<float>(kWinds - 1) / (2.0F * most_wind_mps_);
    constexpr int middle = (kWinds - 1) / 2;
    for (int wind = 0; wind < kWinds; ++wind) {
        const double headwind_mps = weather.wind_speed_mps * (wind - middle) / middle;
        for (int speed = 1; speed <= kSpeeds; ++speed) {
            const double calm_mps = speed / static_cast<double>(kPerMps);
            const double windy_mps =
                wind == middle ? calm_mps : speed_in_wind_mps(weather, calm_mps, headwind_mps);
            factors_.push_back(static_cast<float>(windy_mps / calm_mps));
        }
    }
}

float WindLaw::factor(float speed_mps, float headwind_mps, float shelter) const {
    if (is_calm()) return 1.0F;
    const float felt_mps = (1.0F - shelter) * headwind_mps;
    if (felt_mps == 0.0F) return 1.0F;
    const float wind = std::clamp((felt_mps + most_wind_mps_) * winds_per_mps_, 0.0F,
                                  static_cast<float>(kWinds - 1));
    const float speed =
        std::clamp(speed_mps * kPerMps - 1.0F, 0.0F, static_cast<float>(kSpeeds - 1));
    const int w = std::min(static_cast<int>(wind), kWinds - 2);
    const int v = std::min(static_cast<int>(speed), kSpeeds - 2);
    const float wind_part = wind - static_cast<float>(w);
    const float speed_part = speed - static_cast<float>(v);
    const float* row = factors_.data() + w * kSpeeds + v;
    const float less = row[0] + speed_part * (row[1] - row[0]);
    const float more = row[kSpeeds] + speed_part * (row[kSpeeds + 1] - row[kSpeeds]);
    return less + wind_part * (more - less);
}

}  // namespace gineste
