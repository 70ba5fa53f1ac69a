// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "core/ids.hpp"

namespace gineste {

/// Where a runner is with the station ahead.
///
///     none → approaching → asking → none                (grab on the run)
///              ↑    │         ├───→ walking → none      (walk through)
///              └────┤         ├───→ standing → none     (stop)
///        next table │         └───→ waiting ─┘ served later
///                   └→ none                             (no table left: unserved)
enum class VisitPhase : std::uint8_t { none, approaching, asking, waiting, standing, walking };

enum class DrinkMode : std::uint8_t { grab, walk, stop };

/// One runner's dealings with stations; written by the runner's own step, and by `serve` for those
/// who ask or wait.
struct Visit {
    VisitPhase phase = VisitPhase::none;
    DrinkMode mode = DrinkMode::grab;
    std::int8_t side = 1;  ///< −1 right, +1 left
    std::uint8_t cups = 1;
    std::uint16_t station = 0;  ///< the next one, or the one being dealt with
    std::uint16_t table = 0;    ///< counted from the first on that side
    float until_m = 0.0F;       ///< walking: chainage
    double until_s = 0.0;       ///< standing: time
};

/// What a station asks of a runner's next step.
struct Wish {
    float speed_mps = 0.0F;  ///< no faster than this
    float offset_m = 0.0F;   ///< where to move to; NaN: anywhere
};

/// Something that must be told to a station; dealt with in slot order after the parallel phase.
struct StationEvent {
    enum class Kind : std::uint8_t { arrived, wants, asks, gave_up };
    Kind kind = Kind::arrived;
    StationId station;
    RunnerId runner;
};

}  // namespace gineste
