// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "course/course.hpp"
#include "motion/place.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A stretch of road that is narrowed for a while.
struct Closure {
    double from_m = 0.0;
    double to_m = 0.0;
    double width_m = 0.0;  ///< left to the runners where it is closed in full
    KeptSide side = KeptSide::left;
    double closed = 1.0;   ///< how far it is closed, in [0, 1]
    double taper_m = 0.0;  ///< before and after it, over which the widths pass into one another
};

/// Between these a road leaves room for one stream of runners, where another has the rest.
struct Edges {
    float right_m = -std::numeric_limits<float>::infinity();
    float left_m = std::numeric_limits<float>::infinity();
    bool is_whole() const { return left_m == std::numeric_limits<float>::infinity(); }
};

/// The course as the hot loop wants it: one value at every node from the back of the start
/// pens to beyond the finish, linear between. Chainage 0 is the start line.
///
///     pens            taper  line  taper        course            run-out
///     begin_m ------- -10 m ---0--- +20 m ------- ... ------ length_m --- end_m
class Road {
  public:
    static constexpr int kCellBits = kPlaceBits + 2;
    static constexpr Place kCellPlaces = 1 << kCellBits;
    static constexpr double kSpacing = 4.0;  ///< of the nodes: a cell, so that a shift finds it

    /// `pens_m`: room needed behind the line. Width tapers from pen to line to road.
    Road(const Course& course, const StartSpec& start, GradeLaw law, double pens_m,
         const WeatherSpec& weather = {});

    /// Opens the whole road, then narrows it to these; where they overlap the narrowest counts.
    /// To be called between steps.
    void narrow(std::span<const Closure> closures);

    /// Leaves so much on either side of the middle of the whole road, at the nodes from `first` on:
    /// what those who come the other way do not take. Stays until it is told anew; between steps.
    void leave(std::size_t first, std::span<const float> half_widths_m);
    /// Leaves these edges, counted from the middle of the whole road, at the nodes from `first` on,
    /// whatever `leave` says of them: the part of a stream beside which another one runs into the
    /// same road. Stays until it is divided anew. To be called between steps.
    void divide(std::size_t first, std::span<const Edges> nodes);
    /// Moves the line from which offsets are counted `left_m` to the left, from the node `first`
    /// on: where a road runs into a wider one, runners go straight on and find the other road
    /// beside them. To be called before anybody is on it.
    void move_centre(std::size_t first, double left_m);
    /// The first node at or beyond a chainage, and the chainage of a node.
    std::size_t node_at(double chainage_m) const;
    double node_m(std::size_t node) const {
        return begin_m_ + kSpacing * static_cast<double>(node);
    }

    double begin_m() const { return begin_m_; }
    double end_m() const;
    double length_m() const { return length_m_; }

    /// Logarithm of grade_ratio; 0 on the level.
    float log_grade_ratio(double chainage_m) const { return at(log_grade_ratio_, chainage_m); }
    /// Rise over run, positive uphill.
    float gradient(double chainage_m) const { return at(gradient_, chainage_m); }
    /// Wind along the course, m/s, positive against the runners.
    float headwind_mps(double chainage_m) const { return at(headwind_mps_, chainage_m); }
    /// How far left of the course's centre line the middle of the open road lies; offsets are
    /// counted from there. Not 0 only where an incident closes one side.
    float middle_m(double chainage_m) const { return at(middle_m_, chainage_m); }
    float half_width_m(double chainage_m) const { return at(half_width_m_, chainage_m); }
    /// The offset of the middle between the edges; not 0 only where the road is divided.
    float swerve_m(double chainage_m) const {
        return is_divided() ? at(swerve_m_, chainage_m) : 0.0F;
    }
    bool is_divided() const { return !swerve_m_.empty(); }
    /// The offset of the middle of the whole road; not 0 only beyond a place where it was moved.
    float centre_m(double chainage_m) const {
        return is_divided() ? centre_m_[cell(chainage_m)] : 0.0F;
    }
    /// Without closures.
    float open_half_width_m(double chainage_m) const { return at(open_half_width_m_, chainage_m); }
    /// Without closures, and without the parts of a division.
    float passage_half_width_m(double chainage_m) const;
    /// The least half width between here and kForesight ahead.
    float half_width_ahead_m(double chainage_m) const {
        return half_width_ahead_m_[cell(chainage_m)];
    }
    static constexpr double kForesight = 15.0;
    static constexpr float kSlack = 2e-3F;  ///< m over the edge: rounding is no wall

    /// How far one may run, at most `wanted_m`, before the edge of a narrowing road closes on a
    /// body at `offset_m` that reaches `half_body_m` to either side.
    float room_to_edge_m(double chainage_m, float offset_m, float half_body_m,
                         float wanted_m) const;

    // For kernels: nodes from begin() on, one more than cells.
    Place begin() const { return place_of(begin_m_); }
    Place last_cell() const { return static_cast<Place>(last_cell_); }
    const float* log_grade_ratios() const { return log_grade_ratio_.data(); }
    const float* half_widths_m() const { return half_width_m_.data(); }
    const float* half_widths_ahead_m() const { return half_width_ahead_m_.data(); }
    const float* swerves_m() const { return swerve_m_.data(); }
    const float* swerves_ahead_m() const { return swerve_ahead_m_.data(); }

  private:
    std::size_t cell(double chainage_m) const {
        const auto k = static_cast<std::ptrdiff_t>((chainage_m - begin_m_) * (1.0 / kSpacing));
        return static_cast<std::size_t>(std::clamp(k, std::ptrdiff_t{0}, last_cell_));
    }
    float at(const std::vector<float>& values, double chainage_m) const {
        const std::size_t k = cell(chainage_m);
        const double from_m = begin_m_ + kSpacing * static_cast<double>(k);
        const auto part = static_cast<float>((chainage_m - from_m) * (1.0 / kSpacing));
        return values[k] + part * (values[k + 1] - values[k]);
    }

    void make_divisible();
    void set_edges(std::size_t first, std::size_t last);
    void look_ahead(std::size_t first, std::size_t last);

    double begin_m_ = 0.0;
    double length_m_ = 0.0;
    std::ptrdiff_t last_cell_ = 0;
    std::vector<float> log_grade_ratio_;
    std::vector<float> gradient_;
    std::vector<float> headwind_mps_;
    std::vector<float> open_half_width_m_;  ///< without incidents
    std::vector<float> middle_m_;
    std::vector<float> kept_half_width_m_;  ///< with incidents
    std::vector<Edges> parts_;              ///< from the centre; none where nothing is divided, ...
    std::vector<float> left_over_m_;        ///< half widths, by those who come the other way, ...
    std::vector<float> centre_m_;           ///< ... as these three
    std::vector<float> swerve_m_;
    std::vector<float> swerve_ahead_m_;
    std::vector<float> half_width_m_;  ///< with incidents, divided
    std::vector<float> half_width_ahead_m_;
};

}  // namespace gineste
