// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <limits>

namespace gineste {

/// A chainage in whole units of an eighth of a millimetre (2^-13 m): the distance between two
/// runners is the same number whoever of them asks, and 32 bits reach 260 km.
using Place = std::int32_t;

inline constexpr int kPlaceBits = 13;
inline constexpr float kPlacesPerM = 1 << kPlaceBits;
inline constexpr float kPlaceM = 1.0F / kPlacesPerM;
/// Ahead of any race, and, negative, behind it; two of them are less than 2^31 apart from any
/// place.
inline constexpr Place kBeyond = 1'000'000'000;
inline constexpr double kLongestCourse = 120e3;  ///< m: no place comes near kBeyond

/// The unit that holds a chainage.
inline Place place_of(double chainage_m) {
    return static_cast<Place>(std::floor(chainage_m * static_cast<double>(kPlacesPerM)));
}
/// The first unit at or beyond a chainage: a runner whose place is not below it has reached it.
/// Beyond any race it is the last one there is, and behind any, −infinity too, the first.
inline Place place_reaching(double chainage_m) {
    const double place = std::ceil(chainage_m * static_cast<double>(kPlacesPerM));
    if (place <= -static_cast<double>(kBeyond)) return std::numeric_limits<Place>::lowest();
    return place < kBeyond ? static_cast<Place>(place) : std::numeric_limits<Place>::max();
}
/// `part` of a unit in [0, 1) beyond the unit's beginning.
inline double chainage_of(Place place, float part) {
    return (static_cast<double>(place) + static_cast<double>(part)) *
           (1.0 / static_cast<double>(kPlacesPerM));
}

}  // namespace gineste
