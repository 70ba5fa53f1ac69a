// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

Table<SectionSpec> section_table() {
    const SectionSpec d;
    return {
        value("from", &SectionSpec::from_m, d, {Kind::length, 0.0, 1e6}, "where the section begins")
            .required(),
        value("to", &SectionSpec::to_m, d, {Kind::length, 0.0, 1e6}, "where it ends").required(),
        value("width", &SectionSpec::width_m, d, {Kind::length, 1.0, 200.0},
              "usable width between the edges")
            .required(),
        value("name", &SectionSpec::name, d, {Kind::text}, "name of the road"),
    };
}

Table<SurveyedHeight> height_table() {
    const SurveyedHeight d;
    return {
        value("at", &SurveyedHeight::at_m, d, {Kind::length, 0.0, 1e6}, "distance from the start")
            .required(),
        value("elevation", &SurveyedHeight::elevation_m, d, {Kind::length, -430.0, 9000.0},
              "height above the sea")
            .required(),
        value("name", &SurveyedHeight::name, d, {Kind::text}, "name of the place"),
    };
}

}  // namespace

Table<CourseSpec> course_table() {
    const CourseSpec d;
    return {
        value("line", &CourseSpec::line, d, {Kind::path},
              "the line of the course: GPX, GeoJSON, GPKG, KML or CSV")
            .required(),
        value("dem", &CourseSpec::dem, d, {Kind::path},
              "terrain model: GeoTIFF, .asc, .hgt or netCDF; without it the line brings its "
              "heights, as "
              "the column ground_m of a CSV"),
        value("length", &CourseSpec::length_m, d, {Kind::length, 100.0, 1e6},
              "certified length, to which the traced one is scaled")
            .otherwise("as traced"),
        value("smoothing", &CourseSpec::smoothing_m, d, {Kind::length, 0.0, 5000.0},
              "waves of the profile of this length are halved",
              "assumption: a road is smoother than the hillside that a terrain model sees"),
        value("taper", &CourseSpec::taper_m, d, {Kind::length, 0.0, 1000.0},
              "length over which one width passes into the next", "assumption"),
        value("sections_file", &CourseSpec::sections_file, d, {Kind::path},
              "CSV of the sections (from_m, to_m, width_m, name), instead of `sections`"),
        list("sections", &CourseSpec::sections, section_table(), {Kind::list, 1.0, 10000.0},
             "stretches of road with one width each, from the start to the finish without holes"),
        list("heights", &CourseSpec::heights, height_table(), {Kind::list, 0.0, 10000.0},
             "surveyed heights that the profile must pass through"),
    };
}

namespace {

Table<ReleaseSpec> release_table() {
    const ReleaseSpec d;
    return {
        value("density", &ReleaseSpec::density_per_m2, d, {Kind::density, 0.01, 4.0},
              "runners on the road at the line, a minute after the first of the wave; times width "
              "and own speed it is the flow",
              "fitted to the first wave of Chicago 2013 for a line of 20 m, whose width is an "
              "assumption"),
        value("decay", &ReleaseSpec::decay, d, {Kind::number, 0.0, 0.9},
              "exponent by which that falls with the time since the first",
              "fitted to the first wave of Chicago 2013; the second is predicted within 2 %"),
        value("sd", &ReleaseSpec::sd, d, {Kind::number, 0.0, 1.0},
              "standard deviation of its logarithm from one wave to another", "assumption: none"),
    };
}

}  // namespace

Table<StartSpec> start_table() {
    const StartSpec d;
    return {
        value("line_width", &StartSpec::line_width_m, d, {Kind::length, 1.0, 200.0},
              "width of the start line", "assumption"),
        value("pen_width", &StartSpec::pen_width_m, d, {Kind::length, 1.0, 200.0},
              "width of the pens", "assumption"),
        value("pen_density", &StartSpec::pen_density_per_m2, d, {Kind::density, 0.1, 4.0},
              "how tightly runners stand in their pen",
              "assumption; pens are held to 3 /m2 (Altenburg), 1.5-3.0 /m2 seen by Peckover et al. "
              "2022, "
              "Sports 10(9):132"),
        value("run_up", &StartSpec::run_up_m, d, {Kind::length, 0.0, 5000.0},
              "from the front of the pen to the line", "assumption"),
        value("approach_speed", &StartSpec::approach_speed_mps, d, {Kind::speed, 0.3, 10.0},
              "at most this fast up to the line: pens walk there",
              "Peckover et al. 2022, Sports 10(9):132: flow over density, 0.82-1.15 m/s"),
        value("kept_gap", &StartSpec::kept_gap_m, d, {Kind::length, 0.0, 5.0},
              "behind the line runners keep the gap at which they stood in their pen, up to this",
              "fitted to flow over start lines (Peckover et al. 2022, Sports 10(9):132) and the "
              "start wave of Bain & Bartolo 2019, Science 363:46"),
        choice("after_delay", &StartSpec::after_delay, d,
               {{"as_planned", AfterDelay::as_planned}, {"keep_gaps", AfterDelay::keep_gaps}},
               "what the `delay` of a wave does to later guns by the clock: nothing, or they are "
               "as late, so that the gaps stay",
               "assumption"),
        section("release", &StartSpec::release, release_table(),
                "flow over the line as measured; without it runners walk up to the line from their "
                "pens, and their crowd makes the flow"),
    };
}

