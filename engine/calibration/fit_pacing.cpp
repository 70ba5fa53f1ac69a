// SPDX-License-Identifier: Apache-2.0
#include "calibration/fit_pacing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "calibration/nelder_mead.hpp"
#include "field/fade.hpp"
#include "forecast/free_times.hpp"
#include "motion/fade.hpp"
#include "motion/pacing.hpp"
#include "motion/road.hpp"

namespace gineste {
namespace {

constexpr std::size_t kFewestMarks = 5;
constexpr std::size_t kGroups = 20;
constexpr int kPieces = 8;         // of a stretch, over which the fade is summed
constexpr double kWildest = 0.5;   // a slope farther off tells of a stop, not of a pace
constexpr int kEvaluations = 500;  // of the misfit; it changes no more after half of them
// Of a noise between nodes half a stretch apart, linear between them, its mean keeps this share of
// the variance: (1/4)² + (1/2)² + (1/4)².
constexpr double kKeptVariance = 0.375;

using Numbers = std::vector<double>;

/// One runner: time over the course, and what part of the time each stretch took.
struct Paces {
    double finish_s = 0.0;
    Numbers part;
};

/// The stretches between the first mark and the last, and how long a middling runner who does not
/// fade takes over each on that road.
class Stretches {
  public:
    Stretches(const Results& results, const Scenario& scenario, const Course& course,
              double median_s)
        : median_s_(median_s), length_m_(course.length_m()), marks_m_(results.marks_m) {
        const Road road(course, scenario.start, scenario.motion.grade, 0.0, WeatherSpec{});
        const FreeTimes times(road, pacing_law(scenario, length_m_));
        const Pace pace{length_m_ / median_s, 1.0, 0.0};
        for (std::size_t k = 1; k < marks_m_.size(); ++k) {
            level_s_.push_back(times.time_s(times.stretch(marks_m_[k - 1], marks_m_[k]), pace));
        }
    }

    std::size_t count() const { return level_s_.size(); }

    Paces paces_of(const Result& runner, double finish_s) const {
        Paces paces{finish_s, {}};
        const double whole_s = runner.net_s.back() - runner.net_s.front();
        for (std::size_t k = 1; k < marks_m_.size(); ++k) {
            paces.part.push_back((runner.net_s[k] - runner.net_s[k - 1]) / whole_s);
        }
        return paces;
    }

    /// The same parts by the law of fading.
    Numbers parts_by_law(const FieldSpec& field, double finish_s) const {
        const Fade law{field.drift_from, field.drift_to - field.drift_from, field.drift_sooner,
                       0.0};
        const auto drift = static_cast<float>(fade(field, finish_s, median_s_));
        Numbers parts = level_s_;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            double slower = 0.0;
            for (int piece = 0; piece < kPieces; ++piece) {
                const double at_m =
                    marks_m_[k] + (marks_m_[k + 1] - marks_m_[k]) * (piece + 0.5) / kPieces;
                slower += 1.0 / static_cast<double>(law.factor(drift, at_m / length_m_)) / kPieces;
            }
            parts[k] *= slower;
        }
        const double whole = std::accumulate(parts.begin(), parts.end(), 0.0);
        for (double& part : parts) part /= whole;
        return parts;
    }

    /// ½ − s/L in the middle of a stretch.
    double at(std::size_t k) const {
        return 0.5 - 0.5 * (marks_m_[k] + marks_m_[k + 1]) / length_m_;
    }

  private:
    double median_s_ = 0.0;
    double length_m_ = 0.0;
    Numbers marks_m_;
    Numbers level_s_;
};

// x: drift, by time, from, to, sooner; held within what the keys take.
FieldSpec field_of(const Numbers& x) {
    FieldSpec field;
    field.drift = std::clamp(x[0], 0.0, 0.8);
    field.drift_by_time = std::clamp(x[1], 0.0, 10.0);
    field.drift_from = std::clamp(x[2], 0.0, 0.9);
    field.drift_to = std::clamp(x[3], field.drift_from + 0.05, 1.5);
    field.drift_sooner = std::clamp(x[4], 0.0, 5.0);
    return field;
}

Numbers numbers_of(const FieldSpec& field) {
    return {field.drift, field.drift_by_time, field.drift_from, field.drift_to, field.drift_sooner};
}

// Means of those of a sample, in groups by time.
std::vector<Paces> grouped(const std::vector<Paces>& all, const std::vector<std::size_t>& sample) {
    std::vector<std::size_t> order = sample;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return all[a].finish_s < all[b].finish_s;
    });
    std::vector<Paces> groups(kGroups);
    std::vector<double> counts(kGroups, 0.0);
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Paces& one = all[order[k]];
        Paces& group = groups[k * kGroups / order.size()];
        group.part.resize(one.part.size(), 0.0);
        for (std::size_t s = 0; s < one.part.size(); ++s) group.part[s] += one.part[s];
        group.finish_s += one.finish_s;
        counts[k * kGroups / order.size()] += 1.0;
    }
    for (std::size_t g = 0; g < kGroups; ++g) {
        for (double& part : groups[g].part) part /= counts[g];
        groups[g].finish_s /= counts[g];
    }
    return groups;
}

