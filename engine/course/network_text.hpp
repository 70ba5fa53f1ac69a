// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "course/network.hpp"

namespace gineste {

/// The network in figures: its legs and who runs them, the route of each race, where ways merge,
/// part and turn back, crossings with and without a name, and what else one should know.
std::string network_table(const DaySpec& day, const Network& network);

/// The network as a drawing (SVG 1.1), north at the top: each race a line in its colour on the legs
/// it runs, beside those of the others. Straight legs have no place on the map: they are dashed
/// between the legs that they join; where no leg has one, the drawing is not to scale.
std::string network_svg(const DaySpec& day, const Network& network);

/// GeoJSON (RFC 7946): each leg a LineString with elevations, or without a geometry where it has no
/// place on the map; starts, finishes, crossings and named places as Points.
std::string network_geojson(const DaySpec& day, const Network& network);

}  // namespace gineste
