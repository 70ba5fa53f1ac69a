// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr const char* kTwoOceans =
    "Two Oceans 21 km: 203 encounters among 39,511 starters, 0.5 serious per 1,000";
constexpr const char* kRiskGrid =
    "assumption: 0.25, 0.30, 0.35 or 0.40 from the grid of the arrêté of 7 November 2006";
constexpr double kMostHands = 100'000.0;

Table<ServiceRoute> route_table() {
    const ServiceRoute d;
    return {
        value("to", &ServiceRoute::to, d, {Kind::text},
              "name of another service, or `away`: leaves the finish area")
            .required(),
        value("share", &ServiceRoute::share, d, {Kind::share, 0.0, 1.0},
              "of those who leave this service; all shares of one service sum to 1", "everybody"),
    };
}

Table<ServiceSpec> place_rows(const ServiceSpec& d) {
    return {
        value("name", &ServiceSpec::name, d, {Kind::text}, "name of the service; no two alike")
            .required(),
        choice("kind", &ServiceSpec::kind, d,
               {{"counter", ServiceKind::counter},
                {"open", ServiceKind::open},
                {"coaches", ServiceKind::coaches}},
               "servers who each see to one runner; everybody at once, as a walk or a meal; or "
               "coaches by timetable",
               "assumption"),
        value("role", &ServiceSpec::role, d, {Kind::text},
              "of the volunteers who stand there; without it `arrival`"),
        value("entering_share", &ServiceSpec::entering_share, d, {Kind::share, 0.0, 1.0},
              "of all finishers, who come here straight from the line; the others of them leave",
              "none, unless another service leads here"),
        value("places", &ServiceSpec::places, d, {Kind::count, 1.0, 1e6},
              "room for so many, in line or served; when it is full, those who come stay at the "
              "server they come from, or stand behind the finish line; without it there is room "
              "for all"),
        value("hands", &ServiceSpec::hands, d, {Kind::number, 0.0, 1000.0},
              "volunteers for each server or bay", "assumption"),
        list("next", &ServiceSpec::next, route_table(), {Kind::list, 1.0, 100.0},
             "where runners go from here; without it everybody goes away"),
    };
}

