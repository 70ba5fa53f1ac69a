// SPDX-License-Identifier: Apache-2.0
#include "study/size_stations.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "report/station_findings.hpp"
#include "services/erlang.hpp"
#include "study/station_room.hpp"
#include "study/table_search.hpp"

namespace gineste {
namespace {

constexpr double kRunnersPerTable = 200.0;  // 150-250 (model notes, § 4.2)
constexpr double kServiceLevel = 0.95;

int divided_up(int count, int by) { return (count + by - 1) / by; }

int sides_of(const StationSpec& spec) {
    const bool two = spec.side == StationSide::both || spec.side == StationSide::staggered;
    return two ? 2 : 1;
}

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

std::vector<StationTrial> trials_of(const Record& record, const SizeGoal& goal) {
    std::vector<StationTrial> trials;
    for (const StationRecord& station : record.stations) trials.push_back(trial_of(station, goal));
    return trials;
}

int volunteers_by_erlang(const StationRecord& station, double wait_s) {
    double takers = 0.0;
    double pieces = 0.0;
    for (const std::uint32_t count : station.takers) takers += count;
    for (const std::uint32_t count : station.wanted_by_minute) pieces += count;
    if (takers <= 0.0 || station.hand_per_minute <= 0.0) return 0;
    const double each = pieces / takers;
    Demand demand;
    demand.arrivals_per_s = peak_per_minute(station.wanted_by_minute, 15) / each / 60.0;
    demand.mean_s = each * 60.0 / station.hand_per_minute;
    demand.longest_wait_s = wait_s;
    demand.service_level = kServiceLevel;
    return servers_needed(demand);
}

/// The search under way.
class Search {
  public:
    Search(const Scenario& scenario, const SizeGoal& goal, const RunRace& run)
        : trial_(in_running_order(scenario)), run_(run) {
        study_.goal = goal;
    }

    SizeStudy result() {
        begin(race());
        while (study_.runs < study_.goal.most_runs && !settled_trials()) {
            equip();
            const Record record = race();
            if (raced_.empty()) find_rules(record);
            learn(trials_of(record, study_.goal));
        }
        conclude();
        return study_;
    }

  private:
    Record race() {
        ++study_.runs;
        return run_(trial_);
    }

    // Of the race as planned only what no number of tables bears on goes into the search.
    void begin(const Record& planned) {
        stock_without_end(trial_);
        const auto runners = static_cast<double>(planned.runners.bib.size());
        const auto by_rule = static_cast<int>(std::ceil(runners / kRunnersPerTable));
        for (std::size_t k = 0; k < trial_.stations.size(); ++k) {
            const StationSpec& spec = trial_.stations[k];
            rooms_.emplace_back(spec, trial_, free_until_m(k, planned.course_length_m));
            const int sides = sides_of(spec);
            searches_.emplace_back(divided_up(by_rule, sides), rooms_[k].most_tables());
            StationSize size;
            size.name = spec.name;
            size.at_m = planned.stations[k].at_m;
            size.rules.tables = by_rule;
            size.plan = trial_of(planned.stations[k], study_.goal);
            size.most_tables = sides * rooms_[k].most_tables();
            study_.stations.push_back(size);
        }
    }

    double free_until_m(std::size_t k, double course_m) const {
        if (k + 1 == trial_.stations.size()) return course_m;
        return std::min(course_m, trial_.stations[k + 1].at_m);
    }

    void find_rules(const Record& record) {
        for (std::size_t k = 0; k < searches_.size(); ++k) {
            const StationRecord& station = record.stations[k];
            SizeRules& rules = study_.stations[k].rules;
            rules.volunteers_by_rate =
                station_findings(station, record.congestion.interval_s).hands_needed;
            rules.volunteers_by_erlang = volunteers_by_erlang(station, study_.goal.wait_p95_s);
        }
    }

    std::vector<int> next_tables() const {
        std::vector<int> tables;
        for (const TableSearch& search : searches_) tables.push_back(search.next());
        return tables;
    }

    void equip() {
        const std::vector<int> tables = next_tables();
        for (std::size_t k = 0; k < tables.size(); ++k) {
            trial_.stations[k].tables = tables[k];
            trial_.stations[k].length_m = rooms_[k].length_m(tables[k]);
        }
    }

    void learn(const std::vector<StationTrial>& trials) {
        raced_[next_tables()] = trials;
        for (std::size_t k = 0; k < trials.size(); ++k) {
            searches_[k].note(trial_.stations[k].tables, trials[k].is_enough);
        }
    }

    // The race with every station as found, if there was one: it is what bears them out together.
    // Nothing in it was too few, since what was too few once is no answer.
    const std::vector<StationTrial>* settled_trials() const {
        const bool all_closed =
            std::all_of(searches_.begin(), searches_.end(),
                        [](const TableSearch& search) { return search.is_closed(); });
        const auto race = raced_.find(next_tables());
        return all_closed && race != raced_.end() ? &race->second : nullptr;
    }

    void conclude() {
        const std::vector<StationTrial>* settled = settled_trials();
        for (std::size_t k = 0; k < searches_.size(); ++k) {
            const TableSearch& search = searches_[k];
            const int sides = sides_of(trial_.stations[k]);
            StationSize& size = study_.stations[k];
            size.too_few = sides * search.too_few();
            if (search.enough()) size.enough_once = sides * *search.enough();
            if (search.is_impossible()) {
                size.outcome = SizeOutcome::impossible;
            } else if (settled != nullptr) {
                size.outcome = SizeOutcome::met;
                size.enough = (*settled)[k];
            }
        }
    }

    Scenario trial_;
    const RunRace& run_;
    SizeStudy study_;
    std::vector<StationRoom> rooms_;
    std::vector<TableSearch> searches_;
    std::map<std::vector<int>, std::vector<StationTrial>> raced_;  ///< by tables a side
};

}  // namespace

double wait_p95_of_all_s(const StationRecord& station) {
    std::vector<double> wait_s(station.wait_s.begin(), station.wait_s.end());
    std::size_t unserved = 0;
    for (const std::uint32_t count : station.unserved) unserved += count;
    wait_s.resize(wait_s.size() + unserved, std::numeric_limits<double>::infinity());
    if (wait_s.empty()) return 0.0;
    const auto p95 =
        static_cast<std::ptrdiff_t>(std::ceil(kServiceLevel * static_cast<double>(wait_s.size()))) -
        1;
    std::nth_element(wait_s.begin(), wait_s.begin() + p95, wait_s.end());
    return wait_s[static_cast<std::size_t>(p95)];
}

SizeOutcome outcome_of(const SizeStudy& study) {
    const auto any = [&](SizeOutcome outcome) {
        return std::any_of(study.stations.begin(), study.stations.end(),
                           [&](const StationSize& size) { return size.outcome == outcome; });
    };
    if (any(SizeOutcome::not_settled)) return SizeOutcome::not_settled;
    return any(SizeOutcome::impossible) ? SizeOutcome::impossible : SizeOutcome::met;
}

SizeStudy size_stations(const Scenario& scenario, const SizeGoal& goal, const RunRace& run) {
    return Search(scenario, goal, run).result();
}

}  // namespace gineste
