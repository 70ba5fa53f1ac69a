// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace gineste {

/// A place on a drawing: pixels right of and below its corner.
struct SheetPoint {
    double x = 0.0;
    double y = 0.0;
};
using SheetLine = std::vector<SheetPoint>;

/// A place on a line, and the way it runs there as a unit vector.
struct SheetSpot {
    SheetPoint at;
    SheetPoint along;
};

double length_of(const SheetLine& line);

/// At a share of the length, in [0, 1].
SheetSpot spot_on(const SheetLine& line, double share);

/// Without the points that are nearer than `tolerance` to what is left (Douglas, Peucker 1973).
SheetLine simplified(const SheetLine& line, double tolerance);

/// The line moved to its right as one goes along it; bends stay as they are up to a factor of two.
SheetLine beside(const SheetLine& line, double right);

/// "M1.0 2.0L3.0 4.0"
std::string path_data(const SheetLine& line);

}  // namespace gineste
