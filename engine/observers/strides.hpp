// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/instruction_set.hpp"
#include "motion/place.hpp"
#include "motion/row.hpp"

namespace gineste {

/// The course in segments of equal length, the last perhaps shorter.
class Segments {
  public:
    Segments(double length_m, double segment_m);
    std::size_t count() const { return bounds_.size() - 1; }
    double length_m() const { return segment_m_; }
    /// The segment that holds a place on the course.
    std::size_t at(Place place) const;
    /// bounds()[k] is the first place of segment k, bounds()[count()] the finish line.
    const std::vector<Place>& bounds() const { return bounds_; }

  private:
    double segment_m_ = 100.0;
    std::vector<Place> bounds_;
};

/// One step of everybody on the road, in slot order.
struct StrideRows {
    const Row<Place>& from;
    const Row<Place>& to;
    const Row<float>& wanted_mps;
    const Row<Place>& next_event;
    Row<float>& lost_s;  ///< grows by what the others have cost each runner
};

/// What a block of slots did to one segment in a step.
struct SegmentStride {
    std::size_t segment = 0;
    std::int64_t runners = 0;
    std::int64_t distance = 0;       ///< in places
    std::int64_t free_distance = 0;  ///< likewise: what they wanted
};

struct BlockStrides {
    std::vector<SegmentStride> segments;
    std::vector<std::size_t> eventful;  ///< slots that reached their next event, in slot order
};

/// Looks at slots [begin, end); begin is a multiple of 16.
void observe_strides(InstructionSet instructions, const Segments& segments, double step_s,
                     const StrideRows& rows, std::size_t begin, std::size_t end,
                     BlockStrides& seen);

}  // namespace gineste
