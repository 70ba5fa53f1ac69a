// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "course/sheet_line.hpp"

namespace gineste {

/// A rectangle of a drawing.
struct SheetBox {
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
};

/// Finds room for words beside what is drawn.
class LabelRoom {
  public:
    LabelRoom(double width, double height) : sheet_{0.0, 0.0, width, height} {}

    /// Words stand on this line only where there is no other room.
    void block(const SheetLine& line);

    /// Takes the best of the boxes offered, the first of those that are as good.
    SheetBox take(const std::vector<SheetBox>& offered);

  private:
    double cost(const SheetBox& box) const;

    SheetBox sheet_;
    SheetLine points_;
    std::vector<SheetBox> taken_;
};

/// About how wide a text is in letters of that size.
double text_width(std::string_view text, double size);

}  // namespace gineste
