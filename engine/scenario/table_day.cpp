// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr const char* kMantzios =
    "Mantzios et al. 2022, 1,258 races: best at 7.5-15 C WBGT, 0.3-0.4 % lost for each degree "
    "outside";
constexpr const char* kDrag =
    "assumption: gives the 8.5 % of da Silva, Kram & Hoogkamer at 5.86 m/s";

Table<WeatherSpec> sky_rows(const WeatherSpec& d) {
    return {
        value("wbgt_c", &WeatherSpec::wbgt_c, d, {Kind::number, -30.0, 45.0},
              "wet-bulb globe temperature, degrees Celsius"),
        value("temperature_c", &WeatherSpec::temperature_c, d, {Kind::number, -30.0, 55.0},
              "temperature of the air in its place, degrees Celsius; needs `humidity`"),
        value("humidity", &WeatherSpec::humidity, d, {Kind::share, 0.0, 1.0},
              "relative humidity; with `temperature_c` it gives the WBGT of a sunny day with light "
              "wind (Australian Bureau of Meteorology)"),
        value("wind_speed", &WeatherSpec::wind_speed_mps, d, {Kind::speed, 0.0, 20.0},
              "wind at the height of a runner, about 0.6 of that forecast for 10 m",
              "calm: what runners predict is meant for normal weather"),
        value("wind_from_deg", &WeatherSpec::wind_from_deg, d, {Kind::number, 0.0, 360.0},
              "direction it blows from, degrees clockwise from north",
              "north, with no wind to be "
              "felt"),
        choice("rain", &WeatherSpec::rain, d, {{"none", Rain::none}, {"falling", Rain::falling}},
               "whether it rains", "normal weather"),
    };
}

Table<WeatherSpec> heat_rows(const WeatherSpec& d) {
    return {
        value("coldest_optimum_c", &WeatherSpec::coldest_optimum_c, d, {Kind::number, -30.0, 45.0},
              "WBGT below which time is lost, degrees Celsius", kMantzios),
        value("warmest_optimum_c", &WeatherSpec::warmest_optimum_c, d, {Kind::number, -30.0, 45.0},
              "WBGT above which time is lost, degrees Celsius", kMantzios),
        value("loss_per_c", &WeatherSpec::loss_per_c, d, {Kind::share, 0.0, 0.1},
              "share of the time lost for each degree outside, by the fastest tenth", kMantzios),
        value("slowest_loss_ratio", &WeatherSpec::slowest_loss_ratio, d, {Kind::number, 1.0, 10.0},
              "what the slowest tenth lose in heat over what the fastest do",
              "derived: slower runners lose more (Ely 2007, seven marathons)"),
        value("drift_per_c", &WeatherSpec::drift_per_c, d, {Kind::number, 0.0, 0.2},
              "share by which every drift grows for each degree of WBGT above the middle of the "
              "optimum, and shrinks below; finishing times stay",
              "assumption: none; 0.045 fitted to Boston 2011 and 2015, and it predicts 2017"),
        value("rain_loss", &WeatherSpec::rain_loss, d, {Kind::share, 0.0, 0.2},
              "share of the time lost to rain", "assumption: 0-2 %, no figure was found"),
    };
}

Table<WeatherSpec> wind_rows(const WeatherSpec& d) {
    return {
        value("drag_area_m2", &WeatherSpec::drag_area_m2, d, {Kind::number, 0.0, 2.0},
              "drag coefficient times frontal area of a runner, m2", kDrag),
        value("body_mass_kg", &WeatherSpec::body_mass_kg, d, {Kind::number, 30.0, 200.0},
              "mass of a runner, kg", kDrag),
        value("shelter", &WeatherSpec::shelter, d, {Kind::share, 0.0, 1.0},
              "share of the wind that somebody just ahead takes away",
              "assumption: 0.5-0.8; 0.8 for one runner 1 m behind another (Pugh 1971)"),
        value("shelter_reach", &WeatherSpec::shelter_reach_m, d, {Kind::length, 0.0, 20.0},
              "distance within which somebody ahead does so", "assumption"),
    };
}

}  // namespace

Table<WeatherSpec> weather_table() {
    const WeatherSpec d;
    Table<WeatherSpec> table = sky_rows(d);
    for (const auto& rows : {heat_rows(d), wind_rows(d)}) {
        table.insert(table.end(), rows.begin(), rows.end());
    }
    return table;
}

Table<IncidentSpec> incident_table() {
    const IncidentSpec d;
    return {
        value("name", &IncidentSpec::name, d, {Kind::text}, "what happens there"),
        value("from", &IncidentSpec::from_m, d, {Kind::length, 0.0, 1'000'000.0},
              "where the narrow stretch begins")
            .required(),
        value("to", &IncidentSpec::to_m, d, {Kind::length, 0.0, 1'000'000.0}, "where it ends")
            .required(),
        value("begin", &IncidentSpec::begin_s, d, {Kind::clock, 0.0, 86399.0},
              "local time at which the road begins to close")
            .required(),
        value("end", &IncidentSpec::end_s, d, {Kind::clock, 0.0, 86399.0},
              "local time at which it is open again")
            .required(),
        value("width", &IncidentSpec::width_m, d, {Kind::length, 1.0, 200.0},
              "width left to the runners")
            .required(),
        choice("side", &IncidentSpec::side, d,
               {{"left", KeptSide::left}, {"right", KeptSide::right}},
               "side that stays open, in the direction of running", "assumption"),
        value("closing", &IncidentSpec::closing_s, d, {Kind::duration, 0.0, 3600.0},
              "time over which it narrows to that", "assumption: cones are carried out"),
    };
}

}  // namespace gineste
