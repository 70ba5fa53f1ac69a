// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>

#include "core/ids.hpp"

namespace gineste {

/// Where a runner is with the station ahead.
///
///     none → passing → none                                          (wants nothing)
///      └→ approaching → asking → waiting → drinking → leaving → none (grabs, or walks through)
///              ↑    │                   └→ standing ──┘              (stops)
///              └────┤ next table
///                   └→ leaving → none       (no table left, or nothing on them: unserved)
///
/// Who passes or leaves is in the station's zone and free in all else.
enum class VisitPhase : std::uint8_t {
    none,
    passing,
    approaching,
    asking,
    waiting,
    standing,
    drinking,
    leaving
};

enum class DrinkMode : std::uint8_t { grab, walk, stop };

/// One runner's dealings with stations; written by the runner's own step, and by `serve` for those
/// who ask or wait.
struct Visit {
    VisitPhase phase = VisitPhase::none;
    DrinkMode mode = DrinkMode::grab;
    std::int8_t side = 1;           ///< −1 right, +1 left
    std::uint8_t cups = 1;          ///< wanted of the station's first good
    std::uint8_t others = 0;        ///< bit k: one of good k + 1 is wanted
    bool wants = false;             ///< anything at all
    std::uint16_t station = 0;      ///< the next one, or the one being dealt with
    std::uint16_t table = 0;        ///< counted from the first on that side
    float until_m = 0.0F;           ///< drinking: chainage
    double until_s = 0.0;           ///< standing: time
    double entered_s = 0.0;         ///< the zone
    float lost_before_s = 0.0F;     ///< to other runners, when it was entered
    float stood_s = 0.0F;           ///< in a line that does not move on, before the tables
    std::array<float, 2> last_m{};  ///< place of the last drink and the last sponge; 0: the start
};

/// What a station asks of a runner's next step.
struct Wish {
    float speed_mps = 0.0F;  ///< no faster than this
    float offset_m = 0.0F;   ///< where to move to; NaN: anywhere
};

/// Something that must be told to a station; dealt with in slot order after the parallel phase.
struct StationEvent {
    enum class Kind : std::uint8_t { arrived, wants, asks, gave_up, found_none, left };
    Kind kind = Kind::arrived;
    StationId station;
    RunnerId runner;
    double at_s = 0.0;    ///< left: when
    float lost_s = 0.0F;  ///< left: to other runners, in the zone
};

}  // namespace gineste
