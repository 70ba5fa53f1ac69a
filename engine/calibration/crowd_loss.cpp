// SPDX-License-Identifier: Apache-2.0
#include "calibration/crowd_loss.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "calibration/fit_times.hpp"
#include "core/contract.hpp"

namespace gineste {
namespace {

// Of one wave, or of all.
std::vector<double> times_of(const Results& side, std::optional<WaveId> wave, double length_m) {
    const std::vector<double> finish_s = finish_times_s(side, length_m);
    std::vector<double> times_s;
    for (std::size_t i = 0; i < finish_s.size(); ++i) {
        if (wave && side.runners[i].wave != wave) continue;
        if (!std::isnan(finish_s[i])) times_s.push_back(finish_s[i]);
    }
    return times_s;
}

void take_out(const CrowdLoss& loss, TimesFit& fit) {
    if (!fit.is_fitted()) return;
    for (TimeQuantile& point : fit.quantiles) {
        point.time_s = std::round(loss.undisturbed_s(point.time_s));
    }
    fit.median_s.value = loss.undisturbed_s(fit.median_s.value);
}

}  // namespace

CrowdLoss::CrowdLoss(std::vector<double> observed_s, std::vector<double> simulated_s) {
    for (std::vector<double>* times_s : {&observed_s, &simulated_s}) {
        std::erase_if(*times_s, [](double time_s) { return std::isnan(time_s); });
    }
    EXPECT(observed_s.size() >= kFewest && simulated_s.size() >= kFewest);
    const auto observed = quantile_points(std::move(observed_s));
    const auto simulated = quantile_points(std::move(simulated_s));
    for (const TimeQuantile& here : observed) {
        const auto there = std::find_if(
            simulated.begin(), simulated.end(),
            [&](const TimeQuantile& other) { return std::abs(other.share - here.share) < 1e-9; });
        if (there == simulated.end()) continue;
        time_s_.push_back(here.time_s);
        ratio_.push_back(here.time_s / there->time_s);
    }
    ENSURE(!time_s_.empty());
}

double CrowdLoss::undisturbed_s(double time_s) const {
    const auto above = std::lower_bound(time_s_.begin(), time_s_.end(), time_s);
    if (above == time_s_.begin()) return time_s * ratio_.front();
    if (above == time_s_.end()) return time_s * ratio_.back();
    const auto k = static_cast<std::size_t>(above - time_s_.begin());
    const double part = (time_s - time_s_[k - 1]) / (time_s_[k] - time_s_[k - 1]);
    return time_s * (ratio_[k - 1] + part * (ratio_[k] - ratio_[k - 1]));
}

void take_out_crowd(const Results& observed, const Results& simulated, double length_m,
                    Calibration& found) {
    const auto loss_of = [&](std::optional<WaveId> wave) -> std::optional<CrowdLoss> {
        auto seen_s = times_of(observed, wave, length_m);
        auto run_s = times_of(simulated, wave, length_m);
        if (seen_s.size() < kFewest || run_s.size() < kFewest) return std::nullopt;
        return CrowdLoss(std::move(seen_s), std::move(run_s));
    };
    if (const auto loss = loss_of(std::nullopt)) {
        take_out(*loss, found.men);
        take_out(*loss, found.women);
    }
    for (std::size_t w = 0; w < found.waves.size(); ++w) {
        const auto loss = loss_of(WaveId(w));
        if (!loss) continue;
        take_out(*loss, found.waves[w].men);
        take_out(*loss, found.waves[w].women);
    }
}

}  // namespace gineste
