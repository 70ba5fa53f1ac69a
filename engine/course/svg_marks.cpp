// SPDX-License-Identifier: Apache-2.0
#include "course/svg_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/text.hpp"

namespace gineste {
namespace {

constexpr double kArrowEvery = 130.0;
constexpr double kShortestArrowLine = 24.0;  // a line that has room for an arrow
constexpr double kLetterSize = 12.0;

std::string plain_words(double x, double y, const char* words) {
    return fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\">{}</text>\n", x, y, words);
}

}  // namespace

std::string arrow_marks(const SheetLine& line, const std::string& colour, double share) {
    const double length = length_of(line);
    if (length < kShortestArrowLine) return "";
    const int count = std::max(1, static_cast<int>(length / kArrowEvery));
    std::string text;
    for (int k = 0; k < count; ++k) {
        const SheetSpot spot = spot_on(line, (k + share) / count);
        text += fmt::format(
            "<path d=\"M-4.5 -4.5L5.5 0L-4.5 4.5z\" transform=\"translate({:.1f} {:.1f}) "
            "rotate({:.0f})\" fill=\"{}\" stroke=\"#fff\" stroke-width=\"1\"/>\n",
            spot.at.x, spot.at.y, std::atan2(spot.along.y, spot.along.x) * 180.0 / std::numbers::pi,
            colour);
    }
    return text;
}

std::string end_mark(SheetPoint at) {
    return fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"2.6\" fill=\"#fff\" stroke=\"#666\"/>\n", at.x,
        at.y);
}

std::string joint_mark(SheetPoint at, Joint::Kind kind) {
    const bool is_turn = kind == Joint::Kind::turn_back;
    return fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\" stroke=\"#222\" "
        "stroke-width=\"2\"/>\n",
        at.x, at.y, is_turn ? 3.5 : 5.5, is_turn ? "#222" : "#fff");
}

std::string crossing_mark(SheetPoint at, CrossingMark mark) {
    return fmt::format(
        "<path d=\"M{:.1f} {:.1f}l7 7l-7 7l-7 -7z\" fill=\"{}\" stroke=\"#222\" "
        "stroke-width=\"1.5\"/>\n",
        at.x, at.y - 7.0, mark == CrossingMark::named ? "#fff" : "#e02020");
}

std::string place_mark(SheetPoint at) {
    return fmt::format(
        "<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\" fill=\"#222\" stroke=\"#fff\"/>\n", at.x,
        at.y);
}

std::string start_mark(SheetPoint at) {
    return fmt::format(
        "<g transform=\"translate({:.1f} {:.1f})\"><circle r=\"7.5\" fill=\"#1a8f3c\" "
        "stroke=\"#fff\" stroke-width=\"1.5\"/><path d=\"M-2.5 -4L4.5 0L-2.5 4z\" "
        "fill=\"#fff\"/></g>\n",
        at.x, at.y);
}

std::string finish_mark(SheetPoint at) {
    return fmt::format(
        "<g transform=\"translate({:.1f} {:.1f})\"><path d=\"M-6.5 -6.5h13v13h-13z\" "
        "fill=\"#fff\" stroke=\"#222\" stroke-width=\"1.5\"/><path d=\"M-6.5 -6.5h6.5v13h6.5v-6.5"
        "h-13z\" fill=\"#222\"/></g>\n",
        at.x, at.y);
}

std::string words_mark(const SheetBox& box, const std::string& words, const std::string& style) {
    return fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" stroke=\"#fff\" stroke-width=\"3\" "
        "stroke-linejoin=\"round\" paint-order=\"stroke\"{}>{}</text>\n",
        box.left, box.bottom - 0.25 * kLetterSize, style, xml_text(words));
}

std::string scale_mark(SheetPoint at, double length_m, double pixels_per_m) {
    const double pixels = length_m * pixels_per_m;
    const std::string words = length_m < 1000.0 ? fmt::format("{:.0f} m", length_m)
                                                : fmt::format("{:.0f} km", length_m / 1000.0);
    return fmt::format(
               "<path d=\"M{:.0f} {:.0f}v5h{:.1f}v-5\" fill=\"none\" stroke=\"#222\" "
               "stroke-width=\"1.5\"/>\n",
               at.x, at.y, pixels) +
           plain_words(at.x + pixels + 8.0, at.y + 6.0, words.c_str());
}

std::string north_mark(SheetPoint at) {
    return fmt::format(
        "<path d=\"M{0:.0f} {1:.0f}l4 12l-4 -3l-4 3z\" fill=\"#222\"/>"
        "<text x=\"{0:.0f}\" y=\"{2:.0f}\" text-anchor=\"middle\">N</text>\n",
        at.x, at.y + 4.0, at.y);
}

std::string legend_of_marks(double left, double y, bool has_unnamed, bool has_dashes) {
    const double line = y + 4.0;
    std::string text = joint_mark({left + 18.0, y}, Joint::Kind::merge) +
                       plain_words(left + 46.0, line, "roads meet or part") +
                       joint_mark({left + 188.0, y}, Joint::Kind::turn_back) +
                       plain_words(left + 200.0, line, "turned back") +
                       crossing_mark({left + 298.0, y}, CrossingMark::named) +
                       plain_words(left + 312.0, line, "crossing");
    if (has_unnamed) {
        text += crossing_mark({left + 394.0, y}, CrossingMark::unnamed) +
                plain_words(left + 408.0, line, "crossing that the day does not name");
    }
    if (!has_dashes) return text;
    return text +
           fmt::format(
               "<path d=\"M{:.0f} {:.0f}h36\" stroke=\"#555\" stroke-width=\"3\" "
               "stroke-dasharray=\"9 5\"/>\n",
               left + 650.0, y) +
           plain_words(left + 694.0, line, "straight leg: not on the map");
}

}  // namespace gineste
