// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr Rule kChainage{Kind::length, 0.0, 1'000'000.0};
constexpr Rule kClock{Kind::clock, 0.0, 86399.0};

Table<CutOffSpec> cut_off_table() {
    const CutOffSpec d;
    return {
        value("at", &CutOffSpec::at_m, d, kChainage, "place that must be reached").required(),
        value("time", &CutOffSpec::time_s, d, kClock,
              "local time by when; who is not there then is taken off the road")
            .required(),
    };
}

Table<RoadClosureSpec> closure_table() {
    const RoadClosureSpec d;
    return {
        value("name", &RoadClosureSpec::name, d, {Kind::text}, "name of the road").required(),
        value("from", &RoadClosureSpec::from_m, d, kChainage, "where the closed stretch begins")
            .required(),
        value("to", &RoadClosureSpec::to_m, d, kChainage, "where it ends").required(),
        value("closes", &RoadClosureSpec::closes_s, d, kClock,
              "local time from which no traffic is let in")
            .required(),
        value("days_before", &RoadClosureSpec::days_before, d, {Kind::count, 0.0, 14.0},
              "how many days before the race it closes", "on the day of the race"),
        value("opens", &RoadClosureSpec::opens_s, d, kClock,
              "local time on the day of the race at which it is announced to open again"),
    };
}

Table<JunctionSpec> junction_table() {
    const JunctionSpec d;
    return {
        value("name", &JunctionSpec::name, d, {Kind::text}, "name of the junction").required(),
        value("at", &JunctionSpec::at_m, d, kChainage, "where the course crosses it").required(),
    };
}

}  // namespace

Table<VehicleSpec> vehicle_table() {
    const VehicleSpec d;
    return {
        value("name", &VehicleSpec::name, d, {Kind::text}, "what it is").required(),
        value("from", &VehicleSpec::from_m, d, kChainage, "where it comes on the course"),
        value("to", &VehicleSpec::to_m, d, kChainage,
              "where it is going; it drives against the runners where this lies before `from`"),
        value("crosses", &VehicleSpec::crosses_m, d, kChainage,
              "where it goes across the course instead, from one side to the other"),
        value("at", &VehicleSpec::at_s, d, kClock, "local time at which it comes on the course")
            .required(),
        value("speed", &VehicleSpec::speed_mps, d, {Kind::speed, 0.5, 30.0},
              "speed while its lane is clear", "assumption: 18 km/h among runners"),
        value("lane", &VehicleSpec::lane_m, d, {Kind::length, 0.5, 20.0},
              "width of the road that it takes, or length of the road where it crosses",
              "3 m, the lane of an emergency vehicle"),
        value("length", &VehicleSpec::length_m, d, {Kind::length, 0.5, 50.0},
              "how long it is, which counts where it crosses", "assumption: an ambulance"),
        choice("side", &VehicleSpec::side, d,
               {{"left", KeptSide::left}, {"right", KeptSide::right}},
               "side left to the runners, in the direction of running; where it crosses, the side "
               "that it goes to",
               "assumption"),
        value("stays", &VehicleSpec::stays_s, d, {Kind::duration, 0.0, 86400.0},
              "how long it stands at its goal before it is off the road", "assumption"),
    };
}

Table<SweeperSpec> sweeper_table() {
    const SweeperSpec d;
    return {
        value("after", &SweeperSpec::after_s, d, {Kind::duration, 0.0, 86400.0},
              "it sets off this long after the last runner is over the start line", "assumption"),
        value("pace", &SweeperSpec::pace_s_per_km, d, {Kind::pace, 120.0, 3600.0},
              "its pace; whom it overtakes is taken off the road",
              "assumption: 9:00/km, 3 h over 20 km"),
        list("cut_offs", &SweeperSpec::cut_offs, cut_off_table(), {Kind::list, 0.0, 100.0},
             "places that must be reached by a time"),
    };
}

Table<RoadsSpec> roads_table() {
    const RoadsSpec d;
    return {
        value("clearing", &RoadsSpec::clearing_s, d, {Kind::duration, 0.0, 86400.0},
              "from the last runner or the sweeper to the earliest reopening",
              "assumption: barriers and cups are cleared away"),
        list("closures", &RoadsSpec::closures, closure_table(), {Kind::list, 0.0, 1000.0},
             "stretches of road that are closed to traffic"),
        list("junctions", &RoadsSpec::junctions, junction_table(), {Kind::list, 0.0, 1000.0},
             "places, beside every kilometre, for which the timetable is wanted"),
    };
}

}  // namespace gineste
