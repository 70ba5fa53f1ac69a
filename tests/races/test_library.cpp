// SPDX-License-Identifier: Apache-2.0
// The scenarios of scenarios/, each against what its header tells of it.
#include <gtest/gtest.h>

#include "races/library.hpp"
#include "report/local_clock.hpp"
#include "report/quantile.hpp"
#include "study/follow.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

using test::RunOnce;
using test::scaled;
using test::shipped;

// Winners: tests/races/marseille-cassis/winners.csv.
constexpr double kMan1979 = 75.0 * 60.0 + 54.0;
constexpr double kWoman1979 = 94.0 * 60.0 + 45.0;
constexpr double kMan2011 = 58.0 * 60.0 + 5.0;
constexpr double kMan2015 = 57.0 * 60.0 + 18.0;

TEST(Edition1979, HasNoCrowdAndWinnersLikeTheFirst) {
    const RunOnce race(shipped("marseille-cassis-1979"));
    test::tell("1979: first man %.0f s (%.0f), first woman %.0f s (%.0f), peak %.2f /m2",
               race.findings.finish.first_man_s, kMan1979, race.findings.finish.first_woman_s,
               kWoman1979, race.findings.congestion.peak_density_per_m2);
    EXPECT_EQ(race.record.runners.bib.size(), 700U);
    EXPECT_NEAR(race.course.length_m(), 20308.0, 0.01);
    EXPECT_EQ(race.findings.congestion.places, 0U);
    EXPECT_NEAR(race.findings.finish.first_man_s / kMan1979, 1.0, 0.03);
    EXPECT_NEAR(race.findings.finish.first_woman_s / kWoman1979, 1.0, 0.03);
}

TEST(Edition2011And2015, TheSameManWinsBothAndThe308MetresShow) {
    const RunOnce old(scaled(shipped("marseille-cassis-2011"), 0.1));
    const RunOnce harbour(scaled(shipped("marseille-cassis-2015"), 0.1));
    test::tell(
        "first man: 2011 %.0f s (%.0f), 2015 %.0f s (%.0f); 308 m are %.0f s, undisturbed %.0f s",
        old.net_s(0), kMan2011, harbour.net_s(0), kMan2015, old.net_s(0) - harbour.net_s(0),
        old.ideal_s(0) - harbour.ideal_s(0));
    EXPECT_EQ(old.findings.named[0].place, 1U);
    EXPECT_EQ(harbour.findings.named[0].place, 1U);
    EXPECT_NEAR(old.net_s(0) / kMan2011, 1.0, 0.02);
    EXPECT_NEAR(harbour.net_s(0) / kMan2015, 1.0, 0.02);
    // 308 m at 2:20 to 3:20 a kilometre
    EXPECT_GT(old.ideal_s(0) - harbour.ideal_s(0), 43.0);
    EXPECT_LT(old.ideal_s(0) - harbour.ideal_s(0), 62.0);
    EXPECT_GT(old.net_s(0), harbour.net_s(0));
}

TEST(Edition2016, SendsFiveWavesOfThreeThousandFromHalfPastNine) {
    const Scenario scenario = shipped("marseille-cassis-2016");
    ASSERT_EQ(scenario.waves.size(), 5U);
    for (const WaveSpec& wave : scenario.waves) EXPECT_EQ(wave.entrants, 3000);
    EXPECT_EQ(*scenario.waves[0].gun_s, 9.5 * 3600.0);
    EXPECT_EQ(*scenario.waves[4].gun_s, 9.5 * 3600.0 + 4 * 480.0);
    const RunOnce race(scaled(scenario, 0.05));
    EXPECT_EQ(race.findings.named[0].place, 1U);
    EXPECT_NEAR(race.net_s(0) / (59.0 * 60.0 + 28.0), 1.0, 0.02);
    EXPECT_NEAR(race.net_s(1) / (67.0 * 60.0 + 2.0), 1.0, 0.02);
}

TEST(Edition2021, EveryWaveIsAsLateAsTheFirstAndTheReportSaysSo) {
    const Scenario scenario = shipped("marseille-cassis-2021");
    const RunOnce race(scaled(scenario, 0.1));
    for (std::size_t w = 0; w < race.record.waves.size(); ++w) {
        EXPECT_NEAR(race.findings.waves[w].late_s, 600.0, 0.5) << race.record.waves[w].name;
    }
    double least_s = 1e9;
    double most_s = 0.0;
    for (std::size_t w = 2; w < scenario.waves.size(); ++w) {
        const double gap_s = *scenario.waves[w].gun_s - *scenario.waves[w - 1].gun_s;
        least_s = std::min(least_s, gap_s);
        most_s = std::max(most_s, gap_s);
    }
    EXPECT_GE(least_s, 360.0);
    EXPECT_LE(most_s, 480.0);
    EXPECT_GT(most_s - least_s, 10.0);  // drawn, not all alike
}