Table<WaveSpec> wave_table() {
    const WaveSpec d;
    return {
        value("name", &WaveSpec::name, d, {Kind::text}, "name of the wave; no two alike")
            .required(),
        value("entrants", &WaveSpec::entrants, d, {Kind::count, 1.0, 500000.0},
              "how many are entered in this wave; a single wave may take field.entrants"),
        choice("start", &WaveSpec::start, d,
               {{"clock", WaveStart::clock},
                {"after_previous", WaveStart::after_previous},
                {"rolling", WaveStart::rolling}},
               "what starts it: a gun at a time of day; a gun when the last runner of the wave "
               "before is over the line; nothing, its pen follows the wave before",
               "assumption"),
        value("gun", &WaveSpec::gun_s, d, {Kind::clock, 0.0, 86399.0},
              "local time of its gun; only and always with `start: clock`"),
        value("delay", &WaveSpec::delay_s, d, {Kind::duration, 0.0, 86400.0},
              "held back this long after its gun was due", "on time unless told otherwise"),
        value("interval", &WaveSpec::interval_s, d, {Kind::duration, 0.0, 86400.0},
              "time from the gun before to its own, instead of `gun`"),
        value("interval_most", &WaveSpec::interval_most_s, d, {Kind::duration, 0.0, 86400.0},
              "the interval is drawn from `interval` to this, evenly"),
        value("window", &WaveSpec::window_s, d, {Kind::duration, 0.0, 86400.0},
              "time from its gun within which everybody starts when they like, evenly",
              "everybody together"),
        choice("order", &WaveSpec::order, d,
               {{"mixed", PenOrder::mixed}, {"by_prediction", PenOrder::by_prediction}},
               "how runners stand in the pen: anywhere, or the fastest predicted time in front",
               "assumption"),
        choice("fill", &WaveSpec::fill, d,
               {{"by_prediction", WaveFill::by_prediction},
                {"slowest_first", WaveFill::slowest_first},
                {"by_lot", WaveFill::by_lot},
                {"by_bib", WaveFill::by_bib}},
               "who comes into it of those not yet placed: the fastest predicted times, the "
               "slowest, anybody by "
               "lot, or the lowest bibs",
               "assumption"),
        value("predicted_under", &WaveSpec::predicted_under_s, d, {Kind::duration, 60.0, 172800.0},
              "only who predicts less than this may come into it"),
        value("predicted_from", &WaveSpec::predicted_from_s, d, {Kind::duration, 60.0, 172800.0},
              "only who predicts this or more"),
        value("bib_from", &WaveSpec::bib_from, d, {Kind::count, 1.0, 4e9},
              "only bibs from this one on"),
        value("bib_to", &WaveSpec::bib_to, d, {Kind::count, 1.0, 4e9}, "only bibs up to this one"),
        value("ballot_share", &WaveSpec::ballot_share, d, {Kind::share, 0.0, 1.0},
              "share of its places that a ballot among all who are left gives away, whatever "
              "they predict and whatever their bib",
              "no ballot"),
        value("flow_share", &WaveSpec::flow_share, d, {Kind::number, 0.01, 10.0},
              "its flow over the line, over that of `start.release`", "as the others"),
        value("women_share", &WaveSpec::women_share, d, {Kind::share, 0.0, 1.0},
              "share of women in this wave")
            .otherwise("field.women_share"),
        value("prediction_sd", &WaveSpec::prediction_sd, d, {Kind::number, 0.0, 1.0},
              "standard deviation of ln(actual / predicted time) in this wave")
            .otherwise("field.prediction_sd"),
        section("men", &WaveSpec::men, time_table({}, "assumption: all of it varies"),
                "times of the men of this wave, who are then drawn for it; without it field.men"),
        section("women", &WaveSpec::women, time_table({}, "assumption: all of it varies"),
                "times of the women of this wave; without it field.women"),
    };
}

}  // namespace gineste
