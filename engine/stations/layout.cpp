// SPDX-License-Identifier: Apache-2.0
#include "stations/layout.hpp"

#include <algorithm>

namespace gineste {
namespace {

constexpr double kNotice = 60.0;  // m before the first table: runners decide

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

std::size_t StationLayout::index(int side, int table) const {
    const bool second_side = sides_ == 2 && side < 0;
    return static_cast<std::size_t>(table + (second_side ? tables_ : 0));
}

}  // namespace gineste
