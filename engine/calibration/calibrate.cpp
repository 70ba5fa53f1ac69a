// SPDX-License-Identifier: Apache-2.0
#include "calibration/calibrate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "calibration/fit_times.hpp"
#include "core/random.hpp"
#include "field/conditions.hpp"
#include "field/fade.hpp"
#include "field/field.hpp"
#include "field/waves.hpp"

namespace gineste {
namespace {

using Ids = std::vector<std::size_t>;

Estimate share_of(std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    const double share = static_cast<double>(part) / static_cast<double>(whole);
    return {share, std::sqrt(share * (1.0 - share) / static_cast<double>(whole))};
}

std::vector<double> picked(const std::vector<double>& all, const Ids& ids) {
    std::vector<double> some;
    for (const std::size_t i : ids) some.push_back(all[i]);
    return some;
}

TimesFit fit_of(const std::vector<double>& times_s, std::uint64_t seed) {
    TimesFit fit;
    fit.runners = times_s.size();
    if (!fit.is_fitted()) return fit;
    const auto estimates = bootstrap(times_s.size(), seed, [&](const Ids& sample) {
        const TimeDistribution law = fit_times(picked(times_s, sample));
        return std::vector<double>{law.median_s, law.spread, law.shift};
    });
    fit.median_s = estimates[0];
    fit.spread = estimates[1];
    fit.shift = estimates[2];
    fit.distance = kolmogorov_distance(times_s, fit.law());
    fit.quantiles = quantile_points(times_s);
    return fit;
}

double median_of(const TimesFit& fit) {
    for (const TimeQuantile& point : fit.quantiles) {
        if (std::abs(point.share - 0.5) < 1e-9) return point.time_s;
    }
    return fit.median_s.value;
}

// Ranks as normal quantiles: neither the gap between pens nor a tail counts more than its order.
std::vector<double> normal_scores(const std::vector<double>& values) {
    Ids order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> scores(values.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        scores[order[place]] =
            normal_quantile((static_cast<double>(place) + 0.5) / static_cast<double>(order.size()));
    }
    return scores;
}

struct Moments {
    double correlation = 0.0;
    double sd_y = 0.0;
};

Moments moments(const std::vector<double>& x, const std::vector<double>& y) {
    const auto n = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0.0;
    double yy = 0.0;
    double xy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    return {xy / std::sqrt(xx * yy), std::sqrt(yy / n)};
}

/// Fits one race, part by part.
class Fitting {
  public:
    Fitting(const Results& results, const Scenario& scenario, const Course& course)
        : results_(results),
          scenario_(scenario),
          course_(course),
          finish_s_(finish_times_s(results, course.length_m())),
          members_(scenario.waves.size()) {
        for (std::size_t i = 0; i < results.runners.size(); ++i) {
            if (results.runners[i].wave) members_[results.runners[i].wave->value].push_back(i);
        }
        found_.waves.resize(members_.size());
        found_.has_times = std::any_of(finish_s_.begin(), finish_s_.end(),
                                       [](double finish_s) { return !std::isnan(finish_s); });
        found_.has_release = results.has_starts;
    }

    Calibration result() {
        fit_fates();
        if (found_.has_times) {
            fit_field();
            fit_seeding();
            found_.pacing = fit_pacing(results_, finish_s_, scenario_, course_, reference_s());
        }
        if (found_.has_release) fit_start();
        return std::move(found_);
    }

  private:
    void fit_fates();
    void fit_field();
    void fit_group(const Ids& ids, Estimate& women_share, TimesFit& men, TimesFit& women) const;
    void fit_seeding();
    void fit_start();
    void fit_release_of(const std::vector<LineCrossings>& lines, const Ids& waves);
    void keep_release(const ReleaseFit& fit, const std::vector<LineCrossings>& lines,
                      const Ids& waves);
    std::vector<double> speeds_run() const;
    LineCrossings crossings(std::size_t wave, const std::vector<double>& speeds_mps) const;
    std::vector<double> speeds_of_scenario(std::size_t wave) const;
    double reference_s() const;
    double gun_s(std::size_t wave) const {
        const auto& gun_s = scenario_.waves[wave].gun_s;
        return gun_s ? *gun_s - *scenario_.waves.front().gun_s : 0.0;
    }

