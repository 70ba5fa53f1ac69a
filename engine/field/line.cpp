// SPDX-License-Identifier: Apache-2.0
#include "field/line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/random.hpp"
#include "field/waves.hpp"

namespace gineste {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

/// The start line, and how far the release of a wave has come. A rolling wave goes on with that of
/// the wave before, a gun begins anew.
class Release {
  public:
    explicit Release(const Scenario& scenario)
        : scenario_(scenario),
          spec_(scenario.start.release.value_or(ReleaseSpec{})),
          random_(scenario.behaviour_seed) {}

    void begin(std::size_t w, double run_up_s) {
        const WaveSpec& wave = scenario_.waves[w];
        if (wave.start == WaveStart::rolling) return flow_as(w);
        double gun_s = last_s_;
        if (wave.start == WaveStart::clock) gun_s = *wave.gun_s - *scenario_.waves.front().gun_s;
        begin_s_ = gun_s + wave.delay_s + run_up_s;
        done_ = 0.0;
        flow_as(w);
    }

    // dN/dt = flow · (t/60)^−decay, so (t/60)^(1 − decay) grows by (1 − decay) / (60 · flow) with
    // each runner.
    double next_s(double speed_mps) {
        const double grows = (1.0 - spec_.decay) / (60.0 * per_metre_ * speed_mps);
        done_ += 0.5 * grows;
        last_s_ = begin_s_ + 60.0 * std::pow(done_, 1.0 / (1.0 - spec_.decay));
        done_ += 0.5 * grows;
        return last_s_;
    }

  private:
    void flow_as(std::size_t w) {
        const double z = random_.normal(RunnerId(w), Purpose::start_flow);
        const double chance = std::exp(spec_.sd * z - 0.5 * spec_.sd * spec_.sd);
        per_metre_ = spec_.density_per_m2 * scenario_.start.line_width_m *
                     scenario_.waves[w].flow_share * chance;
    }

    const Scenario& scenario_;
    ReleaseSpec spec_;
    Random random_;
    double per_metre_ = 1.0;  // runners on a metre of road at the line
    double begin_s_ = 0.0;
    double last_s_ = 0.0;
    double done_ = 0.0;  // (t/60)^p
};

void release_by_flow(const Scenario& scenario, Field& field) {
    Release release(scenario);
    const auto pens = pens_in_order(field, scenario.waves.size());
    for (std::size_t w = 0; w < pens.size(); ++w) {
        if (pens[w].empty()) continue;
        const auto speed_mps = [&](RunnerId id) {
            return static_cast<double>(field.flat_speed_mps[id.value]);
        };
        release.begin(w, scenario.start.run_up_m / speed_mps(pens[w].front()));
        for (const RunnerId id : pens[w])
            field.line_due_s[id.value] = release.next_s(speed_mps(id));
    }
}

double due_s(const Scenario& scenario, const WaveSpec& wave) {
    return *wave.gun_s - *scenario.waves.front().gun_s + wave.delay_s;
}

// Everybody by themselves, evenly over the window of their wave; a party together.
void release_by_window(const Scenario& scenario, Field& field) {
    const Random random(scenario.behaviour_seed);
    for (std::size_t i = 0; i < field.size(); ++i) {
        const WaveSpec& wave = scenario.waves[field.wave[i]];
        if (field.present[i] == 0 || wave.window_s <= 0.0) continue;
        const RunnerId first = field.party.empty() ? RunnerId(i) : field.party[i];
        field.line_due_s[i] =
            due_s(scenario, wave) + wave.window_s * random.uniform(first, Purpose::departure);
    }
}

}  // namespace

bool is_due_at_line(const Field& field, RunnerId id) {
    return !field.line_due_s.empty() && !std::isnan(field.line_due_s[id.value]);
}

void open_line(const Scenario& scenario, const std::vector<Entrant>& entrants, Field& field) {
    const bool has_offsets = std::any_of(entrants.begin(), entrants.end(), [](const Entrant& one) {
        return one.start_offset_s.has_value();
    });
    const bool has_windows = std::any_of(scenario.waves.begin(), scenario.waves.end(),
                                         [](const WaveSpec& wave) { return wave.window_s > 0.0; });
    if (!has_offsets && !has_windows && !scenario.start.release) return;
    field.line_due_s.assign(field.size(), kNever);
    if (has_offsets || scenario.start.release) release_by_flow(scenario, field);
    if (has_windows) release_by_window(scenario, field);
    for (std::size_t i = 0; i < entrants.size(); ++i) {
        if (field.present[i] != 0 && entrants[i].start_offset_s) {
            field.line_due_s[i] = *entrants[i].start_offset_s;
        }
    }
}

}  // namespace gineste
