// SPDX-License-Identifier: Apache-2.0
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr const char* kBrussels =
    "fitted to the 20 km of Brussels, 40,292 finishers (hilly): p10 5,590 s, median 7,167 s, p90 "
    "9,467 s; men "
    "6,746 s, women 7,870 s";
constexpr const char* kLjubljana =
    "half marathon: each fifth is slower than the one before (Nikolaidis 2019, Medicina 55:14)";
constexpr const char* kPredictionError =
    "derived from ten Swedish races, men 6 min and women 3 min too hopeful; two of three slower "
    "than predicted (Roberts 2008)";

Table<TimeQuantile> quantile_table() {
    const TimeQuantile d;
    return {
        value("share", &TimeQuantile::share, d, {Kind::share, 0.0001, 0.9999},
              "share of the runners, faster ones first")
            .required(),
        value("time", &TimeQuantile::time_s, d, {Kind::duration, 600.0, 86400.0},
              "undisturbed net time over this course that they do not exceed")
            .required(),
    };
}

Table<CutNormal> normal_table(const CutNormal& d, const Rule& rule, const std::string& source) {
    return {
        value("mean", &CutNormal::mean, d, rule, "mean", source),
        value("sd", &CutNormal::sd, d, {rule.kind, 0.0, rule.most}, "standard deviation", source),
        value("least", &CutNormal::least, d, rule, "cut off below this", "assumption"),
        value("most", &CutNormal::most, d, rule, "cut off above this", "assumption"),
    };
}

// How well runners know what they will run.
Table<FieldSpec> prediction_rows(const FieldSpec& d) {
    return {
        value("prediction_bias_men", &FieldSpec::prediction_bias_men, d, {Kind::number, -0.5, 0.5},
              "mean of ln(actual / predicted time) of men", kPredictionError),
        value("prediction_bias_women", &FieldSpec::prediction_bias_women, d,
              {Kind::number, -0.5, 0.5}, "the same of women", kPredictionError),
        value("prediction_sd", &FieldSpec::prediction_sd, d, {Kind::number, 0.0, 1.0},
              "standard deviation of ln(actual / predicted time)", kPredictionError),
        value("riegel_exponent", &FieldSpec::riegel_exponent, d, {Kind::number, 0.8, 1.5},
              "exponent of distance in time, for times predicted over another distance",
              "Riegel 1981; well calibrated up to the half marathon (Vickers & Vertosick 2016), "
              "1.06-1.15 seen"),
        value("missed_seeding_share", &FieldSpec::missed_seeding_share, d, {Kind::share, 0.0, 1.0},
              "share who stand in a pen that has nothing to do with their pace",
              "assumption: 5-10 % gross mis-seeders"),
    };
}

// What a runner's own pace does along the way.
Table<FieldSpec> pacing_rows(const FieldSpec& d) {
    return {
        value("hill_response_sd", &FieldSpec::hill_response_sd, d, {Kind::number, 0.0, 1.0},
              "spread between runners of the exponent of the grade factor", "assumption"),
        value("drift", &FieldSpec::drift, d, {Kind::share, -0.5, 0.8},
              "speed lost on the way, as a share of the mean speed",
              "derived: with the noise it gives the 4.1 % mean change of speed over five segments "
              "of the Ljubljana half 2017 (Nikolaidis 2019, Medicina 55:14)"),
        value("drift_by_time", &FieldSpec::drift_by_time, d, {Kind::number, 0.0, 10.0},
              "how the drift grows with a runner's time over the median of the field: drift * (1 + "
              "drift_by_time * (time / median - 1)), within 0 and 2.5 * drift",
              "assumption; slower runners fade more (Vienna, 133,268 half marathons)"),
        value("drift_from", &FieldSpec::drift_from, d, {Kind::share, 0.0, 0.99},
              "share of the course after which the speed begins to fall", kLjubljana),
        value("drift_to", &FieldSpec::drift_to, d, {Kind::share, 0.01, 2.0},
              "share of the course after which it falls no more", kLjubljana),
        value("drift_sooner", &FieldSpec::drift_sooner, d, {Kind::number, 0.0, 5.0},
              "by how much of the course both come sooner, for each unit of the runner's drift",
              "assumption: nobody sooner; 1.6 fitted to Boston 2011 and 2015"),
        value("end_spurt", &FieldSpec::end_spurt, d, {Kind::share, 0.0, 1.0},
              "share of the drift that a runner regains over the last tenth of the course",
              "half marathon: no end spurt (Nikolaidis 2019, Medicina 55:14)"),
        value("drift_sd", &FieldSpec::drift_sd, d, {Kind::share, 0.0, 0.5},
              "spread of the drift between runners who take as long", "assumption: none"),
        value("noise_sd", &FieldSpec::noise_sd, d, {Kind::share, 0.0, 0.3},
              "standard deviation of the noise of the pace",
              "assumption; over a fifth of a half marathon about 1 % of it is left"),
        value("noise_length", &FieldSpec::noise_length_m, d, {Kind::length, 10.0, 10000.0},
              "distance over which that noise is forgotten", "assumption"),
    };
}

Table<FieldSpec> company_rows(const FieldSpec& d) {
    return {
        value("companions_share", &FieldSpec::companions_share, d, {Kind::share, 0.0, 1.0},
              "share who go in parties: their own pace is that of the slowest of them",
              "everybody for themselves"),
        value("companions", &FieldSpec::companions, d, {Kind::count, 2.0, 20.0},
              "how many go together", "assumption: families and friends"),
    };
}

}  // namespace

