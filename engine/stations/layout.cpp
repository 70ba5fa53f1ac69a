// SPDX-License-Identifier: Apache-2.0
#include "stations/layout.hpp"

#include <algorithm>
#include <cmath>

namespace gineste {
namespace {

constexpr double kLeastWidth = 1.0;  // m of road that cups leave
constexpr double kNotice = 60.0;     // m before the first table: runners decide

bool has_both_sides(StationSide side) {
    return side == StationSide::both || side == StationSide::staggered;
}

}  // namespace

StationLayout::StationLayout(const StationSpec& spec, double course_m)
    : at_m_(spec.at_m),
      pitch_m_(spec.length_m / spec.tables),
      tables_(spec.tables),
      sides_(has_both_sides(spec.side) ? 2 : 1),
      after_line_(spec.at_m >= course_m),
      approach_m_(spec.at_m - kNotice) {
    if (spec.side == StationSide::staggered) stagger_m_ = spec.stagger_m.value_or(spec.length_m);
    tables_end_m_ = std::min(course_m, at_m_ + spec.length_m + stagger_m_);
    drink_end_m_ = std::min(course_m, tables_end_m_ + spec.drink_zone_m);
    zone_end_m_ = std::min(course_m, drink_end_m_ + spec.discard_zone_m);
}

double StationLayout::table_m(int side, int table) const {
    return at_m_ + (side < 0 ? stagger_m_ : 0.0) + (table + 0.5) * pitch_m_;
}

std::optional<int> StationLayout::table_beside(int side, double chainage_m) const {
    const double along_m = chainage_m - table_m(side, 0) + 0.5 * pitch_m_;
    const auto table = static_cast<int>(std::floor(along_m / pitch_m_));
    if (table < 0 || table >= tables_) return std::nullopt;
    return table;
}

std::size_t StationLayout::index(int side, int table) const {
    const bool second_side = sides_ == 2 && side < 0;
    return static_cast<std::size_t>(table + (second_side ? tables_ : 0));
}

std::vector<Closure> discard_zones(const Scenario& scenario, const Road& road) {
    std::vector<Closure> zones;
    for (const StationSpec& spec : scenario.stations) {
        const StationLayout layout(spec, road.length_m());
        const double from_m = layout.drink_end_m();
        const double to_m = layout.zone_end_m();
        const double loss_m = spec.discard_loss_m * layout.sides();
        if (layout.is_after_line() || to_m <= from_m || loss_m <= 0.0) continue;
        const double middle_m = 0.5 * (from_m + to_m);
        const double width_m = 2.0 * static_cast<double>(road.half_width_m(middle_m));
        const KeptSide kept = spec.side == StationSide::right ? KeptSide::left : KeptSide::right;
        zones.push_back({from_m, to_m, std::max(kLeastWidth, width_m - loss_m), kept, 1.0,
                         scenario.course.taper_m});
    }
    return zones;
}

}  // namespace gineste
