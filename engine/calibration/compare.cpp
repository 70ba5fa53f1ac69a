// SPDX-License-Identifier: Apache-2.0
#include "calibration/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/no_value.hpp"

namespace gineste {
namespace {

constexpr std::size_t kDeciles = 10;

/// What one side says of a curve: its values at these places.
using Curve = std::function<std::vector<double>(const Results&, const std::vector<double>& at)>;

// Mean and spread over the runs, and the errors of both.
Agreement measure(std::string group, std::string where, std::vector<double> at,
                  const Results& observed, const std::vector<Results>& runs, const Curve& curve) {
    Agreement found{std::move(group), std::move(where), std::move(at), {}, {}, {}, {}, 0.0, 0.0};
    found.observed = curve(observed, found.at);
    found.predicted.assign(found.at.size(), 0.0);
    found.sd.assign(found.at.size(), 0.0);
    const auto count = static_cast<double>(runs.size());
    std::vector<double> errors;
    for (const Results& run : runs) {
        const std::vector<double> values = curve(run, found.at);
        for (std::size_t k = 0; k < values.size(); ++k) {
            found.predicted[k] += values[k] / count;
            found.sd[k] += values[k] * values[k] / count;
        }
        errors.push_back(curve_error(found.observed, values).mean);
    }
    for (std::size_t k = 0; k < found.sd.size(); ++k) {
        const double variance = found.sd[k] - found.predicted[k] * found.predicted[k];
        found.sd[k] = std::sqrt(std::max(0.0, variance));
    }
    found.error = curve_error(found.observed, found.predicted);
    for (const double error : errors) found.error_of_one += error / count;
    for (const double error : errors) {
        found.error_sd += (error - found.error_of_one) * (error - found.error_of_one);
    }
    found.error_sd = runs.size() < 2 ? 0.0 : std::sqrt(found.error_sd / (count - 1.0));
    return found;
}

std::vector<double> starts_of(const Results& results, std::size_t wave) {
    std::vector<double> starts_s;
    for (const Result& runner : results.runners) {
        if (std::isnan(runner.start_s) || runner.wave != WaveId(wave)) continue;
        starts_s.push_back(runner.start_s);
    }
    std::sort(starts_s.begin(), starts_s.end());
    return starts_s;
}

std::vector<double> every(double from_s, double to_s, double step_s) {
    std::vector<double> times_s;
    for (double time_s = from_s; time_s < to_s + step_s; time_s += step_s)
        times_s.push_back(time_s);
    return times_s;
}

// Every 10 s from the gun until 99 % of the wave observed are over the line.
void compare_starts(const Results& observed, const std::vector<Results>& runs,
                    const Scenario& scenario, std::vector<Agreement>& measures) {
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        const std::vector<double> starts_s = starts_of(observed, w);
        if (starts_s.empty()) continue;
        const auto& gun_s = scenario.waves[w].gun_s;
        const double begin_s =
            gun_s ? *gun_s - *scenario.waves.front().gun_s : starts_s.front() - 10.0;
        const double end_s = starts_s[(starts_s.size() * 99) / 100];
        measures.push_back(measure("start", scenario.waves[w].name, every(begin_s, end_s, 10.0),
                                   observed, runs,
                                   [w](const Results& side, const std::vector<double>& at) {
                                       return shares_at(starts_of(side, w), at);
                                   }));
    }
}

// Clock times at a mark of this side; those who never came there count in the field.
std::vector<double> count_shares(const Results& side, double mark_m,
                                 const std::vector<double>& times_s) {
    const auto mark = side.mark(mark_m);
    std::vector<double> passed_s;
    std::size_t started = 0;
    for (const Result& runner : side.runners) {
        if (std::isnan(runner.start_s)) continue;
        ++started;
        const double net_s = mark ? runner.net_s[*mark] : kNaN;
        if (!std::isnan(net_s)) passed_s.push_back(runner.start_s + net_s);
    }
    std::sort(passed_s.begin(), passed_s.end());
    std::vector<double> shares = shares_at(passed_s, times_s);
    const double part = static_cast<double>(passed_s.size()) /
                        static_cast<double>(std::max<std::size_t>(1, started));
    for (double& share : shares) share *= part;
    return shares;
}

// Looks at a mat while runners come, on either side.
std::vector<double> looks_at(const Results& observed, const std::vector<Results>& runs,
                             double mark_m, double step_s) {
    double first_s = std::numeric_limits<double>::infinity();
    double last_s = 0.0;
    const auto see = [&](const Results& side) {
        const auto mark = side.mark(mark_m);
        if (!mark) return;
        for (const Result& runner : side.runners) {
            const double passed_s = runner.start_s + runner.net_s[*mark];
            if (std::isnan(passed_s)) continue;
            first_s = std::min(first_s, passed_s);
            last_s = std::max(last_s, passed_s);
        }
    };
    see(observed);
    for (const Results& run : runs) see(run);
    std::vector<double> times_s;
    for (double time_s = step_s; time_s < last_s; time_s += step_s) {
        if (time_s >= first_s) times_s.push_back(time_s);
    }
    return times_s;
}

void compare_counts(const Results& observed, const std::vector<Results>& runs,
                    const CompareOptions& options, std::vector<Agreement>& measures) {
    for (const double mark_m : observed.marks_m) {
        const std::vector<double> times_s = looks_at(observed, runs, mark_m, options.every_s);
        measures.push_back(measure("count", fmt::format("{:g} km", mark_m / 1000.0), times_s,
                                   observed, runs,
                                   [mark_m](const Results& side, const std::vector<double>& at) {
                                       return count_shares(side, mark_m, at);
                                   }));
    }
}

double median_of(std::vector<double>& values) {
    if (values.empty()) return kNaN;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Who has a time at every mark, fastest first.
std::vector<const Result*> by_time(const Results& side) {
    std::vector<const Result*> whole;
    for (const Result& runner : side.runners) {
        const bool has_all = std::none_of(runner.net_s.begin(), runner.net_s.end(),
                                          [](double net_s) { return std::isnan(net_s); });
        if (has_all && !runner.net_s.empty()) whole.push_back(&runner);
    }
    std::stable_sort(whole.begin(), whole.end(), [](const Result* a, const Result* b) {
        return a->net_s.back() < b->net_s.back();
    });
    return whole;
}

// Median of pace on the stretch over mean pace, stretch by stretch.
std::vector<double> pace_ratios(const Results& side, std::size_t decile) {
    const std::vector<const Result*> whole = by_time(side);
    const std::size_t from = whole.size() * decile / kDeciles;
    const std::size_t to = whole.size() * (decile + 1) / kDeciles;
    std::vector<double> medians;
    for (std::size_t k = 0; k < side.marks_m.size(); ++k) {
        std::vector<double> ratios;
        const double before_m = k == 0 ? 0.0 : side.marks_m[k - 1];
        const double part = (side.marks_m[k] - before_m) / side.marks_m.back();
        for (std::size_t i = from; i < to; ++i) {
            const std::vector<double>& net_s = whole[i]->net_s;
            const double before_s = k == 0 ? 0.0 : net_s[k - 1];
            ratios.push_back((net_s[k] - before_s) / (net_s.back() * part));
        }
        medians.push_back(median_of(ratios));
    }
    return medians;
}

void compare_paces(const Results& observed, const std::vector<Results>& runs,
                   std::vector<Agreement>& measures) {
    if (observed.marks_m.size() < 2 || by_time(observed).size() < 10 * kDeciles) return;
    for (std::size_t decile = 0; decile < kDeciles; ++decile) {
        measures.push_back(measure("pace", fmt::format("decile {}", decile + 1), observed.marks_m,
                                   observed, runs,
                                   [decile](const Results& side, const std::vector<double>&) {
                                       return pace_ratios(side, decile);
                                   }));
    }
}

std::vector<double> last_times(const Results& side, std::optional<Sex> sex) {
    std::vector<double> times_s;
    for (const Result& runner : side.runners) {
        if (sex && runner.sex != sex) continue;
        if (!runner.net_s.empty() && !std::isnan(runner.net_s.back())) {
            times_s.push_back(runner.net_s.back());
        }
    }
    std::sort(times_s.begin(), times_s.end());
    return times_s;
}

// Net time at the last mark, minute by minute.
void compare_finish(const Results& observed, const std::vector<Results>& runs,
                    std::vector<Agreement>& measures) {
    const std::vector<std::pair<std::optional<Sex>, std::string>> groups{
        {std::nullopt, "all"}, {Sex::woman, "women"}, {Sex::man, "men"}};
    for (const auto& [sex, name] : groups) {
        const std::vector<double> times_s = last_times(observed, sex);
        if (times_s.empty()) continue;
        const double begin_s = 60.0 * std::floor(times_s.front() / 60.0);
        measures.push_back(measure("finish", name, every(begin_s, times_s.back(), 60.0), observed,
                                   runs,
                                   [sex = sex](const Results& side, const std::vector<double>& at) {
                                       return shares_at(last_times(side, sex), at);
                                   }));
    }
}

}  // namespace

Results timed(const Record& record, const Field& field, const std::vector<double>& marks_m) {
    Results results;
    results.file = record.scenario;
    results.marks_m = marks_m;
    results.rows = record.runners.start_s.size();
    results.has_starts = true;
    const PassageRecord& passages = record.passages;
    const auto passed_s = [&](std::size_t runner, double at_m) {
        if (at_m >= record.course_length_m) return record.runners.finish_s[runner];
        const double place = at_m / passages.spacing_m;
        const auto below = std::min(static_cast<std::size_t>(place), passages.marks - 1);
        const std::size_t above = std::min(below + 1, passages.marks - 1);
        const std::int32_t from_ms = passages.passage_ms[runner * passages.marks + below];
        const std::int32_t to_ms = passages.passage_ms[runner * passages.marks + above];
        if (from_ms == kNeverMs || (to_ms == kNeverMs && place > static_cast<double>(below))) {
            return kNaN;
        }
        const double part = place - static_cast<double>(below);
        return (static_cast<double>(from_ms) + part * static_cast<double>(to_ms - from_ms)) /
               1000.0;
    };
    for (std::size_t i = 0; i < results.rows; ++i) {
        if (std::isnan(record.runners.start_s[i])) continue;
        Result runner;
        runner.bib = record.runners.bib[i];
        if (!field.sex.empty()) runner.sex = field.sex[i];
        runner.wave = WaveId(record.runners.wave[i]);
        runner.start_s = record.runners.start_s[i];
        for (const double at_m : marks_m)
            runner.net_s.push_back(passed_s(i, at_m) - runner.start_s);
        results.runners.push_back(std::move(runner));
    }
    return results;
}

std::vector<Agreement> compare(const Results& observed, const std::vector<Results>& runs,
                               const Scenario& scenario, const CompareOptions& options) {
    std::vector<Agreement> measures;
    if (observed.has_starts) {
        compare_starts(observed, runs, scenario, measures);
        compare_counts(observed, runs, options, measures);
    }
    compare_paces(observed, runs, measures);
    compare_finish(observed, runs, measures);
    return measures;
}

Agreement pooled(const std::vector<Agreement>& measures, const std::string& group) {
    Agreement all{group, "all", {}, {}, {}, {}, {}, 0.0, 0.0};
    double points = 0.0;
    for (const Agreement& one : measures) {
        if (one.group != group) continue;
        const auto count = static_cast<double>(one.at.size());
        all.at.insert(all.at.end(), one.at.begin(), one.at.end());
        all.observed.insert(all.observed.end(), one.observed.begin(), one.observed.end());
        all.predicted.insert(all.predicted.end(), one.predicted.begin(), one.predicted.end());
        all.sd.insert(all.sd.end(), one.sd.begin(), one.sd.end());
        all.error_of_one += count * one.error_of_one;
        all.error_sd += count * one.error_sd;
        points += count;
    }
    if (points == 0.0) return all;
    all.error = curve_error(all.observed, all.predicted);
    all.error_of_one /= points;
    all.error_sd /= points;
    return all;
}

}  // namespace gineste
