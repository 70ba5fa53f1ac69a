// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/state_hash.hpp"
#include "study/races.hpp"

namespace gineste {

// What the JSON files of the studies have in common.

using Json = nlohmann::ordered_json;

/// JSON knows neither NaN nor infinity: null.
inline Json number_json(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

template <class T>
Json number_json(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

inline Json numbers_json(const std::vector<double>& values) {
    Json json = Json::array();
    for (const double value : values) json.push_back(number_json(value));
    return json;
}

/// One value per race, null where the race has no such measure.
inline Json values_json(const std::vector<RaceOutcome>& races, const std::string& key) {
    Json json = Json::array();
    for (const RaceOutcome& race : races) {
        const Measure* measure = find_measure(race.measures, key);
        json.push_back(measure == nullptr ? Json(nullptr) : number_json(measure->value));
    }
    return json;
}

inline Json state_hashes_json(const std::vector<RaceOutcome>& races) {
    Json json = Json::array();
    for (const RaceOutcome& race : races) json.push_back(hash_text(race.state_hash));
    return json;
}

/// Names are the user's text, perhaps not UTF-8: replaced rather than refused after the races.
inline std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
