// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/day_spec.hpp"
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

/// The same of a race day: its roads and the routes through them, then what lies on the roads.
void check_network(const DaySpec& day, const Decoder& decoder, ProblemList& problems);
void check_junctions(const DaySpec& day, const Decoder& decoder, ProblemList& problems);

/// That a key names a leg of the day. The leg, null where it does not or could not be read.
const LegSpec* check_on_leg(const DaySpec& day, const std::string& leg, const std::string& key,
                            const Decoder& decoder, ProblemList& problems);

/// A line with its sections and heights, whose keys stand below `key`.
void check_line(const CourseSpec& course, const std::string& key, const Decoder& decoder,
                ProblemList& problems);
/// Where the last table of a station ends, on any side.
double end_m(const StationSpec& station);
/// A station by itself, wherever it stands.
void check_station(const StationSpec& station, const std::string& key, const Decoder& decoder,
                   ProblemList& problems);

/// A station of several on one road, and the name of its key.
struct KeyedStation {
    const StationSpec* station = nullptr;
    std::string key;
};
/// Tables of two stations at one place.
void check_spacing(std::vector<KeyedStation> stations, const Decoder& decoder,
                   ProblemList& problems);

/// A time of day that the clocks skip or show twice on the day of the race would be a guess.
void check_clock(double clock_s, const std::string& key, const Decoder& decoder,
                 const Scenario& scenario, ProblemList& problems);

/// Places and readability of one item's keys: `waves[2]`, then `gun`.
std::string item_key(const std::string& list, std::size_t index);

}  // namespace gineste
