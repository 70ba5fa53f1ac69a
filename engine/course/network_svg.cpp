// SPDX-License-Identifier: Apache-2.0
// A map of the network as lines of a city's transport are drawn: each race a line in its colour,
// those on one leg beside each other, forward to the right of the middle and back to the left.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "course/joints.hpp"
#include "course/label_room.hpp"
#include "course/leg_users.hpp"
#include "course/map_sheet.hpp"
#include "course/network_layout.hpp"
#include "course/network_text.hpp"
#include "course/profile_marks.hpp"
#include "course/svg_marks.hpp"

namespace gineste {
namespace {

constexpr double kWidth = 1000.0;
constexpr double kMargin = 110.0;  // around the map, for words
constexpr double kHead = 56.0;     // title
constexpr double kSide = 24.0;     // from the edge to title and legend
constexpr double kLane = 5.0;      // from one race's line to the next
constexpr double kLetters = 12.0;  // size
constexpr double kRow = 20.0;      // of the legend
// Okabe and Ito 2008: told apart without seeing red and green alike.
constexpr std::array<const char*, 6> kColours{"#0072b2", "#d55e00", "#009e73",
                                              "#cc79a7", "#56b4e9", "#e69f00"};

std::string colour_of(const DaySpec& day, std::size_t race) {
    const std::string& own = day.races[race].colour;
    return xml_text(own.empty() ? kColours[race % kColours.size()] : own);
}

bool is_back(const LegUser& user) { return user.direction == Direction::back; }

// How many lines stand to the left of a user's on a leg: those who run it back first, the last of
// them at the left edge, so that the same races are the same order seen from either end.
std::size_t lanes_left_of(const std::vector<LegUser>& users, std::size_t user) {
    std::size_t lanes = 0;
    for (std::size_t k = 0; k < users.size(); ++k) {
        const bool is_left =
            is_back(users[user]) ? is_back(users[k]) && k > user : is_back(users[k]) || k < user;
        if (is_left) ++lanes;
    }
    return lanes;
}

class Picture {
  public:
    Picture(const DaySpec& day, const Network& network)
        : day_(day),
          network_(network),
          layout_(laid_out(network)),
          sheet_(layout_.legs, kWidth, kHead, kMargin),
          room_(kWidth, sheet_.bottom()),
          users_(leg_users(network)) {
        for (const auto& leg : layout_.legs) {
            lines_.push_back(simplified(sheet_.line(leg), 0.6));
            room_.block(lines_.back());
        }
    }

    std::string svg() {
        const double height =
            sheet_.bottom() + kRow * static_cast<double>(day_.races.size() + 2) + 16.0;
        const std::string title = xml_text(day_.name.empty() ? "Network of the day" : day_.name);
        return fmt::format(
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
                   "width=\"{0:.0f}\" height=\"{1:.0f}\" font-family=\"sans-serif\" "
                   "font-size=\"{2:.0f}\" fill=\"#222\">\n<title>{3}</title>\n"
                   "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                   "<text x=\"{4:.0f}\" y=\"36\" font-size=\"20\" font-weight=\"bold\">{3}</text>"
                   "\n",
                   kWidth, height, kLetters, title, kSide) +
               roads() + lanes() + joints() + crossings() + places() + ends() + leg_names() +
               scale() + legend() + "</svg>\n";
    }

  private:
    double road_width(std::size_t leg) const {
        return kLane * static_cast<double>(std::max<std::size_t>(1, users_[leg].size())) + 3.0;
    }
    bool is_dashed(std::size_t leg) const {
        return layout_.is_to_scale && !network_.is_on_map[leg];
    }

    std::string roads() const {
        std::string text = "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n";
        for (std::size_t k = 0; k < lines_.size(); ++k) {
            text += fmt::format("<path d=\"{}\" stroke=\"{}\" stroke-width=\"{:.1f}\"/>\n",
                                path_data(lines_[k]), users_[k].empty() ? "#ccc" : "#ececec",
                                road_width(k));
        }
        return text + "</g>\n";
    }

