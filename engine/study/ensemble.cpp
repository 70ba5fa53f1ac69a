// SPDX-License-Identifier: Apache-2.0
#include "study/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/contract.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

std::vector<double> values_of(const std::vector<RaceOutcome>& races, const std::string& key) {
    std::vector<double> values;
    for (const RaceOutcome& race : races) {
        const Measure* measure = find_measure(race.measures, key);
        if (measure != nullptr && std::isfinite(measure->value)) values.push_back(measure->value);
    }
    return values;
}

Spread spread_of(const Measure& measure, const std::vector<double>& values) {
    Spread spread{
        measure.key, measure.unit, measure.label, sample_of(values), {}, 0, 0, 0, 0, 0, {}, {}};
    spread.mean = mean_interval(spread.sample);
    spread.least = quantile(values, 0.0);
    spread.p5 = quantile(values, 0.05);
    spread.median = quantile(values, 0.5);
    spread.p95 = quantile(values, 0.95);
    spread.most = quantile(values, 1.0);
    spread.median_interval = quantile_interval(values, 0.5);
    spread.p95_interval = quantile_interval(values, 0.95);
    return spread;
}

CurveBand band_of(const std::vector<RaceOutcome>& races,
                  const std::vector<double> RaceOutcome::*curve) {
    std::vector<std::vector<double>> curves;
    for (const RaceOutcome& race : races) curves.push_back(race.*curve);
    return curve_band(std::move(curves));
}

}  // namespace

std::vector<Spread> spreads_of(const std::vector<RaceOutcome>& races) {
    std::vector<Spread> spreads;
    for (const Measure& measure : races.front().measures) {
        spreads.push_back(spread_of(measure, values_of(races, measure.key)));
    }
    return spreads;
}

bool is_met(const StopRule& rule, const std::vector<RaceOutcome>& races) {
    const Sample sample = sample_of(values_of(races, rule.key));
    return sample.count >= kRacesBetweenLooks &&
           mean_interval(sample).half_width() <= rule.half_width_share * std::abs(sample.mean);
}

std::optional<std::string> measure_key(const std::vector<Measure>& measures,
                                       const std::string& name) {
    if (find_measure(measures, name) != nullptr) return name;
    std::vector<std::string> like;
    for (const Measure& measure : measures) {
        if (measure.key.starts_with(name)) like.push_back(measure.key);
    }
    if (like.size() != 1) return std::nullopt;
    return like.front();
}

Ensemble run_ensemble(std::size_t most_races, const std::optional<StopRule>& rule,
                      const RunBatch& run) {
    EXPECT(most_races > 0);
    Ensemble ensemble;
    ensemble.races = run(0, 1, std::nullopt);
    ensemble.segment = ensemble.races.front().segment;
    const std::size_t batch = rule ? kRacesBetweenLooks : most_races;
    while (ensemble.races.size() < most_races && !ensemble.is_settled) {
        const std::size_t from = ensemble.races.size();
        const std::size_t to = std::min(from - from % batch + batch, most_races);
        auto races = run(from, to, ensemble.segment);
        std::move(races.begin(), races.end(), std::back_inserter(ensemble.races));
        ensemble.is_settled = rule && is_met(*rule, ensemble.races);
    }
    ensemble.spreads = spreads_of(ensemble.races);
    ensemble.on_road = band_of(ensemble.races, &RaceOutcome::on_road);
    ensemble.density_per_m2 = band_of(ensemble.races, &RaceOutcome::density_per_m2);
    return ensemble;
}

}  // namespace gineste
