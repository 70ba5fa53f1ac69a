// SPDX-License-Identifier: Apache-2.0
#include "day/pass_times.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "core/no_value.hpp"
#include "day/leg_run.hpp"
#include "day/sorted_times.hpp"

namespace gineste {
namespace {

std::vector<double> times_at(const RunnerTimes& race, double chainage_m) {
    const RunnerTimes::Place place = race.place(chainage_m);
    std::vector<double> times_s(race.runners());
    for (std::size_t k = 0; k < times_s.size(); ++k) times_s[k] = race.at_s(k, place);
    return times_s;
}

std::vector<double> sorted_times(std::vector<double> times_s) {
    std::erase_if(times_s, [](double time_s) { return std::isnan(time_s); });
    std::sort(times_s.begin(), times_s.end());
    return times_s;
}

PassTimes times_of(const RunnerTimes& race, const LegRun& run) {
    PassTimes times;
    times.pass.race = run.race;
    times.pass.step = run.step;
    times.pass.direction = run.direction;
    times.pass.begin_m = run.begin_m;
    times.end_m = run.end_m;
    times.entry_s = times_at(race, run.begin_m);
    times.exit_s = times_at(race, run.end_m);
    const std::vector<double> entries_s = sorted_times(times.entry_s);
    const std::vector<double> exits_s = sorted_times(times.exit_s);
    times.pass.runners = entries_s.size();
    times.pass.first_s = entries_s.empty() ? kNaN : entries_s.front();
    times.pass.last_s = exits_s.empty() ? kNaN : exits_s.back();
    times.pass.out_per_min = counts_by_minute(exits_s);
    const std::vector<std::uint32_t>& out_per_min = times.pass.out_per_min;
    const auto most = std::max_element(out_per_min.begin(), out_per_min.end());
    times.pass.peak_per_min = most == out_per_min.end() ? 0.0 : *most;
    for (std::size_t k = 0; k < times.entry_s.size(); ++k) {
        if (std::isnan(times.entry_s[k])) continue;
        const bool left = !std::isnan(times.exit_s[k]);
        times.gone_s = std::max(times.gone_s, left ? times.exit_s[k] : race.last_s(k));
    }
    return times;
}

// Entry and exit of all who ran the leg to its end, by entry.
std::vector<std::pair<double, double>> through(const PassTimes& pass) {
    std::vector<std::pair<double, double>> both;
    for (std::size_t k = 0; k < pass.entry_s.size(); ++k) {
        if (std::isnan(pass.entry_s[k]) || std::isnan(pass.exit_s[k])) continue;
        both.emplace_back(pass.entry_s[k], pass.exit_s[k]);
    }
    std::sort(both.begin(), both.end());
    return both;
}

// How many values were added up to a rank: a binary indexed tree (Fenwick 1994, Software: Practice
// and Experience 24:327).
class RankCounts {
  public:
    explicit RankCounts(std::size_t ranks) : sums_(ranks + 1, 0) {}
    void add(std::size_t rank) {
        for (std::size_t k = rank + 1; k < sums_.size(); k += k & (~k + 1)) ++sums_[k];
    }
    /// Of ranks below this one.
    std::uint64_t below(std::size_t rank) const {
        std::uint64_t sum = 0;
        for (std::size_t k = rank; k > 0; k -= k & (~k + 1)) sum += sums_[k];
        return sum;
    }

  private:
    std::vector<std::uint64_t> sums_;
};

}  // namespace

std::vector<PassTimes> pass_times(const Network& network, const std::vector<RunnerTimes>& races,
                                  LegId leg) {
    std::vector<PassTimes> passes;
    for (const std::vector<LegRun>& runs : leg_runs(network)) {
        for (const LegRun& run : runs) {
            if (run.leg == leg) passes.push_back(times_of(races[run.race], run));
        }
    }
    std::stable_sort(passes.begin(), passes.end(), [](const PassTimes& a, const PassTimes& b) {
        if (std::isnan(b.pass.first_s)) return !std::isnan(a.pass.first_s);
        return a.pass.first_s < b.pass.first_s;
    });
    return passes;
}

std::uint64_t overtakes_by(const PassTimes& by, const PassTimes& of) {
    const auto others = through(of);
    std::vector<double> exits_s;
    for (const auto& other : others) exits_s.push_back(other.second);
    std::sort(exits_s.begin(), exits_s.end());
    const auto rank_after = [&exits_s](double exit_s) {
        const auto after = std::upper_bound(exits_s.begin(), exits_s.end(), exit_s);
        return static_cast<std::size_t>(after - exits_s.begin());
    };

    RankCounts ahead(exits_s.size());  // of those who came onto the leg before, by exit
    std::size_t next = 0;
    std::uint64_t count = 0;
    for (const auto& [entry_s, exit_s] : through(by)) {
        for (; next < others.size() && others[next].first < entry_s; ++next) {
            ahead.add(rank_after(others[next].second) - 1);
        }
        count += next - ahead.below(rank_after(exit_s));
    }
    return count;
}

}  // namespace gineste