    const Results& results_;
    const Scenario& scenario_;
    const Course& course_;
    std::vector<double> finish_s_;
    std::vector<Ids> members_;
    Calibration found_;
};

// The time against which the field calls a runner slow (field.cpp), or the scenario's own.
double Fitting::reference_s() const {
    if (!found_.men.is_fitted() || !found_.women.is_fitted()) return course_.length_m() / 2.9;
    const double women = found_.women_share.value;
    const double share = std::isnan(women) ? 0.5 : women;
    return share * median_of(found_.women) + (1.0 - share) * median_of(found_.men);
}

void Fitting::fit_fates() {
    std::size_t started = 0;
    std::size_t finished = 0;
    for (std::size_t i = 0; i < results_.runners.size(); ++i) {
        const Result& runner = results_.runners[i];
        const bool came =
            !std::isnan(runner.start_s) || std::any_of(runner.net_s.begin(), runner.net_s.end(),
                                                       [](double t) { return !std::isnan(t); });
        started += came ? 1 : 0;
        finished += came && !std::isnan(finish_s_[i]) ? 1 : 0;
    }
    if (found_.has_times && finished < started) {
        found_.withdraw_share = share_of(started - finished, started);
    }
    const auto entered = static_cast<std::size_t>(scenario_.field.entrants);
    if (entered > started) found_.no_show_share = share_of(entered - started, entered);
    for (std::size_t w = 0; w < members_.size(); ++w) found_.waves[w].started = members_[w].size();
}

void Fitting::fit_group(const Ids& ids, Estimate& women_share, TimesFit& men,
                        TimesFit& women) const {
    std::vector<double> times_s[2];
    std::vector<double> all_s;
    std::size_t known = 0;
    std::size_t female = 0;
    for (const std::size_t i : ids) {
        const auto& sex = results_.runners[i].sex;
        known += sex ? 1 : 0;
        female += sex == Sex::woman ? 1 : 0;
        if (std::isnan(finish_s_[i])) continue;
        all_s.push_back(finish_s_[i]);
        if (sex) times_s[*sex == Sex::woman ? 1 : 0].push_back(finish_s_[i]);
    }
    if (2 * known < ids.size()) {
        men = women = fit_of(all_s, scenario_.seed);
        return;
    }
    women_share = share_of(female, known);
    men = fit_of(times_s[0], scenario_.seed);
    women = fit_of(times_s[1], scenario_.seed);
}

void Fitting::fit_field() {
    Ids everybody(results_.runners.size());
    std::iota(everybody.begin(), everybody.end(), std::size_t{0});
    fit_group(everybody, found_.women_share, found_.men, found_.women);
    for (std::size_t w = 0; w < members_.size(); ++w) {
        WaveFit& wave = found_.waves[w];
        fit_group(members_[w], wave.women_share, wave.men, wave.women);
        for (const std::size_t i : members_[w]) {
            if (!std::isnan(finish_s_[i])) wave.times_s.push_back(finish_s_[i]);
        }
    }
}

// Standing by predicted time, prediction and time correlate by sd(T) / sqrt(sd(T)² + sd(error)²).
void Fitting::fit_seeding() {
    for (std::size_t w = 0; w < members_.size(); ++w) {
        Ids ids;
        for (const std::size_t i : members_[w]) {
            const bool known =
                !std::isnan(finish_s_[i]) && !std::isnan(results_.runners[i].start_s);
            if (known) ids.push_back(i);
        }
        if (ids.size() < kFewest) continue;
        const auto fit = [&](const Ids& sample) {
            std::vector<double> starts_s;
            std::vector<double> log_times;
            for (const std::size_t k : sample) {
                starts_s.push_back(results_.runners[ids[k]].start_s);
                log_times.push_back(std::log(finish_s_[ids[k]]));
            }
            const double r = moments(normal_scores(starts_s), normal_scores(log_times)).correlation;
            const double sd = moments(starts_s, log_times).sd_y;
            const double seeded = std::clamp(r, 0.05, 0.999);
            return std::vector<double>{r, sd * std::sqrt(1.0 / (seeded * seeded) - 1.0)};
        };
        const auto estimates = bootstrap(ids.size(), scenario_.seed, fit);
        found_.waves[w].correlation = estimates[0];
        found_.waves[w].prediction_sd = estimates[1];
    }
}

LineCrossings Fitting::crossings(std::size_t wave, const std::vector<double>& speeds_mps) const {
    LineCrossings line;
    for (const std::size_t i : members_[wave]) {
        const double start_s = results_.runners[i].start_s;
        if (std::isnan(start_s) || std::isnan(speeds_mps[i])) continue;
        line.after_gun_s.push_back(start_s - gun_s(wave));
        line.flat_speed_mps.push_back(speeds_mps[i]);
    }
    return line;
}

// A table of starts alone: runners as fast as those in the same place of the scenario's pen.
std::vector<double> Fitting::speeds_of_scenario(std::size_t wave) const {
    const Field field = draw_field(scenario_, course_);
    const auto pen = pens_in_order(field, scenario_.waves.size())[wave];
    std::vector<double> speeds_mps(results_.runners.size(),
                                   std::numeric_limits<double>::quiet_NaN());
    Ids order = members_[wave];
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return results_.runners[a].start_s < results_.runners[b].start_s;
    });
    for (std::size_t k = 0; k < order.size() && !pen.empty(); ++k) {
        const RunnerId same_place = pen[k * pen.size() / order.size()];
        speeds_mps[order[k]] = static_cast<double>(field.flat_speed_mps[same_place.value]);
    }
    return speeds_mps;
}

