// SPDX-License-Identifier: Apache-2.0
#include "day/sight.hpp"

#include "day/leg_run.hpp"

namespace gineste {
namespace {

constexpr double kBodyLonger = 1.5;  // m beyond the place where roads part

using Runs = std::vector<LegRun>;

// Whether the legs before are shared as well: then the stretch began there.
bool goes_on_from_before(const Runs& own, std::size_t i, const Runs& theirs, std::size_t j) {
    return i > 0 && j > 0 && own[i - 1].is_same_way(theirs[j - 1]);
}

// The two runs that end the stretch which begins with these.
std::size_t shared_legs(const Runs& own, std::size_t i, const Runs& theirs, std::size_t j) {
    std::size_t count = 1;
    while (i + count < own.size() && j + count < theirs.size() &&
           own[i + count].is_same_way(theirs[j + count])) {
        ++count;
    }
    return count;
}

Sight sight_of(const Runs& own, std::size_t i, const Runs& theirs, std::size_t j) {
    const std::size_t count = shared_legs(own, i, theirs, j);
    const LegRun& last = own[i + count - 1];
    Sight sight{own[i].race, theirs[j].race, -kBeyond, kBeyond, 0, i, j, false};
    sight.shift = place_of(own[i].begin_m) - place_of(theirs[j].begin_m);
    const bool same_line = i == 0 && j == 0;
    if (!same_line) sight.from = place_of(own[i].begin_m - kSideBySide);
    const bool same_finish = last.is_last && theirs[j + count - 1].is_last;
    if (!same_finish) sight.to = place_of(last.end_m + kBodyLonger);
    // One and the same answer for both: the first race, and who has run farther of one race.
    sight.ahead_if_level = sight.race == sight.other ? sight.shift < 0 : sight.other < sight.race;
    return sight;
}

void add_sights(const Runs& own, const Runs& theirs, std::vector<Sight>& all) {
    const bool same = own.front().race == theirs.front().race;
    for (std::size_t i = 0; i < own.size(); ++i) {
        for (std::size_t j = 0; j < theirs.size(); ++j) {
            if (same && i == j) continue;
            if (!own[i].is_same_way(theirs[j])) continue;
            if (!goes_on_from_before(own, i, theirs, j)) {
                all.push_back(sight_of(own, i, theirs, j));
            }
        }
    }
}

}  // namespace

std::vector<Sight> sights(const Network& network) {
    const std::vector<Runs> runs = leg_runs(network);
    std::vector<Sight> all;
    for (const Runs& own : runs) {
        for (const Runs& theirs : runs) {
            if (!own.empty() && !theirs.empty()) add_sights(own, theirs, all);
        }
    }
    return all;
}

}  // namespace gineste
