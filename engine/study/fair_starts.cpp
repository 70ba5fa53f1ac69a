// SPDX-License-Identifier: Apache-2.0
#include "study/fair_starts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/quantity.hpp"
#include "report/known.hpp"
#include "report/quantile.hpp"
#include "report/text_table.hpp"
#include "scenario/yaml_text.hpp"

namespace gineste {
namespace {

constexpr double kPoint = 0.01;  // of a share
constexpr double kReach =
    1.4;  // who starts a minute sooner into a crowd is there less than that sooner

[[noreturn]] void refuse(const SourcePlace& where, std::string problem, std::string why,
                         std::string suggestion) {
    throw InputError(Problem{where, std::move(problem), std::move(why), std::move(suggestion), ""});
}

// The wave that the pursuer has to themselves.
std::size_t pursuers_wave(const Scenario& scenario) {
    for (const NamedSpec& named : scenario.named) {
        if (named.name != scenario.pursuer) continue;
        for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
            const WaveSpec& wave = scenario.waves[w];
            if (wave.name == named.wave && wave.entrants == 1) return w;
        }
        refuse(named.where, "'" + named.name + "' has no wave of their own",
               "the guns are counted back from theirs", "Give them a wave with one entrant.");
    }
    refuse({scenario.file.string(), 0, 0}, "the scenario has no `pursuer`",
           "there is nobody to be ahead of", "Name a runner and write `pursuer: NAME`.");
}

void require_clocks(const Scenario& scenario) {
    for (const WaveSpec& wave : scenario.waves) {
        if (wave.start == WaveStart::clock) continue;
        refuse(wave.where, "wave '" + wave.name + "' has no gun by the clock",
               "only such a gun can be moved", "Write `start: clock` and a gun.");
    }
}

// From the gun until that share of those who started is at the finish; who is not counts as last.
double time_of_share_s(const Record& record, std::size_t wave, double share) {
    std::vector<double> times_s;
    for (std::size_t i = 0; i < record.runners.wave.size(); ++i) {
        if (record.runners.wave[i] != wave || std::isnan(record.runners.start_s[i])) continue;
        const double finish_s = record.runners.finish_s[i];
        times_s.push_back(std::isnan(finish_s) ? 1e9 : finish_s - record.runners.gun_s[i]);
    }
    return quantile(times_s, share);
}

std::vector<double> shares_of(const PursuitFindings& pursuit) {
    std::vector<double> shares;
    for (const PursuedWave& wave : pursuit.waves) shares.push_back(wave.share());
    return shares;
}

bool all_within(const std::vector<double>& shares, double goal, std::size_t but) {
    for (std::size_t w = 0; w < shares.size(); ++w) {
        if (w != but && std::abs(shares[w] - goal) > kPoint) return false;
    }
    return true;
}

// Moves every gun so that its wave's share and the pursuer finish together; whole seconds, and
// never before the gun of the wave before.
void move_guns(const Record& record, double goal, std::size_t pursuer, Scenario& trial) {
    const double first_gun_s = *trial.waves.front().gun_s;
    const double finish_s = first_gun_s + time_of_share_s(record, 0, goal);
    for (std::size_t w = 1; w < trial.waves.size(); ++w) {
        const std::size_t runner = record.named[*record.pursuer].runner.value;
        const double taken_s = w == pursuer ? static_cast<double>(record.runners.ideal_s[runner])
                                            : time_of_share_s(record, w, goal);
        const double before_s = *trial.waves[w - 1].gun_s;
        const double planned_s = *trial.waves[w].gun_s;
        const double moved_s = kReach * (finish_s - taken_s - planned_s);
        trial.waves[w].gun_s = std::max(before_s, std::round(planned_s + moved_s));
    }
}

}  // namespace

FairStarts fair_starts(const Scenario& scenario, std::optional<double> share, int most_runs,
                       const RunRace& run) {
    const std::size_t pursuer = pursuers_wave(scenario);
    require_clocks(scenario);
    FairStarts fair;
    Scenario trial = scenario;
    std::vector<double> planned;
    std::vector<double> found;
    while (fair.runs < most_runs && !fair.is_settled) {
        const Record record = run(trial);
        const auto pursuit = pursuit_findings(record);
        found = shares_of(*pursuit);
        if (fair.runs++ == 0) {
            planned = found;
            const double whole =
                static_cast<double>(pursuit->ahead) / static_cast<double>(pursuit->started);
            fair.goal = share.value_or(whole);
        }
        fair.is_settled = all_within(found, fair.goal, pursuer);
        if (!fair.is_settled && fair.runs < most_runs) {
            move_guns(record, fair.goal, pursuer, trial);
        }
    }
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        fair.waves.push_back({scenario.waves[w].name, *scenario.waves[w].gun_s,
                              *trial.waves[w].gun_s, planned[w], found[w], w == pursuer});
    }
    return fair;
}

std::string fair_patch(const FairStarts& fair, const Scenario& scenario) {
    std::string patch = "extends: " + yaml_scalar(scenario.file.filename().string()) + "\nwaves:\n";
    for (const FairWave& wave : fair.waves) {
        patch += fmt::format("  {}: {{gun: \"{}\"}}\n", yaml_scalar(wave.name),
                             clock_text(wave.fair_gun_s));
    }
    return patch;
}

std::string fair_text(const FairStarts& fair, const Scenario& scenario) {
    std::string text =
        fmt::format("{}: {:.1f} % of every wave to be ahead of {}; {} after {} races\n\n",
                    scenario.name, 100.0 * fair.goal, scenario.pursuer,
                    fair.is_settled ? "so it is, within a point," : "not yet so", fair.runs);
    TextTable table({{"", "wave", Align::left, 30},
                     {"planned", "gun"},
                     {"", "ahead %"},
                     {"fair", "gun"},
                     {"after first", "min:s"},
                     {"", "ahead %"}});
    const double first_s = fair.waves.front().fair_gun_s;
    for (const FairWave& wave : fair.waves) {
        const auto after_s = std::lround(wave.fair_gun_s - first_s);
        const auto percent = [&](double share) {
            return wave.is_pursuer ? "" : fmt::format("{:.1f}", 100.0 * share);
        };
        table.add_row(
            {wave.name, clock_text(wave.gun_s), percent(wave.share), clock_text(wave.fair_gun_s),
             fmt::format("{}:{:02}", after_s / 60, after_s % 60), percent(wave.fair_share)});
    }
    return text + table.text(0) + "\n" + fair_patch(fair, scenario);
}

}  // namespace gineste