// Flat speeds by result, from the times run; NaN where there is none.
std::vector<double> Fitting::speeds_run() const {
    const IdealTimes times = normal_times(scenario_, course_);
    const FieldSpec field = found_.pacing.applied_to(scenario_.field);
    const double median_s = reference_s();
    std::vector<double> speeds_mps;
    for (const double finish_s : finish_s_) {
        const double own = fade(field, finish_s, median_s);
        speeds_mps.push_back(std::isnan(finish_s) ? finish_s
                                                  : times.flat_speed_mps(finish_s, 1.0, own));
    }
    return speeds_mps;
}

std::vector<LineCrossings> resampled(std::vector<LineCrossings> lines, const Random& random,
                                     std::size_t turn) {
    std::uint32_t draw = 0;
    for (LineCrossings& line : lines) {
        const LineCrossings all = line;
        const std::size_t count = all.after_gun_s.size();
        for (std::size_t i = 0; i < count; ++i) {
            const double u = random.uniform(RunnerId(turn), Purpose::resample, draw++);
            const auto k =
                std::min(count - 1, static_cast<std::size_t>(u * static_cast<double>(count)));
            line.after_gun_s[i] = all.after_gun_s[k];
            line.flat_speed_mps[i] = all.flat_speed_mps[k];
        }
    }
    return lines;
}

ReleaseFit settle_and_fit(std::vector<LineCrossings>& lines, double width_m) {
    for (LineCrossings& line : lines) line.settle();
    return fit_release(lines, width_m);
}

void add_square(Estimate& estimate, double again, std::size_t turns) {
    estimate.error +=
        (again - estimate.value) * (again - estimate.value) / static_cast<double>(turns);
}

