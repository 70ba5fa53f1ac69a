// SPDX-License-Identifier: Apache-2.0
#include "race/state.hpp"

#include "core/state_hash.hpp"

namespace gineste {

void Race::State::reorder() {
    for (std::size_t i = 1; i < size(); ++i) {
        for (std::size_t k = i; k > 0; --k) {
            const bool ahead = chainage_m[k] > chainage_m[k - 1];
            const bool tie = chainage_m[k] == chainage_m[k - 1] && runner[k] < runner[k - 1];
            if (!ahead && !tie) break;
            swap_slots(k, k - 1);
        }
    }
}

std::uint64_t Race::State::hash() const {
    StateHash sum;
    sum.add(std::span(std::as_const(runner)));
    sum.add(std::span(std::as_const(chainage_m)));
    sum.add(std::span(std::as_const(offset_m)));
    sum.add(std::span(std::as_const(speed_mps)));
    return sum.value();
}

}  // namespace gineste