TEST(Edition2021, RainAndCostumesSlowTheField) {
    Scenario scenario = scaled(shipped("marseille-cassis-2021"), 0.1);
    const Course course = survey_course(scenario);
    const auto mean_s = [&] {
        const Field field = draw_field(scenario, course);
        double sum_s = 0.0;
        for (const double ideal_s : field.ideal_s) sum_s += ideal_s;
        return sum_s / static_cast<double>(field.size());
    };
    const double both_s = mean_s();
    scenario.groups.clear();
    const double rain_s = mean_s();
    scenario.weather.rain = Rain::none;
    const double dry_s = mean_s();
    // 8 % lose 1/0.92 - 1 = 8.7 % of their time or more where they walk: 0.7 % of the mean
    EXPECT_NEAR(both_s / rain_s - 1.0, 0.007, 0.002);
    EXPECT_NEAR(rain_s / dry_s - 1.0, 0.01, 0.002);  // weather.rain_loss
}

// The organiser's tables: 2 h 10 is near place 13,800 of 19,910.
TEST(Edition2024, PutsTwoHoursTenNearPlace13800) {
    const RunOnce race(shipped("marseille-cassis-2024"));
    const auto& runners = race.record.runners;
    std::size_t under = 0;
    for (std::size_t i = 0; i < runners.finish_s.size(); ++i) {
        under += runners.finish_s[i] - runners.start_s[i] <= 7800.0;
    }
    const double share =
        static_cast<double>(under) / static_cast<double>(race.findings.runners.finished);
    test::tell("2 h 10 is place %zu of %zu, %.0f of 19,910", under, race.findings.runners.finished,
               19910.0 * share);
    EXPECT_NEAR(19910.0 * share, 13800.0, 400.0);
}

TEST(Edition2026, ElapsedAndCivilTimesAreBothRight) {
    const RunOnce race(scaled(shipped("marseille-cassis-2026"), 0.02));
    const LocalClock clock(race.record);
    ASSERT_TRUE(race.record.roads.has_value());
    const auto& closures = race.record.roads->closures;
    // From Saturday 18:00 summer time to Sunday 09:00 winter time are 16 hours, not 15.
    EXPECT_EQ(closures[0].closes_s, -16.0 * 3600.0);
    EXPECT_EQ(clock.iso(closures[0].closes_s), "2026-10-24T18:00:00+02:00");
    EXPECT_EQ(clock.iso(0.0), "2026-10-25T09:00:00+01:00");
    EXPECT_EQ(closures[1].closes_s, -3.0 * 3600.0);
    EXPECT_EQ(clock.iso(closures[1].closes_s), "2026-10-25T06:00:00+01:00");
    EXPECT_EQ(closures[3].closes_s, -3.5 * 3600.0);  // La Gineste, 05:30
    const StretchFindings& start = race.findings.stretches[0];
    EXPECT_NEAR(start.closed_s, start.opens_s + 16.0 * 3600.0, 1e-6);
}

TEST(Edition2026, TheTimetableIsInOrder) {
    const RunOnce race(scaled(shipped("marseille-cassis-2026"), 0.05));
    const auto& rows = race.findings.timetable;
    ASSERT_EQ(rows.size(), 20U + 4U + 1U);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        EXPECT_LT(rows[k].closes_s, rows[k].first_s) << rows[k].at_m;
        EXPECT_LE(rows[k].first_s, rows[k].median_s);
        EXPECT_LE(rows[k].median_s, rows[k].last_s);
        EXPECT_NEAR(rows[k].opens_s, std::max(rows[k].last_s, rows[k].sweeper_s) + 1200.0, 1e-6);
        if (k == 0) continue;
        EXPECT_GE(rows[k].at_m, rows[k - 1].at_m);
        EXPECT_GE(rows[k].first_s, rows[k - 1].first_s);
    }
    // Who is still out is before the sweeper, which looks round once a minute.
    for (const TimetableRow& row : rows) EXPECT_LE(row.last_s, row.sweeper_s + 60.0) << row.at_m;
}

// Medians by kilometre tell where.
std::vector<double> median_by_km_s(const Record& record) {
    std::vector<double> medians_s;
    for (int km = 1; km <= 19; ++km) {
        std::vector<double> times_s;
        for (std::size_t i = 0; i < record.runners.bib.size(); ++i) {
            times_s.push_back(passage_s(record, i, 1000.0 * km) -
                              passage_s(record, i, 1000.0 * (km - 1)));
        }
        medians_s.push_back(quantile(times_s, 0.5));
    }
    return medians_s;
}

