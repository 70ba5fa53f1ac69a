// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

// The report's page reads numbers as doubles: a seed past 2^53 would not come back the same.
constexpr double kLargestSeed = 9007199254740991.0;
constexpr double kMostServices = 100.0;

}  // namespace

Table<ObserveSpec> observe_table() {
    const ObserveSpec d;
    return {
        value("segment", &ObserveSpec::segment_m, d, {Kind::length, 10.0, 1000.0},
              "length of road over which density and flow are measured", "assumption"),
        value("interval", &ObserveSpec::interval_s, d, {Kind::duration, 1.0, 3600.0},
              "time over which density and flow are measured",
              "assumption; finish rates are stated per minute: USATF RRTC, Finish line theory"),
        value("delayed_share", &ObserveSpec::delayed_share, d, {Kind::share, 0.01, 1.0},
              "a runner counts as delayed who takes this much longer than undisturbed",
              "assumption"),
    };
}

Table<ThresholdsSpec> thresholds_table() {
    const ThresholdsSpec d;
    const std::string none = "no such threshold";
    return {
        value("peak_density", &ThresholdsSpec::peak_density_per_m2, d, {Kind::density, 0.01, 10.0},
              "most that any segment reaches in any interval", none),
        value("lost_p95", &ThresholdsSpec::lost_p95_s, d, {Kind::duration, 0.0, 86400.0},
              "what one finisher in twenty may lose to other runners, and no more", none),
        value("wait_p95", &ThresholdsSpec::wait_p95_s, d, {Kind::duration, 0.0, 86400.0},
              "what one in twenty may wait at the station where waits are longest", none),
        value("unserved_share", &ThresholdsSpec::unserved_share, d, {Kind::share, 0.0, 1.0},
              "share of those who want something at a station and go on without", none),
        value("finishers_per_minute", &ThresholdsSpec::finishers_per_min, d,
              {Kind::count, 1.0, 100000.0}, "finishers in the busiest minute", none),
        value("last_start", &ThresholdsSpec::last_start_s, d, {Kind::clock, 0.0, 86399.0},
              "local time by which the last runner is over the start line", none),
        value("last_finish", &ThresholdsSpec::last_finish_s, d, {Kind::clock, 0.0, 86399.0},
              "local time by which the last runner is in", none),
    };
}

Table<Scenario> scenario_table() {
    const Scenario d;
    return {
        checked<Scenario>("gineste", {Kind::version, 1.0, 1.0}, "version of this format")
            .required(),
        done_before<Scenario>(
            "extends", {Kind::path},
            "another scenario that this one stands on: what is written here lies over it. An empty "
            "value takes a key away; a list is replaced whole, or changed item by item where a "
            "mapping of names stands in its place"),
        value("name", &Scenario::name, d, {Kind::text},
              "name of the event, as the report prints it")
            .required(),
        value("date", &Scenario::date, d, {Kind::date}, "day of the race").required(),
        value("zone", &Scenario::zone, d, {Kind::zone},
              "IANA time zone of the clocks, changes to and from summer time included")
            .required(),
        value("seed", &Scenario::seed, d, {Kind::count, 0.0, kLargestSeed},
              "number from which the runners are drawn",
              "any number; another one is another field"),
        value("behaviour_seed", &Scenario::behaviour_seed, d, {Kind::count, 0.0, kLargestSeed},
              "number from which is drawn what runners do on the day",
              "one number is enough unless the same field is to run on several days")
            .otherwise("the seed"),
        value("step", &Scenario::step_s, d, {Kind::duration, 0.05, 1.0},
              "simulated time between two states", "assumption; halve it to test a result"),
        value("limit", &Scenario::limit_s, d, {Kind::duration, 600.0, 172800.0},
              "runners still on the course this long after the last gun withdraw", "assumption"),
        section("course", &Scenario::course, course_table(), "the road").required(),
        section("start", &Scenario::start, start_table(), "the start line and the pens before it"),
        list("waves", &Scenario::waves, wave_table(), {Kind::list, 1.0, 1000.0},
             "who starts when, in order of starting")
            .required(),
        section("field", &Scenario::field, field_table(), "who runs"),
        list("groups", &Scenario::groups, group_table(), {Kind::list, 0.0, 100.0},
             "shares of the field that something slows on the day, as costumes do"),
        list("named", &Scenario::named, named_table(), {Kind::list, 0.0, 1000.0},
             "runners who are known: elites, pacers; each takes one of the places of a wave"),
        value("pursuer", &Scenario::pursuer, d, {Kind::text},
              "name of the named runner before whom one must be at the finish"),
        section("motion", &Scenario::motion, motion_table(), "how runners move"),
        section("weather", &Scenario::weather, weather_table(),
                "the weather of the day; without it cool, calm and dry"),
        list("incidents", &Scenario::incidents, incident_table(), {Kind::list, 0.0, 100.0},
             "stretches of road that are partly closed for a while, in any order"),
        list("vehicles", &Scenario::vehicles, vehicle_table(), {Kind::list, 0.0, 100.0},
             "vehicles that drive on the course among the runners, in any order"),
        section("sweeper", &Scenario::sweeper, sweeper_table(),
                "the vehicle behind the last runners, and cut-off times"),
        section("roads", &Scenario::roads, roads_table(),
                "when roads are closed to traffic, for the road timetable"),
        list("stations", &Scenario::stations, station_table(), {Kind::list, 0.0, 1000.0},
             "refreshment and sponge stations, in any order"),
        list("services", &Scenario::services, service_table(), {Kind::list, 0.0, kMostServices},
             "services after the finish line, in any order; the road does not feel them"),
        section("medical", &Scenario::medical, medical_table(),
                "expected medical encounters, and France's ratio of rescuers"),
        section("volunteers", &Scenario::volunteers, volunteers_table(),
                "hands that each post needs, by role, against those available"),
        section("thirst", &Scenario::thirst, thirst_table(),
                "what makes runners take something at a station, and how"),
        section("thresholds", &Scenario::thresholds, thresholds_table(),
                "what the plan has to keep to: the verdict says of each whether it does"),
        section("observe", &Scenario::observe, observe_table(), "what is measured, how finely"),
    };
}

}  // namespace gineste
