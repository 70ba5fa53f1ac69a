// SPDX-License-Identifier: Apache-2.0
#include "course/network_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>

#include "course/joints.hpp"

namespace gineste {
namespace {

using Drawn = std::vector<MapPlace>;

constexpr double kFullTurn = 2.0 * std::numbers::pi;
constexpr double kRoom = kFullTurn / 10.0;  // between two legs that leave a junction
constexpr double kBow = 0.3;                // of the distance, how far a second leg bends aside
constexpr int kPieces = 48;                 // of a bow or circle
// Turns from straight on, in the order in which they are tried.
constexpr std::array<double, 7> kTurns{0.0,
                                       kFullTurn / 8.0,
                                       -kFullTurn / 8.0,
                                       kFullTurn / 4.0,
                                       -kFullTurn / 4.0,
                                       3.0 * kFullTurn / 8.0,
                                       -3.0 * kFullTurn / 8.0};

MapPlace moved(MapPlace from, double angle, double distance_m) {
    return {from.east_m + std::cos(angle) * distance_m,
            from.north_m + std::sin(angle) * distance_m};
}

double angle_between(MapPlace from, MapPlace to) {
    return std::atan2(to.north_m - from.north_m, to.east_m - from.east_m);
}

// A line bent aside by so much of its length, to the left where that is positive.
Drawn bow(MapPlace from, MapPlace to, double bend) {
    const double length_m = apart_m(from, to);
    const double left = angle_between(from, to) + kFullTurn / 4.0;
    Drawn drawn;
    for (int k = 0; k <= kPieces; ++k) {
        const double share = static_cast<double>(k) / kPieces;
        const MapPlace straight{from.east_m + (to.east_m - from.east_m) * share,
                                from.north_m + (to.north_m - from.north_m) * share};
        drawn.push_back(moved(straight, left, 4.0 * share * (1.0 - share) * bend * length_m));
    }
    return drawn;
}

Drawn circle(MapPlace from, double angle, double around_m) {
    const double radius_m = around_m / kFullTurn;
    const MapPlace centre = moved(from, angle, radius_m);
    Drawn drawn;
    for (int k = 0; k <= kPieces; ++k) {
        drawn.push_back(moved(centre, angle + kFullTurn / 2.0 + kFullTurn * k / kPieces, radius_m));
    }
    return drawn;
}

class Layout {
  public:
    explicit Layout(const Network& network)
        : network_(network),
          junctions_(junctions_of(network)),
          places_(junctions_.count),
          ways_out_(junctions_.count) {
        layout_.legs.resize(network.legs.size());
        place_mapped();
        for (const Leg& leg : network.legs) longest_m_ = std::max(longest_m_, leg.length_m);
    }

    NetworkLayout whole() {
        for (const Route& route : network_.routes) {
            for (const RouteStep& step : route.steps) place(step.leg.value, step.direction);
        }
        for (std::size_t k = 0; k < layout_.legs.size(); ++k) place(k, Direction::forward);
        return std::move(layout_);
    }

  private:
    void place_mapped() {
        const auto first = std::find(network_.is_on_map.begin(), network_.is_on_map.end(), true);
        layout_.is_to_scale = first != network_.is_on_map.end();
        if (!layout_.is_to_scale) return;
        const Leg& origin =
            network_.legs[static_cast<std::size_t>(first - network_.is_on_map.begin())];
        const MapPlane plane({origin.lon_deg.front(), origin.lat_deg.front()});
        for (std::size_t k = 0; k < network_.legs.size(); ++k) {
            if (!network_.is_on_map[k]) continue;
            const Leg& leg = network_.legs[k];
            Drawn drawn;
            for (std::size_t n = 0; n < leg.lon_deg.size(); ++n) {
                drawn.push_back(plane.place(leg.lon_deg[n], leg.lat_deg[n]));
            }
            keep(k, std::move(drawn));
        }
    }

    // Draws a leg that has no place on the map, as it is run for the first time.
    void place(std::size_t leg, Direction direction) {
        const bool is_forward = direction == Direction::forward;
        if (layout_.legs[leg].empty()) {
            const std::size_t begin = junctions_.begin[leg];
            const std::size_t end = junctions_.end[leg];
            Drawn drawn = is_forward ? drawn_between(begin, end, drawn_length_m(leg))
                                     : drawn_between(end, begin, drawn_length_m(leg));
            if (!is_forward) std::reverse(drawn.begin(), drawn.end());
            keep(leg, std::move(drawn));
        }
        const Drawn& drawn = layout_.legs[leg];
        heading_ = is_forward ? angle_between(*(drawn.end() - 2), drawn.back())
                              : angle_between(drawn[1], drawn.front());
    }

