// SPDX-License-Identifier: Apache-2.0
#include "study/plan_race.hpp"

#include <algorithm>
#include <cmath>

#include "core/contract.hpp"
#include "study/pareto.hpp"

namespace gineste {
namespace {

/// What the races say of A against B.
enum class Relation { better, not_better, open };

class Selection {
  public:
    Selection(std::vector<PlanRecord>& plans, const SelectOptions& options)
        : plans_(plans), options_(options) {
        const auto rivals = static_cast<double>(std::max<std::size_t>(2, plans.size()) - 1);
        confidence_ = 1.0 - (1.0 - options.confidence) / rivals;
    }

    // Gives up plans that are surely beaten.
    void give_up() {
        for (std::size_t b = 0; b < plans_.size(); ++b) {
            for (std::size_t a = 0; a < plans_.size(); ++a) {
                if (a == b || plans_[b].standing == Standing::beaten) continue;
                if (plans_[a].standing == Standing::beaten) continue;
                if (relation(a, b) == Relation::better) plans_[b].standing = Standing::beaten;
            }
        }
    }

    // Plans of which at least one comparison is open.
    std::vector<std::size_t> undecided() const {
        std::vector<std::size_t> open;
        for (std::size_t b = 0; b < plans_.size(); ++b) {
            if (plans_[b].standing == Standing::beaten) continue;
            const bool is_open = [&] {
                for (std::size_t a = 0; a < plans_.size(); ++a) {
                    if (a == b || plans_[a].standing == Standing::beaten) continue;
                    if (relation(a, b) == Relation::open || relation(b, a) == Relation::open) {
                        return true;
                    }
                }
                return false;
            }();
            if (is_open) open.push_back(b);
        }
        return open;
    }

  private:
    // Better: surely in one objective, and surely no worse by more than the indifference in all.
    // Not better: surely worse in one.
    Relation relation(std::size_t a, std::size_t b) const {
        const double a_excess = plans_[a].mean_excess();
        const double b_excess = plans_[b].mean_excess();
        if (a_excess > b_excess) return Relation::not_better;
        bool somewhere = a_excess < b_excess;
        bool everywhere = true;
        const std::vector<double> means = plans_[b].means();
        for (std::size_t k = 0; k < means.size(); ++k) {
            const Sample sample = paired_difference(plans_[a], plans_[b], k);
            const Interval interval = mean_interval(sample, confidence_);
            const double same = options_.indifference * std::abs(means[k]);
            if (interval.low > 0.0) return Relation::not_better;
            somewhere = somewhere || interval.high < 0.0;
            everywhere = everywhere && interval.high <= same;
        }
        if (everywhere && somewhere) return Relation::better;
        return everywhere ? Relation::not_better : Relation::open;  // the same: nobody goes
    }

    std::vector<PlanRecord>& plans_;
    const SelectOptions& options_;
    double confidence_ = kConfidence;
};

void judge_means(std::vector<PlanRecord>& plans) {
    std::vector<std::vector<double>> kept;
    for (const PlanRecord& plan : plans) {
        if (plan.standing != Standing::beaten && plan.mean_excess() <= 0.0) {
            kept.push_back(plan.means());
        }
    }
    for (PlanRecord& plan : plans) {
        if (plan.standing == Standing::beaten) continue;
        if (plan.mean_excess() > 0.0) {
            plan.standing = Standing::breaks;
            continue;
        }
        const std::vector<double> means = plan.means();
        const bool behind = std::any_of(kept.begin(), kept.end(),
                                        [&](const auto& other) { return dominates(other, means); });
        if (behind) plan.standing = Standing::behind;
    }
}

}  // namespace

std::vector<double> PlanRecord::means() const {
    EXPECT(!races.empty());
    std::vector<double> means(races.front().objectives.size(), 0.0);
    for (const RaceScore& race : races) {
        for (std::size_t k = 0; k < means.size(); ++k) means[k] += race.objectives[k];
    }
    for (double& mean : means) mean /= static_cast<double>(races.size());
    return means;
}

double PlanRecord::mean_excess() const {
    double sum = 0.0;
    for (const RaceScore& race : races) sum += race.excess;
    return races.empty() ? 0.0 : sum / static_cast<double>(races.size());
}

Sample paired_difference(const PlanRecord& plan, const PlanRecord& base, std::size_t objective) {
    std::vector<double> differences;
    const std::size_t both = std::min(plan.races.size(), base.races.size());
    for (std::size_t k = 0; k < both; ++k) {
        differences.push_back(plan.races[k].objectives[objective] -
                              base.races[k].objectives[objective]);
    }
    return sample_of(differences);
}

std::vector<PlanRecord> select_plans(
    std::size_t plans, const SelectOptions& options,
    const std::function<std::vector<RaceScore>(
        const std::vector<std::pair<std::size_t, std::size_t>>& races)>& run) {
    EXPECT(options.first_races >= 2);
    std::vector<PlanRecord> records(plans);
    std::size_t done = 0;
    const auto run_all = [&](const std::vector<std::pair<std::size_t, std::size_t>>& races) {
        const std::vector<RaceScore> scores = run(races);
        for (std::size_t k = 0; k < races.size(); ++k) {
            records[races[k].first].races.push_back(scores[k]);
        }
        done += races.size();
    };
    std::vector<std::pair<std::size_t, std::size_t>> races;
    for (std::size_t r = 0; r < options.first_races; ++r) {
        for (std::size_t p = 0; p < plans; ++p) races.emplace_back(p, r);
    }
    run_all(races);
    Selection selection(records, options);
    selection.give_up();
    for (auto open = selection.undecided();
         !open.empty() && done + open.size() <= options.most_races; open = selection.undecided()) {
        races.clear();
        for (const std::size_t p : open) races.emplace_back(p, records[p].races.size());
        run_all(races);
        selection.give_up();
    }
    judge_means(records);
    return records;
}

}  // namespace gineste
