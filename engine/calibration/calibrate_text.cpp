// SPDX-License-Identifier: Apache-2.0
#include "calibration/calibrate_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/quantity.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

constexpr std::size_t kShown = 20;  // broken rows

std::string with_error(const Estimate& one, int decimals) {
    if (std::isnan(one.value)) return "–";
    return fmt::format("{:.{}f} ±{:.{}f}", one.value, decimals, one.error, decimals);
}

std::string minutes(const Estimate& seconds) {
    if (std::isnan(seconds.value)) return "–";
    return fmt::format("{} ±{:.0f} s", duration_text(std::round(seconds.value)), seconds.error);
}

void add_times(TextTable& table, const std::string& who, const TimesFit& fit) {
    if (!fit.is_fitted()) return;
    table.add_row({who, grouped(fit.runners), minutes(fit.median_s), with_error(fit.spread, 3),
                   with_error(fit.shift, 2), fmt::format("{:.2f}", 100.0 * fit.distance)});
}

std::string times_table(const Calibration& found, const Scenario& scenario) {
    TextTable table({{"", "runners", Align::left},
                     {"with", "a time"},
                     {"median", ""},
                     {"spread", ""},
                     {"shift", ""},
                     {"farthest", "off %"}});
    const auto add_both = [&](const std::string& who, const Estimate& women_share,
                              const TimesFit& men, const TimesFit& women) {
        const bool by_sex = !std::isnan(women_share.value);
        add_times(table, by_sex ? who + ", men" : who, men);
        if (by_sex) add_times(table, who + ", women", women);
    };
    add_both("all", found.women_share, found.men, found.women);
    for (std::size_t w = 0; w < found.waves.size(); ++w) {
        const WaveFit& wave = found.waves[w];
        add_both(scenario.waves[w].name, wave.women_share, wave.men, wave.women);
    }
    return table.text(2);
}

std::string start_table(const Calibration& found, const Scenario& scenario) {
    TextTable table({{"", "wave", Align::left},
                     {"", "started"},
                     {"first over", "s after gun"},
                     {"mean flow", "/s/m"},
                     {"gaps of pens", "number, s"},
                     {"density over", "all waves'"},
                     {"share over the", "line off by %"},
                     {"start and time", "correlate"},
                     {"prediction", "sd"}});
    for (std::size_t w = 0; w < found.waves.size(); ++w) {
        const WaveFit& wave = found.waves[w];
        table.add_row(
            {scenario.waves[w].name, grouped(wave.started), fmt::format("{:.0f}", wave.first_s),
             fmt::format("{:.2f}", wave.line.flow_per_s_per_m),
             fmt::format("{}, {:.0f}", wave.line.gaps, wave.line.gaps_s),
             with_error(wave.flow_share, 3), fmt::format("{:.2f}", 100.0 * wave.share_error),
             with_error(wave.correlation, 3), with_error(wave.prediction_sd, 3)});
    }
    return table.text(2);
}

}  // namespace

std::string broken_text(const Results& results) {
    if (results.broken.empty()) {
        return fmt::format("{}: {} rows, none broken\n", results.file, grouped(results.rows));
    }
    std::string text = fmt::format(
        "{}: {} rows, {} broken ({:.1f} %) and left out\n", results.file, grouped(results.rows),
        grouped(results.broken.size()),
        100.0 * static_cast<double>(results.broken.size()) / static_cast<double>(results.rows));
    for (std::size_t k = 0; k < results.broken.size() && k < kShown; ++k) {
        const BrokenRow& row = results.broken[k];
        text += fmt::format("  line {}{}{}: {} ({})\n", row.line, row.column.empty() ? "" : ", ",
                            row.column, row.what, row.why);
    }
    if (results.broken.size() > kShown) {
        text += fmt::format("  and {} more\n", results.broken.size() - kShown);
    }
    return text;
}

std::string calibrate_text(const Calibration& found, const Results& results,
                           const Scenario& scenario) {
    std::string text = fmt::format("{} · fitted to {} runners\n\n", scenario.name,
                                   grouped(results.runners.size()));
    if (found.has_times) text += times_table(found, scenario) + "\n";
    if (found.has_release) {
        text += start_table(found, scenario);
        text += fmt::format("\n  at the line  density {} /m2, decay {}, sd between waves {:.3f}\n",
                            with_error(found.density_per_m2, 3), with_error(found.decay, 3),
                            found.flow_sd);
    }
    if (found.pacing.runners > 0) {
        const PacingFit& pacing = found.pacing;
        text += fmt::format(
            "  pace         drift {}, by time {}, from {}, to {}, sooner {}; off by {:.2f} %\n"
            "               drift sd {}, noise {} over {:.0f} m\n",
            with_error(pacing.drift, 3), with_error(pacing.drift_by_time, 2),
            with_error(pacing.drift_from, 2), with_error(pacing.drift_to, 2),
            with_error(pacing.drift_sooner, 2), 100.0 * pacing.misfit,
            with_error(pacing.drift_sd, 3), with_error(pacing.noise_sd, 3), pacing.noise_length_m);
    }
    text += fmt::format("  share        women {}, no-show {}, withdrawn {}\n",
                        with_error(found.women_share, 3), with_error(found.no_show_share, 3),
                        with_error(found.withdraw_share, 3));
    return text + "± standard error, runners drawn anew.\n";
}

}  // namespace gineste
