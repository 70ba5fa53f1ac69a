// SPDX-License-Identifier: Apache-2.0
// Legs one after the other become the routes of a day.
#include <algorithm>
#include <utility>

#include "course/line_tolerances.hpp"
#include "course/road_plan.hpp"

namespace gineste {
namespace {

// Where cones stand, a direction's road is as wide as they leave it.
RoadPiece as_run(const RoadPlan& plan, const RouteStep& step) {
    const RoadPiece& piece = plan.piece(step.leg);
    const bool back = step.direction == Direction::back;
    RoadPiece run = back ? reversed_piece(piece) : piece;
    if (plan.traffic[step.leg.value] != Traffic::separated) return run;
    const double forward = plan.forward_width_share[step.leg.value];
    for (double& width_m : run.leg.width_m) width_m *= back ? 1.0 - forward : forward;
    return run;
}

// Moves sections to the route's chainage; one that a cut went through is one again.
void append_sections(const std::vector<NamedSection>& sections, double begin_m,
                     std::vector<NamedSection>& all) {
    for (std::size_t k = 0; k < sections.size(); ++k) {
        const NamedSection& section = sections[k];
        const double from_m = section.from_m + begin_m;
        const bool goes_on = k == 0 && !all.empty() && all.back().to_m >= from_m - kSamePlace_m &&
                             all.back().name == section.name;
        if (goes_on) {
            all.back().to_m = section.to_m + begin_m;
        } else {
            all.push_back({from_m, section.to_m + begin_m, section.name});
        }
    }
}

void append_notes(const SurveyNotes& notes, double begin_m, SurveyNotes& all) {
    all.traced_length_m += notes.traced_length_m;
    all.smoothing_m = std::max(all.smoothing_m, notes.smoothing_m);
    const std::string& terrain = notes.dem_description;
    if (all.dem_description.find(terrain) == std::string::npos) {
        all.dem_description += (all.dem_description.empty() ? "" : "; ") + terrain;
    }
    for (PinnedHeight pin : notes.pins) {
        pin.at_m += begin_m;
        const bool is_told = !all.pins.empty() && all.pins.back().at_m == pin.at_m;
        if (!is_told) all.pins.push_back(std::move(pin));
    }
}

Route joined_route(const RoadPlan& plan, std::vector<RouteStep> way) {
    std::vector<Leg> legs;
    std::vector<LegId> ids;
    std::vector<NamedSection> sections;
    SurveyNotes notes;
    double begin_m = 0.0;
    for (RouteStep& step : way) {
        RoadPiece piece = as_run(plan, step);
        step.begin_m = begin_m;
        append_sections(piece.sections, begin_m, sections);
        append_notes(piece.notes, begin_m, notes);
        begin_m += piece.leg.length_m;
        ids.emplace_back(legs.size());
        legs.push_back(std::move(piece.leg));
    }
    return {Course(std::move(legs), std::move(ids), std::move(sections), std::move(notes)),
            std::move(way)};
}

// Where the leg before ends: place and height.
struct Reached {
    double lon_deg = 0.0;
    double lat_deg = 0.0;
    double elevation_m = 0.0;
};

Reached end_of(const Leg& leg) {
    return {leg.lon_deg.back(), leg.lat_deg.back(), leg.elevation_m.back()};
}
Reached begin_of(const Leg& leg) {
    return {leg.lon_deg.front(), leg.lat_deg.front(), leg.elevation_m.front()};
}

// Moves a leg so that it is run from there on.
void move_to(Leg& leg, Direction direction, const Reached& reached) {
    const Reached old = direction == Direction::forward ? begin_of(leg) : end_of(leg);
    for (double& lon_deg : leg.lon_deg) lon_deg += reached.lon_deg - old.lon_deg;
    for (double& lat_deg : leg.lat_deg) lat_deg += reached.lat_deg - old.lat_deg;
    for (double& elevation_m : leg.elevation_m)
        elevation_m += reached.elevation_m - old.elevation_m;
}

}  // namespace

void place_straight_roads(RoadPlan& plan) {
    std::vector<bool> is_placed;
    for (const RoadPiece& piece : plan.pieces) is_placed.push_back(piece.is_on_map);
    for (const auto& way : plan.ways) {
        Reached reached;
        for (const RouteStep& step : way) {
            Leg& leg = plan.pieces[step.leg.value].leg;
            if (!is_placed[step.leg.value]) move_to(leg, step.direction, reached);
            is_placed[step.leg.value] = true;
            reached = step.direction == Direction::forward ? end_of(leg) : begin_of(leg);
        }
    }
}

Network joined_network(const DaySpec& day, RoadPlan plan) {
    Network network;
    for (std::size_t k = 0; k < day.races.size(); ++k) {
        network.routes.push_back(joined_route(plan, plan.ways[k]));
    }
    for (RoadPiece& piece : plan.pieces) {
        network.is_on_map.push_back(piece.is_on_map);
        network.legs.push_back(std::move(piece.leg));
    }
    network.traffic = std::move(plan.traffic);
    network.forward_width_share = std::move(plan.forward_width_share);
    network.remarks = std::move(plan.remarks);
    return network;
}

}  // namespace gineste