    // A race's line along a leg in one direction, as it is run.
    SheetLine lane(std::size_t leg, std::size_t user) const {
        const std::vector<LegUser>& users = users_[leg];
        const double middle = (static_cast<double>(users.size()) - 1.0) / 2.0;
        const auto left = static_cast<double>(lanes_left_of(users, user));
        SheetLine line = beside(lines_[leg], kLane * (left - middle));
        if (is_back(users[user])) std::reverse(line.begin(), line.end());
        return line;
    }

    std::string lanes() const {
        std::string text = "<g fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"3.2\">\n";
        std::string arrows;
        for (std::size_t leg = 0; leg < lines_.size(); ++leg) {
            const std::size_t users = users_[leg].size();
            for (std::size_t k = 0; k < users; ++k) {
                const SheetLine line = lane(leg, k);
                const std::string colour = colour_of(day_, users_[leg][k].race);
                text += fmt::format("<path d=\"{}\" stroke=\"{}\"{}/>\n", path_data(line), colour,
                                    is_dashed(leg) ? " stroke-dasharray=\"9 5\"" : "");
                arrows += arrow_marks(line, colour,
                                      (static_cast<double>(k) + 0.5) / static_cast<double>(users));
            }
        }
        return text + "</g>\n" + arrows;
    }

    SheetPoint point_on(std::size_t leg, double at_m) const {
        const double share = std::clamp(at_m / network_.legs[leg].length_m, 0.0, 1.0);
        return spot_on(sheet_.line(layout_.legs[leg]), share).at;
    }
    std::optional<SheetPoint> point_on(const std::string& name, double at_m) const {
        for (std::size_t k = 0; k < network_.legs.size(); ++k) {
            if (network_.legs[k].name == name) return point_on(k, at_m);
        }
        return std::nullopt;
    }
    SheetPoint end_of(RunLeg run, Direction last) const {
        const SheetLine& line = lines_[run.leg.value];
        return run.direction == last ? line.back() : line.front();
    }

    std::string joints() const {
        std::string text;
        for (const SheetLine& line : lines_) text += end_mark(line.front()) + end_mark(line.back());
        for (const Joint& joint : joints_of(network_)) {
            const bool is_merge = joint.kind == Joint::Kind::merge;
            text += joint_mark(end_of(joint.leg, is_merge ? Direction::back : Direction::forward),
                               joint.kind);
        }
        return text;
    }

    std::string crossings() {
        std::string text;
        for (const CrossingSpec& crossing : day_.crossings) {
            const auto at = point_on(crossing.leg, crossing.at_m);
            if (!at) continue;
            text += crossing_mark(*at, CrossingMark::named) + label(*at, crossing.name, 10.0, "");
        }
        for (const MetOnMap& met : network_.unnamed_crossings) {
            const SheetPoint at = point_on(met.leg.value, met.at_m);
            text += crossing_mark(at, CrossingMark::unnamed) +
                    label(at, "crossing without a name", 10.0, " fill=\"#c00000\"");
        }
        return text;
    }

    std::string places() {
        std::string text;
        for (const PlaceSpec& place : day_.places) {
            const auto at = point_on(place.leg, place.at_m);
            if (!at) continue;
            text += place_mark(*at) + label(*at, place.name, 8.0, " font-style=\"italic\"");
        }
        return text;
    }

    using RacesByPoint = std::map<std::pair<long, long>, std::vector<std::size_t>>;

    // Races that start or finish at one place, under one mark.
    std::string ends() {
        RacesByPoint starts;
        RacesByPoint finishes;
        const auto key = [](SheetPoint at) {
            return std::pair{std::lround(at.x), std::lround(at.y)};
        };
        for (std::size_t k = 0; k < network_.routes.size(); ++k) {
            const RouteStep& first = network_.routes[k].steps.front();
            const RouteStep& last = network_.routes[k].steps.back();
            starts[key(end_of({first.leg, first.direction}, Direction::back))].push_back(k);
            finishes[key(end_of({last.leg, last.direction}, Direction::forward))].push_back(k);
        }
        return ends("Finish", finishes, finish_mark) + ends("Start", starts, start_mark);
    }
    std::string ends(const std::string& word, const RacesByPoint& races_at,
                     std::string (*mark)(SheetPoint)) {
        std::string text;
        for (const auto& [key, races] : races_at) {
            const SheetPoint at{static_cast<double>(key.first), static_cast<double>(key.second)};
            std::vector<std::string> names;
            for (const std::size_t race : races) names.push_back(day_.races[race].name);
            const bool is_all = names.size() > 2 && names.size() == day_.races.size();
            text += mark(at) + label(at, word + " " + (is_all ? "of all" : joined(names, ", ")),
                                     11.0, " font-weight=\"bold\"");
        }
        return text;
    }

