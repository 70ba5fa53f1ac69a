// SPDX-License-Identifier: Apache-2.0
// Keys of a race day: roads, races on them, and where they meet.
#include <string_view>

#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr double kFarthest_m = 1e6;
constexpr double kMostRaces = 100.0;
constexpr double kMostItems = 1000.0;
constexpr double kMostSteps = 10000.0;
constexpr double kSteepest = 0.45;

/// The rows of a part, as rows of what holds it.
template <class Whole, class Part>
void add_rows(Table<Whole>& table, Part Whole::*part, const Table<Part>& rows) {
    for (const Key<Part>& row : rows) {
        table.push_back(
            {row.info, [part, decode = row.decode](const YamlNode& node, const std::string& key,
                                                   Whole& target, Decoder& decoder) {
                 decode(node, key, target.*part, decoder);
             }});
    }
}

// "bridge back"
void decode_step(const YamlNode& node, const std::string& key, RouteStepSpec& step,
                 Decoder& decoder) {
    constexpr std::string_view kBack = " back";
    step.where = decoder.problems().place(node.spot);
    const auto text = decoder.text(node, key);
    if (!text) return;
    const bool back = text->ends_with(kBack);
    step.direction = back ? Direction::back : Direction::forward;
    step.leg = back ? text->substr(0, text->size() - kBack.size()) : *text;
}

Key<DayRaceSpec> route_key() {
    const Rule count{Kind::list, 1.0, kMostSteps};
    KeyInfo info{"route",
                 count,
                 "names of the legs that it runs, in order; `bridge back` runs the leg `bridge` "
                 "from its end to its beginning. Without it the course of its scenario is matched "
                 "with those of the others",
                 "",
                 "",
                 {},
                 {},
                 {}};
    return {
        std::move(info),
        [count](const YamlNode& node, const std::string& key, DayRaceSpec& race, Decoder& decoder) {
            const auto* items = decoder.list(node, key, count);
            if (items == nullptr) return;
            for (const YamlNode& item : *items) {
                const std::string name = key + "[" + std::to_string(race.route.size() + 1) + "]";
                decoder.remember(name, item.spot);
                decode_step(item, name, race.route.emplace_back(), decoder);
            }
        }};
}

Key<MergeSpec> into_key() {
    KeyInfo info{"into",
                 {Kind::text},
                 "the leg as it is run, at whose beginning roads run into one: "
                 "`bridge` or `bridge back`",
                 "",
                 "",
                 {},
                 {},
                 {}};
    return Key<MergeSpec>{std::move(info),
                          [](const YamlNode& node, const std::string& key, MergeSpec& merge,
                             Decoder& decoder) { decode_step(node, key, merge.into, decoder); }}
        .required();
}

Table<LineSpec> line_table() {
    const LineSpec d;
    Table<LineSpec> table{
        value("name", &LineSpec::name, d, {Kind::text}, "name of the line; no two alike")
            .required(),
    };
    add_rows(table, &LineSpec::course, course_table());
    return table;
}

Table<LegSpec> leg_table() {
    const LegSpec d;
    return {
        value("name", &LegSpec::name, d, {Kind::text},
              "name of the leg; no two alike, and none ends in ` back`")
            .required(),
        value("line", &LegSpec::line, d, {Kind::text},
              "the line that it is a piece of; without it the leg is a straight road"),
        value("from", &LegSpec::from_m, d, {Kind::length, 0.0, kFarthest_m},
              "where on the line it begins")
            .otherwise("the beginning of the line"),
        value("to", &LegSpec::to_m, d, {Kind::length, 0.0, kFarthest_m}, "where it ends")
            .otherwise("the end of the line"),
        value("length", &LegSpec::length_m, d, {Kind::length, 1.0, kFarthest_m},
              "of a straight road; only and always without `line`"),
        value("grade", &LegSpec::grade, d, {Kind::share, -kSteepest, kSteepest},
              "of a straight road: rise over run, as run forward", "level"),
        value("width", &LegSpec::width_m, d, {Kind::length, 1.0, 200.0},
              "usable width between the edges; a piece of a line has it from the line's sections "
              "unless given"),
        choice("traffic", &LegSpec::traffic, d,
               {{"one_way", Traffic::one_way},
                {"separated", Traffic::separated},
                {"shared", Traffic::shared}},
               "who may run it: one direction only; both, with cones between them; both, and the "
               "line between them moves with the crowds",
               "who writes nothing meets nobody head on"),
        value("forward_width", &LegSpec::forward_width_m, d, {Kind::length, 1.0, 200.0},
              "width between the cones and the edge for those who run it forward; only with "
              "`traffic: separated`",
              "assumption")
            .otherwise("half of the width"),
    };
}

Table<DayRaceSpec> race_table() {
    const DayRaceSpec d;
    return {
        value("name", &DayRaceSpec::name, d, {Kind::text}, "name of the race; no two alike")
            .required(),
        value("scenario", &DayRaceSpec::scenario, d, {Kind::path},
              "its scenario: field, waves and all the rest; its `course` is put aside where there "
              "is a "
              "route")
            .required(),
        value("length", &DayRaceSpec::length_m, d, {Kind::length, 100.0, kFarthest_m},
              "certified length, to which its route is stretched; only with `route`")
            .otherwise("as its legs are"),
        value("colour", &DayRaceSpec::colour, d, {Kind::text},
              "its colour in the report, as `\"#0072b2\"`")
            .otherwise("one of the report's own"),
        route_key(),
    };
}

