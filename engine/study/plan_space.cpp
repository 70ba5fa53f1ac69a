// SPDX-License-Identifier: Apache-2.0
#include "study/plan_space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/contract.hpp"
#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/yaml_text.hpp"

namespace gineste {
namespace {

constexpr double kClose = 1e-9;

double within(const RangeSpec& range, double part) {
    const double value = *range.from + part * (*range.to - *range.from);
    if (range.step <= 0.0) return value;
    const double steps = std::floor((value - *range.from) / range.step + 0.5);
    return std::min(*range.to, *range.from + steps * range.step);
}

double part_of(const RangeSpec& range, double value) {
    if (*range.to <= *range.from) return 0.0;
    return std::clamp((value - *range.from) / (*range.to - *range.from), 0.0, 1.0);
}

/// Whole steps, the last one taking what is left.
std::vector<double> on_steps(const std::vector<double>& values, double step) {
    std::vector<double> rounded;
    double sum = 0.0;
    double said = 0.0;
    for (const double value : values) {
        sum += value;
        const double until = step * std::floor(sum / step + 0.5);
        rounded.push_back(until - said);
        said = until;
    }
    return rounded;
}

const char* fill_text(WaveFill fill) {
    switch (fill) {
        case WaveFill::by_prediction:
            return "by_prediction";
        case WaveFill::slowest_first:
            return "slowest_first";
        case WaveFill::by_lot:
            return "by_lot";
        case WaveFill::by_bib:
            return "by_bib";
    }
    return "";
}

bool has_rules_of_its_own(const WaveSpec& wave) {
    return wave.predicted_under_s || wave.predicted_from_s || wave.bib_from || wave.bib_to ||
           wave.men || wave.women || wave.women_share || wave.prediction_sd ||
           wave.start != WaveStart::clock || wave.interval_s || wave.window_s > 0.0 ||
           wave.delay_s > 0.0 || wave.ballot_share > 0.0;
}

}  // namespace

// By halving: the sum rises with the shift.
std::vector<double> shifted_to_sum(std::vector<double> values, double least, double most,
                                   double sum) {
    EXPECT(!values.empty() && least <= most);
    const auto sum_with = [&](double shift) {
        double total = 0.0;
        for (const double value : values) total += std::clamp(value + shift, least, most);
        return total;
    };
    double low = least - *std::max_element(values.begin(), values.end());
    double high = most - *std::min_element(values.begin(), values.end());
    for (int k = 0; k < 100; ++k) {
        const double middle = 0.5 * (low + high);
        (sum_with(middle) < sum ? low : high) = middle;
    }
    for (double& value : values) value = std::clamp(value + 0.5 * (low + high), least, most);
    return values;
}

PlanSpace::PlanSpace(const OptimiseSpec& spec, const Scenario& base)
    : spec_(spec), base_(base), kept_(static_cast<std::size_t>(spec.kept_waves)) {
    if (varies_waves()) check_waves();
    before_s_ = base_.waves[kept_ == 0 ? 0 : kept_ - 1].gun_s.value_or(0.0);
    for (std::size_t w = kept_; w < base_.waves.size(); ++w) runners_ += base_.waves[w].entrants;
    check_stations();
    check_keep();
}

void PlanSpace::refuse(const SourcePlace& place, const std::string& problem, const std::string& why,
                       const std::string& suggestion) const {
    throw InputError(Problem{place, problem, why, suggestion, ""});
}

bool PlanSpace::varies_waves() const {
    return spec_.vary.waves || spec_.vary.wave_size || spec_.vary.gap_s || spec_.vary.order_given;
}

void PlanSpace::check_waves() const {
    if (kept_ >= base_.waves.size()) {
        refuse(spec_.vary_place, fmt::format("kept_waves is {}", kept_),
               fmt::format("the scenario has {} waves: none is left to vary", base_.waves.size()),
               "Keep fewer.");
    }
    for (std::size_t w = 0; w < base_.waves.size(); ++w) {
        const WaveSpec& wave = base_.waves[w];
        const bool moves = w >= kept_;
        if (moves && has_rules_of_its_own(wave)) {
            refuse(wave.where, "wave '" + wave.name + "' cannot vary",
                   "it has rules of its own: who may come, their times, or what starts it",
                   "Keep it (`kept_waves`), or give it a gun and no such rules.");
        }
        if (!moves && !wave.gun_s) {
            refuse(wave.where, "wave '" + wave.name + "' has no gun", "others go a gap after it",
                   "Give it a `gun`.");
        }
    }
    if (!base_.field.entrants_file.empty()) {
        refuse(spec_.vary_place, "the scenario has an entrants file",
               "whoever is in it has a wave already", "Search with a field that is drawn.");
    }
    for (const NamedSpec& named : base_.named) {
        const bool kept = std::any_of(
            base_.waves.begin(), base_.waves.begin() + static_cast<std::ptrdiff_t>(kept_),
            [&](const WaveSpec& wave) { return wave.name == named.wave; });
        if (kept) continue;
        refuse(named.where, "'" + named.name + "' is in wave '" + named.wave + "', which varies",
               "that wave may not be there in another plan", "Keep the wave (`kept_waves`).");
    }
}

void PlanSpace::check_stations() const {
    for (const VaryStationSpec& vary : spec_.vary.stations) {
        std::vector<std::string> names;
        for (const StationSpec& station : base_.stations) names.push_back(station.name);
        if (std::find(names.begin(), names.end(), vary.name) != names.end()) continue;
        const auto near = nearest_word(vary.name, names);
        refuse(vary.where, "the scenario has no station '" + vary.name + "'",
               "only stations that are there can vary",
               near ? "Did you mean '" + *near + "'?" : "It has " + joined(names, ", ") + ".");
    }
}

std::optional<double> PlanSpace::room_for_gaps_s() const {
    if (!spec_.keep.last_gun_s) return std::nullopt;
    return *spec_.keep.last_gun_s - before_s_;
}

// What no plan can keep to, whatever the search finds.
void PlanSpace::check_keep() const {
    const auto& size = spec_.vary.wave_size;
    std::size_t fewest = most_waves();
    bool fits = !size;
    const std::size_t least =
        spec_.vary.waves ? static_cast<std::size_t>(*spec_.vary.waves->from) : most_waves();
    for (std::size_t count = least; count <= most_waves(); ++count) {
        const double waves = static_cast<double>(count);
        if (size && (waves * *size->from > runners_ || waves * *size->to < runners_)) continue;
        if (!fits || !size) fewest = std::min(fewest, count);
        fits = true;
    }
    if (!fits) {
        refuse(spec_.vary_place, "no number of waves holds the field",
               fmt::format("{} runners in {} to {} waves of {:g} to {:g}", runners_, least,
                           most_waves(), *size->from, *size->to),
               "Widen `waves` or `wave_size`.");
    }
    const auto room_s = room_for_gaps_s();
    const double gaps = static_cast<double>(kept_ == 0 ? fewest - 1 : fewest);
    if (room_s && spec_.vary.gap_s && gaps * *spec_.vary.gap_s->from > *room_s + kClose) {
        refuse(spec_.keep_place, "no plan keeps keep.last_gun",
               fmt::format("{} waves with gaps of {:g} s at least end {:g} s too late", fewest,
                           *spec_.vary.gap_s->from, gaps * *spec_.vary.gap_s->from - *room_s),
               "Allow shorter gaps, fewer waves or a later gun.");
    }
    if (!spec_.keep.pen_density_per_m2) return;
    const double room =
        *spec_.keep.pen_density_per_m2 * *spec_.keep.pen_length_m * base_.start.pen_width_m;
    if (runners_ > room * static_cast<double>(most_waves()) + kClose) {
        refuse(spec_.keep_place, "no plan keeps keep.pen_density",
               fmt::format("a pen holds {:.0f}, and {} runners are in {} waves at most", room,
                           runners_, most_waves()),
               "Allow more waves or longer pens.");
    }
}

std::size_t PlanSpace::most_waves() const {
    if (spec_.vary.waves) return static_cast<std::size_t>(*spec_.vary.waves->to);
    return base_.waves.size() - std::min(kept_, base_.waves.size());
}

std::size_t PlanSpace::dimension() const {
    std::size_t stations = 0;
    for (const VaryStationSpec& vary : spec_.vary.stations) {
        stations += (vary.at_m ? 1 : 0) + (vary.tables ? 1 : 0);
    }
    return 1 + 2 * most_waves() + 2 + stations;
}

std::size_t PlanSpace::waves_at(double part) const {
    if (!spec_.vary.waves) return most_waves();
    const double least = *spec_.vary.waves->from;
    const double numbers = *spec_.vary.waves->to - least + 1.0;
    return std::min(most_waves(), static_cast<std::size_t>(least + std::floor(part * numbers)));
}

std::vector<int> PlanSpace::sizes(const std::vector<double>& point, std::size_t count) const {
    std::vector<int> whole;
    if (!spec_.vary.wave_size) {
        for (std::size_t k = 0; k < count; ++k) {
            const auto share = static_cast<int>(count);
            const bool as_base = count == base_.waves.size() - kept_;
            const auto equal = (runners_ * static_cast<int>(k + 1)) / share -
                               (runners_ * static_cast<int>(k)) / share;
            whole.push_back(as_base ? base_.waves[kept_ + k].entrants : equal);
        }
        return whole;
    }
    const RangeSpec& range = *spec_.vary.wave_size;
    std::vector<double> wanted;
    for (std::size_t k = 0; k < count; ++k) wanted.push_back(within(range, point[1 + k]));
    const double waves = static_cast<double>(count);
    const double least = std::min(*range.from, runners_ / waves);
    const double most = std::max(*range.to, runners_ / waves);
    const auto fitting = shifted_to_sum(wanted, least, most, runners_);
    for (const double size : on_steps(fitting, std::max(1.0, range.step))) {
        whole.push_back(static_cast<int>(size));
    }
    whole.back() += runners_ - std::accumulate(whole.begin(), whole.end(), 0);
    return whole;
}

// From the gun of the last wave that is kept on; where none is, the first gun stays.
std::vector<double> PlanSpace::gaps_s(const std::vector<double>& point, std::size_t count) const {
    std::vector<double> gaps;
    const std::size_t fixed = kept_ == 0 ? 1 : 0;
    if (!spec_.vary.gap_s) {
        double last_s = before_s_;
        for (std::size_t k = 0; k < count; ++k) {
            gaps.push_back(*base_.waves[kept_ + k].gun_s - last_s);
            last_s = *base_.waves[kept_ + k].gun_s;
        }
        return gaps;
    }
    const RangeSpec& range = *spec_.vary.gap_s;
    for (std::size_t k = fixed; k < count; ++k) {
        gaps.push_back(within(range, point[1 + most_waves() + k]));
    }
    const auto room_s = room_for_gaps_s();
    const double number = static_cast<double>(gaps.size());
    const double sum_s = std::accumulate(gaps.begin(), gaps.end(), 0.0);
    if (room_s && !gaps.empty() && sum_s > *room_s) {
        const double least_s = number * *range.from;
        gaps = shifted_to_sum(gaps, *range.from, *range.to, std::max(*room_s, least_s));
    }
    gaps = on_steps(gaps, std::max(1.0, range.step));
    if (fixed == 1) gaps.insert(gaps.begin(), 0.0);
    return gaps;
}

void PlanSpace::set_waves(const std::vector<double>& point, Scenario& plan) const {
    const std::size_t count = waves_at(point[0]);
    const std::vector<int> size = sizes(point, count);
    const std::vector<double> gap_s = gaps_s(point, count);
    const double turn = point[1 + 2 * most_waves()];
    plan.waves.resize(kept_);
    double gun_s = before_s_;
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t like = std::min(kept_ + k, base_.waves.size() - 1);
        WaveSpec wave = base_.waves[like];
        if (kept_ + k >= base_.waves.size()) wave.name = fmt::format("Wave +{}", k + 1);
        gun_s += gap_s[k];
        wave.gun_s = gun_s;
        wave.entrants = size[k];
        const bool slowest = spec_.vary.order == WaveOrder::slowest_first ||
                             (spec_.vary.order == WaveOrder::either && turn >= 0.5);
        if (spec_.vary.order_given) {
            wave.fill = slowest ? WaveFill::slowest_first : WaveFill::by_prediction;
        }
        plan.waves.push_back(wave);
    }
}

