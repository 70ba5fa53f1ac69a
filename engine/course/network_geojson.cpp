// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "course/leg_users.hpp"
#include "course/network_text.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double scale) { return std::round(value * scale) / scale; }
double tenth(double value) { return rounded(value, 10.0); }

Json json_place(const Leg& leg, std::size_t k) {
    return {rounded(leg.lon_deg[k], 1e7), rounded(leg.lat_deg[k], 1e7),
            rounded(leg.elevation_m[k], 100.0)};
}

Json users_json(const std::vector<LegUser>& users, const DaySpec& day) {
    Json list = Json::array();
    for (const LegUser& user : users) {
        list.push_back({{"race", day.races[user.race].name},
                        {"direction", user.direction == Direction::back ? "back" : "forward"},
                        {"times", user.times}});
    }
    return list;
}

class Features {
  public:
    Features(const DaySpec& day, const Network& network) : day_(day), network_(network) {}

    Json all() {
        const auto users = leg_users(network_);
        for (std::size_t k = 0; k < network_.legs.size(); ++k) add_leg(k, users[k]);
        for (std::size_t k = 0; k < network_.routes.size(); ++k) {
            const Route& route = network_.routes[k];
            const std::string& race = day_.races[k].name;
            add_point(route.steps.front().leg, end_m(route.steps.front(), Direction::back), "start",
                      race);
            add_point(route.steps.back().leg, end_m(route.steps.back(), Direction::forward),
                      "finish", race);
        }
        for (const CrossingSpec& crossing : day_.crossings) {
            add_named(crossing.leg, crossing.at_m, "crossing", crossing.name);
        }
        for (const MetOnMap& met : network_.unnamed_crossings) {
            add_point(met.leg, met.at_m, "unnamed_crossing", network_.legs[met.other.value].name);
        }
        for (const PlaceSpec& place : day_.places) {
            add_named(place.leg, place.at_m, "place", place.name);
        }
        return {{"type", "FeatureCollection"}, {"features", std::move(features_)}};
    }

  private:
    // The chainage on its leg at which a step ends; at which it begins, for the opposite direction.
    double end_m(const RouteStep& step, Direction last) const {
        return step.direction == last ? network_.legs[step.leg.value].length_m : 0.0;
    }

    void add_leg(std::size_t k, const std::vector<LegUser>& users) {
        const Leg& leg = network_.legs[k];
        Json geometry = nullptr;
        if (network_.is_on_map[k]) {
            Json coordinates = Json::array();
            for (std::size_t n = 0; n < leg.lon_deg.size(); ++n) {
                coordinates.push_back(json_place(leg, n));
            }
            geometry = {{"type", "LineString"}, {"coordinates", std::move(coordinates)}};
        }
        const double sum_m = std::accumulate(leg.width_m.begin(), leg.width_m.end(), 0.0);
        features_.push_back(
            {{"type", "Feature"},
             {"properties",
              {{"kind", "leg"},
               {"name", leg.name},
               {"length_m", tenth(leg.length_m)},
               {"least_width_m", tenth(*std::min_element(leg.width_m.begin(), leg.width_m.end()))},
               {"mean_width_m", tenth(sum_m / static_cast<double>(leg.width_m.size()))},
               {"traffic", traffic_word(network_.traffic[k])},
               {"run_by", users_json(users, day_)}}},
             {"geometry", std::move(geometry)}});
    }

    void add_named(const std::string& name, double at_m, const char* kind,
                   const std::string& title) {
        for (std::size_t k = 0; k < network_.legs.size(); ++k) {
            if (network_.legs[k].name == name) add_point(LegId(k), at_m, kind, title);
        }
    }

    void add_point(LegId id, double at_m, const char* kind, const std::string& name) {
        const Leg& leg = network_.legs[id.value];
        const auto nearest = static_cast<std::size_t>(std::lround(at_m / leg.spacing_m));
        const std::size_t k = std::min(nearest, leg.lon_deg.size() - 1);
        Json geometry = nullptr;
        if (network_.is_on_map[id.value]) {
            geometry = {{"type", "Point"}, {"coordinates", json_place(leg, k)}};
        }
        features_.push_back(
            {{"type", "Feature"},
             {"properties",
              {{"kind", kind}, {"name", name}, {"leg", leg.name}, {"chainage_m", tenth(at_m)}}},
             {"geometry", std::move(geometry)}});
    }

    const DaySpec& day_;
    const Network& network_;
    Json features_ = Json::array();
};

}  // namespace

std::string network_geojson(const DaySpec& day, const Network& network) {
    // A name that is not UTF-8 is shown with replacement characters instead of stopping the run.
    return Features(day, network).all().dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
