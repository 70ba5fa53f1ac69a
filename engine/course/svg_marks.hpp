// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "course/joints.hpp"
#include "course/label_room.hpp"
#include "course/sheet_line.hpp"

namespace gineste {

// The marks of a network's drawing, each a piece of SVG.

/// Arrows along a line, moved on by a share of the distance between two of them.
std::string arrow_marks(const SheetLine& line, const std::string& colour, double share);

/// Where a leg ends.
std::string end_mark(SheetPoint at);

std::string joint_mark(SheetPoint at, Joint::Kind kind);

enum class CrossingMark { named, unnamed };
std::string crossing_mark(SheetPoint at, CrossingMark mark);

std::string place_mark(SheetPoint at);
std::string start_mark(SheetPoint at);
std::string finish_mark(SheetPoint at);

/// `style`: further attributes, each after a blank.
std::string words_mark(const SheetBox& box, const std::string& words, const std::string& style);

/// A bar of that length, in metres, from its left end.
std::string scale_mark(SheetPoint at, double length_m, double pixels_per_m);

std::string north_mark(SheetPoint at);

/// What the marks mean, in a row from the left; the last ones only where there are such.
std::string legend_of_marks(double left, double y, bool has_unnamed, bool has_dashes);

}  // namespace gineste