    // Words beside a point, where there is room.
    std::string label(SheetPoint at, const std::string& words, double off, const char* style) {
        static constexpr std::array<std::pair<int, int>, 8> sides{
            {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};
        const double half = text_width(words, kLetters) / 2.0;
        std::vector<SheetBox> offered;
        for (const double reach : {off, 2.0 * off, 3.5 * off}) {
            for (const auto& [x, y] : sides) {
                offered.push_back(box_around(
                    {at.x + x * (reach + half), at.y + y * (reach + 0.5 * kLetters)}, half));
            }
        }
        return words_mark(room_.take(offered), words, style);
    }
    static SheetBox box_around(SheetPoint middle, double half) {
        return {middle.x - half, middle.y - 0.6 * kLetters, middle.x + half,
                middle.y + 0.6 * kLetters};
    }

    std::string leg_names() {
        std::string text;
        for (std::size_t k = 0; k < lines_.size(); ++k) {
            const std::string& name = network_.legs[k].name;
            const double half = text_width(name, kLetters) / 2.0;
            const double off = road_width(k) / 2.0 + 5.0;
            std::vector<SheetBox> offered;
            for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
                const SheetSpot spot = spot_on(lines_[k], share);
                for (const double side : {1.0, -1.0}) {
                    offered.push_back(
                        box_around({spot.at.x - spot.along.y * side * (off + half),
                                    spot.at.y + spot.along.x * side * (off + 0.5 * kLetters)},
                                   half));
                }
            }
            text += words_mark(room_.take(offered), name, " fill=\"#555\"");
        }
        return text;
    }

    std::string scale() const {
        const double y = sheet_.bottom() - 18.0;
        if (layout_.is_to_scale) {
            return scale_mark({kSide, y}, nice_step(80.0 / sheet_.pixels_per_m()),
                              sheet_.pixels_per_m()) +
                   north_mark({kWidth - 36.0, kHead + 14.0});
        }
        return fmt::format(
            "<text x=\"{:.0f}\" y=\"{:.0f}\" fill=\"#666\">not to scale: the legs "
            "have no place on the map</text>\n",
            kSide, y);
    }

    std::string legend() const {
        double y = sheet_.bottom() + kRow;
        std::string text = fmt::format("<path d=\"M{:.0f} {:.0f}H{:.0f}\" stroke=\"#ccc\"/>\n",
                                       kSide, sheet_.bottom(), kWidth - kSide);
        for (std::size_t k = 0; k < day_.races.size(); ++k) {
            text += fmt::format(
                "<path d=\"M{0:.0f} {1:.0f}h36\" stroke=\"{2}\" stroke-width=\"4\"/>\n"
                "<text x=\"{3:.0f}\" y=\"{4:.0f}\">{5}, {6:.3f} km</text>\n",
                kSide, y, colour_of(day_, k), kSide + 46.0, y + 4.0, xml_text(day_.races[k].name),
                network_.routes[k].course.length_m() / 1000.0);
            y += kRow;
        }
        bool has_dashes = false;
        for (std::size_t k = 0; k < lines_.size(); ++k) has_dashes = has_dashes || is_dashed(k);
        return text + legend_of_marks(kSide, y, !network_.unnamed_crossings.empty(), has_dashes);
    }

    const DaySpec& day_;
    const Network& network_;
    NetworkLayout layout_;
    MapSheet sheet_;
    LabelRoom room_;
    std::vector<std::vector<LegUser>> users_;
    std::vector<SheetLine> lines_;
};

}  // namespace

std::string network_svg(const DaySpec& day, const Network& network) {
    return Picture(day, network).svg();
}

}  // namespace gineste