Table<ServiceSpec> server_rows(const ServiceSpec& d) {
    return {
        value("servers", &ServiceSpec::servers, d, {Kind::count, 0.0, 100'000.0},
              "servers; of coaches the bays at which they load", "assumption"),
        value("mean", &ServiceSpec::mean_s, d, {Kind::duration, 0.1, 86400.0},
              "mean time that one runner's service takes; needed but for coaches"),
        choice("law", &ServiceSpec::law, d,
               {{"constant", ServiceLaw::constant},
                {"exponential", ServiceLaw::exponential},
                {"lognormal", ServiceLaw::lognormal},
                {"gamma", ServiceLaw::gamma}},
               "how that time varies", "assumption"),
        value("spread", &ServiceSpec::spread, d, {Kind::number, 0.01, 5.0},
              "its standard deviation over its mean, for `lognormal` and `gamma`", "assumption"),
    };
}

Table<ServiceSpec> coach_rows(const ServiceSpec& d) {
    return {
        value("seats", &ServiceSpec::seats, d, {Kind::count, 1.0, 10'000.0}, "of one coach",
              "assumption: a coach of 12 m has about 50"),
        value("interval", &ServiceSpec::interval_s, d, {Kind::duration, 1.0, 86400.0},
              "between two departures; needed for coaches"),
        value("loading", &ServiceSpec::loading_s, d, {Kind::duration, 0.0, 7200.0},
              "that a coach stands with open doors before it goes; a seat is taken every "
              "`loading`/`seats`",
              "assumption: 6 s for each of 50"),
        value("first", &ServiceSpec::first_s, d, {Kind::clock, 0.0, 86399.0},
              "local time of the first departure; without it `interval` or, if longer, `loading` "
              "after "
              "the first runner has come"),
    };
}

Table<PostSpec> post_table() {
    const PostSpec d;
    return {
        value("name", &PostSpec::name, d, {Kind::text}, "name of the post").required(),
        value("role", &PostSpec::role, d, {Kind::text},
              "under which it is totalled; without it `course`"),
        value("hands", &PostSpec::hands, d, {Kind::count, 0.0, kMostHands},
              "volunteers there from `begin` to `end`", "assumption"),
        value("begin", &PostSpec::begin_s, d, {Kind::clock, 0.0, 86399.0},
              "local time from when; without it from the first gun"),
        value("end", &PostSpec::end_s, d, {Kind::clock, 0.0, 86399.0},
              "local time until when; without it until the last runner is home"),
        value("at", &PostSpec::at_m, d, {Kind::place, 0.0},
              "place that runners pass there; with `rate` it gives the hands needed"),
        value("rate", &PostSpec::rate_per_minute, d, {Kind::rate, 0.01, 1000.0},
              "runners a minute that one hand sees to"),
    };
}

}  // namespace

Table<ServiceSpec> service_table() {
    const ServiceSpec d;
    Table<ServiceSpec> table = place_rows(d);
    for (const auto& rows : {server_rows(d), coach_rows(d)}) {
        table.insert(table.end(), rows.begin(), rows.end());
    }
    return table;
}

Table<MedicalSpec> medical_table() {
    const MedicalSpec d;
    const auto rate = [&](const char* name, double MedicalSpec::*member, double most,
                          const char* meaning, const char* source) {
        return value(name, member, d, {Kind::number, 0.0, most}, meaning, source);
    };
    return {
        rate("encounters_per_1000", &MedicalSpec::encounters_per_1000, 1000.0,
             "medical encounters of every kind for 1,000 starters", kTwoOceans),
        rate("serious_per_1000", &MedicalSpec::serious_per_1000, 1000.0,
             "of them, serious ones for 1,000 starters", kTwoOceans),
        rate("collapses_per_1000", &MedicalSpec::collapses_per_1000, 1000.0,
             "severe collapses for 1,000 starters; counted on their own",
             "Göteborg half marathon 2013-17: 1.53 among 230,501 starters"),
        rate("arrests_per_100k", &MedicalSpec::arrests_per_100k, 1000.0,
             "cardiac arrests for 100,000 starters", "0.60 in 2010-23, 0.54 in 2000-10 (USA)"),
        value("last_quarter_share", &MedicalSpec::last_quarter_share, d, {Kind::share, 0.0, 1.0},
              "of all this, what happens on the last quarter of the course",
              "two thirds of cardiac arrests; assumption for all else"),
        value("uphill_weight", &MedicalSpec::uphill_weight, d, {Kind::number, 0.1, 10.0},
              "risk of a minute on a climb of 3 % or more over that of one elsewhere",
              "assumption: serious cases cluster uphill (Göteborg 2018), no figure was published"),
        rate("p2", &MedicalSpec::p2, 1.0, "behaviour of those present, in the French risk grid",
             kRiskGrid),
        rate("e1", &MedicalSpec::e1, 1.0, "surroundings and access, in the same grid", kRiskGrid),
        rate("e2", &MedicalSpec::e2, 1.0, "delay of the public rescue services, in the same grid",
             kRiskGrid),
        value("others_present", &MedicalSpec::others_present, d, {Kind::count, 0.0, 1e7},
              "spectators, staff and runners in their pens, on top of the runners on the course "
              "and in the finish area",
              "assumption"),
    };
}

Table<VolunteersSpec> volunteers_table() {
    const VolunteersSpec d;
    return {
        value("available", &VolunteersSpec::available, d, {Kind::count, 0.0, kMostHands},
              "volunteers in all, to hold the roster against"),
        value("slot", &VolunteersSpec::slot_s, d, {Kind::duration, 60.0, 14400.0},
              "time for which one number of hands is asked",
              "assumption: rosters are written by the quarter of an hour"),
        value("service_level", &VolunteersSpec::service_level, d, {Kind::share, 0.5, 0.999},
              "share of runners at a service who wait at most `longest_wait`, and of minutes in "
              "which the hands of a station keep up",
              "assumption"),
        value("longest_wait", &VolunteersSpec::longest_wait_s, d, {Kind::duration, 0.0, 7200.0},
              "wait that still counts as good service", "assumption"),
        list("posts", &VolunteersSpec::posts, post_table(), {Kind::list, 0.0, 1000.0},
             "posts that are neither a station nor a service"),
    };
}

}  // namespace gineste
