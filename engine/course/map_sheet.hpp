// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "course/map_plane.hpp"
#include "course/sheet_line.hpp"

namespace gineste {

/// A part of a drawing as wide as the drawing, on which lines of a map fit, north at the top.
class MapSheet {
  public:
    /// `top`: where it begins, in pixels; `margin`: room for words around the lines.
    MapSheet(const std::vector<std::vector<MapPlace>>& lines, double width, double top,
             double margin);

    SheetPoint point(MapPlace place) const {
        return {left_ + place.east_m * pixels_per_m_, top_ - place.north_m * pixels_per_m_};
    }
    SheetLine line(const std::vector<MapPlace>& places) const;
    double bottom() const { return bottom_; }
    double pixels_per_m() const { return pixels_per_m_; }

  private:
    double pixels_per_m_ = 1.0;
    double left_ = 0.0;  // of the place 0, 0
    double top_ = 0.0;
    double bottom_ = 0.0;
};

}  // namespace gineste
