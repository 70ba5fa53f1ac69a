// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

#include "support/film.hpp"

namespace gineste::test {

/// Density, flow and speed over a measuring area and a time window, after Edie 1963: time spent
/// and distance covered there by everybody, over length · width · duration. Strides that begin or
/// end outside count with the part inside.
class Edie {
  public:
    struct Area {
        double from_m = 0.0;
        double to_m = 0.0;
        double width_m = 0.0;
    };
    struct Window {
        double from_s = 0.0;
        double to_s = 0.0;
    };
    Edie(Area area, Window window) : area_(area), window_(window) {}

    void see(const Film& film, double time_s, double step_s) {
        if (time_s <= window_.from_s || time_s > window_.to_s + 1e-9) return;
        for (const Placed& here : film.now()) {
            if (here.chainage_m < area_.from_m) break;
            const Placed* was = film.before(here.runner);
            if (was == nullptr || was->chainage_m > area_.to_m) continue;
            add(was->chainage_m, here.chainage_m, step_s);
        }
    }

    double density_per_m2() const { return spent_s_ / space_time(); }
    double flow_per_s_per_m() const { return covered_m_ / space_time(); }
    double speed_mps() const { return covered_m_ / spent_s_; }

  private:
    void add(double from_m, double to_m, double step_s) {
        const double inside_m = std::min(to_m, area_.to_m) - std::max(from_m, area_.from_m);
        const double moved_m = to_m - from_m;
        if (inside_m < 0.0) return;
        covered_m_ += inside_m;
        spent_s_ += moved_m > 0.0 ? step_s * inside_m / moved_m : step_s;
    }
    double space_time() const {
        return (area_.to_m - area_.from_m) * area_.width_m * (window_.to_s - window_.from_s);
    }
    Area area_;
    Window window_;
    double spent_s_ = 0.0;
    double covered_m_ = 0.0;
};

}  // namespace gineste::test
