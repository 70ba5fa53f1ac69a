// SPDX-License-Identifier: Apache-2.0
#include "report/known.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/no_value.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

/// The pursuer as timed by pace: from the gun of the wave, evenly, on a road kept clear.
struct Pursuer {
    double gun_s = 0.0;
    double s_per_m = 0.0;
    double at_s(double at_m) const { return gun_s + s_per_m * at_m; }
};

// Where one who started behind came level; NaN: never. Between two marks in proportion.
double caught_m(const PassageRecord& passages, const Pursuer& pursuer, std::size_t runner) {
    double before_s = kNaN;
    for (std::size_t mark = 0; mark < passages.marks; ++mark) {
        const std::int32_t own_ms = passages.passage_ms[runner * passages.marks + mark];
        if (own_ms == kNeverMs) return kNaN;
        const double at_m = passages.spacing_m * static_cast<double>(mark);
        const double lead_s = pursuer.at_s(at_m) - 1e-3 * own_ms;
        if (lead_s <= 0.0) {
            if (mark == 0 || std::isnan(before_s)) return kNaN;  // was ahead from the start
            const double part = before_s / (before_s - lead_s);
            return passages.spacing_m * (static_cast<double>(mark - 1) + part);
        }
        before_s = lead_s;
    }
    return kNaN;
}

}  // namespace

std::vector<NamedFindings> named_findings(const Record& record) {
    const RunnerRecord& runners = record.runners;
    std::vector<NamedFindings> all;
    for (const NamedRecord& named : record.named) {
        const std::size_t i = named.runner.value;
        NamedFindings found;
        found.start_s = runners.start_s[i];
        found.finish_s = runners.finish_s[i];
        found.gun_s = runners.finish_s[i] - runners.gun_s[i];
        found.net_s = runners.finish_s[i] - runners.start_s[i];
        if (std::isfinite(found.gun_s)) {
            found.place = 1;
            for (std::size_t k = 0; k < runners.finish_s.size(); ++k) {
                found.place += runners.finish_s[k] - runners.gun_s[k] < found.gun_s;
            }
        }
        all.push_back(found);
    }
    return all;
}

std::optional<PursuitFindings> pursuit_findings(const Record& record) {
    if (!record.pursuer) return std::nullopt;
    const RunnerRecord& runners = record.runners;
    const std::size_t pursuer = record.named[*record.pursuer].runner.value;
    const Pursuer timed{runners.gun_s[pursuer],
                        static_cast<double>(runners.ideal_s[pursuer]) / record.course_length_m};
    PursuitFindings found;
    found.pursuer = *record.pursuer;
    found.takes_s = static_cast<double>(runners.ideal_s[pursuer]);
    found.waves.resize(record.waves.size());
    std::vector<std::vector<double>> places_m(record.waves.size());
    for (std::size_t i = 0; i < runners.finish_s.size(); ++i) {
        if (i == pursuer || std::isnan(runners.start_s[i])) continue;
        PursuedWave& wave = found.waves[runners.wave[i]];
        ++wave.started;
        wave.ahead += runners.finish_s[i] < timed.at_s(record.course_length_m);
        const double at_m = caught_m(record.passages, timed, i);
        if (!std::isnan(at_m)) places_m[runners.wave[i]].push_back(at_m);
    }
    for (std::size_t w = 0; w < found.waves.size(); ++w) {
        PursuedWave& wave = found.waves[w];
        wave.caught = places_m[w].size();
        wave.first_caught_m = quantile(places_m[w], 0.0);
        wave.median_caught_m = quantile(places_m[w], 0.5);
        found.ahead += wave.ahead;
        found.started += wave.started;
    }
    return found;
}

}  // namespace gineste
