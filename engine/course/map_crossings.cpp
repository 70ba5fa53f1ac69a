// SPDX-License-Identifier: Apache-2.0
#include "course/map_crossings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <tuple>

#include "course/map_plane.hpp"
#include "course/profile_marks.hpp"

namespace gineste {
namespace {

constexpr double kStep_m = 10.0;
constexpr double kJunction_m = 30.0;  // as far as legs that connect may be apart
constexpr double kSameSpot_m = 50.0;  // what is no farther from a crossing is that crossing
constexpr double kLeastAngle = 20.0 * std::numbers::pi / 180.0;  // below, they run side by side
constexpr std::size_t kChunk = 32;  // steps that are looked at together

/// A stretch of a leg, as run forward.
struct LegStretch {
    LegId leg;
    double from_m = 0.0;
    double to_m = 0.0;
};

/// A route drawn on the plane.
class DrawnRoute {
  public:
    DrawnRoute(const Network& network, const Route& route, const MapPlane& plane)
        : route_(route), plane_(plane) {
        for (const double s : steps_along(route.course, kStep_m)) {
            at_m.push_back(s);
            places.push_back(place(s));
            is_on_map.push_back(network.is_on_map[route.steps[step_at(s)].leg.value]);
        }
    }
    MapPlace place(double s) const {
        return plane_.place(route_.course.lon_deg(s), route_.course.lat_deg(s));
    }
    double length_m() const { return at_m.back(); }

    /// Where on a leg this chainage is.
    LegStretch leg_at(double s) const {
        const LegStretch around = stretch(step_at(s), s, s);
        return around;
    }
    /// Legs run within this distance.
    std::vector<LegStretch> legs_around(double s, double reach_m) const {
        std::vector<LegStretch> around;
        for (std::size_t k = step_at(s - reach_m); k <= step_at(s + reach_m); ++k) {
            around.push_back(stretch(k, s - reach_m, s + reach_m));
        }
        return around;
    }

    std::vector<double> at_m;
    std::vector<MapPlace> places;
    std::vector<bool> is_on_map;

  private:
    std::size_t step_at(double s) const {
        std::size_t k = 0;
        while (k + 1 < route_.steps.size() && route_.steps[k + 1].begin_m <= s) ++k;
        return k;
    }
    LegStretch stretch(std::size_t k, double from_m, double to_m) const {
        const RouteStep& step = route_.steps[k];
        const double length_m = route_.end_m(k) - step.begin_m;
        const double begin_m = std::clamp(from_m - step.begin_m, 0.0, length_m);
        const double end_m = std::clamp(to_m - step.begin_m, 0.0, length_m);
        if (step.direction == Direction::forward) return {step.leg, begin_m, end_m};
        return {step.leg, length_m - end_m, length_m - begin_m};
    }

    const Route& route_;
    const MapPlane& plane_;
};

// Steps [first, last) of a drawn route and the box around them.
struct Chunk {
    std::size_t route = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    MapPlace least;
    MapPlace most;

    bool touches(const Chunk& other) const {
        return least.east_m <= other.most.east_m && other.least.east_m <= most.east_m &&
               least.north_m <= other.most.north_m && other.least.north_m <= most.north_m;
    }
};

std::vector<Chunk> chunks_of(const std::vector<DrawnRoute>& routes) {
    std::vector<Chunk> chunks;
    for (std::size_t r = 0; r < routes.size(); ++r) {
        const std::vector<MapPlace>& places = routes[r].places;
        for (std::size_t first = 0; first + 1 < places.size(); first += kChunk) {
            Chunk chunk{r, first, std::min(first + kChunk, places.size() - 1), places[first],
                        places[first]};
            for (std::size_t k = first; k <= chunk.last; ++k) {
                chunk.least = {std::min(chunk.least.east_m, places[k].east_m),
                               std::min(chunk.least.north_m, places[k].north_m)};
                chunk.most = {std::max(chunk.most.east_m, places[k].east_m),
                              std::max(chunk.most.north_m, places[k].north_m)};
            }
            chunks.push_back(chunk);
        }
    }
    return chunks;
}

double side(MapPlace a, MapPlace b, MapPlace p) {
    return (b.east_m - a.east_m) * (p.north_m - a.north_m) -
           (b.north_m - a.north_m) * (p.east_m - a.east_m);
}

// How far along a to b the line from c to d crosses it, in [0, 1).
std::optional<double> crossed_at(MapPlace a, MapPlace b, MapPlace c, MapPlace d) {
    const double a_side = side(c, d, a);
    const double b_side = side(c, d, b);
    if ((a_side >= 0.0) == (b_side >= 0.0)) return std::nullopt;
    if ((side(a, b, c) >= 0.0) == (side(a, b, d) >= 0.0)) return std::nullopt;
    return a_side / (a_side - b_side);
}

// Whether one route goes from one side of the other to the other side: the four ways that leave the
// place alternate, each well apart from its neighbours. Roads that touch, or run into one another
// side by side, do not.
bool change_sides(const DrawnRoute& a, double a_m, const DrawnRoute& b, double b_m) {
    const MapPlace here = a.place(a_m);
    const auto angle_to = [&](const DrawnRoute& route, double s) {
        const MapPlace there = route.place(std::clamp(s, 0.0, route.length_m()));
        return std::atan2(there.north_m - here.north_m, there.east_m - here.east_m);
    };
    const double first = angle_to(a, a_m - kJunction_m);
    const auto after_first = [&](double angle) {
        const double turn = std::remainder(angle - first, 2.0 * std::numbers::pi);
        return turn < 0.0 ? turn + 2.0 * std::numbers::pi : turn;
    };
    const double last = after_first(angle_to(a, a_m + kJunction_m));
    const auto is_apart = [&](double turn) {
        return turn >= kLeastAngle && turn <= 2.0 * std::numbers::pi - kLeastAngle &&
               std::abs(turn - last) >= kLeastAngle;
    };
    const double before = after_first(angle_to(b, b_m - kJunction_m));
    const double behind = after_first(angle_to(b, b_m + kJunction_m));
    return is_apart(before) && is_apart(behind) && (before < last) != (behind < last);
}

bool run_on_one_road(const DrawnRoute& a, double a_m, const DrawnRoute& b, double b_m) {
    const std::vector<LegStretch> there = b.legs_around(b_m, kJunction_m);
    for (const LegStretch& here : a.legs_around(a_m, kJunction_m)) {
        const auto overlaps = [&](const LegStretch& other) {
            return other.leg == here.leg && other.from_m <= here.to_m && here.from_m <= other.to_m;
        };
        if (std::any_of(there.begin(), there.end(), overlaps)) return true;
    }
    return false;
}

class Finder {
  public:
    Finder(const Network& network, const std::vector<CrossingSpec>& named, const MapPlane& plane,
           const std::vector<DrawnRoute>& routes)
        : routes_(routes) {
        for (const CrossingSpec& crossing : named) {
            note_named(network, plane, crossing.leg, crossing.at_m);
            note_named(network, plane, crossing.other_leg, crossing.other_at_m);
        }
    }