    Drawn drawn_between(std::size_t from, std::size_t to, double length_m) {
        if (!places_[from] && !places_[to]) places_[from] = free_place();
        if (from == to) {
            return circle(*places_[from],
                          free_angle(from, heading_ + kFullTurn / 4.0, length_m / 3.0), length_m);
        }
        if (places_[from] && places_[to]) return bow(*places_[from], *places_[to], bend(from, to));
        const bool goes_on = places_[from].has_value();
        const std::size_t known = goes_on ? from : to;
        const double angle = free_angle(known, goes_on ? heading_ : kFullTurn / 2.0, length_m);
        const MapPlace place = moved(*places_[known], angle, length_m);
        return goes_on ? Drawn{*places_[from], place} : Drawn{place, *places_[to]};
    }

    double drawn_length_m(std::size_t leg) const {
        const double length_m = network_.legs[leg].length_m;
        return layout_.is_to_scale ? length_m : std::sqrt(length_m * longest_m_);
    }

    // Below what is drawn so far.
    MapPlace free_place() const {
        MapPlace place;
        for (const auto& known : places_) {
            if (known) place.north_m = std::min(place.north_m, known->north_m - longest_m_ / 3.0);
        }
        return place;
    }

    // Away from other legs there, and from other junctions.
    double free_angle(std::size_t from, double wanted, double length_m) const {
        const auto is_free = [&](double angle) {
            const auto is_near = [&](double taken) {
                return std::abs(std::remainder(taken - angle, kFullTurn)) < kRoom;
            };
            const std::vector<double>& taken = ways_out_[from];
            const MapPlace end = moved(*places_[from], angle, length_m);
            const auto is_at = [&](const std::optional<MapPlace>& known) {
                return known && apart_m(*known, end) < length_m / 4.0;
            };
            return std::none_of(taken.begin(), taken.end(), is_near) &&
                   std::none_of(places_.begin(), places_.end(), is_at);
        };
        for (const double turn : kTurns) {
            if (is_free(wanted + turn)) return wanted + turn;
        }
        return wanted + kFullTurn / 16.0;
    }

    // Second legs between two junctions go beside the first one, left and right in turn. Where
    // nothing is to scale the first one too, because junctions stand in line there.
    double bend(std::size_t from, std::size_t to) const {
        int others = layout_.is_to_scale ? 0 : 1;
        for (std::size_t k = 0; k < layout_.legs.size(); ++k) {
            if (layout_.legs[k].empty()) continue;
            const bool is_same = junctions_.begin[k] == from && junctions_.end[k] == to;
            const bool is_opposite = junctions_.begin[k] == to && junctions_.end[k] == from;
            if (is_same || is_opposite) ++others;
        }
        const double side = others % 2 == 1 ? 1.0 : -1.0;
        return side * kBow * ((others + 1) / 2);
    }

    void keep(std::size_t leg, Drawn drawn) {
        const std::size_t begin = junctions_.begin[leg];
        const std::size_t end = junctions_.end[leg];
        if (!places_[begin]) places_[begin] = drawn.front();
        if (!places_[end]) places_[end] = drawn.back();
        if (begin == end && !network_.is_on_map[leg]) {  // a circle: what is within is taken
            const double middle = angle_between(drawn.front(), drawn[drawn.size() / 2]);
            for (const double turn : {-kFullTurn / 8.0, 0.0, kFullTurn / 8.0}) {
                ways_out_[begin].push_back(middle + turn);
            }
        } else {
            ways_out_[begin].push_back(angle_between(drawn.front(), drawn[1]));
            ways_out_[end].push_back(angle_between(drawn.back(), *(drawn.end() - 2)));
        }
        layout_.legs[leg] = std::move(drawn);
    }

    const Network& network_;
    Junctions junctions_;
    std::vector<std::optional<MapPlace>> places_;  // by junction
    std::vector<std::vector<double>> ways_out_;    // by junction: angles of legs that leave it
    double longest_m_ = 1.0;
    double heading_ = 0.0;  // of the leg placed last, where it ends as run
    NetworkLayout layout_;
};

}  // namespace

NetworkLayout laid_out(const Network& network) { return Layout(network).whole(); }

}  // namespace gineste
