// SPDX-License-Identifier: Apache-2.0
// Looks at everybody's step, as many slots at a time as a vector register holds.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "observers/strides.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// Above: this file again for every instruction set, with the vectors of each.
#include <algorithm>
#include <cmath>

#include "core/dispatch.hpp"
#include "core/lanes-inl.hpp"
#include "observers/strides.hpp"

HWY_BEFORE_NAMESPACE();
namespace gineste {
namespace HWY_NAMESPACE {
namespace {

/// Sums by segment while slots, and so segments, come one after the other.
class Sums {
  public:
    Sums(const Segments& segments, BlockStrides& seen) : bounds_(segments.bounds()), seen_(seen) {}

    HWY_INLINE bool holds(Place foremost, Place hindmost) const {
        return foremost < end_ && hindmost >= begin_;
    }
    void enter(Place place) {
        const auto above = std::upper_bound(bounds_.begin(), bounds_.end(), place);
        const auto segment = static_cast<std::size_t>(above - bounds_.begin()) - 1;
        begin_ = bounds_[segment];
        end_ = bounds_[segment + 1];
        seen_.segments.push_back({segment, 0, 0, 0});
    }
    HWY_INLINE void add(std::int64_t runners, std::int64_t distance, std::int64_t free_distance) {
        SegmentStride& sum = seen_.segments.back();
        sum.runners += runners;
        sum.distance += distance;
        sum.free_distance += free_distance;
    }
    bool on_course(Place place) const { return place >= bounds_.front() && place < bounds_.back(); }

  private:
    const std::vector<Place>& bounds_;
    BlockStrides& seen_;
    Place begin_ = 0;  // of the segment under way; none at first
    Place end_ = 0;
};

HWY_INLINE std::int64_t total(Ints values) { return hn::GetLane(hn::SumOfLanes(kInt, values)); }

HWY_NOINLINE void add_one_by_one(const Place* from, Ints moved, Ints free, std::size_t count,
                                 Sums& sums) {
    HWY_ALIGN Place moved_by[kLanes];
    HWY_ALIGN Place free_by[kLanes];
    hn::Store(moved, kInt, moved_by);
    hn::Store(free, kInt, free_by);
    for (std::size_t lane = 0; lane < count; ++lane) {
        if (!sums.on_course(from[lane])) continue;
        if (!sums.holds(from[lane], from[lane])) sums.enter(from[lane]);
        sums.add(1, moved_by[lane], free_by[lane]);
    }
}

}  // namespace

void observe_slots(const Segments& segments, double step_s, const StrideRows& rows,
                   std::size_t begin, std::size_t end, BlockStrides& seen) {
    seen.segments.clear();
    seen.eventful.clear();
    Sums sums(segments, seen);
    const auto step = static_cast<float>(step_s);
    const Floats places = hn::Set(kFloat, step * kPlacesPerM);
    const Floats one = hn::Set(kFloat, 1.0F);
    const Ints start = hn::Set(kInt, segments.bounds().front());
    const Ints finish = hn::Set(kInt, segments.bounds().back());
    for (std::size_t first = begin; first < end; first += kLanes) {
        const Place* from_row = rows.from.data() + first;
        const Ints from = hn::LoadU(kInt, from_row);
        const Ints to = hn::LoadU(kInt, rows.to.data() + first);
        const Ints moved = hn::Sub(to, from);
        const Floats distance = hn::ConvertTo(kFloat, moved);
        const Floats wanted = hn::Mul(hn::LoadU(kFloat, rows.wanted_mps.data() + first), places);
        // One place more than was covered: places are whole, and nobody alone loses time.
        const Floats share = hn::Sub(one, hn::Div(hn::Add(distance, one), hn::Max(wanted, one)));
        const Floats lost = hn::Mul(hn::Max(hn::Zero(kFloat), share), hn::Set(kFloat, step));
        const auto on_course = hn::AndNot(hn::Lt(from, start), hn::Lt(from, finish));
        float* lost_row = rows.lost_s.data() + first;
        const Floats so_far = hn::LoadU(kFloat, lost_row);
        hn::StoreU(hn::Add(so_far, hn::IfThenElseZero(hn::RebindMask(kFloat, on_course), lost)),
                   kFloat, lost_row);

        const std::size_t count = std::min(kLanes, end - first);
        const Ints free = hn::NearestInt(hn::Max(wanted, distance));
        if (count == kLanes && sums.holds(from_row[0], from_row[kLanes - 1])) {
            sums.add(static_cast<std::int64_t>(kLanes), total(moved), total(free));
        } else {
            add_one_by_one(from_row, moved, free, count, sums);
        }
        const auto event = hn::AndNot(hn::Lt(to, hn::LoadU(kInt, rows.next_event.data() + first)),
                                      hn::FirstN(kInt, count));
        if (HWY_LIKELY(hn::AllFalse(kInt, event))) continue;
        for (std::size_t slot = first; slot < first + count; ++slot) {
            if (rows.to[slot] >= rows.next_event[slot]) seen.eventful.push_back(slot);
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace gineste
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gineste {

Segments::Segments(double length_m, double segment_m) : segment_m_(segment_m) {
    const auto count = static_cast<std::size_t>(std::ceil(length_m / segment_m - 1e-9));
    for (std::size_t k = 0; k < count; ++k) {
        bounds_.push_back(place_reaching(segment_m * static_cast<double>(k)));
    }
    bounds_.push_back(place_reaching(length_m));
}

std::size_t Segments::at(Place place) const {
    const auto above = std::upper_bound(bounds_.begin(), bounds_.end(), place);
    return static_cast<std::size_t>(above - bounds_.begin()) - 1;
}

HWY_EXPORT(observe_slots);

void observe_strides(InstructionSet instructions, const Segments& segments, double step_s,
                     const StrideRows& rows, std::size_t begin, std::size_t end,
                     BlockStrides& seen) {
    kernel_of(HWY_DISPATCH_TABLE(observe_slots), instructions)(segments, step_s, rows, begin, end,
                                                               seen);
}

}  // namespace gineste
#endif  // HWY_ONCE
