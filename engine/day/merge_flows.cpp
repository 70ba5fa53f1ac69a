// SPDX-License-Identifier: Apache-2.0
#include "day/merge_flows.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "core/text.hpp"
#include "day/merge_rule.hpp"
#include "day/nodes.hpp"
#include "day/sorted_times.hpp"

namespace gineste {
namespace {

constexpr double kWindowS = 600.0;

/// The ways onto a leg; none: from a start line.
using Sources = std::vector<std::optional<LegWay>>;

Sources sources_of(const DayNode& node, LegWay into) {
    Sources sources;
    for (const LegWay way : node.ways_in(into)) sources.push_back(way);
    if (!node.starters(into).empty()) sources.push_back(std::nullopt);
    return sources;
}

// Times at which runners came one way onto a leg, in order.
std::vector<double> times_through(const DayNode& node, std::optional<LegWay> from, LegWay into,
                                  const std::vector<RunnerTimes>& races) {
    std::vector<double> times_s;
    for (const NodePass& pass : node.passes) {
        if (pass.in != from || pass.out != into) continue;
        const std::vector<double> more_s = races[pass.race].all_s(pass.at_m);
        times_s.insert(times_s.end(), more_s.begin(), more_s.end());
    }
    std::sort(times_s.begin(), times_s.end());
    return times_s;
}

// How many lie in the window.
std::size_t count_within(const std::vector<double>& sorted_s, double begin_s, double length_s) {
    const auto begin = std::lower_bound(sorted_s.begin(), sorted_s.end(), begin_s);
    const auto end = std::lower_bound(begin, sorted_s.end(), begin_s + length_s);
    return static_cast<std::size_t>(end - begin);
}

void find_busiest(MergeRecord& record, const std::vector<std::vector<double>>& by_stream) {
    std::vector<double> all_s;
    for (const auto& times_s : by_stream) all_s.insert(all_s.end(), times_s.begin(), times_s.end());
    std::sort(all_s.begin(), all_s.end());
    const BusiestWindow busiest = busiest_window(all_s, kWindowS);
    record.busiest_s = busiest.begin_s;
    record.busiest_per_min = static_cast<double>(busiest.count) / (kWindowS / 60.0);
    if (busiest.count == 0) return;
    for (std::size_t k = 0; k < by_stream.size(); ++k) {
        const std::size_t part = count_within(by_stream[k], busiest.begin_s, kWindowS);
        record.streams[k].busiest_share =
            static_cast<double>(part) / static_cast<double>(busiest.count);
    }
}

// "bridge back", "start of half, 10 km"
std::string source_text(const DaySpec& day, const Network& network, const DayNode& node,
                        std::optional<LegWay> from, LegWay into) {
    if (from) return way_text(network, *from);
    std::vector<std::string> names;
    for (const std::size_t race : node.starters(into)) names.push_back(day.races[race].name);
    return "start of " + joined(names, ", ");
}

MergeRecord record_of(const DayNode& node, LegWay into, const DaySpec& day, const Network& network,
                      const std::vector<RunnerTimes>& races) {
    MergeRecord record;
    record.into = way_text(network, into);
    Sources sources = sources_of(node, into);
    const MergeSpec* spec = merge_spec(day, network, into);
    if (spec != nullptr) record.rule = spec->rule;
    std::stable_partition(sources.begin(), sources.end(), [&](std::optional<LegWay> way) {
        return goes_first(spec, network, way);
    });
    std::vector<std::vector<double>> by_stream;
    for (const std::optional<LegWay> from : sources) {
        by_stream.push_back(times_through(node, from, into, races));
        record.streams.push_back(
            {source_text(day, network, node, from, into), by_stream.back().size(), 0.0});
    }
    find_busiest(record, by_stream);
    return record;
}

}  // namespace

std::vector<MergeRecord> merge_flows(const DaySpec& day, const Network& network,
                                     const std::vector<RunnerTimes>& races) {
    std::vector<MergeRecord> records;
    for (const DayNode& node : day_nodes(network)) {
        for (const LegWay into : node.ways_out()) {
            if (sources_of(node, into).size() < 2) continue;
            records.push_back(record_of(node, into, day, network, races));
        }
    }
    return records;
}

}  // namespace gineste
