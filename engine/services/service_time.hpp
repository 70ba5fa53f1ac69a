// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "core/random.hpp"
#include "scenario/after_line.hpp"

namespace gineste {

/// The time that one runner's service takes, by the law of its spec.
class ServiceTime {
  public:
    explicit ServiceTime(const ServiceSpec& spec);

    /// `draw` names the service and the visit: see service_draw.
    double draw_s(const Random& random, RunnerId runner, std::uint32_t draw) const;
    /// Standard deviation over mean.
    double spread() const { return spread_; }

  private:
    double gamma_s(const Random& random, RunnerId runner, std::uint32_t draw) const;

    ServiceLaw law_ = ServiceLaw::constant;
    double mean_s_ = 0.0;
    double spread_ = 0.0;
    double log_mean_ = 0.0;  ///< of the log-normal law
    double log_sd_ = 0.0;
};

/// The step of a random number for the `lap`-th visit to a service; the same whatever happened
/// elsewhere, so that a change at one service moves no number of another.
std::uint32_t service_draw(std::uint32_t service, std::uint32_t lap);

}  // namespace gineste