double misfit(const Stretches& stretches, const std::vector<Paces>& groups,
              const FieldSpec& field) {
    double squares = 0.0;
    for (const Paces& group : groups) {
        const Numbers law = stretches.parts_by_law(field, group.finish_s);
        for (std::size_t k = 0; k < law.size(); ++k) {
            const double off = group.part[k] / law[k] - 1.0;
            squares += off * off;
        }
    }
    return std::sqrt(squares / static_cast<double>(groups.size() * stretches.count()));
}

Numbers fit_fade(const Stretches& stretches, const std::vector<Paces>& groups,
                 const Numbers& begin) {
    const auto off = [&](const Numbers& x) { return misfit(stretches, groups, field_of(x)); };
    return numbers_of(field_of(nelder_mead(off, begin, {0.05, 0.5, 0.2, -0.2, 0.5}, kEvaluations)));
}

/// What one runner does that the group does not: slope of the speed, and the variance left.
struct Own {
    double slope = 0.0;
    double variance = 0.0;
};

Own own_of(const Stretches& stretches, const Paces& paces, const FieldSpec& field) {
    const Numbers law = stretches.parts_by_law(field, paces.finish_s);
    const auto count = static_cast<double>(law.size());
    Numbers at;
    Numbers speed;
    for (std::size_t k = 0; k < law.size(); ++k) {
        at.push_back(stretches.at(k));
        speed.push_back(law[k] / paces.part[k]);
    }
    const double mean_at = std::accumulate(at.begin(), at.end(), 0.0) / count;
    const double mean = std::accumulate(speed.begin(), speed.end(), 0.0) / count;
    double width = 0.0;
    double product = 0.0;
    for (std::size_t k = 0; k < at.size(); ++k) {
        width += (at[k] - mean_at) * (at[k] - mean_at);
        product += (at[k] - mean_at) * (speed[k] - mean);
    }
    Own own{product / width, 0.0};
    for (std::size_t k = 0; k < at.size(); ++k) {
        const double left = speed[k] - mean - own.slope * (at[k] - mean_at);
        own.variance += left * left / (count - 2.0);
    }
    return own;
}

// Spread of the slopes beyond what the noise makes of them, and the noise.
void fit_spread(const Stretches& stretches, const std::vector<Paces>& all, const FieldSpec& field,
                PacingFit& found) {
    double slopes = 0.0;
    double variance = 0.0;
    double counted = 0.0;
    for (const Paces& one : all) {
        const Own own = own_of(stretches, one, field);
        if (std::abs(own.slope) > kWildest) continue;
        slopes += own.slope * own.slope;
        variance += own.variance;
        counted += 1.0;
    }
    double mean_at = 0.0;
    double width = 0.0;
    for (std::size_t k = 0; k < stretches.count(); ++k) {
        mean_at += stretches.at(k) / static_cast<double>(stretches.count());
    }
    for (std::size_t k = 0; k < stretches.count(); ++k) {
        width += (stretches.at(k) - mean_at) * (stretches.at(k) - mean_at);
    }
    variance /= counted;
    const double spread = std::sqrt(std::max(0.0, slopes / counted - variance / width));
    found.drift_sd = {spread, spread / std::sqrt(2.0 * counted)};
    const double noise = std::sqrt(variance / kKeptVariance);
    found.noise_sd = {noise, noise / std::sqrt(2.0 * counted)};
}

std::vector<Paces> whole_paces(const Stretches& stretches, const Results& results,
                               const std::vector<double>& finish_s) {
    std::vector<Paces> all;
    for (std::size_t i = 0; i < results.runners.size(); ++i) {
        const Result& runner = results.runners[i];
        const bool whole = std::none_of(runner.net_s.begin(), runner.net_s.end(),
                                        [](double net_s) { return std::isnan(net_s); });
        if (whole && !std::isnan(finish_s[i])) {
            all.push_back(stretches.paces_of(runner, finish_s[i]));
        }
    }
    return all;
}

}  // namespace

FieldSpec PacingFit::applied_to(FieldSpec field) const {
    if (runners == 0) return field;
    field.drift = drift.value;
    field.drift_by_time = drift_by_time.value;
    field.drift_from = drift_from.value;
    field.drift_to = drift_to.value;
    field.drift_sooner = drift_sooner.value;
    return field;
}

PacingFit fit_pacing(const Results& results, const std::vector<double>& finish_s,
                     const Scenario& scenario, const Course& course, double median_s) {
    PacingFit found;
    if (results.marks_m.size() < kFewestMarks) return found;
    const Stretches stretches(results, scenario, course, median_s);
    const std::vector<Paces> all = whole_paces(stretches, results, finish_s);
    if (all.size() < 10 * kGroups) return found;
    Numbers begin = numbers_of(scenario.field);
    const auto estimates = bootstrap(all.size(), scenario.seed, [&](const auto& sample) {
        return begin = fit_fade(stretches, grouped(all, sample), begin);
    });
    found.runners = all.size();
    found.drift = estimates[0];
    found.drift_by_time = estimates[1];
    found.drift_from = estimates[2];
    found.drift_to = estimates[3];
    found.drift_sooner = estimates[4];
    const FieldSpec field = found.applied_to(scenario.field);
    std::vector<std::size_t> everybody(all.size());
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    found.misfit = misfit(stretches, grouped(all, everybody), field);
    fit_spread(stretches, all, field, found);
    found.noise_length_m =
        0.5 * results.marks_m.back() / static_cast<double>(results.marks_m.size());
    return found;
}

}  // namespace gineste