Scenario PlanSpace::plan(const std::vector<double>& point) const {
    EXPECT(point.size() == dimension());
    Scenario plan = base_;
    if (varies_waves()) set_waves(point, plan);
    std::size_t next = 2 + 2 * most_waves();
    const double width = point[next++];
    if (spec_.vary.line_width_m) plan.start.line_width_m = within(*spec_.vary.line_width_m, width);
    for (const VaryStationSpec& vary : spec_.vary.stations) {
        for (StationSpec& station : plan.stations) {
            if (station.name != vary.name) continue;
            if (vary.at_m) station.at_m = within(*vary.at_m, point[next++]);
            if (vary.tables) {
                station.tables = static_cast<int>(std::lround(within(*vary.tables, point[next++])));
            }
        }
    }
    return plan;
}

std::vector<double> PlanSpace::base_point() const {
    std::vector<double> point(dimension(), 0.5);
    const std::size_t count = base_.waves.size() - std::min(kept_, base_.waves.size());
    if (spec_.vary.waves) {
        const double least = *spec_.vary.waves->from;
        const double numbers = *spec_.vary.waves->to - least + 1.0;
        point[0] =
            std::clamp((static_cast<double>(count) - least + 0.5) / numbers, 0.0, 1.0 - kClose);
    }
    double last_s = before_s_;
    for (std::size_t k = 0; k < std::min(count, most_waves()); ++k) {
        const WaveSpec& wave = base_.waves[kept_ + k];
        if (spec_.vary.wave_size) point[1 + k] = part_of(*spec_.vary.wave_size, wave.entrants);
        if (!spec_.vary.gap_s || !wave.gun_s) continue;
        point[1 + most_waves() + k] = part_of(*spec_.vary.gap_s, *wave.gun_s - last_s);
        last_s = *wave.gun_s;
    }
    std::size_t next = 1 + 2 * most_waves();
    const bool slowest =
        kept_ < base_.waves.size() && base_.waves[kept_].fill == WaveFill::slowest_first;
    point[next++] = slowest ? 0.75 : 0.25;
    const auto& width = spec_.vary.line_width_m;
    point[next++] = width ? part_of(*width, base_.start.line_width_m) : 0.5;
    for (const VaryStationSpec& vary : spec_.vary.stations) {
        for (const StationSpec& station : base_.stations) {
            if (station.name != vary.name) continue;
            if (vary.at_m) point[next++] = part_of(*vary.at_m, station.at_m);
            if (vary.tables) point[next++] = part_of(*vary.tables, station.tables);
        }
    }
    return point;
}

