// SPDX-License-Identifier: Apache-2.0
// The road's tables at the places of consecutive slots, one slot in each lane.
#if defined(GINESTE_ROAD_LOOKUP_INL) == defined(HWY_TARGET_TOGGLE)
#ifdef GINESTE_ROAD_LOOKUP_INL
#undef GINESTE_ROAD_LOOKUP_INL
#else
#define GINESTE_ROAD_LOOKUP_INL
#endif

#include "core/lanes-inl.hpp"
#include "motion/road.hpp"

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {

/// The cells that `places` (one for each lane) fall into, and how far into them, [0, 1).
struct Cells {
    Ints cell;
    Floats part;

    HWY_INLINE Cells(const Road& road, const Place* places) {
        const auto last = hn::Set(kInt, road.last_cell());
        const auto covered = hn::Sub(hn::LoadU(kInt, places), hn::Set(kInt, road.begin()));
        const auto index = hn::ShiftRight<Road::kCellBits>(covered);
        cell = hn::Min(hn::Max(index, hn::Zero(kInt)), last);
        const auto within = hn::Sub(covered, hn::ShiftLeft<Road::kCellBits>(cell));
        part = hn::Mul(hn::ConvertTo(kFloat, within), hn::Set(kFloat, 1.0F / Road::kCellPlaces));
    }
    /// Linear between the nodes at either end of the cell.
    HWY_INLINE Floats between(const float* nodes) const {
        const auto here = hn::GatherIndex(kFloat, nodes, cell);
        const auto there = hn::GatherIndex(kFloat, nodes + 1, cell);
        return hn::Add(here, hn::Mul(part, hn::Sub(there, here)));
    }
};

HWY_INLINE Floats half_width(const Road& road, const Place* places) {
    return Cells(road, places).between(road.half_widths_m());
}
HWY_INLINE Floats half_width_ahead(const Road& road, const Place* places) {
    return hn::GatherIndex(kFloat, road.half_widths_ahead_m(), Cells(road, places).cell);
}
/// The offset of the middle between the edges, here and as far ahead as runners look.
HWY_INLINE Floats swerve(const Road& road, const Place* places) {
    if (!road.is_divided()) return hn::Zero(kFloat);
    return Cells(road, places).between(road.swerves_m());
}
/// How far aside the road itself goes for each metre along it: the lesser of what both edges do,
/// and nothing where they part or close in.
HWY_INLINE Floats bend(const Road& road, const Place* places) {
    if (!road.is_divided()) return hn::Zero(kFloat);
    const Cells cells(road, places);
    const auto slope = [&](const float* nodes) HWY_ATTR {
        const auto here = hn::GatherIndex(kFloat, nodes, cells.cell);
        const auto there = hn::GatherIndex(kFloat, nodes + 1, cells.cell);
        return hn::Mul(hn::Sub(there, here), all(1.0F / static_cast<float>(Road::kSpacing)));
    };
    const Floats middle = slope(road.swerves_m());
    const Floats width = hn::Abs(slope(road.half_widths_m()));
    const Floats both = hn::Max(hn::Zero(kFloat), hn::Sub(hn::Abs(middle), width));
    return hn::CopySign(both, middle);
}
HWY_INLINE Floats swerve_ahead(const Road& road, const Place* places) {
    if (!road.is_divided()) return hn::Zero(kFloat);
    return hn::GatherIndex(kFloat, road.swerves_ahead_m(), Cells(road, places).cell);
}

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#endif