    void look(const Chunk& here, const Chunk& there) {
        const DrawnRoute& a = routes_[here.route];
        const DrawnRoute& b = routes_[there.route];
        for (std::size_t i = here.first; i < here.last; ++i) {
            if (!a.is_on_map[i] || !a.is_on_map[i + 1]) continue;
            for (std::size_t j = there.first; j < there.last; ++j) {
                if (here.route == there.route && j < i + 2) continue;
                if (!b.is_on_map[j] || !b.is_on_map[j + 1]) continue;
                const auto share =
                    crossed_at(a.places[i], a.places[i + 1], b.places[j], b.places[j + 1]);
                if (!share) continue;
                const auto other =
                    crossed_at(b.places[j], b.places[j + 1], a.places[i], a.places[i + 1]);
                note(a, a.at_m[i] + *share * (a.at_m[i + 1] - a.at_m[i]), b,
                     b.at_m[j] + other.value_or(0.0) * (b.at_m[j + 1] - b.at_m[j]));
            }
        }
    }

    std::vector<MetOnMap> found;

  private:
    void note_named(const Network& network, const MapPlane& plane, const std::string& name,
                    double at_m) {
        for (const Leg& leg : network.legs) {
            if (leg.name != name) continue;
            const auto nearest = static_cast<std::size_t>(std::max(0.0, at_m / leg.spacing_m));
            const std::size_t k = std::min(nearest, leg.lon_deg.size() - 1);
            known_.push_back(plane.place(leg.lon_deg[k], leg.lat_deg[k]));
        }
    }
    void note(const DrawnRoute& a, double a_m, const DrawnRoute& b, double b_m) {
        const MapPlace here = a.place(a_m);
        const auto is_there = [&](MapPlace known) { return apart_m(known, here) <= kSameSpot_m; };
        if (std::any_of(known_.begin(), known_.end(), is_there)) return;
        if (!change_sides(a, a_m, b, b_m) || run_on_one_road(a, a_m, b, b_m)) return;
        known_.push_back(here);
        LegStretch first = a.leg_at(a_m);
        LegStretch second = b.leg_at(b_m);
        if (std::tie(second.leg, second.from_m) < std::tie(first.leg, first.from_m)) {
            std::swap(first, second);
        }
        found.push_back({first.leg, first.from_m, second.leg, second.from_m});
    }

    const std::vector<DrawnRoute>& routes_;
    std::vector<MapPlace> known_;  // crossings with a name, or found before
};

}  // namespace

std::vector<MetOnMap> unnamed_crossings(const Network& network,
                                        const std::vector<CrossingSpec>& named) {
    const auto on_map = std::find(network.is_on_map.begin(), network.is_on_map.end(), true);
    if (on_map == network.is_on_map.end()) return {};
    const Leg& first = network.legs[static_cast<std::size_t>(on_map - network.is_on_map.begin())];
    const MapPlane plane({first.lon_deg.front(), first.lat_deg.front()});
    std::vector<DrawnRoute> routes;
    for (const Route& route : network.routes) routes.emplace_back(network, route, plane);
    const std::vector<Chunk> chunks = chunks_of(routes);
    Finder finder(network, named, plane, routes);
    for (std::size_t a = 0; a < chunks.size(); ++a) {
        for (std::size_t b = a; b < chunks.size(); ++b) {
            if (chunks[a].touches(chunks[b])) finder.look(chunks[a], chunks[b]);
        }
    }
    std::sort(finder.found.begin(), finder.found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.leg, a.at_m) < std::tie(b.leg, b.at_m);
    });
    return finder.found;
}

}  // namespace gineste
