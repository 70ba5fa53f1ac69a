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
constexpr float kWidest = 1e4F;      // m: any road is narrower
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
    kept_half_width_m_ = open_half_width_m_;
    middle_m_.assign(kept_half_width_m_.size(), 0.0F);
    for (const Closure& closure : closures) {
        for (std::size_t k = 0; k < kept_half_width_m_.size(); ++k) {
            const float open_m = open_half_width_m_[k];
            const auto left_m = std::min(open_m, static_cast<float>(0.5 * closure.width_m));
            const auto closed = static_cast<float>(closed_at(closure, node_m(k)));
            const float half_m = open_m + closed * (left_m - open_m);
            if (half_m >= kept_half_width_m_[k]) continue;
            kept_half_width_m_[k] = half_m;
            middle_m_[k] = closure.side == KeptSide::left ? open_m - half_m : half_m - open_m;
        }
    }
    half_width_m_.resize(kept_half_width_m_.size());
    half_width_ahead_m_.resize(kept_half_width_m_.size());
    set_edges(0, half_width_m_.size());
}

void Road::divide(std::size_t first, std::span<const Edges> nodes) {
    EXPECT(first + nodes.size() <= half_width_m_.size());
    make_divisible();
    std::copy(nodes.begin(), nodes.end(), parts_.begin() + static_cast<std::ptrdiff_t>(first));
    set_edges(first, first + nodes.size());
}

void Road::leave(std::size_t first, std::span<const float> half_widths_m) {
    EXPECT(first + half_widths_m.size() <= half_width_m_.size());
    make_divisible();
    std::copy(half_widths_m.begin(), half_widths_m.end(),
              left_over_m_.begin() + static_cast<std::ptrdiff_t>(first));
    set_edges(first, first + half_widths_m.size());
}

float Road::passage_half_width_m(double chainage_m) const {
    const float open_m = open_half_width_m(chainage_m);
    return is_divided() ? std::min(open_m, at(left_over_m_, chainage_m)) : open_m;
}

void Road::move_centre(std::size_t first, double left_m) {
    make_divisible();
    for (std::size_t k = first; k < centre_m_.size(); ++k) {
        centre_m_[k] += static_cast<float>(left_m);
    }
    set_edges(first, centre_m_.size());
}

void Road::make_divisible() {
    if (is_divided()) return;
    parts_.resize(half_width_m_.size());
    left_over_m_.assign(half_width_m_.size(), kWidest);
    centre_m_.assign(half_width_m_.size(), 0.0F);
    swerve_m_ = swerve_ahead_m_ = centre_m_;
}

// What incidents and the division leave of the nodes [first, last).
void Road::set_edges(std::size_t first, std::size_t last) {
    for (std::size_t k = first; k < last; ++k) {
        half_width_m_[k] = kept_half_width_m_[k];
        if (parts_.empty()) continue;
        float most_m = kept_half_width_m_[k];
        if (parts_[k].is_whole()) most_m = std::min(most_m, left_over_m_[k]);
        const float left_m = std::min(most_m, parts_[k].left_m);
        const float right_m = std::max(-most_m, parts_[k].right_m);
        half_width_m_[k] = std::max(0.0F, 0.5F * (left_m - right_m));
        swerve_m_[k] = centre_m_[k] + 0.5F * (left_m + right_m);
    }
    look_ahead(first, last);
}

// The edges that leave least between each node and kForesight ahead: of the nodes [first, last) and
// of those from which they are seen.
void Road::look_ahead(std::size_t first, std::size_t last) {
    const std::size_t cells = half_width_m_.size() - 1;
    const auto ahead = static_cast<std::size_t>(std::ceil(kForesight / kSpacing)) + 1;
    for (std::size_t k = first - std::min(first, ahead); k < last; ++k) {
        const std::size_t end = std::min(k + ahead, cells) + 1;
        if (!is_divided()) {
            const auto widths = half_width_m_.begin();
            half_width_ahead_m_[k] = *std::min_element(widths + static_cast<std::ptrdiff_t>(k),
                                                       widths + static_cast<std::ptrdiff_t>(end));
            continue;
        }
        Edges least;
        for (std::size_t node = k; node < end; ++node) {
            least.left_m = std::min(least.left_m, swerve_m_[node] + half_width_m_[node]);
            least.right_m = std::max(least.right_m, swerve_m_[node] - half_width_m_[node]);
        }
        half_width_ahead_m_[k] = std::max(0.0F, 0.5F * (least.left_m - least.right_m));
        swerve_ahead_m_[k] = 0.5F * (least.left_m + least.right_m);
    }
}

std::size_t Road::node_at(double chainage_m) const {
    const double node = std::ceil((chainage_m - begin_m_) / kSpacing);
    const double last = static_cast<double>(half_width_m_.size() - 1);
    return static_cast<std::size_t>(std::clamp(node, 0.0, last));
}

// From node to node, between which edges are linear.
float Road::room_to_edge_m(double chainage_m, float offset_m, float half_body_m,
                           float wanted_m) const {
    const auto needed_at = [&](double at_m) {
        return std::abs(offset_m - swerve_m(at_m)) + half_body_m - kSlack;
    };
    float clear_m = 0.0F;
    float clear_half_m = half_width_m(chainage_m);
    float clear_needed_m = needed_at(chainage_m);
    while (clear_m < wanted_m) {
        const std::size_t here = cell(chainage_m + static_cast<double>(clear_m));
        const auto to_node_m = static_cast<float>(node_m(here + 1) - chainage_m);
        const float at_m = to_node_m > clear_m ? std::min(to_node_m, wanted_m) : wanted_m;
        const float half_m = half_width_m(chainage_m + static_cast<double>(at_m));
        const float needed_m = needed_at(chainage_m + static_cast<double>(at_m));
        if (half_m < needed_m) {
            if (clear_half_m <= clear_needed_m) return clear_m;
            const float closing_m = clear_half_m - half_m + (needed_m - clear_needed_m);
            const float part = (clear_half_m - clear_needed_m) / closing_m;
            return clear_m + part * (at_m - clear_m);
        }
        clear_m = at_m;
        clear_half_m = half_m;
        clear_needed_m = needed_m;
    }
    return wanted_m;
}

double Road::end_m() const { return begin_m_ + kSpacing * static_cast<double>(last_cell_ + 1); }

}  // namespace gineste
