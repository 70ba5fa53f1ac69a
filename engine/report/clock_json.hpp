// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace gineste {

/// How a page turns seconds after the first gun into local time: {zone, label,
/// first_gun_instant_s, utc_offsets: [[from_s, offset_s], …]}. `zone`: IANA name; empty: UTC.
nlohmann::ordered_json clock_json(const std::string& zone, double first_gun_instant_s);

}  // namespace gineste
