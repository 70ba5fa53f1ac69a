// SPDX-License-Identifier: Apache-2.0
#include "forecast/release.hpp"

#include <algorithm>
#include <limits>

#include "core/contract.hpp"
#include "field/waves.hpp"

namespace gineste {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

/// The start line, and who has it.
class Line {
  public:
    explicit Line(const Scenario& scenario) : scenario_(scenario) {}

    // When the gun of wave w goes, its delay included.
    double gun_s(std::size_t w) {
        const WaveSpec& spec = scenario_.waves[w];
        double due_s = last_gun_s_;  // rolling, and after a wave of nobody
        if (spec.start == WaveStart::clock) due_s = *spec.gun_s - *scenario_.waves.front().gun_s;
        if (spec.start == WaveStart::after_previous) due_s = before_over_s_;
        due_s += spec.delay_s;
        last_gun_s_ = std::max(last_gun_s_, due_s + spec.window_s);
        return due_s;
    }

    // From `open_s` on, one after the other.
    void pass(const std::vector<RunnerId>& pen, double open_s, const std::vector<double>& headway_s,
              const Field& field, Release& release) {
        before_over_s_ = last_gun_s_;
        free_s_ = std::max(free_s_, open_s);
        for (const RunnerId id : pen) {
            double& over_s = release.over_line_s[id.value];
            if (is_due_at_line(field, id)) {
                over_s = field.line_due_s[id.value];
            } else {
                over_s = free_s_;
                free_s_ += headway_s[id.value];
            }
            before_over_s_ = std::max(before_over_s_, over_s);
        }
    }

  private:
    const Scenario& scenario_;
    double last_gun_s_ = 0.0;
    double before_over_s_ = 0.0;  // the last of the wave before; its gun where it was nobody
    double free_s_ = 0.0;         // when the next may step over
};

}  // namespace

Release release_waves(const Scenario& scenario, const Field& field,
                      const std::vector<double>& headway_s, const std::vector<double>& speed_mps) {
    EXPECT(headway_s.size() == field.size() && speed_mps.size() == field.size());
    Release release;
    release.over_line_s.assign(field.size(), kNever);
    Line line(scenario);
    const auto by_wave = pens_in_order(field, scenario.waves.size());
    for (std::size_t w = 0; w < by_wave.size(); ++w) {
        const auto& pen = by_wave[w];
        WaveForecast wave{scenario.waves[w].name, pen.size(), line.gun_s(w), kNever, kNever};
        const double run_up_s =
            pen.empty() ? 0.0 : scenario.start.run_up_m / speed_mps[pen.front().value];
        line.pass(pen, wave.gun_s + run_up_s, headway_s, field, release);
        if (!pen.empty()) {
            wave.first_over_s = release.over_line_s[pen.front().value];
            wave.last_over_s = release.over_line_s[pen.back().value];
            if (scenario.waves[w].start == WaveStart::rolling) wave.gun_s = wave.first_over_s;
        }
        release.waves.push_back(wave);
    }
    return release;
}

}  // namespace gineste
