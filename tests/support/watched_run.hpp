// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "motion/road.hpp"
#include "race/starts.hpp"
#include "support/film.hpp"
#include "support/small_race.hpp"

namespace gineste::test {

/// What must not happen at any step of any race, counted.
struct Faults {
    long overlaps = 0;        ///< two runners nearer than a body, along and across
    long passes_through = 0;  ///< one who overtook another where there was no room beside him
    long off_road = 0;
    long lost = 0;  ///< steps at which those present were not all accounted for
    std::string first;

    bool any() const { return overlaps + passes_through + off_road + lost > 0; }
};

/// Looks at everybody after every step: nobody nearer than a body, off the road or through
/// anybody, and nobody lost.
class Watcher {
  public:
    Watcher(const Scenario& scenario, const Course& course, std::size_t entrants)
        : depth_m_(scenario.motion.body_depth_m - kRounding),
          width_m_(scenario.motion.body_width_m - kRounding),
          road_(course, scenario.start, scenario.motion.grade, pens_length_m(scenario, entrants)) {}

    void look(const Race& race, Film& film) {
        time_s_ = race.time_s();
        look_at_pairs(film);
        film.for_each_pass([&](const Pass& pass) {
            if (std::abs(pass.left_by_m()) < width_m_) {
                note(faults_.passes_through, "through another", pass.passer);
            }
        });
        count(race, film);
    }
    const Faults& faults() const { return faults_; }

  private:
    static constexpr double kRounding = 1e-3;  // m

    void look_at_pairs(const Film& film) {
        const std::vector<Placed>& crowd = film.now();
        for (std::size_t i = 0; i < crowd.size(); ++i) {
            const Placed& here = crowd[i];
            const double half_m = double{road_.half_width_m(here.chainage_m)} + 2.0 * kRounding;
            if (std::abs(here.offset_m) + 0.5 * width_m_ > half_m) {
                note(faults_.off_road, "off the road", here);
            }
            for (std::size_t j = i; j-- > 0;) {
                if (crowd[j].chainage_m - here.chainage_m >= depth_m_) break;
                if (std::abs(crowd[j].offset_m - here.offset_m) < width_m_) {
                    note(faults_.overlaps, "in another", here);
                }
            }
        }
    }

    void count(const Race& race, const Film& film) {
        const std::size_t known =
            race.waiting() + race.on_course() + race.finished() + race.withdrawn();
        if (present_ == 0) present_ = known;
        if (known != present_ || film.doubles() > 0) {
            note(faults_.lost, "lost or doubled", film.now().empty() ? Placed{} : film.now()[0]);
        }
    }

    void note(long& counter, const char* what, const Placed& who) {
        ++counter;
        if (!faults_.first.empty()) return;
        faults_.first = "runner " + std::to_string(who.runner) + " " + what + " at " +
                        std::to_string(who.chainage_m) + " m, " + std::to_string(who.offset_m) +
                        " m left, " + std::to_string(time_s_) + " s";
    }

    double depth_m_ = 0.0;
    double width_m_ = 0.0;
    double time_s_ = 0.0;
    Road road_;
    std::size_t present_ = 0;
    Faults faults_;
};

inline void expect_none(const Faults& faults) {
    EXPECT_EQ(faults.overlaps, 0) << faults.first;
    EXPECT_EQ(faults.passes_through, 0) << faults.first;
    EXPECT_EQ(faults.off_road, 0) << faults.first;
    EXPECT_EQ(faults.lost, 0) << faults.first;
}

inline constexpr double kToTheEnd = std::numeric_limits<double>::infinity();

inline const RaceOptions kOneThread{1, best_instruction_set()};

/// Runs a race and watches it; calls see(film, time_s) after every step. Stops at `until_s`, or
/// when the last runner is in.
template <class See>
Record run_watched(const Scenario& scenario, const Course& course, Field field, See&& see,
                   double until_s = kToTheEnd, RaceOptions options = kOneThread) {
    const std::size_t entrants = field.size();
    Race race(scenario, course, std::move(field), options);
    Watcher watcher(scenario, course, entrants);
    Film film;
    bool more = true;
    while (more && race.time_s() < until_s) {
        more = race.advance();
        film.take(race);
        watcher.look(race, film);
        see(film, race.time_s());
    }
    expect_none(watcher.faults());
    return race.record();
}

inline Record run_watched(const Scenario& scenario, const Course& course,
                          RaceOptions options = kOneThread) {
    return run_watched(
        scenario, course, draw_field(scenario, course), [](Film&, double) {}, kToTheEnd, options);
}

}  // namespace gineste::test
