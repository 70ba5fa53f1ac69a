// SPDX-License-Identifier: Apache-2.0
#include "course/line_tracks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <optional>
#include <tuple>
#include <utility>

namespace gineste {
namespace {

constexpr double kParallel = 35.0 * std::numbers::pi / 180.0;
constexpr std::size_t kShortestLap = 40;  // samples, 200 m
constexpr std::size_t kShortestTurn = 2;
constexpr std::size_t kLongestGap = 10;  // 50 m
constexpr std::size_t kOnePass = 3;      // samples of a road nearer to each other are one pass
constexpr long kTrackSlip = 5;           // 25 m from where a track is expected on its road
constexpr double kCloseEnough_m = 3.0;   // apart, at the ends of a track
constexpr std::size_t kTurnSamples = 4;  // of a line that turns back, left beside each other
constexpr int kLongestEnd = 12;          // 60 m, on which headings differ and the road is the same

/// A sample of a road near a sample of the line.
struct NearSample {
    std::size_t line = 0;
    int sign = 1;
    std::size_t sample = 0;
    double apart = 0.0;  // m
};

/// Samples by squares as wide as the tolerance.
class SampleGrid {
  public:
    SampleGrid(const std::vector<MatchLine>& lines, std::size_t last, double cell_m)
        : lines_(lines), cell_m_(cell_m) {
        for (std::size_t line = 0; line <= last; ++line) {
            for (std::size_t k = 0; k < lines[line].at.size(); ++k) {
                cells_[cell_of(lines[line].at[k])].push_back({line, k});
            }
        }
    }

    // Those along which sample k of a line runs, one for each pass of a road, the nearest of it.
    std::vector<NearSample> near(std::size_t line, std::size_t k) const {
        std::vector<NearSample> all;
        const auto [x, y] = cell_of(lines_[line].at[k]);
        for (long i = x - 1; i <= x + 1; ++i) {
            for (long j = y - 1; j <= y + 1; ++j) {
                const auto cell = cells_.find({i, j});
                if (cell == cells_.end()) continue;
                for (const auto& [other, sample] : cell->second) {
                    add(line, k, other, sample, all);
                }
            }
        }
        return nearest_of_each_pass(std::move(all));
    }

  private:
    std::pair<long, long> cell_of(MapPlace at) const {
        return {std::lround(std::floor(at.east_m / cell_m_)),
                std::lround(std::floor(at.north_m / cell_m_))};
    }
    void add(std::size_t line, std::size_t k, std::size_t other, std::size_t sample,
             std::vector<NearSample>& all) const {
        const double apart = apart_m(lines_[line].at[k], lines_[other].at[sample]);
        if (apart > cell_m_) return;
        const double turn =
            std::abs(std::remainder(lines_[line].heading_rad[k] - lines_[other].heading_rad[sample],
                                    2.0 * std::numbers::pi));
        const bool is_same = turn <= kParallel;
        if (!is_same && turn < std::numbers::pi - kParallel) return;
        if (line == other && sample + (is_same ? kShortestLap : kShortestTurn) > k) return;
        all.push_back({other, is_same ? 1 : -1, sample, apart});
    }
    static std::vector<NearSample> nearest_of_each_pass(std::vector<NearSample> all) {
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return std::tie(a.line, a.sign, a.sample) < std::tie(b.line, b.sign, b.sample);
        });
        std::vector<NearSample> nearest;
        std::size_t last = 0;  // sample looked at before
        for (const NearSample& one : all) {
            const bool is_one_pass = !nearest.empty() && nearest.back().line == one.line &&
                                     nearest.back().sign == one.sign &&
                                     one.sample <= last + kOnePass;
            if (!is_one_pass) {
                nearest.push_back(one);
            } else if (one.apart < nearest.back().apart) {
                nearest.back() = one;
            }
            last = one.sample;
        }
        return nearest;
    }

    const std::vector<MatchLine>& lines_;
    double cell_m_;
    std::map<std::pair<long, long>, std::vector<std::pair<std::size_t, std::size_t>>> cells_;
};

/// What goes on from sample to sample.
struct Track {
    std::size_t begin = 0;
    std::vector<NearSample> samples;  // one after the other from `begin` on; infinitely far: a gap

    std::size_t end() const { return begin + samples.size() - 1; }
    const NearSample& last() const { return samples.back(); }