// Item by item, by name: what is not said stays as the base has it.
std::string PlanSpace::waves_text(const Scenario& plan) const {
    std::string text;
    const std::size_t both = std::min(plan.waves.size(), base_.waves.size());
    for (std::size_t w = kept_; w < plan.waves.size(); ++w) {
        const WaveSpec& now = plan.waves[w];
        std::vector<std::string> keys;
        if (w >= both || now.entrants != base_.waves[w].entrants) {
            keys.push_back(fmt::format("entrants: {}", now.entrants));
        }
        if (w >= both || now.gun_s != base_.waves[w].gun_s) {
            keys.push_back("gun: \"" + clock_text(*now.gun_s) + "\"");
        }
        if (w >= both || now.fill != base_.waves[w].fill) {
            keys.push_back(std::string("fill: ") + fill_text(now.fill));
        }
        if (w >= both && now.order == PenOrder::by_prediction) {
            keys.push_back("order: by_prediction");
        }
        if (!keys.empty())
            text += fmt::format("  {}: {{{}}}\n", yaml_quoted(now.name), joined(keys, ", "));
    }
    for (std::size_t w = both; w < base_.waves.size(); ++w) {
        text += fmt::format("  {}:\n", yaml_quoted(base_.waves[w].name));
    }
    return text.empty() ? text : "waves:\n" + text;
}

std::string PlanSpace::changes_text(const Scenario& plan) const {
    std::string text;
    if (plan.start.line_width_m != base_.start.line_width_m) {
        text += "start: {line_width: " + number_text(plan.start.line_width_m) + " m}\n";
    }
    if (varies_waves()) text += waves_text(plan);
    std::string stations;
    for (std::size_t k = 0; k < plan.stations.size(); ++k) {
        const StationSpec& now = plan.stations[k];
        const StationSpec& before = base_.stations[k];
        if (now.at_m == before.at_m && now.tables == before.tables) continue;
        stations += fmt::format("  {}: {{at: {} m, tables: {}}}\n", yaml_quoted(now.name),
                                number_text(now.at_m), now.tables);
    }
    return stations.empty() ? text : text + "stations:\n" + stations;
}

}  // namespace gineste
