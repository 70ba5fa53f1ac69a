// SPDX-License-Identifier: Apache-2.0
// A field that nobody holds up passes as the closed formulas say. Model notes, § 2.1, 2.9 and 10.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/random.hpp"
#include "forecast/forecast.hpp"
#include "forecast/free_flow.hpp"
#include "forecast/overtakes.hpp"
#include "motion/capacity.hpp"
#include "motion/pacing.hpp"
#include "motion/road.hpp"
#include "support/figures.hpp"
#include "support/plain_field.hpp"

namespace gineste {
namespace {

constexpr std::size_t kFreeRunners = 20000;
constexpr std::array<double, 4> kMarks{5000.0, 10000.0, 15000.0, 20000.0};
constexpr EvenRelease kEven{20000.0, 1200.0, 345.0, 58.0};

TEST(FreeFlow, ClosedFormulaGivesThePublishedTable) {
    const std::array<double, 4> per_min{961.0, 699.0, 510.0, 395.0};
    for (std::size_t k = 0; k < kMarks.size(); ++k) {
        EXPECT_NEAR(60.0 * kEven.peak_rate_per_s(kMarks[k]), per_min[k], 0.5);
    }
}

TEST(FreeFlow, ClosedFormulaLetsEverybodyPass) {
    double passed = 0.0;
    for (double time_s = 0.0; time_s < 20000.0; time_s += 5.0) {
        passed += 5.0 * kEven.rate_per_s(10000.0, time_s);
    }
    EXPECT_NEAR(passed, kEven.runners, 0.5);
}

// Paces N(345, 58) s/km, cut at 150 and 900 s/km as the field's own law.
std::vector<double> drawn_speeds_mps(std::uint64_t seed) {
    const Random random(seed);
    std::vector<double> speeds_mps;
    for (std::uint32_t i = 0; i < kFreeRunners; ++i) {
        const double pace = 345.0 + 58.0 * random.normal(RunnerId(i), Purpose::ability);
        speeds_mps.push_back(1000.0 / std::clamp(pace, 150.0, 900.0));
    }
    return speeds_mps;
}

// The line is as wide as it must be for these runners to take 1,200 s over it.
Forecast even_release(std::uint64_t seed) {
    const std::vector<double> speeds_mps = drawn_speeds_mps(seed);
    const HeadwayLaw law = headway_law(MotionSpec{});
    double width_s = 0.0;
    for (const double speed_mps : speeds_mps) {
        width_s += 1.0 / capacity_per_s_per_m(law, speed_mps);
    }
    return forecast_race(test::plain_start(width_s / kEven.release_s),
                         straight_course(20000.0, 0.0, 200.0),
                         test::plain_field(speeds_mps, 20000.0), {5000.0, 10000.0, 15000.0});
}

// Runners per minute within 90 s of the formula's own peak, which is flat there to 0.3 % at km 5
// and less beyond. Choosing the fullest minute of each race would choose its luckiest.
TEST(FreeFlow, PeakPassageOfADrawnFieldIsThatOfTheFormula) {
    constexpr int seeds = 20;
    std::array<double, 4> passed{};
    for (int seed = 1; seed <= seeds; ++seed) {
        const Forecast forecast = even_release(static_cast<std::uint64_t>(seed));
        EXPECT_NEAR(forecast.last_over_line_s, kEven.release_s, 1.0);
        for (std::size_t k = 0; k < kMarks.size(); ++k) {
            const auto peak = static_cast<std::size_t>(kEven.peak_s(kMarks[k]) / 60.0);
            const std::vector<std::size_t>& counts = forecast.marks[k].per_minute;
            for (std::size_t minute = peak - 1; minute <= peak + 1; ++minute) {
                passed[k] += static_cast<double>(counts[minute]);
            }
        }
    }
    for (std::size_t k = 0; k < kMarks.size(); ++k) {
        const double expected = 60.0 * kEven.peak_rate_per_s(kMarks[k]);
        EXPECT_NEAR(passed[k] / (3 * seeds), expected, 0.02 * expected) << kMarks[k] / 1000.0;
    }
}

// § 2.9: start offsets with 520 s, paces with 58 s/km of standard deviation, correlated by 0.643 as
// in the Fredericton half marathon: pairs out of order per runner. Normal scores, 5 seeds.
TEST(FreeFlow, OvertakesAreTheInversionsOfTheOrder) {
    const std::array<double, 3> at_km{5.0, 10.0, 20.0};
    const std::array<double, 3> per_runner{1939.0, 2939.0, 3896.0};
    std::array<double, 3> pairs{};
    constexpr int seeds = 5;
    for (int seed = 1; seed <= seeds; ++seed) {
        const Random random(static_cast<std::uint64_t>(seed));
        std::vector<double> start_s(kFreeRunners);
        std::vector<double> pace(kFreeRunners);
        for (std::uint32_t i = 0; i < kFreeRunners; ++i) {
            const double z = random.normal(RunnerId(i), Purpose::pen_place);
            const double own = random.normal(RunnerId(i), Purpose::ability);
            start_s[i] = 520.0 * z;
            pace[i] = 345.0 + 58.0 * (0.643 * z + std::sqrt(1.0 - 0.643 * 0.643) * own);
        }
        for (std::size_t k = 0; k < at_km.size(); ++k) {
            std::vector<double> passed_s(kFreeRunners);
            for (std::size_t i = 0; i < kFreeRunners; ++i) {
                passed_s[i] = start_s[i] + at_km[k] * pace[i];
            }
            pairs[k] += static_cast<double>(count_overtakes(start_s, passed_s));
        }
    }
    for (std::size_t k = 0; k < at_km.size(); ++k) {
        // Each pair has two runners.
        EXPECT_NEAR(2.0 * pairs[k] / (seeds * kFreeRunners), per_runner[k], 0.03 * per_runner[k]);
    }
}

// 20 km of eight equal hills up to 9 %.
Course eight_hills() {
    const Course straight = straight_course(20000.0, 0.0, 300.0);
    std::vector<Leg> legs = straight.legs();
    for (std::size_t k = 0; k < legs[0].grade.size(); ++k) {
        legs[0].grade[k] = 0.09 * std::sin(static_cast<double>(k) / 80.0);
    }
    return Course(legs, straight.route(), straight.sections(), straight.notes());
}

struct Drawn {
    double flat_speed_mps = 0.0;
    double hill_response = 0.0;
    double drift = 0.0;
};

// One who walks somewhere, or would were he as much slower as the steps of a table.
bool walks_or_nearly(const Road& road, const PacingLaw& pacing, const Drawn& drawn) {
    PacingLaw running = pacing;
    running.gait = GaitLaw{};
    const auto slower_s = [&](const PacingLaw& law) {
        return ideal_time_s(road, law, drawn.flat_speed_mps - 0.2, drawn.hill_response + 0.1,
                            drawn.drift);
    };
    return slower_s(pacing) != slower_s(running);
}

// On a road where nobody is in the way what the field drew is what comes out, by another table than
// the field's own: 2 s in two hours between them for who runs all the way. Who just walks on these
// hills, or just does not, does so on all eight; there either table rounds off a jump in time, and
// each is held to be within 2 %. Over all who walk that is nothing.
TEST(FreeFlow, DrawnRunnersTakeTheirIdealTimeFromLineToLine) {
    Scenario scenario = test::plain_start(100.0);
    scenario.waves[0].entrants = 500;
    const Course course = eight_hills();
    const Field field = draw_field(scenario, course);
    const Road road(course, scenario.start, scenario.motion.grade, 0.0);
    const PacingLaw pacing = pacing_law(scenario, course.length_m());
    const Forecast forecast = forecast_race(scenario, course, field, {});
    ASSERT_GT(forecast.finished, 400U);
    std::vector<double> off_by;  // share of the time, of those who walk
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (std::isnan(forecast.finish_s[i])) continue;
        const double taken_s = forecast.finish_s[i] - forecast.start_s[i] - forecast.lost_s[i];
        const Drawn drawn{static_cast<double>(field.flat_speed_mps[i]),
                          static_cast<double>(field.hill_response[i]),
                          static_cast<double>(field.drift[i])};
        if (!walks_or_nearly(road, pacing, drawn)) {
            EXPECT_NEAR(taken_s, field.ideal_s[i], 3e-4 * field.ideal_s[i]);
            continue;
        }
        const double exact_s =
            ideal_time_s(road, pacing, drawn.flat_speed_mps, drawn.hill_response, drawn.drift);
        EXPECT_NEAR(taken_s, exact_s, 0.02 * exact_s);
        off_by.push_back(taken_s / exact_s - 1.0);
    }
    test::tell(
        "%zu of %zu walk on the hills, or nearly; their forecast is off by %.2f %% in the mean",
        off_by.size(), forecast.finished, 100.0 * test::mean(off_by));
    EXPECT_NEAR(test::mean(off_by), 0.0, 1e-3);
}

Forecast mass_start(int runners, double km, const TimeDistribution& men,
                    const TimeDistribution& women) {
    Scenario scenario = test::plain_start(12.0);
    scenario.waves[0].entrants = runners;
    scenario.field.no_show_share = 0.0;
    scenario.field.withdraw_share = 0.0;
    scenario.field.men = men;
    scenario.field.women = women;
    const Course course = straight_course(1000.0 * km, 0.0, 12.0);
    return forecast_race(scenario, course, draw_field(scenario, course), {});
}

// P = 0.6·N/D finishers a minute, known to be a little high (road running technical council of the
// USA): 0.6 to 1.0 of it. The field's own 20 km; and 3,080 over 10 km, where 175 were counted
// against 184.8, with the times of Riegel 1981 for half the distance.
TEST(FreeFlow, FinishPeakOfAMassStartIsNearTheRuleOfThumb) {
    const FieldSpec field;
    const Forecast long_race = mass_start(20000, 20.0, field.men, field.women);
    const double long_rule = 0.6 * 20000.0 / 20.0;
    EXPECT_GT(static_cast<double>(long_race.marks.back().peak_per_min), 0.6 * long_rule);
    EXPECT_LT(static_cast<double>(long_race.marks.back().peak_per_min), long_rule);

    const double half = std::pow(0.5, 1.06);
    TimeDistribution men = field.men;
    TimeDistribution women = field.women;
    men.median_s *= half;
    women.median_s *= half;
    const Forecast short_race = mass_start(3080, 10.0, men, women);
    const double short_rule = 0.6 * 3080.0 / 10.0;
    EXPECT_GT(static_cast<double>(short_race.marks.back().peak_per_min), 0.6 * short_rule);
    EXPECT_LT(static_cast<double>(short_race.marks.back().peak_per_min), short_rule);
}

}  // namespace
}  // namespace gineste
