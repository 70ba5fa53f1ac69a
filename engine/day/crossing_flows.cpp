// SPDX-License-Identifier: Apache-2.0
#include "day/crossing_flows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>

#include "core/contract.hpp"
#include "core/no_value.hpp"
#include "day/places_of_day.hpp"
#include "day/sorted_times.hpp"

namespace gineste {
namespace {

// Times of everybody over a place of a leg, in order.
std::vector<double> times_over(const Network& network, const std::vector<RunnerTimes>& races,
                               const std::string& leg, double at_m) {
    std::vector<double> times_s;
    for (const RouteSpot spot : spots_on_routes(network, leg, at_m)) {
        const std::vector<double> more_s = races[spot.race].all_s(spot.at_m);
        times_s.insert(times_s.end(), more_s.begin(), more_s.end());
    }
    std::sort(times_s.begin(), times_s.end());
    return times_s;
}

CrossingRecord::Flow flow_of(const std::string& leg, const std::vector<double>& times_s,
                             const HoldNotes::Flow& notes) {
    CrossingRecord::Flow flow{leg, times_s.size(), notes.held, kNaN, kNaN, kNaN, kNaN};
    if (notes.held > 0) {
        flow.held_mean_s = notes.held_sum_s / static_cast<double>(notes.held);
        flow.held_most_s = notes.held_most_s;
    }
    if (times_s.empty()) return flow;
    flow.first_s = times_s.front();
    flow.last_s = times_s.back();
    return flow;
}

std::size_t minutes_at_once(const std::vector<double>& times_s,
                            const std::vector<double>& others_s) {
    const std::vector<long long> minutes = minutes_of(times_s);
    const std::vector<long long> others = minutes_of(others_s);
    std::vector<long long> both;
    std::set_intersection(minutes.begin(), minutes.end(), others.begin(), others.end(),
                          std::back_inserter(both));
    return both.size();
}

HoldNotes::Flow notes_of(const HoldNotes& holds, std::size_t flow) {
    return flow < holds.flows.size() ? holds.flows[flow] : HoldNotes::Flow{};
}

std::string minutes_words(std::size_t minutes) {
    return minutes == 1 ? "1 minute" : fmt::format("{} minutes", minutes);
}

}  // namespace

std::vector<CrossingRecord> crossing_flows(const DaySpec& day, const Network& network,
                                           const std::vector<RunnerTimes>& races,
                                           const std::vector<HoldNotes>& holds) {
    EXPECT(holds.size() == day.crossings.size());
    std::vector<CrossingRecord> records;
    for (std::size_t k = 0; k < day.crossings.size(); ++k) {
        const CrossingSpec& spec = day.crossings[k];
        const auto times_s = times_over(network, races, spec.leg, spec.at_m);
        const auto others_s = times_over(network, races, spec.other_leg, spec.other_at_m);
        CrossingRecord record;
        record.name = spec.name;
        record.rule = spec.rule;
        record.flows = {flow_of(spec.leg, times_s, notes_of(holds[k], 0)),
                        flow_of(spec.other_leg, others_s, notes_of(holds[k], 1))};
        record.releases = holds[k].releases;
        if (spec.rule == CrossingRule::none) record.at_once = minutes_at_once(times_s, others_s);
        records.push_back(record);
    }
    return records;
}

std::vector<std::string> crossing_remarks(const Network& network,
                                          const std::vector<RunnerTimes>& races,
                                          const std::vector<CrossingRecord>& crossings) {
    std::vector<std::string> remarks;
    for (const CrossingRecord& crossing : crossings) {
        if (crossing.at_once == 0) continue;
        remarks.push_back(fmt::format(
            "Runners of both roads came over the crossing '{}' in the same {}, and no rule says "
            "who waits. Give it 'rule: gaps' or 'rule: pulses'.",
            crossing.name, minutes_words(crossing.at_once)));
    }
    for (const MetOnMap& met : network.unnamed_crossings) {
        const std::string& leg = network.legs[met.leg.value].name;
        const std::string& other = network.legs[met.other.value].name;
        const std::size_t minutes =
            minutes_at_once(times_over(network, races, leg, met.at_m),
                            times_over(network, races, other, met.other_at_m));
        if (minutes == 0) continue;
        remarks.push_back(fmt::format(
            "The legs '{}' at {:.0f} m and '{}' at {:.0f} m cross on the map, and runners of both "
            "came by in the same {}. Name the crossing under 'crossings', with a rule.",
            leg, met.at_m, other, met.other_at_m, minutes_words(minutes)));
    }
    return remarks;
}

}  // namespace gineste
