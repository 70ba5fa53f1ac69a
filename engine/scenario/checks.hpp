// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/decoder.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Holds the values of a scenario against one another: what no single key can tell. Speaks only of
/// values that could be read. Problems go to the decoder's list, each at the place of the item.
void check_waves(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_entrants(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_time_laws(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_field(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_course(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_stations(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_thirst(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_walking(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_weather(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_incidents(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_named(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_groups(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_vehicles(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_roads(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_thresholds(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_services(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_medical(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);
void check_volunteers(const Scenario& scenario, const Decoder& decoder, ProblemList& problems);

/// A time of day that the clocks skip or show twice on the day of the race would be a guess.
void check_clock(double clock_s, const std::string& key, const Decoder& decoder,
                 const Scenario& scenario, ProblemList& problems);

/// Places and readability of one item's keys: `waves[2]`, then `gun`.
std::string item_key(const std::string& list, std::size_t index);

}  // namespace gineste
