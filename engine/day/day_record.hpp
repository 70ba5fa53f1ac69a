// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "course/network.hpp"
#include "observers/record.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {

// Times are seconds after the first gun of the day, NaN for what did not happen. Races, legs,
// merges and crossings are told by their index in the day.

/// One race on its own part of the day.
struct DayRaceRecord {
    std::string name;
    std::string colour;  ///< "#rrggbb"; empty: the page's own
    double first_gun_s = 0.0;
    double length_m = 0.0;
    std::size_t entrants = 0;
    std::size_t started = 0;
    std::size_t finished = 0;
    double first_finish_s = 0.0;
    double median_finish_s = 0.0;
    double last_finish_s = 0.0;
    double lost_median_s = 0.0;  ///< to other runners, of those who finished
    double lost_p95_s = 0.0;
};

/// One time that a race runs a leg.
struct LegPass {
    std::size_t race = 0;
    std::size_t step = 0;  ///< of its route
    Direction direction = Direction::forward;
    double begin_m = 0.0;       ///< chainage of the race where it comes onto the leg
    double first_s = 0.0;       ///< over the beginning
    double last_s = 0.0;        ///< over the end
    std::size_t runners = 0;    ///< who came onto it
    double peak_per_min = 0.0;  ///< most over the end of the leg in a minute
    /// Over the end of the leg as it is run, by minute: entry k covers [k, k+1) minutes. Ends with
    /// the minute of the last.
    std::vector<std::uint32_t> out_per_min;
};

/// A leg, and who was on it where and when. Cells of `runner_s` are time spent, runners · seconds:
/// [(pass · segments + segment) · intervals + interval]; segments count from the leg's beginning as
/// run forward, interval k covers [k, k+1) · interval_s. Kept only of legs with more than one pass.
struct LegRecord {
    std::string name;
    double length_m = 0.0;
    Traffic traffic = Traffic::one_way;
    std::vector<LegPass> passes;  ///< by first_s
    double segment_m = 100.0;
    double interval_s = 60.0;
    std::size_t segments = 0;
    std::size_t intervals = 0;
    std::vector<float> runner_s;
    std::vector<float> area_m2;        ///< of each segment, whole width
    double peak_density_per_m2 = 0.0;  ///< of all passes together, in one segment and minute
    double peak_at_m = 0.0;            ///< middle of that segment
    double peak_s = 0.0;               ///< beginning of that minute
};

/// Two passes of a leg that were there at the same time; of one race where it laps itself.
struct MeetingRecord {
    std::size_t leg = 0;
    std::size_t pass = 0;  ///< index in LegRecord::passes
    std::size_t other = 0;
    bool same_direction = true;
    double first_s = 0.0;     ///< the first minute in which both were in one segment ...
    double first_at_m = 0.0;  ///< ... and the middle of it, on the leg
    double last_s = 0.0;
    double last_at_m = 0.0;
    double peak_s = 0.0;  ///< the minute and segment with most runners of both
    double peak_at_m = 0.0;
    double peak_density_per_m2 = 0.0;  ///< of the two, there and then
    double share = 0.0;                ///< of that density, of the first
    std::size_t met = 0;  ///< runners of `pass` who were in a segment together with the other
    std::size_t other_met = 0;
    std::uint64_t overtakes = 0;        ///< by runners of `pass` of the other's; same direction
    std::uint64_t other_overtakes = 0;  ///< the other way round
};

/// A race at a place of the network: the beginning and end of a leg, a crossing, a named place.
struct PlacePassRecord {
    std::size_t race = 0;
    double at_m = 0.0;  ///< of the race
    double first_s = 0.0;
    double median_s = 0.0;
    double last_s = 0.0;
    std::size_t runners = 0;
};
struct PlaceRecord {
    enum class Kind { start, joint, merge, split, turn, crossing, finish, named };
    Kind kind = Kind::named;
    std::string name;
    std::vector<PlacePassRecord> passes;  ///< by first_s
};

/// What came through a merge.
struct MergeRecord {
    std::string into;  ///< leg
    MergeRule rule = MergeRule::zip;
    struct Stream {
        std::string from;  ///< leg, or "start of " and the races that start there; priority first
        std::size_t runners = 0;
        double busiest_share =
            0.0;  ///< of those who came through in the busiest ten minutes of all
    };
    std::vector<Stream> streams;
    double busiest_per_min = 0.0;  ///< runners a minute, over those ten minutes
    double busiest_s = 0.0;        ///< their beginning
};

/// What a crossing cost.
struct CrossingRecord {
    std::string name;
    CrossingRule rule = CrossingRule::none;
    struct Flow {
        std::string leg;
        std::size_t runners = 0;   ///< who crossed
        std::size_t held = 0;      ///< of them, who stood before it
        double held_mean_s = 0.0;  ///< of those
        double held_most_s = 0.0;
        double first_s = 0.0;
        double last_s = 0.0;
    };
    std::vector<Flow> flows;   ///< two
    std::size_t releases = 0;  ///< times that the second flow was let across
    std::size_t at_once = 0;   ///< minutes in which both flows crossed; where there is no rule
};

/// What the races have left together.
struct DayRecord {
    std::string name;
    std::string file;
    std::string zone;
    double first_gun_instant_s = 0.0;  ///< seconds since the epoch
    bool complete = true;
    std::vector<DayRaceRecord> races;
    std::vector<LegRecord> legs;
    std::vector<MeetingRecord> meetings;  ///< by first_s
    std::vector<PlaceRecord> places;
    std::vector<MergeRecord> merges;
    std::vector<CrossingRecord> crossings;
    std::vector<std::string> remarks;         ///< of the network
    std::vector<std::uint64_t> state_hashes;  ///< by race
};

/// What crossings held, as the day itself saw it; by crossing and flow.
struct HoldNotes {
    struct Flow {
        std::size_t held = 0;
        double held_sum_s = 0.0;
        double held_most_s = 0.0;
    };
    std::vector<Flow> flows;
    std::size_t releases = 0;
};

/// Reads off the races' records what concerns them together. `starts_s`: first gun of each race
/// after that of the day. `holds`: by crossing.
DayRecord day_record(const DaySpec& day, const Network& network, const std::vector<Record>& races,
                     const std::vector<double>& starts_s, const std::vector<HoldNotes>& holds);

}  // namespace gineste
