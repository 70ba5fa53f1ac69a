// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr double kMostUnits = 10'000'000.0;
constexpr const char* kUncounted = "assumption: no study has counted them";

Table<GoodSpec> good_table() {
    const GoodSpec d;
    return {
        value("name", &GoodSpec::name, d, {Kind::text}, "what it is").required(),
        value("stock", &GoodSpec::stock, d, {Kind::count, 0.0, kMostUnits},
              "how many the station has when the race begins; without it, there is no end"),
        value("refill", &GoodSpec::refill, d, {Kind::count, 0.0, kMostUnits},
              "how many one delivery brings; 0: there is none", "assumption"),
        value("refill_at", &GoodSpec::refill_at, d, {Kind::count, 0.0, kMostUnits},
              "number left at which more is sent for", "assumption")
            .otherwise("a quarter of the stock"),
        value("refill_delay", &GoodSpec::refill_delay_s, d, {Kind::duration, 0.0, 14400.0},
              "time from then until it is there", "assumption"),
        value("share", &GoodSpec::share, d, {Kind::share, 0.0, 1.0},
              "share of takers who want it; of the first good they take their cups, of each other "
              "one",
              "everybody drinks; of the rest nothing is known"),
        value("litres", &GoodSpec::litres, d, {Kind::number, 0.0, 5.0},
              "litres poured into one of it; 0 for what is no drink",
              "assumption: 0.15-0.2 l are poured"),
    };
}

Table<StationSpec> place_rows(const StationSpec& d) {
    return {
        value("name", &StationSpec::name, d, {Kind::text}, "name of the station").required(),
        value("at", &StationSpec::at_m, d, {Kind::place, 0.0},
              "its first table; `finish` is after the line")
            .required(),
        choice("kind", &StationSpec::kind, d,
               {{"refreshment", StationKind::refreshment}, {"sponge", StationKind::sponge}},
               "what it gives", "assumption"),
        choice("side", &StationSpec::side, d,
               {{"left", StationSide::left},
                {"right", StationSide::right},
                {"both", StationSide::both},
                {"staggered", StationSide::staggered}},
               "side of the road, in the direction of running; staggered: the left row first, then "
               "the right",
               "assumption"),
        value("length", &StationSpec::length_m, d, {Kind::length, 1.0, 2000.0},
              "from the first table to the last", "assumption: 50-150 m for 20,000 runners"),
        value("stagger", &StationSpec::stagger_m, d, {Kind::length, 1.0, 2000.0},
              "how far the right row of a staggered station begins after the left", "assumption")
            .otherwise("the length"),
        choice("signs", &StationSpec::signs, d,
               {{"none", StationSigns::none}, {"posted", StationSigns::posted}},
               "whether signs send runners on to the later tables; else the first ones crowd",
               "assumption"),
    };
}

Table<StationSpec> table_rows(const StationSpec& d) {
    return {
        value("tables", &StationSpec::tables, d, {Kind::count, 1.0, 1000.0},
              "tables on each side that is used", "assumption: one for 150-250 runners"),
        value("table_length", &StationSpec::table_length_m, d, {Kind::length, 0.3, 20.0},
              "of one table", "assumption: 1.8 m, as trestle tables are"),
        value("places", &StationSpec::places, d, {Kind::count, 1.0, 100.0},
              "runners who wait at one table; where all are taken one goes on to the next",
              "assumption"),
        value("volunteers", &StationSpec::volunteers, d, {Kind::count, 0.0, 100.0},
              "who hand out, at each table",
              "assumption; one for 100-200 runners seen: Bournemouth 30 for 6,500, Chicago 200 for "
              "40,400"),
        value("cups_per_minute", &StationSpec::cups_per_minute, d, {Kind::rate, 0.1, 200.0},
              "cups that one volunteer hands out",
              "assumption; volunteers hand out 15-25 cups a minute"),
        list("goods", &StationSpec::goods, good_table(), {Kind::list, 0.0, 8.0},
             "what is handed out, the drink first; without it one good that never runs out"),
    };
}