Table<GroupSpec> group_table() {
    const GroupSpec d;
    return {
        value("name", &GroupSpec::name, d, {Kind::text}, "what slows them").required(),
        value("share", &GroupSpec::share, d, {Kind::share, 0.0, 1.0}, "share of all entrants")
            .required(),
        value("speed_share", &GroupSpec::speed_share, d, {Kind::share, 0.1, 1.5},
              "share of their speed that is left; what they predicted does not know of it")
            .required(),
    };
}

Table<NamedSpec> named_table() {
    const NamedSpec d;
    const Rule pace{Kind::pace, 120.0, 3600.0};
    return {
        value("name", &NamedSpec::name, d, {Kind::text}, "as reports print it; no two alike")
            .required(),
        value("wave", &NamedSpec::wave, d, {Kind::text}, "name of the wave they start in")
            .required(),
        value("bib", &NamedSpec::bib, d, {Kind::count, 1.0, 4e9}, "bib number")
            .otherwise("one that nobody else has"),
        choice("sex", &NamedSpec::sex, d, {{"woman", NamedSex::woman}, {"man", NamedSex::man}},
               "of which results are kept", "assumption"),
        value("finish", &NamedSpec::finish_s, d, {Kind::duration, 60.0, 172800.0},
              "undisturbed net time over this course in normal weather; this, `pace` or "
              "`flat_pace`"),
        value("pace", &NamedSpec::pace_s_per_km, d, pace,
              "the same as a mean pace over the course, for a pacer"),
        value("flat_pace", &NamedSpec::flat_pace_s_per_km, d, pace,
              "pace on level road; hills then change it as they change anybody's"),
    };
}

// The defaults of men and women differ, so each brings its own.
Table<TimeDistribution> time_table(const TimeDistribution& d, const std::string& source) {
    return {
        value("median", &TimeDistribution::median_s, d, {Kind::duration, 600.0, 86400.0},
              "median of the undisturbed net time over this course", source),
        value("spread", &TimeDistribution::spread, d, {Kind::number, 0.01, 1.5},
              "standard deviation of the logarithm, of the part that varies", source),
        value("shift", &TimeDistribution::shift, d, {Kind::share, -5.0, 0.95},
              "share of the median that does not vary", source),
        list("quantiles", &TimeDistribution::quantiles, quantile_table(), {Kind::list, 2.0, 1000.0},
             "points of the distribution instead of these three; between them, and beyond the "
             "first and last, the logarithm of time is straight over the normal deviate"),
    };
}

Table<FieldSpec> field_table() {
    const FieldSpec d;
    Table<FieldSpec> table{
        value("entrants", &FieldSpec::entrants, d, {Kind::count, 1.0, 500000.0},
              "how many are entered; must equal the sum of the waves where both are given")
            .otherwise("the sum of the waves"),
        value("entrants_file", &FieldSpec::entrants_file, d, {Kind::path},
              "CSV of bib, sex, wave, predicted time and the distance that is predicted; instead "
              "of drawing the field"),
        choice("law", &FieldSpec::law, d,
               {{"log_normal", AbilityLaw::log_normal},
                {"normal_pace", AbilityLaw::normal_pace},
                {"normal_speed", AbilityLaw::normal_speed}},
               "how ability is drawn: time over this course by sex (`men`, `women`), pace on the "
               "flat (`pace`), speed on the flat (`speed`)",
               "the middle of a field is straight against the logarithm of time"),
        value("women_share", &FieldSpec::women_share, d, {Kind::share, 0.0, 1.0}, "share of women",
              "20 km of Brussels: 61 % men"),
        section("men", &FieldSpec::men, time_table(d.men, kBrussels),
                "times of men: shift*median + (1-shift)*median*exp(spread*z)"),
        section("women", &FieldSpec::women, time_table(d.women, kBrussels),
                "times of women, the same law"),
        section(
            "pace", &FieldSpec::pace_s_per_km,
            normal_table(d.pace_s_per_km, {Kind::pace, 120.0, 3600.0},
                         "assumption: the field of the exact free-flow example, 345 +- 58 s/km"),
            "for `law: normal_pace`"),
        section("speed", &FieldSpec::speed_mps,
                normal_table(d.speed_mps, {Kind::speed, 0.3, 8.0},
                             "assumption, near the Ljubljana half 2017: men 3.14 +- 0.45, women "
                             "2.77 +- 0.35 m/s (Nikolaidis 2019)"),
                "for `law: normal_speed`"),
        value("no_show_share", &FieldSpec::no_show_share, d, {Kind::share, 0.0, 0.95},
              "share of entrants who do not come",
              "Goteborg 24.9 %, Dublin 21 %, Chicago 15.3 %, Paris half and typical races 10 %"),
        value("withdraw_share", &FieldSpec::withdraw_share, d, {Kind::share, 0.0, 0.95},
              "share of starters who do not finish",
              "New York 1.5 %, Boston 1.7 %; half marathons 0.5-1.5 %"),
    };
    for (auto& rows : {prediction_rows(d), pacing_rows(d), company_rows(d)}) {
        table.insert(table.end(), rows.begin(), rows.end());
    }
    return table;
}

}  // namespace gineste
