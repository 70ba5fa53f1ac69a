// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "calibration/calibrate_text.hpp"
#include "core/quantity.hpp"
#include "scenario/yaml_text.hpp"

namespace gineste {
namespace {

// Where nothing was lost on the way the scenario's default would bring a loss back.
double or_zero(const Estimate& one) { return std::isnan(one.value) ? 0.0 : one.value; }

std::string key_line(const char* key, const Estimate& one, const char* unit = "") {
    if (std::isnan(one.value)) return "";
    return fmt::format("  {}: {:.4g}{}  # ± {:.2g}\n", key, one.value, unit, one.error);
}

// By its quantiles; what the law of three numbers makes of them stands beside it.
std::string law_text(const char* key, const TimesFit& fit, const std::string& indent) {
    if (fit.quantiles.size() < 2) return "";
    std::string text = fmt::format(
        "{}{}:  # nearly median {} ± {:.0f} s, spread {:.4g} ± {:.2g}, shift {:.4g} ± {:.2g}\n"
        "{}  quantiles:\n",
        indent, key, duration_text(std::round(fit.median_s.value)), fit.median_s.error,
        fit.spread.value, fit.spread.error, fit.shift.value, fit.shift.error, indent);
    for (const TimeQuantile& point : fit.quantiles) {
        text += fmt::format("{}    - {{share: {:.2f}, time: {}}}\n", indent, point.share,
                            duration_text(point.time_s));
    }
    return text;
}

std::string wave_text(const WaveSpec& spec, const WaveFit& fit, double came_share) {
    const double entrants = std::round(static_cast<double>(fit.started) / came_share);
    std::string text = fmt::format("  - name: {}\n    entrants: {:.0f}\n", yaml_quoted(spec.name),
                                   std::max(1.0, fit.started > 0 ? entrants : spec.entrants));
    if (spec.start == WaveStart::after_previous) text += "    start: after_previous\n";
    if (spec.start == WaveStart::rolling) text += "    start: rolling\n";
    if (spec.gun_s) text += fmt::format("    gun: \"{}\"\n", clock_text(*spec.gun_s));
    const double delay_s = std::round(fit.crossed_s.empty() ? spec.delay_s : fit.first_s);
    if (spec.gun_s && delay_s > 0.0) text += fmt::format("    delay: {:.0f} s\n", delay_s);
    if (fit.line.gaps > 0) {
        text += fmt::format("    # {} gaps of 10 s and more between pens, {:.0f} s in all\n",
                            fit.line.gaps, fit.line.gaps_s);
    }
    if (!std::isnan(fit.flow_share.value)) {
        text += "  " + key_line("flow_share", fit.flow_share);
    }
    if (!std::isnan(fit.prediction_sd.value)) {
        text += "    order: by_prediction\n  " + key_line("prediction_sd", fit.prediction_sd);
    }
    if (!std::isnan(fit.women_share.value)) text += "  " + key_line("women_share", fit.women_share);
    return text + law_text("men", fit.men, "    ") + law_text("women", fit.women, "    ");
}

std::string field_text(const Calibration& found) {
    std::string text = "field:\n";
    if (found.has_times) text += "  law: log_normal\n";
    text += law_text("men", found.men, "  ") + law_text("women", found.women, "  ");
    text += key_line("women_share", found.women_share);
    text += fmt::format("  no_show_share: {:.4g}\n", or_zero(found.no_show_share));
    text += fmt::format("  withdraw_share: {:.4g}\n", or_zero(found.withdraw_share));
    text += key_line("drift", found.pacing.drift);
    text += key_line("drift_by_time", found.pacing.drift_by_time);
    text += key_line("drift_from", found.pacing.drift_from);
    text += key_line("drift_to", found.pacing.drift_to);
    text += key_line("drift_sooner", found.pacing.drift_sooner);
    text += key_line("drift_sd", found.pacing.drift_sd);
    text += key_line("noise_sd", found.pacing.noise_sd);
    if (found.pacing.noise_length_m > 0.0) {
        text += fmt::format("  noise_length: {:.0f} m\n", found.pacing.noise_length_m);
    }
    return text;
}

}  // namespace

std::string fragment_text(const Calibration& found, const Results& results,
                          const Scenario& scenario) {
    std::string text = fmt::format(
        "# Fitted to {} runners of {}; ± is the standard error.\n"
        "# It goes with its scenario: gineste run SCENARIO --fit FRAGMENT; the waves stay the\n"
        "# scenario's, unless --fit-waves asks for the guns and sizes below.\n",
        results.runners.size(),
        yaml_comment(std::filesystem::path(results.file).filename().string()));
    if (found.has_release) {
        text += fmt::format(
            "start:\n  release: {{density: {:.4g} /m2, decay: {:.3g}, sd: {:.3g}}}  # ± {:.2g}, "
            "{:.2g}\n",
            found.density_per_m2.value, found.decay.value, found.flow_sd,
            found.density_per_m2.error, found.decay.error);
    }
    text += "waves:\n";
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        text += wave_text(scenario.waves[w], found.waves[w], 1.0 - or_zero(found.no_show_share));
    }
    return text + field_text(found);
}

}  // namespace gineste
