// SPDX-License-Identifier: Apache-2.0
// Fast behind slow: braking, going round on either side, and platoons where there is no way round.
// The slow one is as good as standing: nobody's own pace falls below 0.5 m/s (race/phases.cpp), and
// who stops at a table stands.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "motion/capacity.hpp"
#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

constexpr double kBesideNobody = 0.9;  // m: wider than a body, too narrow for two

/// Runs up from a pen so narrow that all stand one behind the other in the middle of the road.
Scenario single_file(int runners, double speed_mps) {
    Scenario scenario = test::plain_scenario(runners, speed_mps);
    scenario.start.pen_density_per_m2 = 0.3;
    test::set_width(scenario, kBesideNobody);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    return scenario;
}

/// The first wave, one runner, at `slow_mps`; the others as they were drawn.
Field with_slow_leader(const Scenario& scenario, const Course& course, double slow_mps) {
    Field field = draw_field(scenario, course);
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.wave[i] == 0) field.flat_speed_mps[i] = static_cast<float>(slow_mps);
    }
    return field;
}

TEST(UnlikeRunners, AloneOneRunsAtOneSpeedFromTheFirstStepsToTheLast) {
    Scenario scenario = single_file(1, 3.3);
    const Course course = straight_course(1000.0, 0.0, 6.0);
    double least_mps = 10.0;
    double most_mps = 0.0;
    test::run_watched(scenario, course, draw_field(scenario, course),
                      [&](test::Film& film, double time_s) {
                          if (time_s < 10.0 || film.now().empty()) return;
                          least_mps = std::min(least_mps, film.now()[0].speed_mps);
                          most_mps = std::max(most_mps, film.now()[0].speed_mps);
                      });
    test::tell("alone at 3.3 m/s: from %.6f to %.6f m/s", least_mps, most_mps);
    EXPECT_NEAR(least_mps, 3.3, 1e-5);
    EXPECT_NEAR(most_mps, 3.3, 1e-5);
}

// A table in a corridor too narrow to pass: half of them stop there for a minute, the others come
// up at 4 m/s. The watcher holds that no body touches another.
TEST(UnlikeRunners, OneComingAtFourMetresASecondStopsBehindOneWhoStandsInANarrowCorridor) {
    Scenario scenario = single_file(1, 4.0);
    for (int wave = 1; wave < 12; ++wave) test::add_wave(scenario, 1, 15.0 * wave);
    StationSpec table;
    table.name = "table";
    table.at_m = 300.0;
    table.length_m = 1.0;
    table.tables = 1;
    table.side = StationSide::left;
    table.take_share = 0.5;
    table.grab_share = table.walk_share = 0.0;
    table.stop_median_s = 60.0;
    table.stop_log_sd = 0.0;
    scenario.stations = {table};
    const Course course = straight_course(600.0, 0.0, kBesideNobody);
    int stopped_behind = 0;
    double hardest_mps2 = 0.0;
    double nearest_m = 100.0;
    test::run_watched(
        scenario, course, draw_field(scenario, course), [&](test::Film& film, double) {
            const std::vector<test::Placed>& now = film.now();
            for (std::size_t i = 1; i < now.size(); ++i) {
                const test::Placed* was = film.before(now[i].runner);
                const bool behind_standing = now[i - 1].speed_mps < 0.05;
                if (was == nullptr || !behind_standing || now[i].chainage_m > 301.0) continue;
                const double braking_mps2 = (was->speed_mps - now[i].speed_mps) / scenario.step_s;
                hardest_mps2 = std::max(hardest_mps2, braking_mps2);
                const double gap_m =
                    now[i - 1].chainage_m - now[i].chainage_m - scenario.motion.body_depth_m;
                nearest_m = std::min(nearest_m, gap_m);
                const bool stopped = was->speed_mps >= 0.05 && now[i].speed_mps < 0.05;
                if (stopped && gap_m < 1.0) ++stopped_behind;
            }
        });
    test::tell(
        "from 4 m/s behind one who stands: %d stopped, %.2f m free at the least, braking at "
        "most %.1f m/s2",
        stopped_behind, nearest_m, hardest_mps2);
    EXPECT_GE(stopped_behind, 3);
    EXPECT_LE(hardest_mps2, 4.0 + 1e-3);  // emergency braking, model notes § 3.4
}

struct Sides {
    int left = 0;
    int right = 0;
    double slowest_share = 1.0;  ///< of his speed, of who was held up most
};

