// SPDX-License-Identifier: Apache-2.0
#include "services/coach_stand.hpp"

#include <algorithm>

#include "core/contract.hpp"

namespace gineste {

double CoachStand::first_departure_s(double first_arrival_s) const {
    return first_arrival_s + std::max(interval_s_, loading_s_);
}

std::optional<CoachStand::Coach> CoachStand::board(double now_s) {
    for (Coach& coach : coaches_) {
        if (coach.boarded == seats_ || coach.next_seat_s > now_s) continue;
        ++coach.boarded;
        coach.next_seat_s = now_s + loading_s_ / seats_;
        return coach;
    }
    return std::nullopt;
}

int CoachStand::leave() {
    EXPECT(!coaches_.empty());
    const int boarded = coaches_.front().boarded;
    coaches_.pop_front();
    return boarded;
}

}  // namespace gineste
