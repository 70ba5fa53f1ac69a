// SPDX-License-Identifier: Apache-2.0
#include "study/size_stations.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "report/station_findings.hpp"

namespace gineste {
namespace {

constexpr double kClosest = 0.05;  // no search for less than a twentieth of the tables

int sides_of(const StationSpec& spec) {
    const bool two = spec.side == StationSide::both || spec.side == StationSide::staggered;
    return two ? 2 : 1;
}

/// Tables a side: the most that were too few, and the fewest that were enough.
struct Bracket {
    int too_few = 0;
    std::optional<int> enough;

    bool is_closed() const {
        if (!enough) return false;
        return *enough - too_few <= std::max(1, static_cast<int>(kClosest * *enough));
    }
    int next(int tried) const {
        if (!enough) return std::max(tried + 1, static_cast<int>(std::ceil(1.5 * tried)));
        if (is_closed()) return *enough;
        return (too_few + *enough) / 2;
    }
};

// In running order, which is the order of the record.
Scenario in_running_order(Scenario scenario) {
    std::stable_sort(scenario.stations.begin(), scenario.stations.end(),
                     [](const StationSpec& a, const StationSpec& b) { return a.at_m < b.at_m; });
    return scenario;
}

void stock_without_end(Scenario& scenario) {
    for (StationSpec& spec : scenario.stations) {
        for (GoodSpec& good : spec.goods) {
            good.stock.reset();
            good.refill = 0.0;
        }
    }
}

StationTrial trial_of(const StationRecord& station, const SizeGoal& goal) {
    StationTrial trial;
    trial.tables = station.tables;
    trial.volunteers = station.volunteers;
    trial.length_m = station.length_m;
    trial.wait_p95_s = wait_p95_of_all_s(station);
    for (const GoodRecord& good : station.goods) {
        if (good.limited)
            trial.stock = std::max<std::int64_t>(trial.stock, 0) + good.stock + good.refilled;
        trial.used += good.handed;
        trial.ran_out = trial.ran_out || !std::isnan(good.first_out_s);
    }
    trial.is_enough = trial.wait_p95_s < goal.wait_p95_s && !trial.ran_out;
    return trial;
}

/// The search under way.
class Search {
  public:
    Search(const Scenario& scenario, const SizeGoal& goal, const RunRace& run)
        : trial_(in_running_order(scenario)), run_(run), brackets_(scenario.stations.size()) {
        study_.goal = goal;
        for (const StationSpec& spec : trial_.stations) planned_m_.push_back(spec.length_m);
    }

    SizeStudy result() {
        run_plan();
        stock_without_end(trial_);
        begin_by_rate();
        while (study_.runs + 1 < study_.goal.most_runs && !is_closed()) {
            race();
            learn();
            for (std::size_t k = 0; k < brackets_.size(); ++k) {
                equip(k, brackets_[k].next(trial_.stations[k].tables));
            }
        }
        confirm();
        return study_;
    }

  private:
    void equip(std::size_t k, int tables) {
        StationSpec& spec = trial_.stations[k];
        spec.tables = tables;
        spec.length_m = std::max(planned_m_[k], tables * spec.table_length_m);
    }

    void race() {
        record_ = run_(trial_);
        ++study_.runs;
    }

    void run_plan() {
        race();
        for (const StationRecord& station : record_.stations) {
            const StationFindings found = station_findings(station, record_.congestion.interval_s);
            StationSize size;
            size.name = station.name;
            size.at_m = station.at_m;
            size.by_rate = found.hands_needed;
            size.plan = trial_of(station, study_.goal);
            study_.stations.push_back(size);
        }
        learn();
    }

    // What the plan shows of tables holds also for a stock without end where it did not run out.
    void learn() {
        for (std::size_t k = 0; k < brackets_.size(); ++k) {
            const StationTrial trial = trial_of(record_.stations[k], study_.goal);
            if (trial.ran_out) continue;
            const int tables = trial_.stations[k].tables;
            Bracket& bracket = brackets_[k];
            if (trial.is_enough) {
                bracket.enough = std::min(tables, bracket.enough.value_or(tables));
                bracket.too_few = std::min(bracket.too_few, *bracket.enough - 1);
            } else {
                bracket.too_few = std::max(bracket.too_few, tables);
                if (bracket.enough && *bracket.enough <= tables) bracket.enough.reset();
            }
        }
    }

    void begin_by_rate() {
        for (std::size_t k = 0; k < brackets_.size(); ++k) {
            const StationSpec& spec = trial_.stations[k];
            const int at_each = std::max(1, spec.volunteers);
            const int hands_a_side =
                (study_.stations[k].by_rate + sides_of(spec) - 1) / sides_of(spec);
            const int by_rate = std::max(1, (hands_a_side + at_each - 1) / at_each);
            const bool known_too_few = by_rate <= brackets_[k].too_few;
            equip(k, known_too_few ? brackets_[k].next(spec.tables) : by_rate);
        }
    }

    bool is_closed() const {
        return std::all_of(brackets_.begin(), brackets_.end(),
                           [](const Bracket& bracket) { return bracket.is_closed(); });
    }

    // One more race with what was found. Stock is without end in it; with what it hands out as
    // stock it would be the same race to the last cup.
    void confirm() {
        for (std::size_t k = 0; k < brackets_.size(); ++k) {
            if (brackets_[k].enough) equip(k, *brackets_[k].enough);
        }
        race();
        for (std::size_t k = 0; k < brackets_.size(); ++k) {
            study_.stations[k].enough = trial_of(record_.stations[k], study_.goal);
        }
        const bool all_enough =
            std::all_of(study_.stations.begin(), study_.stations.end(),
                        [](const StationSize& size) { return size.enough.is_enough; });
        study_.is_settled = all_enough && is_closed();
    }

    Scenario trial_;
    std::vector<double> planned_m_;  ///< lengths
    const RunRace& run_;
    SizeStudy study_;
    std::vector<Bracket> brackets_;
    Record record_;
};

}  // namespace

double wait_p95_of_all_s(const StationRecord& station) {
    std::vector<double> wait_s(station.wait_s.begin(), station.wait_s.end());
    std::size_t unserved = 0;
    for (const std::uint32_t count : station.unserved) unserved += count;
    wait_s.resize(wait_s.size() + unserved, std::numeric_limits<double>::infinity());
    if (wait_s.empty()) return 0.0;
    const auto p95 =
        static_cast<std::ptrdiff_t>(std::ceil(0.95 * static_cast<double>(wait_s.size()))) - 1;
    std::nth_element(wait_s.begin(), wait_s.begin() + p95, wait_s.end());
    return wait_s[static_cast<std::size_t>(p95)];
}

SizeStudy size_stations(const Scenario& scenario, const SizeGoal& goal, const RunRace& run) {
    return Search(scenario, goal, run).result();
}

}  // namespace gineste
