// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/decoder.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Holds the values of a scenario against one another: what no single key can tell. Speaks only of
/// values that could be read. Problems go to the decoder's list, each at the place of the item.
void check_waves(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_entrants(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_field(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_course(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_stations(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_thirst(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_walking(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_weather(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_incidents(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);

/// Places and readability of one item's keys: `waves[2]`, then `gun`.
std::string item_key(const std::string& list, std::size_t index);

}  // namespace gineste