    // How far along its road, in samples, from where it is expected; none where that is too far.
    std::optional<long> slip(const NearSample& one, std::size_t k) const {
        if (one.line != last().line || one.sign != last().sign) return std::nullopt;
        const long expected = static_cast<long>(last().sample) +
                              one.sign * (static_cast<long>(k) - static_cast<long>(end()));
        const long slipped = std::abs(static_cast<long>(one.sample) - expected);
        return slipped <= kTrackSlip ? std::optional(slipped) : std::nullopt;
    }
    // Takes the sample that is the nearest to where it is expected.
    void go_on(const std::vector<NearSample>& near, std::size_t k) {
        const NearSample* best = nullptr;
        for (const NearSample& one : near) {
            const auto slipped = slip(one, k);
            if (slipped && (best == nullptr || *slipped < *slip(*best, k))) best = &one;
        }
        if (best != nullptr) take(*best, k);
    }
    void take(const NearSample& one, std::size_t k) {
        NearSample gap = last();
        gap.apart = std::numeric_limits<double>::infinity();
        while (end() + 1 < k) samples.push_back(gap);
        samples.push_back(one);
    }
    // How far apart the two mostly are: but for one sample in twenty.
    double mostly_apart_m() const {
        std::vector<double> apart;
        for (const NearSample& one : samples) {
            if (std::isfinite(one.apart)) apart.push_back(one.apart);
        }
        const auto mostly = apart.begin() + static_cast<std::ptrdiff_t>(apart.size() * 19 / 20);
        std::nth_element(apart.begin(), mostly, apart.end());
        return std::max(*mostly, kCloseEnough_m);
    }
    // From the first to the last sample that is as close to the road.
    LineMatch match(double close_m) const {
        const auto is_close = [&](const NearSample& one) { return one.apart <= close_m; };
        const auto first = std::find_if(samples.begin(), samples.end(), is_close);
        const auto final = std::find_if(samples.rbegin(), samples.rend(), is_close);
        const auto before = static_cast<std::size_t>(first - samples.begin());
        const auto behind = static_cast<std::size_t>(final - samples.rbegin());
        return {begin + before, end() - behind, first->line, first->sample, final->sample};
    }
};

// Headings differ already some way before two roads part, because they are those of chords: the
// ends of a track go on as long as the two are near each other.
class Lengthener {
  public:
    Lengthener(const std::vector<MatchLine>& lines, std::size_t k, double tolerance_m)
        : lines_(lines), k_(k), tolerance_m_(tolerance_m) {}

    void lengthen(Track& track) const {
        for (int k = 0; k < kLongestEnd; ++k) {
            const auto one = beyond(track.end() + 1, track.last(), track.last().sign);
            if (!one) break;
            track.samples.push_back(*one);
        }
        for (int k = 0; k < kLongestEnd && track.begin > 0; ++k) {
            const NearSample& first = track.samples.front();
            const auto one = beyond(track.begin - 1, first, -first.sign);
            if (!one) break;
            track.samples.insert(track.samples.begin(), *one);
            --track.begin;
        }
    }

  private:
    // The sample of the road next to that sample of the line, a step on from `from`.
    std::optional<NearSample> beyond(std::size_t sample, const NearSample& from, int step) const {
        const bool is_own = from.line == k_;
        const bool has_turned = is_own && from.sign < 0 && sample <= from.sample + kTurnSamples;
        if (has_turned || sample >= lines_[k_].at.size()) return std::nullopt;
        const std::vector<MapPlace>& road = lines_[from.line].at;
        NearSample best = from;
        best.apart = tolerance_m_;
        bool is_found = false;
        for (long on = 0; on <= kTrackSlip; ++on) {  // never back along the road
            const long at = static_cast<long>(from.sample) + step * on;
            if (at < 0 || at >= static_cast<long>(road.size())) continue;
            const auto other = static_cast<std::size_t>(at);
            const std::size_t before = from.sign > 0 ? kShortestLap : kShortestTurn;
            if (is_own && other + before > sample) continue;
            const double apart = apart_m(lines_[k_].at[sample], road[other]);
            if (apart >= best.apart) continue;
            best.sample = other;
            best.apart = apart;
            is_found = true;
        }
        return is_found ? std::optional(best) : std::nullopt;
    }

    const std::vector<MatchLine>& lines_;
    std::size_t k_;
    double tolerance_m_;
};

}  // namespace

std::vector<LineMatch> tracks_of(const std::vector<MatchLine>& lines, std::size_t k,
                                 double tolerance_m) {
    const SampleGrid grid(lines, k, tolerance_m);
    const Lengthener lengthener(lines, k, tolerance_m);
    std::vector<Track> open;
    std::vector<LineMatch> found;
    const auto close = [&](std::size_t sample) {
        const auto is_over = [&](const Track& track) { return track.end() + kLongestGap < sample; };
        for (Track& track : open) {
            if (!is_over(track)) continue;
            const double close_m = track.mostly_apart_m();
            lengthener.lengthen(track);
            found.push_back(track.match(close_m));
        }
        open.erase(std::remove_if(open.begin(), open.end(), is_over), open.end());
    };
    const std::size_t samples = lines[k].at.size();
    for (std::size_t sample = 0; sample < samples; ++sample) {
        close(sample);
        const std::vector<NearSample> near = grid.near(k, sample);
        for (Track& track : open) track.go_on(near, sample);
        for (const NearSample& one : near) {
            const auto follows = [&](const Track& track) {
                return track.slip(one, sample).has_value();
            };
            if (std::none_of(open.begin(), open.end(), follows)) open.push_back({sample, {one}});
        }
    }
    close(samples + kLongestGap + 1);
    return found;
}

}  // namespace gineste
