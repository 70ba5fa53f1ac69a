// SPDX-License-Identifier: Apache-2.0
#include "course/course.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "core/contract.hpp"

namespace gineste {
namespace {

// Between which two samples a chainage lies. Legs are cut at samples only, and the remainder is
// formed by subtraction alone, so that a leg that was cut in two gives the same bits as before.
struct Bracket {
    std::size_t low = 0;
    double share = 0.0;  // 0 at `low`, 1 at the sample after it
};

Bracket bracket(const Leg& leg, double chainage_m) {
    const std::size_t last = leg.elevation_m.size() - 1;
    const double s = std::clamp(chainage_m, 0.0, leg.length_m);
    auto low = std::min(static_cast<std::size_t>(s / leg.spacing_m), last - 1);
    if (static_cast<double>(low) * leg.spacing_m > s) --low;
    if (low + 1 < last && static_cast<double>(low + 1) * leg.spacing_m <= s) ++low;
    const double begin_m = static_cast<double>(low) * leg.spacing_m;
    const double step_m = low + 1 == last ? leg.length_m - begin_m : leg.spacing_m;
    return {low, (s - begin_m) / step_m};
}

double between(double low, double high, double share) {
    return share < 1.0 ? low + (high - low) * share : high;
}

[[maybe_unused]] bool is_whole(const Leg& leg) {
    const std::size_t n = leg.elevation_m.size();
    if (n < 2 || leg.spacing_m <= 0.0) return false;
    const double last_but_one_m = static_cast<double>(n - 2) * leg.spacing_m;
    return leg.grade.size() == n && leg.width_m.size() == n && leg.heading_rad.size() == n &&
           leg.lon_deg.size() == n && leg.lat_deg.size() == n && last_but_one_m < leg.length_m &&
           leg.length_m <= last_but_one_m + leg.spacing_m * (1.0 + 1e-9);
}

}  // namespace

Course::Course(std::vector<Leg> legs, std::vector<LegId> route, std::vector<NamedSection> sections,
               SurveyNotes notes)
    : legs_(std::move(legs)),
      route_(std::move(route)),
      sections_(std::move(sections)),
      notes_(std::move(notes)) {
    EXPECT(!route_.empty());
    for (const LegId id : route_) {
        EXPECT(id.value < legs_.size());
        const Leg& leg = legs_[id.value];
        EXPECT(is_whole(leg));
        route_begin_m_.push_back(length_m_);
        length_m_ += leg.length_m;
        for (std::size_t k = 1; k < leg.elevation_m.size(); ++k) {
            const double rise_m = leg.elevation_m[k] - leg.elevation_m[k - 1];
            (rise_m > 0.0 ? climb_m_ : descent_m_) += std::abs(rise_m);
        }
    }
    std::stable_sort(sections_.begin(), sections_.end(),
                     [](const auto& a, const auto& b) { return a.from_m < b.from_m; });
}

std::size_t Course::route_index(double chainage_m) const {
    const auto after =
        std::upper_bound(route_begin_m_.begin() + 1, route_begin_m_.end(), chainage_m);
    return static_cast<std::size_t>(after - route_begin_m_.begin()) - 1;
}

double Course::interpolated(const std::vector<double> Leg::*values, double chainage_m) const {
    const std::size_t at = route_index(chainage_m);
    const Leg& leg = legs_[route_[at].value];
    const Bracket b = bracket(leg, chainage_m - route_begin_m_[at]);
    return between((leg.*values)[b.low], (leg.*values)[b.low + 1], b.share);
}

double Course::elevation_m(double chainage_m) const {
    return interpolated(&Leg::elevation_m, chainage_m);
}
double Course::grade(double chainage_m) const { return interpolated(&Leg::grade, chainage_m); }
double Course::width_m(double chainage_m) const { return interpolated(&Leg::width_m, chainage_m); }
double Course::lon_deg(double chainage_m) const { return interpolated(&Leg::lon_deg, chainage_m); }
double Course::lat_deg(double chainage_m) const { return interpolated(&Leg::lat_deg, chainage_m); }

// Angles are interpolated the short way round: 350° to 10° passes north, not south.
double Course::heading_rad(double chainage_m) const {
    constexpr double turn = 2.0 * std::numbers::pi;
    const std::size_t at = route_index(chainage_m);
    const Leg& leg = legs_[route_[at].value];
    const Bracket b = bracket(leg, chainage_m - route_begin_m_[at]);
    const double low = leg.heading_rad[b.low];
    const double change = std::remainder(leg.heading_rad[b.low + 1] - low, turn);
    const double heading = std::fmod(low + change * b.share, turn);
    return heading < 0.0 ? heading + turn : heading;
}

const std::string& Course::place_name(double chainage_m) const {
    static const std::string nowhere;
    const double s = std::clamp(chainage_m, 0.0, length_m_);
    const auto after =
        std::upper_bound(sections_.begin(), sections_.end(), s,
                         [](double at_m, const auto& section) { return at_m < section.from_m; });
    if (after == sections_.begin()) return nowhere;
    const NamedSection& section = *(after - 1);
    const bool is_last = after == sections_.end();
    return s < section.to_m || (is_last && s <= section.to_m) ? section.name : nowhere;
}

Position Course::position(double chainage_m, double offset_m) const {
    const double s = std::clamp(chainage_m, 0.0, length_m_);
    const std::size_t at = route_index(s);
    return {route_[at], s - route_begin_m_[at], offset_m};
}

double Course::chainage_m(const Position& position) const {
    const auto at = std::find(route_.begin(), route_.end(), position.leg);
    EXPECT(at != route_.end());
    return route_begin_m_[static_cast<std::size_t>(at - route_.begin())] + position.chainage_m;
}

Course straight_course(double length_m, double grade, double width_m) {
    EXPECT(length_m > 0.0 && width_m > 0.0);
    Leg leg;
    leg.name = "straight";
    leg.length_m = length_m;
    const auto steps = static_cast<std::size_t>(std::ceil(length_m / leg.spacing_m));
    constexpr double metres_per_degree = 111195.0;  // of a meridian; the road runs due north
    for (std::size_t k = 0; k <= steps; ++k) {
        const double s = std::min(static_cast<double>(k) * leg.spacing_m, length_m);
        leg.elevation_m.push_back(grade * s);
        leg.grade.push_back(grade);
        leg.width_m.push_back(width_m);
        leg.heading_rad.push_back(0.0);
        leg.lon_deg.push_back(0.0);
        leg.lat_deg.push_back(s / metres_per_degree);
    }
    return Course({std::move(leg)}, {LegId{0}}, {}, {});
}

}  // namespace gineste
