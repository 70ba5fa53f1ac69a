// SPDX-License-Identifier: Apache-2.0
#include "race/starts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/contract.hpp"
#include "field/waves.hpp"
#include "motion/pacing.hpp"
#include "motion/pens.hpp"

namespace gineste {
namespace {

constexpr double kBehindPen = 1.0;    // m left free behind those who still stand at the line
constexpr double kBeforeLine = 0.05;  // m before the line, where a release puts who is due
constexpr double kStep = 0.1;         // m at least behind the last who was let go

/// Chainages and offsets of a pen, row by row from the front.
class Rows {
  public:
    Rows(const Road& road, const Scenario& scenario, double front_m)
        : road_(road),
          density_(scenario.start.pen_density_per_m2),
          body_m_(scenario.motion.body_width_m),
          chainage_m_(front_m) {
        open_row();
    }
    double chainage_m() const { return chainage_m_; }
    double next_offset_m() {
        if (taken_ == columns_) {
            chainage_m_ -= columns_ / (density_ * width_m_);
            open_row();
        }
        const double pitch_m = width_m_ / columns_;
        return middle_m_ + 0.5 * width_m_ - (taken_++ + 0.5) * pitch_m;
    }

  private:
    void open_row() {
        width_m_ = 2.0 * static_cast<double>(road_.half_width_m(chainage_m_)) - 0.02;
        width_m_ = std::max(width_m_, body_m_);
        middle_m_ = static_cast<double>(road_.swerve_m(chainage_m_));
        columns_ = abreast(width_m_, body_m_);
        taken_ = 0;
    }
    const Road& road_;
    double density_ = 2.0;
    double body_m_ = 0.5;
    double chainage_m_ = 0.0;
    double width_m_ = 1.0;
    double middle_m_ = 0.0;
    int columns_ = 1;
    int taken_ = 0;
};

/// Where those stand who are let go one by one: evenly across the line, neighbours in time far
/// apart, nobody twice in the same place before all others are taken.
class Lanes {
  public:
    Lanes(double width_m, double body_m)
        : width_m_(width_m), count_(static_cast<std::size_t>(abreast(width_m, body_m))) {
        stride_ = std::max<std::size_t>(1, count_ * 5 / 8);
        while (std::gcd(stride_, count_) != 1) ++stride_;
    }
    std::size_t count() const { return count_; }
    double pitch_m() const { return width_m_ / static_cast<double>(count_); }
    double offset_m(std::size_t turn) const {
        const std::size_t lane = turn % count_ * stride_ % count_;
        return 0.5 * width_m_ - (static_cast<double>(lane) + 0.5) * pitch_m();
    }

