// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

#include "observers/record.hpp"

namespace gineste {

/// How crowded a road is for runners, by density. No published scale is made for runners; these
/// are the densities at which a 3 m/s runner loses about 3, 8, 20, 40 and 60 % of the speed.
enum class Crowding { free, light, restricted, platoon, shuffle, breakdown };

/// Least density of each level but `free`, in runners/m².
inline constexpr double kLightPerM2 = 0.25;
inline constexpr double kRestrictedPerM2 = 0.4;  ///< overtaking becomes a matter of luck
inline constexpr double kPlatoonPerM2 = 0.6;     ///< nobody overtakes
inline constexpr double kShufflePerM2 = 0.9;     ///< a jog at best
inline constexpr double kBreakdownPerM2 = 1.3;   ///< walking and standing

Crowding crowding(double density_per_m2);
/// "free", "light", "restricted", "platoon", "shuffle", "breakdown"
const char* to_text(Crowding level);

/// One cell of the congestion record: a piece of road during one interval.
struct Cell {
    std::size_t segment = 0;
    std::size_t interval = 0;
};

/// Read-only view of the congestion record as densities and speeds (Edie 1963).
class CongestionView {
  public:
    explicit CongestionView(const Record& record) : record_(record) {}

    std::size_t segments() const { return record_.congestion.segments; }
    std::size_t intervals() const { return record_.congestion.intervals; }
    double interval_s() const { return record_.congestion.interval_s; }
    double begin_s(std::size_t interval) const {
        return static_cast<double>(interval) * interval_s();
    }

    double runners(Cell cell) const;         ///< mean number on the segment during the interval
    double density_per_m2(Cell cell) const;  ///< runners / (length · mean width)
    double speed_mps(Cell cell) const;       ///< NaN where nobody was
    double flow_per_s(Cell cell) const;      ///< runners passing, mean over the segment
    double speed_share(Cell cell) const;     ///< of the free speed; NaN where nobody was
    double runner_s_lost(Cell cell) const;   ///< to other runners; never negative
    std::uint32_t wave_mask(Cell cell) const { return record_.congestion.wave_mask[index(cell)]; }
    std::uint32_t delayed(Cell cell) const { return record_.congestion.delayed[index(cell)]; }

  private:
    std::size_t index(Cell cell) const { return cell.segment * intervals() + cell.interval; }
    const Record& record_;
};

/// The densest cell of one segment.
struct SegmentPeak {
    Cell cell;
    double density_per_m2 = 0.0;
};
SegmentPeak segment_peak(const CongestionView& view, std::size_t segment);

}  // namespace gineste