// Sets off in pairs abreast, 1.3 m of pen wide. The slow one is of the first pair, the one on the
// left (0) or on the right (1); forty pairs follow, 10 s apart, when he is well away from the line.
Sides sides_round(std::uint32_t slow_rank) {
    Scenario scenario = test::plain_scenario(2, 4.0);
    scenario.field.speed_mps = {4.0, 0.3, 3.0, 5.0};
    scenario.start.pen_density_per_m2 = 3.0;
    test::set_width(scenario, 1.3);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    for (int wave = 1; wave <= 40; ++wave) test::add_wave(scenario, 2, 200.0 + 10.0 * wave);
    const Course course = straight_course(600.0, 0.0, 8.0);
    Field field = draw_field(scenario, course);
    const auto is_slow = [&](std::size_t i) {
        return field.wave[i] == 0 && field.pen_rank[i] == slow_rank;
    };
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (is_slow(i)) field.flat_speed_mps[i] = 0.5F;
    }
    Sides sides;
    const Record record = test::run_watched(scenario, course, field, [&](test::Film& film, double) {
        film.for_each_pass([&](const test::Pass& pass) {
            if (!is_slow(pass.passed.runner) || field.wave[pass.passer.runner] == 0) return;
            ++(pass.left_by_m() > 0.0 ? sides.left : sides.right);
        });
    });
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.wave[i] == 0) continue;
        const double own_s = 600.0 / static_cast<double>(field.flat_speed_mps[i]);
        sides.slowest_share = std::min(
            sides.slowest_share, own_s / (record.runners.finish_s[i] - record.runners.start_s[i]));
    }
    return sides;
}

TEST(UnlikeRunners, OneAsGoodAsStandingIsPassedOnTheLeftAndOnTheRight) {
    const Sides left_of_middle = sides_round(0);
    const Sides right_of_middle = sides_round(1);
    for (const Sides& sides : {left_of_middle, right_of_middle}) {
        test::tell(
            "one as good as standing: passed %d times on the left, %d on the right; who was "
            "held up most ran at %.0f %% of his speed",
            sides.left, sides.right, 100.0 * sides.slowest_share);
        EXPECT_EQ(sides.left + sides.right, 80);
        EXPECT_GT(sides.slowest_share, 0.9);
    }
    // Who stands left of the middle leaves the shorter way on his right, and the other way round.
    EXPECT_GE(left_of_middle.right, 40);
    EXPECT_GE(right_of_middle.left, 40);
    // The two are one another in a mirror. Of 80 by chance, twice: three standard errors are 19.
    EXPECT_NEAR(left_of_middle.right, right_of_middle.left, 19);
}

// Twenty who would run 3.5 m/s behind one at 2.0, in a corridor too narrow to pass.
TEST(UnlikeRunners, APlatoonFormsBehindASlowOneWherePassingIsImpossible) {
    Scenario scenario = single_file(1, 3.5);
    test::add_wave(scenario, 20, 5.0);
    scenario.field.speed_mps = {3.5, 0.3, 2.6, 4.5};
    const Course course = straight_course(1500.0, 0.0, kBesideNobody);
    const Field field = with_slow_leader(scenario, course, 2.0);
    int passes = 0;
    const Record record = test::run_watched(scenario, course, field, [&](test::Film& film, double) {
        film.for_each_pass([&](const test::Pass&) { ++passes; });
    });
    std::vector<double> in_s = record.runners.finish_s;
    std::sort(in_s.begin(), in_s.end());
    const double headway_s = (in_s.back() - in_s.front()) / 20.0;
    const double law_s = headway_law(scenario.motion).spacing_m(2.0) / 2.0;
    test::tell("platoon at 2.0 m/s: a runner every %.3f s (law: s(v)/v = %.3f s)", headway_s,
               law_s);
    EXPECT_EQ(passes, 0);
    EXPECT_NEAR(headway_s, law_s, 0.05 * law_s);
}

// The same where two fit side by side, if the one in the middle goes to the edge.
TEST(UnlikeRunners, WhoIsAskedToMakesWayForThoseWhoComeUpFromBehind) {
    const auto passes = [](double yield_s) {
        Scenario scenario = single_file(1, 3.5);
        test::add_wave(scenario, 20, 5.0);
        scenario.motion.yield_s = yield_s;
        const Course course = straight_course(1500.0, 0.0, 1.2);
        int on_left = 0;
        int on_right = 0;
        const Field field = with_slow_leader(scenario, course, 2.0);
        test::run_watched(scenario, course, field, [&](test::Film& film, double) {
            film.for_each_pass([&](const test::Pass& pass) {
                if (field.wave[pass.passed.runner] != 0) return;
                ++(pass.left_by_m() > 0.0 ? on_left : on_right);
            });
        });
        test::tell("yield %.0f s: of twenty, %d pass him on the left, %d on the right", yield_s,
                   on_left, on_right);
        return std::pair{on_left, on_right};
    };
    EXPECT_EQ(passes(0.0), std::pair(0, 0));
    EXPECT_EQ(passes(3.0), std::pair(20, 0));
}

}  // namespace
}  // namespace gineste
