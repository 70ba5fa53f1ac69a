// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

// A race day: several races on one network of roads. Every field is a row of the table of keys in
// table_network.cpp, which says its unit, range, meaning and source.

/// A line with its terrain and widths, from which legs are cut.
struct LineSpec {
    SourcePlace where;
    std::string name;
    CourseSpec course;
};

/// Who may run a leg which way.
enum class Traffic {
    one_way,    ///< one direction only
    separated,  ///< both, with cones between them
    shared,     ///< both, and the line between them moves with the crowds
};

/// A stretch of road that routes are made of: a piece of a line, or a straight road.
struct LegSpec {
    SourcePlace where;
    std::string name;
    std::string line;                ///< one of DaySpec::lines; empty: a straight road
    std::optional<double> from_m;    ///< on that line; none: its beginning
    std::optional<double> to_m;      ///< none: its end
    std::optional<double> length_m;  ///< of a straight road
    double grade = 0.0;              ///< of a straight road, rise over run
    std::optional<double> width_m;   ///< of a straight road; of a piece, instead of its sections
    Traffic traffic = Traffic::one_way;
    std::optional<double> forward_width_m;  ///< separated: for those who run it forward; none: half
};

enum class Direction { forward, back };

/// "bridge" or "bridge back" in a route.
struct RouteStepSpec {
    SourcePlace where;
    std::string leg;
    Direction direction = Direction::forward;
};

struct DayRaceSpec {
    SourcePlace where;
    std::string name;
    std::filesystem::path scenario;  ///< its course is put aside where there is a route
    std::optional<double> length_m;  ///< certified
    std::string colour;              ///< "#rrggbb"; empty: one of the page's own
    std::vector<RouteStepSpec>
        route;  ///< empty: its scenario's own course, matched with the others
};

enum class MergeRule {
    zip,       ///< one from each road in turn: equal parts of the width where all press
    priority,  ///< the road named takes what it needs, the others what is left
};

/// Where roads run into one: the beginning of a leg as it is run.
struct MergeSpec {
    SourcePlace where;
    RouteStepSpec into;
    MergeRule rule = MergeRule::zip;
    std::string first;  ///< leg that has priority
};

enum class CrossingRule {
    none,    ///< nobody holds anybody: allowed where the flows are never there together
    gaps,    ///< the second flow is let across where the first leaves a gap
    pulses,  ///< one flow after the other, for a while each
};

/// Where two roads cross on one level.
struct CrossingSpec {
    SourcePlace where;
    std::string name;
    std::string leg;    ///< of the flow that goes first
    double at_m = 0.0;  ///< on it, from its beginning forward
    std::string other_leg;
    double other_at_m = 0.0;
    CrossingRule rule = CrossingRule::none;
    double gap_s = 6.0;       ///< without anybody of the first flow, in which others are let across
    double pulse_s = 30.0;    ///< that one flow is let across
    double clearing_s = 4.0;  ///< after it, until the other one is
};

/// A station that serves every race that passes it.
struct DayStationSpec {
    SourcePlace where;
    std::string leg;
    StationSpec station;  ///< `at_m` on the leg, forward; sides as those see them who run forward
};

/// A place by name, for timetables.
struct PlaceSpec {
    SourcePlace where;
    std::string name;
    std::string leg;
    double at_m = 0.0;  ///< on the leg, forward
};

struct DaySpec {
    std::filesystem::path file;
    std::string name;
    std::vector<LineSpec> lines;
    std::vector<LegSpec> legs;
    std::vector<DayRaceSpec> races;
    std::vector<MergeSpec> merges;
    std::vector<CrossingSpec> crossings;
    std::vector<DayStationSpec> stations;
    std::vector<PlaceSpec> places;
    /// Lines of two races that are no farther apart are one road; of races without a route.
    double matching_tolerance_m = 15.0;
};

/// Whether a file says that it is a day: it begins with the key `gineste_day`, comments aside.
/// False where it cannot be read.
bool is_day_file(const std::filesystem::path& file);

/// Reads and checks a day; paths are relative to the folder of the file.
/// @throws InputError with every problem of the file, MissingInput
DaySpec load_day(const std::filesystem::path& file);

/// The scenario of each race, in order. Where a race has a route, the `course` of its scenario is
/// put aside: the road comes from the route, and `course.length_m` is the certified length or none.
/// @throws InputError, MissingInput
std::vector<Scenario> load_day_races(const DaySpec& day, const ScenarioOverrides& overrides = {});

}  // namespace gineste
