// SPDX-License-Identifier: Apache-2.0
// Which stretches of a line run on a road that is there already. Every sample looks for samples of
// earlier roads nearby that head its way or the opposite one; what goes on from sample to sample is
// a track; of the tracks the longest are taken first.
#include "course/line_match.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "course/line_tracks.hpp"

namespace gineste {
namespace {

constexpr std::size_t kChord = 6;      // samples: 30 m, so that 5 m of noise turn it by 7°
constexpr std::size_t kShortest = 20;  // 100 m
constexpr std::size_t kTip = 24;       // 120 m: a turn round a cone or a roundabout
constexpr std::size_t kGap = 12;       // 60 m between two matches that are one way
constexpr std::size_t kSliver = 6;     // 30 m at the start and finish
constexpr long kSlip = 8;              // 40 m that a match may slip along its road

std::size_t length_of(const LineMatch& match) { return match.end - match.begin; }

// Long enough, and as long on the road as on the line: what is not is a knot of loops.
bool is_match(const LineMatch& track) {
    const auto [from, to] = std::minmax(track.road_begin, track.road_end);
    const std::size_t road = to - from;
    const std::size_t line = length_of(track);
    return line >= kShortest && 4 * road >= 3 * line && 3 * road <= 4 * line;
}

// The part from one sample to another, both within it.
LineMatch part_of(const LineMatch& match, std::size_t begin, std::size_t end) {
    const auto road_at = [&](std::size_t k) {
        const double share =
            static_cast<double>(k - match.begin) / static_cast<double>(length_of(match));
        const auto from = static_cast<double>(match.road_begin);
        const auto to = static_cast<double>(match.road_end);
        return static_cast<std::size_t>(std::lround(from + share * (to - from)));
    };
    return {begin, end, match.line, road_at(begin), road_at(end)};
}

// What is left of a match beside one that is taken.
void keep_beside(const LineMatch& match, const LineMatch& taken, std::vector<LineMatch>& left) {
    if (match.end <= taken.begin || match.begin >= taken.end) {
        left.push_back(match);
        return;
    }
    if (match.begin + kShortest <= taken.begin) {
        left.push_back(part_of(match, match.begin, taken.begin));
    }
    if (taken.end + kShortest <= match.end) {
        left.push_back(part_of(match, taken.end, match.end));
    }
}

std::vector<LineMatch> longest_first(std::vector<LineMatch> open) {
    std::vector<LineMatch> taken;
    while (!open.empty()) {
        const auto longest =
            std::min_element(open.begin(), open.end(), [](const auto& a, const auto& b) {
                return std::tuple(b.end - b.begin, a.line, a.begin) <
                       std::tuple(a.end - a.begin, b.line, b.begin);
            });
        taken.push_back(*longest);
        open.erase(longest);
        std::vector<LineMatch> left;
        for (const LineMatch& match : open) keep_beside(match, taken.back(), left);
        open = std::move(left);
    }
    std::sort(taken.begin(), taken.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return taken;
}

std::size_t moved(std::size_t sample, long by, std::size_t last) {
    return static_cast<std::size_t>(
        std::clamp(static_cast<long>(sample) + by, 0L, static_cast<long>(last)));
}

class Closer {
  public:
    Closer(const std::vector<MatchLine>& lines, std::size_t k) : lines_(lines), k_(k) {}

    std::vector<LineMatch> closed(const std::vector<LineMatch>& matches) const {
        std::vector<LineMatch> closed;
        for (LineMatch match : matches) {
            start_at_turn(match, closed);
            if (closed.empty()) {
                if (match.begin <= kSliver) reach_back(match, match.begin);
            } else if (goes_on(closed.back(), match)) {
                closed.back().end = match.end;
                closed.back().road_end = match.road_end;
                continue;
            } else if (match.begin - closed.back().end <= kGap) {
                const std::size_t gap = match.begin - closed.back().end;
                reach_on(closed.back(), gap / 2);
                reach_back(match, match.begin - closed.back().end);
            }
            closed.push_back(match);
        }
        const std::size_t last = lines_[k_].at.size() - 1;
        if (!closed.empty() && last - closed.back().end <= kSliver) {
            reach_on(closed.back(), last - closed.back().end);
        }
        return closed;
    }

  private:
    // Where a line turned back, the headings agree only some way behind the turn.
    void start_at_turn(LineMatch& match, const std::vector<LineMatch>& before) const {
        const bool is_turn =
            match.line == k_ && match.sign() < 0 && match.begin - match.road_begin <= kTip;
        if (!is_turn) return;
        const std::size_t turn = (match.begin + match.road_begin) / 2;
        if (!before.empty() && before.back().end > turn) return;
        match.begin = match.road_begin = turn;
    }
    bool goes_on(const LineMatch& first, const LineMatch& second) const {
        if (first.line != second.line || first.sign() != second.sign()) return false;
        if (second.begin - first.end > kGap) return false;
        const long step = static_cast<long>(second.begin) - static_cast<long>(first.end);
        const long road_step =
            (static_cast<long>(second.road_begin) - static_cast<long>(first.road_end)) *
            first.sign();
        return std::abs(road_step - step) <= kSlip;
    }
    void reach_on(LineMatch& match, std::size_t by) const {
        match.end += by;
        match.road_end =
            moved(match.road_end, match.sign() * static_cast<long>(by), last_of(match));
    }
    void reach_back(LineMatch& match, std::size_t by) const {
        const std::size_t road_begin =
            moved(match.road_begin, -match.sign() * static_cast<long>(by), last_of(match));
        if (match.line == k_ && road_begin > match.begin - by) return;
        match.begin -= by;
        match.road_begin = road_begin;
    }
    std::size_t last_of(const LineMatch& match) const { return lines_[match.line].at.size() - 1; }

    const std::vector<MatchLine>& lines_;
    std::size_t k_;
};

// A second and a third lap in one: each is to run on roads that were there before it.
void append_laps(LineMatch match, std::size_t k, std::vector<LineMatch>& matches) {
    while (match.line == k && match.sign() > 0 && match.road_end > match.begin) {
        const std::size_t lap = match.begin - match.road_begin;
        matches.push_back(part_of(match, match.begin, match.begin + lap));
        match = part_of(match, match.begin + lap, match.end);
    }
    matches.push_back(match);
}

}  // namespace

MatchLine::MatchLine(std::vector<MapPlace> places) : at(std::move(places)) {
    for (std::size_t k = 0; k < at.size(); ++k) {
        const MapPlace from = at[k < kChord ? 0 : k - kChord];
        const MapPlace to = at[std::min(k + kChord, at.size() - 1)];
        heading_rad.push_back(std::atan2(to.north_m - from.north_m, to.east_m - from.east_m));
    }
}

std::vector<LineMatch> matches_of(const std::vector<MatchLine>& lines, std::size_t k,
                                  double tolerance_m) {
    std::vector<LineMatch> open;
    for (const LineMatch& track : tracks_of(lines, k, tolerance_m)) {
        if (is_match(track)) open.push_back(track);
    }
    std::vector<LineMatch> matches;
    for (const LineMatch& match : Closer(lines, k).closed(longest_first(std::move(open)))) {
        append_laps(match, k, matches);
    }
    return matches;
}

}  // namespace gineste
