// SPDX-License-Identifier: Apache-2.0
#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "report/text_table.hpp"

namespace gineste {
namespace {
constexpr auto kPause = std::chrono::milliseconds(200);
}  // namespace

double expected_runner_s(const Field& field) {
    double sum_s = 0.0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.present[i] != 0) sum_s += field.ideal_s[i];
    }
    return sum_s;
}

Progress::Progress(const Scenario& scenario, double expected_runner_s, Wish wish)
    : zone_(scenario.zone),
      first_gun_instant_s_(first_gun_instant_s(scenario)),
      step_s_(scenario.step_s),
      expected_runner_s_(expected_runner_s),
      shown_(wish == Wish::show && ::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (shown_) std::fputs(kWipe, stderr);
}

void Progress::after_step(const Race& race) {
    if (!shown_) return;
    done_runner_s_ += step_s_ * static_cast<double>(race.on_course());
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + kPause;
    std::fputs((kWipe + line(race)).c_str(), stderr);
}

double Progress::elapsed_s() const {
    return std::chrono::duration<double>(Clock::now() - begin_).count();
}

std::string Progress::line(const Race& race) const {
    std::string text = fmt::format("{}  {} on course, {} finished",
                                   zone_.clock_text(first_gun_instant_s_ + race.time_s()),
                                   grouped(race.on_course()), grouped(race.finished()));
    // The work lies in runners on the road; before a hundredth of it is done the guess is wild.
    const double share = done_runner_s_ / expected_runner_s_;
    if (!(share > 0.01)) return text;
    const double left_s = std::max(0.0, elapsed_s() * (1.0 / share - 1.0));
    return text + fmt::format(", about {:.0f} s left", std::ceil(left_s));
}

}  // namespace gineste
