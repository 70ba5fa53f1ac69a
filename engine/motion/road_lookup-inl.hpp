// SPDX-License-Identifier: Apache-2.0
// The road's tables at the places of consecutive slots, one slot in each lane.
#if defined(GINESTE_ROAD_LOOKUP_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef GINESTE_ROAD_LOOKUP_INL
#undef GINESTE_ROAD_LOOKUP_INL
#else
#define GINESTE_ROAD_LOOKUP_INL
#endif

#include <hwy/highway.h>

#include "motion/road.hpp"

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// The cells that `places` (one for each lane) fall into, and how far into them, [0, 1).
struct Cells {
    using FloatTag = hn::CappedTag<float, 16>;
    using IntTag = hn::RebindToSigned<FloatTag>;
    hn::Vec<IntTag> cell;
    hn::Vec<FloatTag> part;

    HWY_INLINE Cells(const Road& road, const Place* places) {
        const IntTag ints;
        const FloatTag floats;
        const auto last = hn::Set(ints, road.last_cell());
        const auto covered = hn::Sub(hn::LoadU(ints, places), hn::Set(ints, road.begin()));
        const auto index = hn::ShiftRight<Road::kCellBits>(covered);
        cell = hn::Min(hn::Max(index, hn::Zero(ints)), last);
        const auto within = hn::Sub(covered, hn::ShiftLeft<Road::kCellBits>(cell));
        part = hn::Mul(hn::ConvertTo(floats, within), hn::Set(floats, 1.0F / Road::kCellPlaces));
    }
    /// Linear between the nodes at either end of the cell.
    HWY_INLINE hn::Vec<FloatTag> between(const float* nodes) const {
        const FloatTag floats;
        const auto here = hn::GatherIndex(floats, nodes, cell);
        const auto there = hn::GatherIndex(floats, nodes + 1, cell);
        return hn::Add(here, hn::Mul(part, hn::Sub(there, here)));
    }
};

HWY_INLINE auto half_width(const Road& road, const Place* places) {
    return Cells(road, places).between(road.half_widths_m());
}
HWY_INLINE auto half_width_ahead(const Road& road, const Place* places) {
    const Cells::FloatTag floats;
    return hn::GatherIndex(floats, road.half_widths_ahead_m(), Cells(road, places).cell);
}

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#endif
