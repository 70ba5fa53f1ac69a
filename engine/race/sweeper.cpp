// SPDX-License-Identifier: Apache-2.0
#include "race/sweeper.hpp"

#include <cmath>
#include <limits>

namespace gineste {

Sweeper::Sweeper(const Scenario& scenario) {
    if (!scenario.sweeper) return;
    const SweeperSpec& spec = *scenario.sweeper;
    after_s_ = spec.after_s;
    SweeperRecord record;
    record.sets_off_s = std::numeric_limits<double>::quiet_NaN();
    record.pace_s_per_km = spec.pace_s_per_km;
    for (const CutOffSpec& cut_off : spec.cut_offs) {
        record.cut_offs.push_back({cut_off.at_m, after_first_gun_s(scenario, cut_off.time_s), 0});
    }
    record_ = std::move(record);
}

std::vector<Sweeper::Limit> Sweeper::limits(double before_s, double time_s, bool all_started) {
    std::vector<Limit> limits;
    if (!record_) return limits;
    for (CutOffRecord& cut_off : record_->cut_offs) {
        const bool now = before_s < cut_off.time_s && cut_off.time_s <= time_s;
        if (now) limits.push_back({cut_off.at_m, &cut_off.taken_off});
    }
    if (std::isnan(record_->sets_off_s) && all_started) record_->sets_off_s = time_s + after_s_;
    const double driven_s = time_s - record_->sets_off_s;
    const bool looks_round = std::floor(time_s / 60.0) > std::floor(before_s / 60.0);
    if (driven_s > 0.0 && looks_round) {
        limits.push_back({1000.0 * driven_s / record_->pace_s_per_km, &record_->taken_off});
    }
    return limits;
}

}  // namespace gineste