  private:
    double width_m_ = 1.0;
    std::size_t count_ = 1;
    std::size_t stride_ = 1;
};

}  // namespace

double pens_length_m(const Scenario& scenario, std::size_t runners) {
    const StartSpec& start = scenario.start;
    const double width_m = std::min(start.pen_width_m, start.line_width_m);
    const double gaps_m = 5.0 * static_cast<double>(scenario.waves.size() + 1);
    return start.run_up_m + gaps_m +
           1.2 * static_cast<double>(runners) / (start.pen_density_per_m2 * width_m);
}

Starts::Starts(const Scenario& scenario, const Field& field) : scenario_(&scenario) {
    for (const WaveSpec& spec : scenario.waves) {
        Wave wave;
        wave.spec = spec;
        if (spec.start == WaveStart::clock) {
            wave.due_s = *spec.gun_s - *scenario.waves.front().gun_s;
        }
        waves_.push_back(std::move(wave));
    }
    auto pens = pens_in_order(field, waves_.size());
    for (std::size_t w = 0; w < waves_.size(); ++w) waves_[w].by_rank = std::move(pens[w]);
    for (std::size_t i = 0; i < field.line_due_s.size(); ++i) {
        if (is_due_at_line(field, RunnerId(i))) by_line_.push_back(RunnerId(i));
    }
    std::sort(by_line_.begin(), by_line_.end(), [&](RunnerId a, RunnerId b) {
        return std::pair(field.line_due_s[a.value], a) < std::pair(field.line_due_s[b.value], b);
    });
}

// The gun of the next wave, where it falls at or before `time_s`.
std::optional<double> Starts::gun_by_now(const Wave& wave, double time_s) const {
    const Wave* before = next_ > 0 ? &waves_[next_ - 1] : nullptr;
    double due_s = wave.due_s.value_or(0.0);
    if (wave.spec.start == WaveStart::after_previous && before != nullptr) {
        if (before->over_line < before->by_rank.size()) return std::nullopt;
        due_s = before->by_rank.empty() ? last_gun_s_ : before->last_over_s;
    }
    if (wave.spec.start == WaveStart::rolling) due_s = last_gun_s_;
    due_s += wave.spec.delay_s;
    if (due_s > time_s) return std::nullopt;
    return due_s;
}

double Starts::last_gun_s() const {
    double last_s = last_gun_s_;
    for (std::size_t w = next_; w < waves_.size(); ++w) {
        const Wave& wave = waves_[w];
        if (!wave.due_s) continue;
        last_s = std::max(last_s, *wave.due_s + wave.spec.delay_s + wave.spec.window_s);
    }
    return last_s;
}

std::size_t Starts::release(double time_s, double free_before_m, const Field& field,
                            const Road& road, Race::State& state) {
    const std::size_t before = state.size();
    while (next_ < waves_.size()) {
        Wave& wave = waves_[next_];
        const std::optional<double> gun_s = gun_by_now(wave, time_s);
        if (!gun_s) break;
        last_gun_s_ = std::max(last_gun_s_, *gun_s + wave.spec.window_s);
        if (wave.spec.start != WaveStart::rolling) wave.gun_s = *gun_s;
        place(wave, free_before_m, field, road, state);
        ++next_;
    }
    let_go(time_s, free_before_m, field, road, state);
    return state.size() - before;
}

// Those who walk up to the line, in their pen.
void Starts::place(const Wave& wave, double free_before_m, const Field& field, const Road& road,
                   Race::State& state) const {
    double front_m = -scenario_->start.run_up_m - 0.5 * scenario_->motion.body_depth_m;
    if (state.size() > 0) {
        free_before_m = std::min(free_before_m, state.chainage_m(state.size() - 1));
    }
    front_m = std::min(front_m, free_before_m - kBehindPen);
    Rows rows(road, *scenario_, front_m);
    for (const RunnerId id : wave.by_rank) {
        if (is_due_at_line(field, id)) continue;
        const double offset_m = rows.next_offset_m();
        append(id, rows.chainage_m(), offset_m, field, road, state);
    }
}

// Who is due steps over the line at own speed, or stands behind those who still block it.
void Starts::let_go(double time_s, double free_before_m, const Field& field, const Road& road,
                    Race::State& state) {
    if (state.size() > 0) {
        free_before_m = std::min(free_before_m, state.chainage_m(state.size() - 1));
    }
    const double front_m = std::min(-kBeforeLine, free_before_m - kStep);
    const double body_m = scenario_->motion.body_width_m;
    const double width_m = 2.0 * static_cast<double>(road.half_width_m(front_m)) - 0.02;
    const Lanes lanes(std::max(width_m, body_m), body_m);
    const double row_m = 1.0 / (scenario_->start.pen_density_per_m2 * lanes.pitch_m());
    for (std::size_t due = 0; head_ < by_line_.size(); ++head_, ++due) {
        const RunnerId id = by_line_[head_];
        if (field.line_due_s[id.value] > time_s) return;
        const double row = static_cast<double>(due / lanes.count());
        const double at_m = front_m - row * row_m;
        const auto middle_m = static_cast<double>(road.swerve_m(at_m));
        append(id, at_m, middle_m + lanes.offset_m(head_), field, road, state);
        if (front_m == -kBeforeLine) state.now.speed_mps.back() = field.flat_speed_mps[id.value];
    }
}

void Starts::append(RunnerId id, double chainage_m, double offset_m, const Field& field,
                    const Road& road, Race::State& state) const {
    ENSURE(chainage_m > road.begin_m());
    state.append(id.value, chainage_m, static_cast<float>(offset_m));
    state.pace.flat_speed_mps.back() = field.flat_speed_mps[id.value];
    state.pace.hill_response.back() = field.hill_response[id.value];
    state.pace.drift.back() = field.drift[id.value];
    state.pace.hills.back() =
        PacingLaw::hill_factor(road.log_grade_ratio(0.0), field.hill_response[id.value]);
    state.next_event.back() = 0;  // the start line
}

void Starts::note_over_line(WaveId id, double time_s) {
    Wave& wave = waves_[id.value];
    if (!wave.gun_s) wave.gun_s = time_s;
    ++wave.over_line;
    wave.last_over_s = std::max(wave.last_over_s, time_s);
}

}  // namespace gineste
