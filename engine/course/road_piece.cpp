// SPDX-License-Identifier: Apache-2.0
#include "course/road_piece.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "core/contract.hpp"
#include "course/line_tolerances.hpp"
#include "course/network.hpp"

namespace gineste {
namespace {

using Samples = std::vector<double>;

Samples slice(const Samples& values, std::size_t first, std::size_t last) {
    return {values.begin() + static_cast<std::ptrdiff_t>(first),
            values.begin() + static_cast<std::ptrdiff_t>(last) + 1};
}

double turned_round(double heading_rad) {
    constexpr double half = std::numbers::pi;
    return heading_rad < half ? heading_rad + half : heading_rad - half;
}

// The sample that stands at this chainage, if one does.
std::optional<std::size_t> sample_at(const Leg& leg, double at_m) {
    if (std::abs(at_m - leg.length_m) <= kSamePlace_m) return leg.elevation_m.size() - 1;
    const double nearest = std::round(at_m / leg.spacing_m);
    if (std::abs(nearest * leg.spacing_m - at_m) > kSamePlace_m) return std::nullopt;
    return static_cast<std::size_t>(nearest);
}

// Chainages of a length: every 5 m and the end.
Samples every_spacing(double length_m) {
    Samples at_m;
    for (std::size_t k = 0; static_cast<double>(k) * kSpacing_m < length_m - kSamePlace_m; ++k) {
        at_m.push_back(static_cast<double>(k) * kSpacing_m);
    }
    at_m.push_back(length_m);
    return at_m;
}

// Whether the samples stand in the same places seen from the other end.
bool is_even(const Leg& leg) {
    const auto steps = static_cast<double>(leg.elevation_m.size() - 1);
    return std::abs(steps * leg.spacing_m - leg.length_m) <= 1e-9;
}

Leg mirrored(const Leg& leg) {
    Leg back = leg;
    for (auto values : {&Leg::elevation_m, &Leg::grade, &Leg::width_m, &Leg::heading_rad,
                        &Leg::lon_deg, &Leg::lat_deg}) {
        std::reverse((back.*values).begin(), (back.*values).end());
    }
    for (double& grade : back.grade) grade = -grade;
    for (double& heading_rad : back.heading_rad) heading_rad = turned_round(heading_rad);
    return back;
}

std::vector<NamedSection> sections_between(const Course& road, double from_m, double to_m) {
    std::vector<NamedSection> sections;
    for (const NamedSection& section : road.sections()) {
        const double begin_m = std::max(section.from_m, from_m);
        const double end_m = std::min(section.to_m, to_m);
        if (end_m <= begin_m) continue;
        sections.push_back({begin_m - from_m, end_m - from_m, section.name});
    }
    return sections;
}

SurveyNotes notes_between(const Course& road, double from_m, double to_m) {
    const SurveyNotes& whole = road.notes();
    SurveyNotes notes;
    notes.traced_length_m = whole.traced_length_m * ((to_m - from_m) / road.length_m());
    notes.smoothing_m = whole.smoothing_m;
    notes.dem_description = whole.dem_description;
    for (PinnedHeight pin : whole.pins) {
        if (pin.at_m < from_m || pin.at_m > to_m) continue;
        pin.at_m -= from_m;
        notes.pins.push_back(std::move(pin));
    }
    return notes;
}

}  // namespace

Leg leg_between(const Leg& leg, std::size_t first, std::size_t last, std::string name) {
    const double begin_m = static_cast<double>(first) * leg.spacing_m;
    const bool is_end = last + 1 == leg.elevation_m.size();
    const double end_m = is_end ? leg.length_m : static_cast<double>(last) * leg.spacing_m;
    return {std::move(name),
            end_m - begin_m,
            leg.spacing_m,
            slice(leg.elevation_m, first, last),
            slice(leg.grade, first, last),
            slice(leg.width_m, first, last),
            slice(leg.heading_rad, first, last),
            slice(leg.lon_deg, first, last),
            slice(leg.lat_deg, first, last)};
}

Leg sampled_leg(const Course& road, double begin_m, double end_m, double length_m) {
    const double rate = (end_m - begin_m) / length_m;
    Leg leg;
    leg.length_m = length_m;
    leg.spacing_m = kSpacing_m;
    for (const double s : every_spacing(length_m)) {
        const double at_m = begin_m + s * rate;
        const double heading_rad = road.heading_rad(at_m);
        leg.elevation_m.push_back(road.elevation_m(at_m));
        leg.grade.push_back(road.grade(at_m) * rate);
        leg.width_m.push_back(road.width_m(at_m));
        leg.heading_rad.push_back(rate > 0.0 ? heading_rad : turned_round(heading_rad));
        leg.lon_deg.push_back(road.lon_deg(at_m));
        leg.lat_deg.push_back(road.lat_deg(at_m));
    }
    return leg;
}

RoadPiece cut_piece(const Course& road, double from_m, double to_m, std::string name) {
    EXPECT(road.legs().size() == 1 && road.route().size() == 1);
    EXPECT(from_m >= 0.0 && from_m < to_m && to_m <= road.length_m());
    const Leg& whole = road.legs().front();
    const auto first = sample_at(whole, from_m);
    const auto last = sample_at(whole, to_m);
    RoadPiece piece;
    if (first && last && *first < *last) {
        piece.leg = leg_between(whole, *first, *last, "");
        from_m = static_cast<double>(*first) * whole.spacing_m;
        to_m = from_m + piece.leg.length_m;
    } else {
        piece.leg = sampled_leg(road, from_m, to_m, to_m - from_m);
    }
    piece.leg.name = std::move(name);
    piece.sections = sections_between(road, from_m, to_m);
    piece.notes = notes_between(road, from_m, to_m);
    return piece;
}

RoadPiece straight_piece(std::string name, double length_m, double grade, double width_m) {
    RoadPiece piece;
    piece.leg = straight_course(length_m, grade, width_m).legs().front();
    piece.leg.name = name;
    piece.sections = {{0.0, length_m, std::move(name)}};
    piece.is_on_map = false;
    return piece;
}

Leg reversed(const Leg& leg) {
    if (is_even(leg)) return mirrored(leg);
    Leg back = sampled_leg(Course({leg}, {LegId{0}}, {}, {}), leg.length_m, 0.0, leg.length_m);
    back.name = leg.name;
    return back;
}

RoadPiece reversed_piece(const RoadPiece& piece) {
    RoadPiece back{reversed(piece.leg), {}, piece.notes, piece.is_on_map};
    const double length_m = piece.leg.length_m;
    for (PinnedHeight& pin : back.notes.pins) pin.at_m = length_m - pin.at_m;
    std::reverse(back.notes.pins.begin(), back.notes.pins.end());
    for (const NamedSection& section : piece.sections) {
        back.sections.push_back({length_m - section.to_m, length_m - section.from_m, section.name});
    }
    std::reverse(back.sections.begin(), back.sections.end());
    return back;
}

RoadPiece stretched_piece(const RoadPiece& piece, double length_m) {
    const double old_m = piece.leg.length_m;
    RoadPiece stretched = piece;
    stretched.leg = sampled_leg(Course({piece.leg}, {LegId{0}}, {}, {}), 0.0, old_m, length_m);
    stretched.leg.name = piece.leg.name;
    const double rate = length_m / old_m;
    for (NamedSection& section : stretched.sections) {
        section.from_m *= rate;
        section.to_m = std::min(section.to_m * rate, length_m);
    }
    for (PinnedHeight& pin : stretched.notes.pins) pin.at_m *= rate;
    return stretched;
}

}  // namespace gineste
