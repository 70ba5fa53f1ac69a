// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "course/course.hpp"

namespace gineste {

/// A leg with what its survey knows about it besides; chainages count from its beginning.
struct RoadPiece {
    Leg leg;
    std::vector<NamedSection> sections;
    SurveyNotes notes;
    bool is_on_map = true;  ///< else its lon and lat are made up
};

/// From sample `first` to sample `last`, both included.
Leg leg_between(const Leg& leg, std::size_t first, std::size_t last, std::string name);

/// The road from one chainage to another as a leg of that length; backward where `end_m` comes
/// first. Grades and samples are those of the new length.
Leg sampled_leg(const Course& road, double begin_m, double end_m, double length_m);

/// Cuts a piece out of a road of one leg. At samples it keeps their bits, so that consecutive
/// pieces joined again answer as the whole does; elsewhere it samples anew.
RoadPiece cut_piece(const Course& road, double from_m, double to_m, std::string name);

/// A straight road due north; its place on the map is made up.
RoadPiece straight_piece(std::string name, double length_m, double grade, double width_m);

/// As those see it who run it the other way.
RoadPiece reversed_piece(const RoadPiece& piece);

/// The same road at another length.
RoadPiece stretched_piece(const RoadPiece& piece, double length_m);

}  // namespace gineste
