// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>

#include "motion/place.hpp"
#include "race/state.hpp"

namespace gineste {

/// The first slot that is behind a place: those before it are at it or beyond it.
inline std::size_t first_behind(const Generation& now, Place place) {
    const Place* begin = now.place.data();
    const Place* slot = std::partition_point(begin, begin + now.size(),
                                             [place](Place there) { return there >= place; });
    return static_cast<std::size_t>(slot - begin);
}

/// Runners on [from_m, to_m) of a race's road.
inline std::size_t count_between(const Race::State& state, double from_m, double to_m) {
    return first_behind(state.now, place_reaching(from_m)) -
           first_behind(state.now, place_reaching(to_m));
}

}  // namespace gineste
