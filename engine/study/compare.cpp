// SPDX-License-Identifier: Apache-2.0
#include "study/compare.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"
#include "study/measures.hpp"

namespace gineste {
namespace {

bool all_have(const std::vector<PlanRaces>& plans, const Measure& wanted) {
    return std::all_of(plans.begin(), plans.end(), [&](const PlanRaces& plan) {
        const Measure* found = find_measure(plan.races.front().measures, wanted.key);
        return found != nullptr && found->label == wanted.label;
    });
}

/// The values of one measure by plan and replication, where every plan has one.
std::vector<std::vector<double>> values_of(const std::vector<PlanRaces>& plans,
                                           const std::string& key) {
    std::vector<std::vector<double>> values(plans.size());
    for (std::size_t k = 0; k < plans.front().races.size(); ++k) {
        std::vector<double> row;
        for (const PlanRaces& plan : plans) {
            row.push_back(find_measure(plan.races[k].measures, key)->value);
        }
        const bool whole =
            std::all_of(row.begin(), row.end(), [](double value) { return std::isfinite(value); });
        for (std::size_t plan = 0; whole && plan < plans.size(); ++plan) {
            values[plan].push_back(row[plan]);
        }
    }
    return values;
}

Verdict verdict_of(const Difference& difference) {
    if (difference.paired.count == 0) return Verdict::not_shown;
    if (difference.paired.sd == 0.0 && difference.paired.mean == 0.0) return Verdict::same;
    if (difference.interval.high < 0.0) return Verdict::less;
    if (difference.interval.low > 0.0) return Verdict::more;
    return Verdict::not_shown;
}

Difference difference_of(const std::vector<double>& first, const std::vector<double>& plan,
                         double confidence) {
    std::vector<double> paired(plan.size());
    std::transform(plan.begin(), plan.end(), first.begin(), paired.begin(), std::minus<>());
    Difference difference;
    difference.paired = sample_of(paired);
    difference.interval = mean_interval(difference.paired, confidence);
    difference.verdict = verdict_of(difference);
    difference.seeds_needed =
        replications_for(difference.paired.mean, difference.paired.sd, confidence);
    const double apart = std::pow(sample_of(first).sd, 2) + std::pow(sample_of(plan).sd, 2);
    const double together = std::pow(difference.paired.sd, 2);
    // A difference that is the same in every race varies by what rounding leaves, and by no more.
    constexpr double rounding = 1e-12;
    if (together > rounding * apart && std::isfinite(apart)) {
        difference.variance_ratio = apart / together;
    }
    return difference;
}

void weigh_no_collapse(std::vector<Comparison>& comparisons) {
    for (std::size_t plan = 1; plan < comparisons.front().plans.size(); ++plan) {
        if (!collapses(comparisons, 0) && !collapses(comparisons, plan)) continue;
        for (Comparison& row : comparisons) {
            if (row.key != kBeyondModelKey)
                row.differences[plan - 1].verdict = Verdict::not_weighed;
        }
    }
}

}  // namespace

std::vector<Comparison> compare_plans(const std::vector<PlanRaces>& plans, double confidence) {
    EXPECT(!plans.empty() && !plans.front().races.empty());
    std::vector<Comparison> comparisons;
    for (const Measure& measure : plans.front().races.front().measures) {
        if (!all_have(plans, measure)) continue;
        const auto values = values_of(plans, measure.key);
        Comparison comparison{measure.key, measure.unit, measure.label, {}, {}};
        for (std::size_t plan = 0; plan < plans.size(); ++plan) {
            comparison.plans.push_back(sample_of(values[plan]));
            if (plan == 0) continue;
            comparison.differences.push_back(
                difference_of(values.front(), values[plan], confidence));
        }
        comparisons.push_back(std::move(comparison));
    }
    if (!comparisons.empty()) weigh_no_collapse(comparisons);
    return comparisons;
}

bool collapses(const std::vector<Comparison>& comparisons, std::size_t plan) {
    const auto row = std::find_if(comparisons.begin(), comparisons.end(),
                                  [](const Comparison& one) { return one.key == kBeyondModelKey; });
    return row != comparisons.end() && row->plans[plan].mean > 0.0;
}

}  // namespace gineste
