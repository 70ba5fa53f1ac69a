// SPDX-License-Identifier: Apache-2.0
#include "field/field.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "core/parallel.hpp"
#include "core/random.hpp"
#include "field/ability.hpp"
#include "field/conditions.hpp"
#include "field/entrants.hpp"
#include "field/fade.hpp"
#include "field/ideal_times.hpp"
#include "field/known.hpp"
#include "field/line.hpp"
#include "field/waves.hpp"

namespace gineste {
namespace {

double cut(const CutNormal& law, double z) {
    return std::clamp(law.mean + law.sd * z, law.least, law.most);
}

// Ability is drawn and predictions are made for normal weather; the day comes after.
class Drawing {
  public:
    Drawing(const Scenario& scenario, const Course& course)
        : spec_(scenario.field),
          waves_(scenario.waves),
          random_(scenario.seed),
          times_(normal_times(scenario, course)),
          length_m_(course.length_m()) {}

    void draw(Field& field, RunnerId id, const Entrant& entrant) const;
    const IdealTimes& times() const { return times_; }
    double median_s() const {
        return spec_.women_share * drawn_time_s(spec_.women, 0.0) +
               (1.0 - spec_.women_share) * drawn_time_s(spec_.men, 0.0);
    }

  private:
    double prediction_error(RunnerId id, Sex sex, const Entrant& entrant) const;
    std::optional<double> predicted_s(const Entrant& entrant) const;
    void draw_ability(Field& field, RunnerId id, const Entrant& entrant) const;
    void draw_fate(Field& field, RunnerId id) const;

    const TimeDistribution& law_of(Sex sex, const Entrant& entrant) const;