void Fitting::fit_start() {
    const std::vector<double> run_mps = found_.has_times ? speeds_run() : std::vector<double>{};
    std::vector<LineCrossings> lines;
    Ids waves;
    for (std::size_t w = 0; w < members_.size(); ++w) {
        LineCrossings line = crossings(w, found_.has_times ? run_mps : speeds_of_scenario(w));
        if (line.after_gun_s.size() < kFewest) continue;
        lines.push_back(std::move(line));
        waves.push_back(w);
    }
    found_.has_release = !lines.empty();
    if (found_.has_release) fit_release_of(lines, waves);
}

void Fitting::fit_release_of(const std::vector<LineCrossings>& lines, const Ids& waves) {
    constexpr std::size_t turns = 10;  // each takes as long as the fit itself
    const double width_m = scenario_.start.line_width_m;
    std::vector<LineCrossings> settled = lines;
    const ReleaseFit whole = settle_and_fit(settled, width_m);
    keep_release(whole, settled, waves);
    for (std::size_t turn = 0; turn < turns; ++turn) {
        std::vector<LineCrossings> drawn = resampled(lines, Random(scenario_.seed), turn);
        const ReleaseFit again = settle_and_fit(drawn, width_m);
        add_square(found_.density_per_m2, again.density_per_m2, turns);
        add_square(found_.decay, again.decay, turns);
        for (std::size_t k = 0; k < waves.size(); ++k) {
            add_square(found_.waves[waves[k]].flow_share, again.flow_share[k], turns);
        }
    }
    found_.density_per_m2.error = std::sqrt(found_.density_per_m2.error);
    found_.decay.error = std::sqrt(found_.decay.error);
    for (const std::size_t w : waves) {
        found_.waves[w].flow_share.error = std::sqrt(found_.waves[w].flow_share.error);
    }
}

void Fitting::keep_release(const ReleaseFit& fit, const std::vector<LineCrossings>& lines,
                           const Ids& waves) {
    found_.density_per_m2 = {fit.density_per_m2, 0.0};
    found_.decay = {fit.decay, 0.0};
    double squares = 0.0;
    for (std::size_t k = 0; k < waves.size(); ++k) {
        WaveFit& wave = found_.waves[waves[k]];
        wave.flow_share = {fit.flow_share[k], 0.0};
        wave.first_s = fit.first_s[k];
        wave.share_error = fit.share_error[k];
        wave.crossed_s = lines[k].after_gun_s;
        wave.line = line_use(wave.crossed_s, scenario_.start.line_width_m);
        wave.released_s = released_s(fit, lines[k], k, scenario_.start.line_width_m);
        squares += std::log(fit.flow_share[k]) * std::log(fit.flow_share[k]);
    }
    if (waves.size() > 1) {
        found_.flow_sd = std::sqrt(squares / static_cast<double>(waves.size() - 1));
    }
}

}  // namespace

std::vector<double> finish_times_s(const Results& results, double length_m) {
    std::vector<double> finish_s;
    for (const Result& runner : results.runners) {
        double time_s = std::numeric_limits<double>::quiet_NaN();
        for (std::size_t k = results.marks_m.size(); k-- > 0 && std::isnan(time_s);) {
            const double at_m = results.marks_m[k];
            if (std::isnan(runner.net_s[k]) || at_m < 0.8 * length_m) continue;
            const bool has_before = k > 0 && !std::isnan(runner.net_s[k - 1]);
            const double before_s = has_before ? runner.net_s[k - 1] : 0.0;
            const double before_m = has_before ? results.marks_m[k - 1] : 0.0;
            time_s = runner.net_s[k] +
                     (runner.net_s[k] - before_s) * (length_m - at_m) / (at_m - before_m);
        }
        finish_s.push_back(time_s);
    }
    return finish_s;
}

Calibration calibrate(const Results& results, const Scenario& scenario, const Course& course) {
    return Fitting(results, scenario, course).result();
}

}  // namespace gineste
