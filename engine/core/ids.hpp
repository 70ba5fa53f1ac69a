// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>

namespace gineste {

/// An index that cannot be mistaken for an index of another kind.
template <class Tag>
struct Id {
    std::uint32_t value = 0;
    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t v) : value(v) {}
    template <class Integer>
    constexpr explicit Id(Integer v) : value(static_cast<std::uint32_t>(v)) {}
    friend constexpr auto operator<=>(Id, Id) = default;
};

using RunnerId = Id<struct RunnerTag>;    ///< position in the Field, 0-based
using WaveId = Id<struct WaveTag>;        ///< position in Scenario::waves, 0-based
using StationId = Id<struct StationTag>;  ///< position in Scenario::stations, 0-based
using LegId = Id<struct LegTag>;          ///< position in Course::legs(), 0-based

}  // namespace gineste