TEST(EditionInHeat, IsSlowerEverywhere) {
    const RunOnce cool(scaled(shipped("marseille-cassis-2024"), 0.05));
    const RunOnce hot(scaled(shipped("marseille-cassis-heat"), 0.05));
    const double slower =
        hot.findings.finish.net_median_s / cool.findings.finish.net_median_s - 1.0;
    test::tell("median at WBGT 24: %+.1f %%", 100.0 * slower);
    // 9 degrees above 15 at 0.35 % each for the fastest tenth, twice that for the slowest
    EXPECT_GT(slower, 0.03);
    EXPECT_LT(slower, 0.08);
    const auto before_s = median_by_km_s(cool.record);
    const auto after_s = median_by_km_s(hot.record);
    for (std::size_t k = 0; k < before_s.size(); ++k) EXPECT_GT(after_s[k], before_s[k]) << k;
}

TEST(EditionInTheMistral, IsSlowerAgainstItAndFasterBeforeIt) {
    const RunOnce calm(scaled(shipped("marseille-cassis-2024"), 0.05));
    const RunOnce windy(scaled(shipped("marseille-cassis-mistral"), 0.05));
    const auto before_s = median_by_km_s(calm.record);
    const auto after_s = median_by_km_s(windy.record);
    std::size_t slower = 0;
    double worst = 0.0;
    for (std::size_t k = 0; k < before_s.size(); ++k) {
        const double change = after_s[k] / before_s[k] - 1.0;
        slower += change > 0.01;
        worst = std::max(worst, change);
        // Wind from 315 degrees along the road, over the kilometre.
        double headwind = 0.0;
        for (int j = 0; j < 100; ++j) {
            const double at_m = 1000.0 * static_cast<double>(k) + 10.0 * j;
            headwind += std::cos(windy.course.heading_rad(at_m) - 315.0 * M_PI / 180.0) / 100.0;
        }
        test::tell("km %zu: %+.1f %%, head wind %+.1f m/s", k + 1, 100.0 * change, 15.0 * headwind);
        if (headwind > 0.5) {
            EXPECT_GT(change, 0.0) << "km " << k + 1;
        }
        if (headwind < -0.5) {
            EXPECT_LT(change, 0.0) << "km " << k + 1;
        }
    }
    test::tell("median in the mistral: %+.1f %%; worst kilometre %+.1f %%",
               100.0 * (windy.findings.finish.net_median_s / calm.findings.finish.net_median_s - 1),
               100.0 * worst);
    EXPECT_GT(slower, 0U);
}

TEST(TheWalkOfTheDayBefore, IsWalkedAndArrivesSpreadOut) {
    const RunOnce race(scaled(shipped("autre-marseille-cassis"), 0.3));
    const FinishFindings& finish = race.findings.finish;
    const double kmh = 20.0 / (finish.net_median_s / 3600.0);
    test::tell("walk: median %.2f h, %.2f km/h; arrivals over %.2f h", finish.net_median_s / 3600.0,
               kmh, (finish.last_s - finish.first_s) / 3600.0);
    EXPECT_GT(kmh, 3.5);
    EXPECT_LT(kmh, 5.2);
    EXPECT_GT(finish.net_fastest_s, 20000.0 / 1.9);  // nobody runs: motion.walking.most_speed
    EXPECT_GT(finish.last_s - finish.first_s, 2.0 * 3600.0);  // the window, and speeds that differ
    const WaveRecord& wave = race.record.waves[0];
    EXPECT_LT(wave.first_over_s, 300.0);
    EXPECT_GT(wave.last_over_s, 6900.0);
}

TEST(OneRunner, IsWhereTheRoadsideExpectsThem) {
    const RunOnce race(scaled(shipped("one-runner"), 0.3));
    EXPECT_NEAR(race.net_s(0) / 6600.0, 1.0, 0.03);
    EXPECT_NEAR(race.net_s(1) / 5940.0, 1.0, 0.03);
    FollowWish wish;
    wish.finish_s = 5940.0;
    const auto plan = follow(race.scenario, race.course, race.field, race.record, wish);
    ASSERT_TRUE(plan.has_value());
    EXPECT_NEAR(plan->places.back().since_start_s, 5940.0, 60.0);
    EXPECT_EQ(plan->places.front().name, "Start");
    const auto named = [&](const std::string& name) {
        return std::any_of(plan->places.begin(), plan->places.end(),
                           [&](const FollowPlace& place) { return place.name == name; });
    };
    EXPECT_TRUE(named("km 13"));
    EXPECT_TRUE(named("Col de la Gineste"));
    for (const FollowPlace& place : plan->places) {
        EXPECT_LE(place.early_s, place.likely_s) << place.name;
        EXPECT_LE(place.likely_s, place.late_s) << place.name;
    }
}

TEST(TwoHundredThousand, AreInEightyWaves) {
    const Scenario scenario = shipped("two-hundred-thousand");
    EXPECT_EQ(scenario.waves.size(), 80U);
    EXPECT_EQ(scenario.field.entrants, 200000);
    EXPECT_EQ(*scenario.waves.back().gun_s, 6.0 * 3600.0 + 79.0 * 240.0);
    const RunOnce race(scaled(scenario, 0.005));
    EXPECT_EQ(race.findings.runners.started, race.findings.runners.entered);
}

}  // namespace
}  // namespace gineste