Table<StationSpec> drinker_rows(const StationSpec& d) {
    return {
        value("take_share", &StationSpec::take_share, d, {Kind::share, 0.0, 1.0},
              "share of runners who take something, when it is cool and the last drink "
              "`thirst.spacing` ago",
              "assumption; London 2002: 0.9 bottles for each runner and station"),
        value("extra_cups", &StationSpec::extra_cups, d, {Kind::number, 0.0, 20.0},
              "mean number of cups beyond the first, when it is cool", "assumption: 1-2 cups"),
        value("grab_share", &StationSpec::grab_share, d, {Kind::share, 0.0, 1.0},
              "share of takers who grab on the run", kUncounted),
        value("walk_share", &StationSpec::walk_share, d, {Kind::share, 0.0, 1.0},
              "share of takers who walk through; the others stop", kUncounted),
        value("grab_speed_share", &StationSpec::grab_speed_share, d, {Kind::share, 0.1, 1.0},
              "speed while grabbing, as a share of the runner's own", "assumption"),
        value("walk_speed", &StationSpec::walk_speed_mps, d, {Kind::speed, 0.3, 3.0},
              "speed of those who walk", "assumption: 1.4-1.8 m/s"),
        value("stop_median", &StationSpec::stop_median_s, d, {Kind::duration, 0.5, 600.0},
              "median time of those who stop",
              "assumption; walking through with two cups costs about 10 s"),
        value("stop_log_sd", &StationSpec::stop_log_sd, d, {Kind::number, 0.0, 2.0},
              "standard deviation of its logarithm", "assumption"),
        value("drink_zone", &StationSpec::drink_zone_m, d, {Kind::length, 0.0, 500.0},
              "distance that walkers walk on after the table",
              "assumption; 30 m lost by walking with two cups (one runner's measurement)"),
        value("discard_zone", &StationSpec::discard_zone_m, d, {Kind::length, 0.0, 500.0},
              "length of the road after the drinking zone where cups lie", "assumption"),
        value("discard_loss", &StationSpec::discard_loss_m, d, {Kind::length, 0.0, 5.0},
              "width that nobody runs on there, on each side that is used",
              "assumption: cups lie along the edge"),
    };
}

}  // namespace

Table<StationSpec> station_table() {
    const StationSpec d;
    Table<StationSpec> table = place_rows(d);
    for (const auto& rows : {table_rows(d), drinker_rows(d)}) {
        table.insert(table.end(), rows.begin(), rows.end());
    }
    return table;
}

Table<ThirstSpec> thirst_table() {
    const ThirstSpec d;
    return {
        value("habit", &ThirstSpec::habit, d, {Kind::share, 0.0, 1.0},
              "correlation between one runner's choices at any two stations", kUncounted),
        value("spacing", &ThirstSpec::spacing_m, d, {Kind::length, 100.0, 100'000.0},
              "distance since the last drink at which a station's take_share is meant",
              "World Athletics TR55: water about every 5 km"),
        value("distance_gain", &ThirstSpec::distance_gain, d, {Kind::number, 0.0, 10.0},
              "log-odds gained by one spacing more since the last drink, lost by one less",
              kUncounted),
        value("pace_gain", &ThirstSpec::pace_gain, d, {Kind::number, -10.0, 10.0},
              "log-odds by which the slowest runner takes something sooner than the fastest",
              kUncounted),
        value("mode_by_pace", &ThirstSpec::mode_by_pace, d, {Kind::share, 0.0, 1.0},
              "how much more the fastest grab, and the slowest stop, than the middle: 0.8 is 80 %; "
              "shares of the whole field stay",
              kUncounted),
        value("cool_wbgt_c", &ThirstSpec::cool_wbgt_c, d, {Kind::number, -30.0, 45.0},
              "WBGT up to which heat makes nobody take more, degrees Celsius",
              "assumption: as weather.warmest_optimum_c"),
        value("hot_wbgt_c", &ThirstSpec::hot_wbgt_c, d, {Kind::number, -30.0, 45.0},
              "WBGT from which on the hot shares hold, between them in proportion",
              "assumption: red flag of the ACSM, 23-28 C"),
        value("hot_take_share", &ThirstSpec::hot_take_share, d, {Kind::share, 0.0, 1.0},
              "share of runners who take something when it is hot", "assumption"),
        value("hot_extra_cups", &ThirstSpec::hot_extra_cups, d, {Kind::number, 0.0, 20.0},
              "mean number of cups beyond the first when it is hot; of sponges there are no more",
              "middle of the 3-6 cups of Chicago 2007"),
    };
}

}  // namespace gineste
