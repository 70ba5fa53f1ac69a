// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>

#include "core/text.hpp"
#include "course/aligned_rows.hpp"
#include "course/joints.hpp"
#include "course/leg_users.hpp"
#include "course/network_text.hpp"
#include "course/smooth.hpp"

namespace gineste {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string km(double metres) { return fmt::format("{:.3f}", metres / 1000.0); }

std::string leg_table(const DaySpec& day, const Network& network) {
    const auto users = leg_users(network);
    Rows rows{{"leg", "km", "width m", "mean", "climb m", "descent m", "traffic", "run by"}};
    for (std::size_t k = 0; k < network.legs.size(); ++k) {
        const Leg& leg = network.legs[k];
        const double mean_m = std::accumulate(leg.width_m.begin(), leg.width_m.end(), 0.0) /
                              static_cast<double>(leg.width_m.size());
        const double climb_m = climb_of(leg.elevation_m);
        const double rise_m = leg.elevation_m.back() - leg.elevation_m.front();
        rows.push_back({leg.name, km(leg.length_m),
                        fmt::format("{:.1f}", *std::min_element(leg.width_m.begin(),  //
                                                                leg.width_m.end())),
                        fmt::format("{:.1f}", mean_m), fmt::format("{:.0f}", climb_m),
                        fmt::format("{:.0f}", std::max(0.0, climb_m - rise_m)),
                        traffic_word(network.traffic[k]),
                        users[k].empty() ? "nobody" : users_text(users[k], day)});
    }
    return aligned_rows(rows, "lrrrrrll");
}

std::string route_table(const DayRaceSpec& race, const Network& network, const Route& route) {
    std::string text = fmt::format(
        "{}: {} km{}, climb {:.0f} m, descent {:.0f} m\n", race.name, km(route.course.length_m()),
        race.length_m ? " as certified" : "", route.course.climb_m(), route.course.descent_m());
    Rows rows{{"from km", "to km", "leg"}};
    for (std::size_t k = 0; k < route.steps.size(); ++k) {
        const RouteStep& step = route.steps[k];
        rows.push_back({km(step.begin_m), km(route.end_m(k)),
                        run_leg_name(network, step.leg, step.direction)});
    }
    return text + aligned_rows(rows, "rrl");
}

std::string races_text(const std::vector<std::size_t>& races, const DaySpec& day) {
    std::vector<std::string> names;
    for (const std::size_t race : races) names.push_back(day.races[race].name);
    return joined(names, ", ");
}

std::string branches_text(const Joint& joint, const DaySpec& day, const Network& network) {
    std::vector<std::string> words;
    for (const JointBranch& branch : joint.branches) {
        words.push_back(fmt::format("{} ({})",
                                    run_leg_name(network, branch.leg.leg, branch.leg.direction),
                                    races_text(branch.races, day)));
    }
    return joined(words, ", ");
}

// How runners give way where roads run into this leg, if the day says so.
std::string merge_rule(const Joint& joint, const DaySpec& day, const Network& network) {
    for (const MergeSpec& merge : day.merges) {
        if (merge.into.leg != network.legs[joint.leg.leg.value].name) continue;
        if (merge.into.direction != joint.leg.direction) continue;
        return merge.rule == MergeRule::zip ? "; they zip" : "; first: " + merge.first;
    }
    return "";
}

std::string joint_table(const DaySpec& day, const Network& network) {
    Rows rows;
    for (const Joint& joint : joints_of(network)) {
        const std::string name = run_leg_name(network, joint.leg.leg, joint.leg.direction);
        if (joint.kind == Joint::Kind::turn_back) {
            const std::string races = races_text(joint.branches.front().races, day);
            rows.push_back({"turn-back", "at the end of " + name, races});
        } else {
            const bool is_merge = joint.kind == Joint::Kind::merge;
            rows.push_back({is_merge ? "merge" : "split",
                            fmt::format("{} {}", is_merge ? "into" : "after", name),
                            (is_merge ? "from " : "to ") + branches_text(joint, day, network) +
                                (is_merge ? merge_rule(joint, day, network) : "")});
        }
    }
    return rows.empty() ? "" : "where ways meet and part\n" + aligned_rows(rows, "lll") + "\n";
}

std::string crossing_table(const DaySpec& day, const Network& network) {
    static const std::array<const char*, 3> rules{"nobody holds anybody", "across in gaps",
                                                  "across in pulses"};
    Rows rows;
    for (const CrossingSpec& crossing : day.crossings) {
        rows.push_back({crossing.name, fmt::format("{} at {} km", crossing.leg, km(crossing.at_m)),
                        fmt::format("{} at {} km", crossing.other_leg, km(crossing.other_at_m)),
                        rules[static_cast<std::size_t>(crossing.rule)]});
    }
    for (const MetOnMap& met : network.unnamed_crossings) {
        rows.push_back(
            {"(no name)",
             fmt::format("{} at {} km", network.legs[met.leg.value].name, km(met.at_m)),
             fmt::format("{} at {} km", network.legs[met.other.value].name, km(met.other_at_m)),
             "no rule"});
    }
    if (rows.empty()) return "";
    const char* advice = network.unnamed_crossings.empty()
                             ? ""
                             : "  Name each under `crossings`; its rule is `none` if one road is a "
                               "bridge.\n";
    return "crossings\n" + aligned_rows(rows, "llll") + advice + "\n";
}

}  // namespace

std::string network_table(const DaySpec& day, const Network& network) {
    std::string text = day.name.empty() ? "" : day.name + "\n\n";
    text += leg_table(day, network) + "\n";
    for (std::size_t k = 0; k < day.races.size(); ++k) {
        text += route_table(day.races[k], network, network.routes[k]) + "\n";
    }
    text += joint_table(day, network) + crossing_table(day, network);
    for (const std::string& remark : network.remarks) text += "Remark: " + remark + "\n";
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace gineste
