// SPDX-License-Identifier: Apache-2.0
#include "motion/road.hpp"

#include <cmath>
#include <numbers>

#include "core/contract.hpp"
#include "motion/grade.hpp"

namespace gineste {
namespace {

constexpr double kPenTaper = 10.0;   // from the width of the pens to that of the line
constexpr double kLineTaper = 20.0;  // from the width of the line to that of the road
constexpr double kRunOut = 200.0;    // beyond the finish line, where runners leave the model

double blended(double from, double to, double part) {
    return from + std::clamp(part, 0.0, 1.0) * (to - from);
}

double road_width_m(const Course& course, const StartSpec& start, double chainage_m) {
    if (chainage_m <= 0.0) {
        return blended(start.line_width_m, start.pen_width_m, -chainage_m / kPenTaper);
    }
    if (chainage_m >= kLineTaper) return course.width_m(chainage_m);
    return blended(start.line_width_m, course.width_m(chainage_m), chainage_m / kLineTaper);
}

// Wind against the runner, m/s: what blows from where one is heading.
float headwind_at(const Course& course, const WeatherSpec& weather, double chainage_m) {
    if (weather.wind_speed_mps == 0.0) return 0.0F;
    const double from_rad = weather.wind_from_deg * std::numbers::pi / 180.0;
    return static_cast<float>(weather.wind_speed_mps *
                              std::cos(course.heading_rad(chainage_m) - from_rad));
}

// How far an incident closes the road at a place. Widths are linear between cells, so a stretch
// reaches a cell farther at both ends: all of it has the width that is left.
double closed_at(const Closure& closure, double chainage_m) {
    const double from_m = closure.from_m - Road::kSpacing;
    const double to_m = closure.to_m + Road::kSpacing;
    const double outside_m = std::max({from_m - chainage_m, chainage_m - to_m, 0.0});
    if (outside_m == 0.0) return closure.closed;
    return closure.closed *
           std::max(0.0, 1.0 - outside_m / std::max(closure.taper_m, Road::kSpacing));
}

}  // namespace

Road::Road(const Course& course, const StartSpec& start, GradeLaw law, double pens_m,
           const WeatherSpec& weather)
    : begin_m_(-kSpacing * std::ceil(std::max(pens_m, kPenTaper) / kSpacing)),
      length_m_(course.length_m()) {
    EXPECT(pens_m >= 0.0);
    const auto cells =
        static_cast<std::size_t>(std::ceil((length_m_ + kRunOut - begin_m_) / kSpacing));
    last_cell_ = static_cast<std::ptrdiff_t>(cells) - 1;
    for (std::size_t k = 0; k <= cells; ++k) {
        const double chainage_m = begin_m_ + kSpacing * static_cast<double>(k);
        const double on_course_m = std::clamp(chainage_m, 0.0, length_m_);
        const double gradient = course.grade(on_course_m);
        gradient_.push_back(static_cast<float>(gradient));
        log_grade_ratio_.push_back(static_cast<float>(std::log(grade_ratio(law, gradient))));
        headwind_mps_.push_back(headwind_at(course, weather, on_course_m));
        open_half_width_m_.push_back(
            static_cast<float>(0.5 * road_width_m(course, start, chainage_m)));
    }
    narrow({});
}

void Road::narrow(std::span<const Closure> closures) {
    half_width_m_ = open_half_width_m_;
    middle_m_.assign(half_width_m_.size(), 0.0F);
    for (const Closure& closure : closures) {
        for (std::size_t k = 0; k < half_width_m_.size(); ++k) {
            const double chainage_m = begin_m_ + kSpacing * static_cast<double>(k);
            const float open_m = open_half_width_m_[k];
            const auto left_m = std::min(open_m, static_cast<float>(0.5 * closure.width_m));
            const auto closed = static_cast<float>(closed_at(closure, chainage_m));
            const float half_m = open_m + closed * (left_m - open_m);
            if (half_m >= half_width_m_[k]) continue;
            half_width_m_[k] = half_m;
            middle_m_[k] = closure.side == KeptSide::left ? open_m - half_m : half_m - open_m;
        }
    }
    look_ahead();
}

void Road::look_ahead() {
    const std::size_t cells = half_width_m_.size() - 1;
    const auto ahead = static_cast<std::size_t>(std::ceil(kForesight / kSpacing)) + 1;
    half_width_ahead_m_.resize(cells + 1);
    for (std::size_t k = 0; k <= cells; ++k) {
        const auto first = half_width_m_.begin() + static_cast<std::ptrdiff_t>(k);
        const auto last =
            half_width_m_.begin() + static_cast<std::ptrdiff_t>(std::min(k + ahead, cells) + 1);
        half_width_ahead_m_[k] = *std::min_element(first, last);
    }
}

// From node to node, between which widths are linear.
float Road::room_to_edge_m(double chainage_m, float needed_m, float wanted_m) const {
    float clear_m = 0.0F;
    float clear_half_m = half_width_m(chainage_m);
    while (clear_m < wanted_m) {
        const std::size_t here = cell(chainage_m + static_cast<double>(clear_m));
        const double node_m = begin_m_ + kSpacing * static_cast<double>(here + 1);
        const auto to_node_m = static_cast<float>(node_m - chainage_m);
        const float at_m = to_node_m > clear_m ? std::min(to_node_m, wanted_m) : wanted_m;
        const float half_m = half_width_m(chainage_m + static_cast<double>(at_m));
        if (half_m < needed_m) {
            if (clear_half_m <= needed_m) return clear_m;
            const float part = (clear_half_m - needed_m) / (clear_half_m - half_m);
            return clear_m + part * (at_m - clear_m);
        }
        clear_m = at_m;
        clear_half_m = half_m;
    }
    return wanted_m;
}

double Road::end_m() const { return begin_m_ + kSpacing * static_cast<double>(last_cell_ + 1); }

}  // namespace gineste
