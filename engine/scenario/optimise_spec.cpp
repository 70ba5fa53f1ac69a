// SPDX-License-Identifier: Apache-2.0
#include "scenario/optimise_spec.hpp"

#include <string_view>

#include "scenario/read_study.hpp"

namespace gineste {
namespace {

constexpr double kMostSearchSeed = 9007199254740991.0;
constexpr double kMostRunnersOfPlan = 500000.0;

Table<RangeSpec> range_table(Rule rule) {
    const RangeSpec d;
    Rule step = rule;
    step.least = 0.0;
    return {
        value("from", &RangeSpec::from, d, rule, "least value that may be tried").required(),
        value("to", &RangeSpec::to, d, rule, "greatest value that may be tried").required(),
        value("step", &RangeSpec::step, d, step, "distance between values"),
    };
}

Table<VaryStationSpec> vary_station_table() {
    const VaryStationSpec d;
    return {
        value("name", &VaryStationSpec::name, d, {Kind::text}, "station of the scenario")
            .required(),
        section("at", &VaryStationSpec::at_m, range_table({Kind::length, 0.0}), "its first table"),
        section("tables", &VaryStationSpec::tables, range_table({Kind::count, 1.0, 1000.0}),
                "tables on each side that is used"),
    };
}

Table<VarySpec> vary_table() {
    const VarySpec d;
    return {
        section("waves", &VarySpec::waves, range_table({Kind::count, 1.0, 200.0}),
                "how many waves, beside those that are kept"),
        section("wave_size", &VarySpec::wave_size,
                range_table({Kind::count, 1.0, kMostRunnersOfPlan}), "runners in one of them"),
        section("gap", &VarySpec::gap_s, range_table({Kind::duration, 0.0, 14400.0}),
                "from one gun to the next"),
        section("line_width", &VarySpec::line_width_m, range_table({Kind::length, 1.0, 100.0}),
                "width of the start line"),
        choice("order", &VarySpec::order, d,
               {{"fastest_first", WaveOrder::fastest_first},
                {"slowest_first", WaveOrder::slowest_first},
                {"either", WaveOrder::either}},
               "in which order the waves are filled"),
        list("stations", &VarySpec::stations, vary_station_table(), {Kind::list, 1.0, 100.0},
             "stations that may move or grow"),
    };
}

Table<ReopenSpec> reopen_table() {
    const ReopenSpec d;
    return {
        value("at", &ReopenSpec::at_m, d, {Kind::place, 0.0}, "place on the course").required(),
        value("by", &ReopenSpec::by_s, d, {Kind::clock}, "the last runner is past it").required(),
    };
}

Table<KeepSpec> keep_table() {
    const KeepSpec d;
    return {
        value("last_gun", &KeepSpec::last_gun_s, d, {Kind::clock}, "the last gun at the latest"),
        value("last_start", &KeepSpec::last_start_s, d, {Kind::clock},
              "the last runner over the start line at the latest"),
        value("pen_density", &KeepSpec::pen_density_per_m2, d, {Kind::density, 0.1, 6.0},
              "most runners on a square metre of a pen"),
        value("pen_length", &KeepSpec::pen_length_m, d, {Kind::length, 1.0, 5000.0},
              "room for one wave along the road, start.pen_width wide"),
        value("wait_p95", &KeepSpec::wait_p95_s, d, {Kind::duration, 0.0, 3600.0},
              "what 95 % of those who want something wait at most, at every station"),
        list("roads", &KeepSpec::roads, reopen_table(), {Kind::list, 1.0, 100.0},
             "where the road has to be free again, and when"),
    };
}

Table<ObjectiveSpec> objective_table() {
    const ObjectiveSpec d;
    return {
        choice("minimise", &ObjectiveSpec::goal, d,
               {{"peak_density", Goal::peak_density},
                {"crowded_time", Goal::crowded_time},
                {"time_lost", Goal::time_lost},
                {"start_duration", Goal::start_duration}},
               "what is to be as little as can be")
            .required(),
        value("from", &ObjectiveSpec::from_m, d, {Kind::length, 0.0}, "beginning of the stretch"),
        value("to", &ObjectiveSpec::to_m, d, {Kind::place, 0.0}, "its end"),
        value("threshold", &ObjectiveSpec::threshold_per_m2, d, {Kind::density, 0.01, 10.0},
              "density from which time counts as crowded"),
    };
}

Table<AgentsSpec> agents_table() {
    const AgentsSpec d;
    return {
        value("finalists", &AgentsSpec::finalists, d, {Kind::count, 1.0, 100.0},
              "plans of the forecast's front that the agents judge"),
        value("first_races", &AgentsSpec::first_races, d, {Kind::count, 2.0, 100.0},
              "races of each before any is given up"),
        value("races", &AgentsSpec::races, d, {Kind::count, 2.0, 100000.0}, "races at most"),
        value("indifference", &AgentsSpec::indifference, d, {Kind::share, 0.0, 1.0},
              "less of a mean than this share is no difference"),
        value("confirm", &AgentsSpec::confirm, d, {Kind::count, 0.0, 10000.0},
              "fresh seeds for the best plan and the scenario's own"),
    };
}

Table<OptimiseSpec> optimise_table() {
    const OptimiseSpec d;
    return {
        checked<OptimiseSpec>("gineste_optimise", {Kind::version, 1.0, 1.0},
                              "version of this format")
            .required(),
        value("name", &OptimiseSpec::name, d, {Kind::text}, "name of the search").required(),
        value("scenario", &OptimiseSpec::scenario, d, {Kind::path}, "the plan that is bettered")
            .required(),
        value("search_seed", &OptimiseSpec::search_seed, d, {Kind::count, 0.0, kMostSearchSeed},
              "number from which the search draws"),
        value("population", &OptimiseSpec::population, d, {Kind::count, 8.0, 1000.0},
              "plans of a generation, a multiple of 4"),
        value("generations", &OptimiseSpec::generations, d, {Kind::count, 1.0, 10000.0},
              "generations of the search"),
        value("one_in", &OptimiseSpec::one_in, d, {Kind::count, 1.0, 100.0},
              "every so many-th runner takes part in the forecast and stands for as many"),
        value("kept_waves", &OptimiseSpec::kept_waves, d, {Kind::count, 0.0, 199.0},
              "the first so many waves stay as they are"),
        section("vary", &OptimiseSpec::vary, vary_table(), "what varies").required(),
        section("keep", &OptimiseSpec::keep, keep_table(), "what every plan keeps to"),
        list("objectives", &OptimiseSpec::objectives, objective_table(), {Kind::list, 2.0, 3.0},
             "what is to be as little as can be: two or three")
            .required(),
        section("agents", &OptimiseSpec::agents, agents_table(), "how many races the agents run"),
    };
}

void check_range(const std::optional<RangeSpec>& range, const std::string& key, Decoder& decoder) {
    if (!range || !range->from || !range->to || *range->from <= *range->to) return;
    decoder.problems().add(decoder.spot_of(key + ".to"), key + " is an empty range",
                           "`from` is above `to`", "Put the lesser first.");
}

void check_vary(OptimiseSpec& spec, Decoder& decoder) {
    VarySpec& vary = spec.vary;
    check_range(vary.waves, "vary.waves", decoder);
    check_range(vary.wave_size, "vary.wave_size", decoder);
    check_range(vary.gap_s, "vary.gap", decoder);
    check_range(vary.line_width_m, "vary.line_width", decoder);
    vary.order_given = decoder.has("vary.order");
    for (std::size_t k = 0; k < vary.stations.size(); ++k) {
        const std::string name = "vary.stations[" + std::to_string(k + 1) + "]";
        check_range(vary.stations[k].at_m, name + ".at", decoder);
        check_range(vary.stations[k].tables, name + ".tables", decoder);
    }
    if (vary.waves && !vary.gap_s) {
        decoder.problems().add(decoder.spot_of("vary.waves"), "vary.waves has no vary.gap",
                               "other waves than the scenario's have no guns there",
                               "Add `gap: {from: 3 min, to: 10 min}`.");
    }
    const bool anything = vary.waves || vary.wave_size || vary.gap_s || vary.line_width_m ||
                          vary.order_given || !vary.stations.empty();
    if (!anything && decoder.is_good("vary")) {
        decoder.problems().add(decoder.spot_of("vary"), "vary is empty",
                               "there is nothing to search", "Say what may vary, and how far.");
    }
}

void check_objectives(const OptimiseSpec& spec, Decoder& decoder) {
    for (std::size_t k = 0; k < spec.objectives.size(); ++k) {
        const ObjectiveSpec& one = spec.objectives[k];
        const std::string name = "objectives[" + std::to_string(k + 1) + "]";
        const bool of_road = one.goal == Goal::peak_density || one.goal == Goal::crowded_time;
        if (!of_road && (one.from_m || one.to_m)) {
            decoder.problems().add(decoder.spot_of(name), name + " has a stretch of road",
                                   "it counts the whole race", "Take `from` and `to` away.");
        }
        if (one.from_m && one.to_m && *one.to_m < *one.from_m) {
            decoder.problems().add(decoder.spot_of(name + ".to"), name + " is an empty stretch",
                                   "`to` comes before `from`", "Put the nearer one first.");
        }
    }
}

void check_search(OptimiseSpec& spec, Decoder& decoder) {
    check_vary(spec, decoder);
    check_objectives(spec, decoder);
    if (spec.population % 4 != 0) {
        decoder.problems().add(decoder.spot_of("population"),
                               "population is " + std::to_string(spec.population),
                               "plans are mated by four", "Give a multiple of 4.");
    }
    if (spec.keep.pen_density_per_m2.has_value() != spec.keep.pen_length_m.has_value()) {
        decoder.problems().add(decoder.spot_of("keep"), "keep has half of what a pen is",
                               "its density takes both the runners and the room",
                               "Give `pen_density` and `pen_length`.");
    }
    const SourcePlace vary = decoder.problems().place(decoder.spot_of("vary"));
    spec.vary_place = vary;
    spec.keep_place =
        decoder.has("keep") ? decoder.problems().place(decoder.spot_of("keep")) : vary;
}

}  // namespace

OptimiseSpec load_optimise(const std::filesystem::path& file) {
    static const Table<OptimiseSpec> table = optimise_table();
    return read_study(file, table, check_search);
}

const KeyInfo& search_keys() {
    static const KeyInfo root{"", {Kind::section},        "plans of waves to look for", "", "", {},
                              {}, infos(optimise_table())};
    return root;
}

}  // namespace gineste
