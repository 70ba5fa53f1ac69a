// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

namespace gineste {

/// A place that takes runners one after the other: first come, first served, each a headway behind
/// the one before. This is Newell's pair of cumulative curves, runner by runner.
///
///     runners   come ╱‾‾‾‾‾        across: what runner n loses, go − come
///               ╱      ╱           down:   how many stand
///             ╱     ╱ go           between: what all lose
///           ╱    ╱
///         ──────────────── time
struct Turns {
    std::vector<double> come_s;  ///< ascending
    std::vector<double> go_s;    ///< same size

    std::size_t size() const { return come_s.size(); }
    double delay_s(std::size_t k) const { return go_s[k] - come_s[k]; }
};

/// `headways_s`: what each takes of the place, in the order of coming; same size as `come_s`, which
/// ascends.
Turns take_turns(std::vector<double> come_s, const std::vector<double>& headways_s);

/// What is read off the curves. Times as in the curves; NaN where there was no queue.
struct QueueFigures {
    double total_delay_s = 0.0;
    double longest_delay_s = 0.0;
    std::size_t most_late = 0;  ///< come and not gone, were the queue to take no room
    std::size_t delayed = 0;    ///< by kNoticeable or more
    double from_s = 0.0;        ///< the first of those comes
    double to_s = 0.0;          ///< the last of those goes
};
/// Shorter delays are the give and take of single runners, not a queue. Assumption.
inline constexpr double kNoticeable = 5.0;  // s

QueueFigures queue_figures(const Turns& turns);

/// The most of ascending or unordered times >= 0 in one minute of the clock, and when it begins.
struct PeakMinute {
    std::size_t count = 0;
    double begin_s = 0.0;
};
PeakMinute peak_minute(const std::vector<std::size_t>& per_minute);
/// How many of the times fall in each minute from 0 to the last of them; NaN counts nowhere and
/// what lies before 0 in the first.
std::vector<std::size_t> count_per_minute(const std::vector<double>& times_s);

}  // namespace gineste
