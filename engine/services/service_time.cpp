// SPDX-License-Identifier: Apache-2.0
#include "services/service_time.hpp"

#include <cmath>

namespace gineste {
namespace {

constexpr std::uint32_t kTrials = 32;  // of one gamma draw; one trial in twenty fails
constexpr std::uint32_t kServices = 128;

}  // namespace

std::uint32_t service_draw(std::uint32_t service, std::uint32_t lap) {
    return (lap * kServices + service) * kTrials;
}

ServiceTime::ServiceTime(const ServiceSpec& spec)
    : law_(spec.law), mean_s_(spec.mean_s), spread_(spec.spread) {
    if (law_ == ServiceLaw::constant) spread_ = 0.0;
    if (law_ == ServiceLaw::exponential) spread_ = 1.0;
    log_sd_ = std::sqrt(std::log1p(spread_ * spread_));
    log_mean_ = std::log(mean_s_) - 0.5 * log_sd_ * log_sd_;
}

double ServiceTime::draw_s(const Random& random, RunnerId runner, std::uint32_t draw) const {
    switch (law_) {
        case ServiceLaw::constant:
            return mean_s_;
        case ServiceLaw::exponential:
            return -mean_s_ * std::log(random.uniform(runner, Purpose::service_time, draw));
        case ServiceLaw::lognormal:
            return std::exp(log_mean_ +
                            log_sd_ * random.normal(runner, Purpose::service_time, draw));
        case ServiceLaw::gamma:
            return gamma_s(random, runner, draw);
    }
    return mean_s_;
}

// Marsaglia and Tsang 2000, ACM TOMS 26:363: a shape below 1 is drawn one higher and scaled down.
double ServiceTime::gamma_s(const Random& random, RunnerId runner, std::uint32_t draw) const {
    const double shape = 1.0 / (spread_ * spread_);
    const double raised = shape < 1.0 ? shape + 1.0 : shape;
    const double d = raised - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    double value = d;
    for (std::uint32_t trial = 1; trial < kTrials; ++trial) {
        const double z = random.normal(runner, Purpose::service_time, draw + trial);
        const double cube = std::pow(1.0 + c * z, 3.0);
        if (cube <= 0.0) continue;
        const double u = random.uniform(runner, Purpose::service_time_trial, draw + trial);
        if (std::log(u) >= 0.5 * z * z + d * (1.0 - cube + std::log(cube))) continue;
        value = d * cube;
        break;
    }
    if (shape < 1.0) {
        value *= std::pow(random.uniform(runner, Purpose::service_time, draw), 1.0 / shape);
    }
    return mean_s_ * value / shape;
}

}  // namespace gineste