Table<MergeSpec> merge_table() {
    const MergeSpec d;
    return {
        into_key(),
        choice("rule", &MergeSpec::rule, d,
               {{"zip", MergeRule::zip}, {"priority", MergeRule::priority}},
               "who goes first where all press: one from each road in turn, so that they have "
               "equal parts of the width; or the road named by `first` takes what it needs and "
               "the others what is left",
               "assumption: nobody is told to wait"),
        value("first", &MergeSpec::first, d, {Kind::text},
              "the leg that has priority; only and always with `rule: priority`"),
    };
}

Table<CrossingSpec> crossing_table() {
    const CrossingSpec d;
    const Rule place{Kind::length, 0.0, kFarthest_m};
    return {
        value("name", &CrossingSpec::name, d, {Kind::text}, "name of the crossing; no two alike")
            .required(),
        value("leg", &CrossingSpec::leg, d, {Kind::text}, "the leg of the flow that goes first")
            .required(),
        value("at", &CrossingSpec::at_m, d, place, "where on it, from its beginning").required(),
        value("other_leg", &CrossingSpec::other_leg, d, {Kind::text}, "the leg that crosses it")
            .required(),
        value("other_at", &CrossingSpec::other_at_m, d, place, "where on that, from its beginning")
            .required(),
        choice("rule", &CrossingSpec::rule, d,
               {{"none", CrossingRule::none},
                {"gaps", CrossingRule::gaps},
                {"pulses", CrossingRule::pulses}},
               "what marshals do: nothing, for flows that are never there together; let the "
               "second flow across where the first leaves a gap; or let one flow across after the "
               "other, for a while each",
               "no marshals unless told"),
        value("gap", &CrossingSpec::gap_s, d, {Kind::duration, 0.5, 600.0},
              "time without anybody of the first flow in which others are let across; only with "
              "`rule: gaps`",
              "assumption: 10 m of road at a walk"),
        value("pulse", &CrossingSpec::pulse_s, d, {Kind::duration, 1.0, 3600.0},
              "how long one flow is let across; only with `rule: pulses`", "assumption"),
        value("clearing", &CrossingSpec::clearing_s, d, {Kind::duration, 0.0, 600.0},
              "time after it until the other flow is; only with `rule: pulses`", "assumption"),
    };
}

Table<DayStationSpec> day_station_table() {
    const DayStationSpec d;
    Table<DayStationSpec> table{
        value("leg", &DayStationSpec::leg, d, {Kind::text},
              "the leg on which it stands; `at` counts from its beginning, and sides are those of "
              "runners who run it forward")
            .required(),
    };
    add_rows(table, &DayStationSpec::station, station_table());
    return table;
}

Table<PlaceSpec> place_table() {
    const PlaceSpec d;
    return {
        value("name", &PlaceSpec::name, d, {Kind::text}, "name of the place; no two alike")
            .required(),
        value("leg", &PlaceSpec::leg, d, {Kind::text}, "the leg on which it lies").required(),
        value("at", &PlaceSpec::at_m, d, {Kind::length, 0.0, kFarthest_m},
              "where on it, from its beginning")
            .required(),
    };
}

}  // namespace

Table<DaySpec> day_table() {
    const DaySpec d;
    return {
        checked<DaySpec>("gineste_day", {Kind::version, 1.0, 1.0}, "version of this format")
            .required(),
        value("name", &DaySpec::name, d, {Kind::text}, "name of the day, as the report prints it")
            .required(),
        list("lines", &DaySpec::lines, line_table(), {Kind::list, 1.0, kMostItems},
             "surveyed lines, from which legs are cut"),
        list("legs", &DaySpec::legs, leg_table(), {Kind::list, 1.0, kMostItems},
             "stretches of road that routes are made of; always where races have routes"),
        list("races", &DaySpec::races, race_table(), {Kind::list, 1.0, kMostRaces},
             "the races; all of them have a route, or none has")
            .required(),
        list("merges", &DaySpec::merges, merge_table(), {Kind::list, 0.0, kMostItems},
             "who goes first where roads run into one; where nothing is said, one from each road "
             "in turn"),
        list("crossings", &DaySpec::crossings, crossing_table(), {Kind::list, 0.0, kMostItems},
             "where two legs cross on one level"),
        list("stations", &DaySpec::stations, day_station_table(), {Kind::list, 0.0, kMostItems},
             "stations that serve every race that passes, beside those of the races' scenarios"),
        list("places", &DaySpec::places, place_table(), {Kind::list, 0.0, kMostItems},
             "places by name, for timetables"),
        value("matching_tolerance", &DaySpec::matching_tolerance_m, d, {Kind::length, 1.0, 200.0},
              "of races without a route: where their lines are no farther apart, they are on one "
              "road",
              "assumption: a street's width and the error of a track"),
    };
}

}  // namespace gineste
