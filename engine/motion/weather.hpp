// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

#include "scenario/scenario.hpp"

namespace gineste {

/// Wet-bulb globe temperature, degrees Celsius, of a sunny day with light wind, from the air's
/// temperature (degrees Celsius) and relative humidity (share):
/// WBGT = 0.567 T + 0.393 e + 3.94, e the vapour pressure in hPa. Australian Bureau of Meteorology.
double approximate_wbgt_c(double temperature_c, double humidity);

/// The day's WBGT, degrees Celsius; none where the scenario says nothing of heat.
std::optional<double> wbgt_c(const WeatherSpec& weather);

/// Share of the time lost to heat or cold: `loss_per_c` for each degree of WBGT outside the
/// optimum (Mantzios et al. 2022), in heat times 1 for the fastest tenth of the field to
/// `slowest_loss_ratio` for the slowest (Ely et al. 2007). `rank` in [0, 1]: share of the field
/// that is faster.
double heat_loss(const WeatherSpec& weather, double rank);

/// Share of the flat speed of normal weather that heat and rain leave a runner, in (0, 1].
double weather_factor(const WeatherSpec& weather, double rank);

/// Extra metabolic cost of running at a speed (m/s) into a head wind (m/s, negative: tail wind),
/// over running the same without air, share: 6.13 % for each 1 % of body weight of horizontal
/// force (da Silva, Kram & Hoogkamer; measured from 0 to 8 N), force ½ρ·drag area·(v+w)|v+w|.
double air_cost(const WeatherSpec& weather, double speed_mps, double headwind_mps);

/// Speed in wind over speed in calm air, by head wind and speed, from a table: at equal power,
/// speed times (1 + air_cost) stays what it is in calm air.
class WindLaw {
  public:
    WindLaw() = default;  ///< calm
    explicit WindLaw(const WeatherSpec& weather);

    bool is_calm() const { return factors_.empty(); }
    /// `speed_mps` in calm air; `headwind_mps` along the course, negative: tail wind; `shelter` in
    /// [0, 1]: share of the wind that others take away. Exactly 1 without wind.
    float factor(float speed_mps, float headwind_mps, float shelter) const;

  private:
    static constexpr int kSpeeds = 16;  // 0.5 to 8 m/s
    static constexpr int kWinds = 33;   // −wind to +wind
    static constexpr float kPerMps = 2.0F;
    float most_wind_mps_ = 0.0F;
    float winds_per_mps_ = 0.0F;
    std::vector<float> factors_;  ///< [wind][speed]
};

}  // namespace gineste
