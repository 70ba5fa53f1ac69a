// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "race/race.hpp"
#include "race/state.hpp"

namespace gineste::test {

/// One runner as he stands after a step.
struct Placed {
    std::uint32_t runner = 0;
    double chainage_m = 0.0;
    double offset_m = 0.0;  ///< left of the centre line
    double speed_mps = 0.0;
};

/// The only place that knows how a race keeps its runners: a kernel that keeps them otherwise
/// changes this function, and no test. Foremost first.
inline void photograph(const Race& race, std::vector<Placed>& crowd) {
    const Race::State& state = race.state();
    crowd.clear();
    for (std::size_t slot = 0; slot < state.size(); ++slot) {
        crowd.push_back({state.runner[slot], state.chainage_m(slot), double{state.offset_m(slot)},
                         double{state.speed_mps(slot)}});
    }
}

/// One runner who was behind another a step ago and is ahead of him now.
struct Pass {
    Placed passer, passed;                ///< now
    Placed passer_before, passed_before;  ///< a step ago

    /// Share of the step at which they were abreast, both at an even speed within it.
    double part() const {
        const double gap_before_m = passed_before.chainage_m - passer_before.chainage_m;
        const double gap_now_m = passer.chainage_m - passed.chainage_m;
        const double both_m = gap_before_m + gap_now_m;
        return both_m > 0.0 ? std::clamp(gap_before_m / both_m, 0.0, 1.0) : 0.5;
    }
    double chainage_m() const {
        return passed_before.chainage_m + part() * (passed.chainage_m - passed_before.chainage_m);
    }
    /// How far left of the one passed the passer was when they were abreast.
    double left_by_m() const {
        const double before_m = passer_before.offset_m - passed_before.offset_m;
        const double now_m = passer.offset_m - passed.offset_m;
        return before_m + part() * (now_m - before_m);
    }
};

/// The crowd after the last two steps, taken step by step.
class Film {
  public:
    void take(const Race& race) {
        before_.swap(now_);
        slot_before_.swap(slot_now_);
        photograph(race, now_);
        std::fill(slot_now_.begin(), slot_now_.end(), kNoSlot);
        for (std::size_t slot = 0; slot < now_.size(); ++slot) {
            const std::size_t runner = now_[slot].runner;
            if (runner >= slot_now_.size()) slot_now_.resize(runner + 1, kNoSlot);
            if (slot_now_[runner] != kNoSlot) ++doubles_;
            slot_now_[runner] = static_cast<std::uint32_t>(slot);
        }
    }

    const std::vector<Placed>& now() const { return now_; }
    /// How often a runner was seen in two slots at once.
    int doubles() const { return doubles_; }
    /// Where a runner was a step ago; nullptr where he was not on the road.
    const Placed* before(std::uint32_t runner) const { return find(before_, slot_before_, runner); }
    const Placed* now(std::uint32_t runner) const { return find(now_, slot_now_, runner); }

    /// Calls visit(Pass) for every pair that changed its order in the last step: an insertion sort
    /// of the slots a step ago meets each such pair once.
    template <class Visit>
    void for_each_pass(const Visit& visit) {
        order_.clear();
        for (const Placed& here : now_) {
            const Placed* was = before(here.runner);
            if (was == nullptr) continue;
            const std::uint32_t slot = slot_before_[here.runner];
            std::size_t k = order_.size();
            order_.push_back(slot);
            for (; k > 0 && order_[k - 1] > slot; --k) {
                order_[k] = order_[k - 1];
                const Placed& passer_before = before_[order_[k]];
                visit(Pass{*now(passer_before.runner), here, passer_before, *was});
            }
            order_[k] = slot;
        }
    }

  private:
    static constexpr std::uint32_t kNoSlot = UINT32_MAX;
    static const Placed* find(const std::vector<Placed>& crowd,
                              const std::vector<std::uint32_t>& slots, std::uint32_t runner) {
        if (runner >= slots.size() || slots[runner] == kNoSlot) return nullptr;
        return &crowd[slots[runner]];
    }
    std::vector<Placed> now_;
    std::vector<Placed> before_;
    std::vector<std::uint32_t> slot_now_;  ///< by runner
    std::vector<std::uint32_t> slot_before_;
    std::vector<std::uint32_t> order_;
    int doubles_ = 0;
};

}  // namespace gineste::test