    const FieldSpec& spec_;
    const std::vector<WaveSpec>& waves_;
    Random random_;
    IdealTimes times_;
    double length_m_ = 0.0;
};

// ln(actual / predicted): men are more hopeful than women (model notes, § 5.3).
double Drawing::prediction_error(RunnerId id, Sex sex, const Entrant& entrant) const {
    const double bias = sex == Sex::man ? spec_.prediction_bias_men : spec_.prediction_bias_women;
    double sd = spec_.prediction_sd;
    if (entrant.wave) sd = waves_[entrant.wave->value].prediction_sd.value_or(sd);
    return bias + sd * random_.normal(id, Purpose::prediction);
}

// What the entrant said, as a time over this course.
std::optional<double> Drawing::predicted_s(const Entrant& entrant) const {
    if (!entrant.predicted_s || !entrant.predicted_over_m) return entrant.predicted_s;
    return riegel_time_s(*entrant.predicted_s, *entrant.predicted_over_m, length_m_,
                         spec_.riegel_exponent);
}

const TimeDistribution& Drawing::law_of(Sex sex, const Entrant& entrant) const {
    if (entrant.wave) {
        const WaveSpec& wave = waves_[entrant.wave->value];
        const auto& own = sex == Sex::man ? wave.men : wave.women;
        if (own) return *own;
    }
    return sex == Sex::man ? spec_.men : spec_.women;
}

void Drawing::draw_ability(Field& field, RunnerId id, const Entrant& entrant) const {
    const std::size_t i = id.value;
    const double z = random_.normal(id, Purpose::ability);
    const double response = std::clamp(
        1.0 + spec_.hill_response_sd * random_.normal(id, Purpose::hill_response), 0.4, 1.6);
    field.hill_response[i] = static_cast<float>(response);
    const bool has_time = entrant.predicted_s || entrant.net_s;
    if (spec_.law != AbilityLaw::log_normal && !has_time) {
        const double speed_mps = spec_.law == AbilityLaw::normal_pace
                                     ? 1000.0 / cut(spec_.pace_s_per_km, z)
                                     : cut(spec_.speed_mps, z);
        field.drift[i] = static_cast<float>(spec_.drift);
        field.flat_speed_mps[i] = static_cast<float>(speed_mps);
        field.ideal_s[i] = times_.time_s(speed_mps, response, spec_.drift);
        return;
    }
    const std::optional<double> told_s = predicted_s(entrant);
    if (entrant.net_s) {
        field.ideal_s[i] = *entrant.net_s;
    } else if (told_s) {
        field.ideal_s[i] = *told_s * std::exp(prediction_error(id, field.sex[i], entrant));
    } else {
        field.ideal_s[i] = drawn_time_s(law_of(field.sex[i], entrant), z);
    }
    const double drift = std::clamp(fade(spec_, field.ideal_s[i], median_s()) +
                                        spec_.drift_sd * random_.normal(id, Purpose::drift),
                                    -0.5, 0.8);
    field.drift[i] = static_cast<float>(drift);
    field.flat_speed_mps[i] =
        static_cast<float>(times_.flat_speed_mps(field.ideal_s[i], response, drift));
}

void Drawing::draw_fate(Field& field, RunnerId id) const {
    const std::size_t i = id.value;
    field.present[i] = random_.uniform(id, Purpose::no_show) >= spec_.no_show_share ? 1 : 0;
    const bool withdraws = random_.uniform(id, Purpose::withdrawal) < spec_.withdraw_share;
    field.withdraws_at_m[i] = withdraws ? length_m_ * random_.uniform(id, Purpose::withdrawal_place)
                                        : std::numeric_limits<double>::infinity();
}

void Drawing::draw(Field& field, RunnerId id, const Entrant& entrant) const {
    const std::size_t i = id.value;
    double women_share = spec_.women_share;
    if (entrant.wave) women_share = waves_[entrant.wave->value].women_share.value_or(women_share);
    const bool woman = random_.uniform(id, Purpose::sex) < women_share;
    field.bib[i] = entrant.bib.value_or(id.value + 1);
    field.sex[i] = entrant.sex.value_or(woman ? Sex::woman : Sex::man);
    draw_ability(field, id, entrant);
    field.predicted_s[i] = predicted_s(entrant).value_or(
        field.ideal_s[i] * std::exp(-prediction_error(id, field.sex[i], entrant)));
    draw_fate(field, id);
}

std::ptrdiff_t named_in(const Scenario& scenario, std::size_t w) {
    return std::count_if(scenario.named.begin(), scenario.named.end(),
                         [&](const NamedSpec& one) { return one.wave == scenario.waves[w].name; });
}

bool are_drawn_by_wave(const Scenario& scenario) {
    return std::any_of(scenario.waves.begin(), scenario.waves.end(), [](const WaveSpec& wave) {
        return wave.men || wave.women || wave.women_share || wave.prediction_sd;
    });
}

// Where a wave has times of its own, its runners are drawn for it, and all waves are settled
// before; the places of the named are left for them.
std::vector<Entrant> unknown_entrants(const Scenario& scenario) {
    std::vector<Entrant> entrants(static_cast<std::size_t>(entrants_of_waves(scenario)));
    if (!are_drawn_by_wave(scenario)) return entrants;
    auto next = entrants.begin();
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        const auto end = next + scenario.waves[w].entrants - named_in(scenario, w);
        for (; next != end; ++next) next->wave = WaveId(w);
    }
    return entrants;
}

void resize(Field& field, std::size_t count) {
    field.bib.resize(count);
    field.sex.resize(count);
    field.wave.resize(count);
    field.pen_rank.resize(count);
    field.present.resize(count);
    field.predicted_s.resize(count);
    field.ideal_s.resize(count);
    field.flat_speed_mps.resize(count);
    field.weather_factor.resize(count, 1.0F);
    field.hill_response.resize(count);
    field.drift.resize(count);
    field.withdraws_at_m.resize(count);
}

}  // namespace

Field draw_field(const Scenario& scenario, const Course& course) {
    std::vector<Entrant> entrants =
        scenario.field.entrants_file.empty() ? unknown_entrants(scenario) : read_entrants(scenario);
    Field field;
    field.named = add_named(scenario, entrants);
    resize(field, entrants.size());
    const Drawing drawing(scenario, course);
    for_blocks(entrants.size(), omp_get_max_threads(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) drawing.draw(field, RunnerId(i), entrants[i]);
    });
    join_parties(scenario, field);
    slow_groups(scenario, drawing.times(), field);
    set_named(scenario, course, drawing.times(), field);
    meet_weather(scenario, course, field);
    assign_waves(scenario, entrants, field);
    order_pens(scenario, field);
    open_line(scenario, entrants, field);
    return field;
}

std::optional<Field> with_waves(const Field& drawn, const Scenario& plan) {
    if (!plan.field.entrants_file.empty() || are_drawn_by_wave(plan)) return std::nullopt;
    std::vector<Entrant> entrants = unknown_entrants(plan);
    if (entrants.size() != drawn.size()) return std::nullopt;
    Field field = drawn;
    field.line_due_s.clear();
    add_named(plan, entrants);
    assign_waves(plan, entrants, field);
    order_pens(plan, field);
    open_line(plan, entrants, field);
    return field;
}

}  // namespace gineste
