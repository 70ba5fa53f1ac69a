// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "calibration/calibrate.hpp"
#include "calibration/calibrate_text.hpp"
#include "calibration/compare.hpp"
#include "course/course_files.hpp"
#include "field/fade.hpp"
#include "motion/fade.hpp"
#include "scenario/fragment.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr double kLength = 10000.0;

// Two waves of 2,500 on a road wide enough that nobody is in anybody's way.
Scenario known_race() {
    Scenario scenario = test::plain_scenario(2500, 3.0);
    scenario.name = "known";
    scenario.field.law = AbilityLaw::log_normal;
    scenario.field.men = {3400.0, 0.2, 0.1};
    scenario.field.women = {3700.0, 0.2, 0.1};
    scenario.field.drift = 0.2;
    scenario.field.noise_sd = 0.05;
    scenario.field.noise_length_m = 500.0;
    scenario.start.line_width_m = 30.0;
    scenario.start.release = ReleaseSpec{0.12, 0.15, 0.0};
    scenario.waves[0].order = PenOrder::by_prediction;
    test::add_wave(scenario, 2500, 600.0);
    scenario.waves[0].men = TimeDistribution{3000.0, 0.15, 0.0};
    scenario.waves[0].women = TimeDistribution{3300.0, 0.15, 0.0};
    scenario.waves[1].men = TimeDistribution{3800.0, 0.2, 0.2};
    scenario.waves[1].women = TimeDistribution{4100.0, 0.2, 0.2};
    scenario.waves[0].prediction_sd = 0.1;
    scenario.waves[1].prediction_sd = 0.2;
    scenario.waves[0].women_share = 0.3;
    scenario.waves[1].women_share = 0.5;
    scenario.field.entrants = 5000;
    return scenario;
}

Course wide_road() { return straight_course(kLength, 0.0, 60.0); }

Results race_of(const Scenario& scenario, const Course& course) {
    const Field field = draw_field(scenario, course);
    Race race(scenario, course, field, {2, best_instruction_set()});
    while (race.advance()) {
    }
    std::vector<double> marks_m;
    for (int km = 1; km <= 10; ++km) marks_m.push_back(1000.0 * km);
    return timed(race.record(), field, marks_m);
}

struct Known {
    Scenario scenario = known_race();
    Course course = wide_road();
    Results results = race_of(scenario, course);
    Calibration found = calibrate(results, scenario, course);
};

const Known& known() {
    static const Known once;
    return once;
}

// Half of the tolerance is what 5,000 runners leave to chance, half the crowd that there is.
TEST(Calibrate, FindsTheFieldThatARaceWasRunWith) {
    const Calibration& found = known().found;
    const Scenario& truth = known().scenario;
    for (std::size_t w = 0; w < 2; ++w) {
        const WaveFit& wave = found.waves[w];
        EXPECT_EQ(wave.started, 2500u);
        EXPECT_NEAR(wave.men.median_s.value / truth.waves[w].men->median_s, 1.0, 0.02);
        EXPECT_NEAR(wave.women.median_s.value / truth.waves[w].women->median_s, 1.0, 0.02);
        EXPECT_LT(wave.men.distance, 0.03);
        EXPECT_NEAR(wave.women_share.value, *truth.waves[w].women_share, 0.03);
        EXPECT_NEAR(wave.prediction_sd.value, *truth.waves[w].prediction_sd, 0.02);
    }
    EXPECT_TRUE(std::isnan(found.withdraw_share.value));
    EXPECT_TRUE(std::isnan(found.no_show_share.value));
}

// Several sets of numbers make nearly the same fade, so it is the fade that is compared.
TEST(Calibrate, FindsThePaceThatARaceWasRunWith) {
    const PacingFit& pacing = known().found.pacing;
    EXPECT_EQ(pacing.runners, 5000u);
    const FieldSpec field = pacing.applied_to(known().scenario.field);
    const Fade law{field.drift_from, field.drift_to - field.drift_from, field.drift_sooner, 0.0};
    const Fade truth;
    for (const double slower : {0.85, 1.0, 1.15}) {
        const auto drift = static_cast<float>(fade(field, slower, 1.0));
        const auto true_drift = static_cast<float>(fade(known().scenario.field, slower, 1.0));
        for (const double part : {0.15, 0.35, 0.55, 0.75, 0.95}) {
            EXPECT_NEAR(law.factor(drift, part) / truth.factor(true_drift, part), 1.0, 0.012)
                << slower << " " << part;
        }
    }
    EXPECT_LT(pacing.misfit, 0.005);
    EXPECT_LT(pacing.drift_sd.value, 0.03);
    EXPECT_NEAR(pacing.noise_sd.value, 0.05, 0.012);
    EXPECT_EQ(pacing.noise_length_m, 500.0);
    EXPECT_GT(pacing.drift.error, 0.0);
}

TEST(Calibrate, FindsTheReleaseThatARaceWasRunWith) {
    const Calibration& found = known().found;
    EXPECT_NEAR(found.density_per_m2.value, 0.12, 0.01);
    EXPECT_NEAR(found.decay.value, 0.15, 0.03);
    EXPECT_LT(found.flow_sd, 0.05);
}

TEST(Calibrate, WritesAFragmentThatTheLoaderTakesAndThatRunsTheSameRace) {
    const TestFolder folder;
    const std::string text = fragment_text(known().found, known().results, known().scenario);
    Scenario fitted = test::plain_scenario(100, 3.0);
    fitted.start.line_width_m = 30.0;
    fitted.field.law = AbilityLaw::log_normal;
    apply_fragment(folder.write("fragment.yaml", text), fitted, FittedWaves::fragment);
    ASSERT_EQ(fitted.waves.size(), 2u);
    EXPECT_EQ(fitted.field.entrants, 5000);
    EXPECT_EQ(fitted.waves[1].gun_s, known().scenario.waves[1].gun_s);
    EXPECT_NEAR(*fitted.waves[1].prediction_sd, known().found.waves[1].prediction_sd.value, 1e-4);

    const Results again = race_of(fitted, known().course);
    const auto measures = compare(known().results, {again}, known().scenario);
    EXPECT_LT(pooled(measures, "start").error.mean, 0.02);
    EXPECT_LT(pooled(measures, "count").error.mean, 0.02);
    EXPECT_LT(pooled(measures, "pace").error.mean, 0.01);
}

TEST(Calibrate, TellsOfEveryWaveAndOfBrokenRows) {
    const std::string text = calibrate_text(known().found, known().results, known().scenario);
    EXPECT_THAT(text, HasSubstr("wave 2, women"));
    EXPECT_THAT(text, HasSubstr("±"));
    Results broken = known().results;
    broken.broken = {{7, "5 km", "25:0x", "not a time"}};
    EXPECT_THAT(broken_text(broken), HasSubstr("line 7, 5 km: 25:0x (not a time)"));
}

TEST(Calibrate, DrawsItsFit) {
    const std::string svg = fit_picture(known().found, known().scenario);
    EXPECT_THAT(svg, HasSubstr("<svg"));
    EXPECT_THAT(svg, HasSubstr("stroke-dasharray"));
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
}

constexpr const char* kTwoWaves = R"(start:
  release: {density: 0.4 /m2}
waves:
  - {name: Fast, entrants: 30, gun: "08:00", women_share: 0.25}
  - {name: Slow, entrants: 70, gun: "08:10", prediction_sd: 0.08}
field:
  no_show_share: 0.2
)";

Scenario with_waves(const std::vector<std::string>& names) {
    Scenario scenario = test::plain_scenario(100, 3.0);
    const WaveSpec like = scenario.waves.front();
    scenario.waves.clear();
    for (const std::string& name : names) {
        scenario.waves.push_back(like);
        scenario.waves.back().name = name;
        scenario.waves.back().entrants = 50;
    }
    return scenario;
}

// 2026-12-01: whoever tried new waves with a calibrated field was shown the waves of the year
// fitted.
TEST(Fragment, LeavesThePlanOfTheWavesToTheScenarioAndTakesTheirRunners) {
    const Scenario plan = with_waves({"Slow", "Fast"});
    Scenario fitted = plan;
    apply_fragment_text(kTwoWaves, "fragment", fitted, FittedWaves::scenario);
    ASSERT_EQ(fitted.waves.size(), 2u);
    for (const std::size_t w : {0u, 1u}) {
        EXPECT_EQ(fitted.waves[w].gun_s, plan.waves[w].gun_s);
        EXPECT_EQ(fitted.waves[w].entrants, 50);
    }
    EXPECT_EQ(fitted.waves[0].prediction_sd, 0.08);
    EXPECT_EQ(fitted.waves[1].women_share, 0.25);
    EXPECT_EQ(fitted.field.entrants, plan.field.entrants);
    EXPECT_EQ(fitted.field.no_show_share, 0.2);
    EXPECT_THAT(fitted.fitted, ElementsAre(HasSubstr("start.release, field.no_show_share ("),
                                           HasSubstr("the waves are the scenario's, run by")));
}

// 2026-12-01: a namesake that says nothing of women or flow took the scenario's own away.
TEST(Fragment, LeavesToAWaveWhatItDoesNotSay) {
    Scenario fitted = with_waves({"Fast", "Slow"});
    fitted.waves[1].women_share = 0.4;
    fitted.waves[1].flow_share = 0.7;
    fitted.waves[0].prediction_sd = 0.02;
    apply_fragment_text(kTwoWaves, "fragment", fitted, FittedWaves::scenario);
    EXPECT_EQ(fitted.waves[1].women_share, 0.4);
    EXPECT_EQ(fitted.waves[1].flow_share, 0.7);
    EXPECT_EQ(fitted.waves[1].prediction_sd, 0.08);
    EXPECT_EQ(fitted.waves[0].prediction_sd, 0.02);
    EXPECT_EQ(fitted.waves[0].women_share, 0.25);
}

// 2026-12-01: what a fragment replaces was told by its name, without what stood there before.
TEST(Fragment, SaysWhatStoodThereAndWhatDoesNow) {
    Scenario fitted = with_waves({"All"});
    fitted.field.no_show_share = 0.05;
    fitted.field.withdraw_share = 0.01;
    apply_fragment_text("field:\n  no_show_share: 0.2\n  withdraw_share: 0.01\n", "fragment",
                        fitted, FittedWaves::scenario);
    EXPECT_THAT(fitted.fitted,
                ElementsAre("the fragment replaces field.no_show_share (0.05 → 0.2)"));
}

TEST(Fragment, OfOtherWavesIsTakenWithoutThemAndSaysSo) {
    const Scenario plan = with_waves({"Slow", "Fast", "New"});
    Scenario fitted = plan;
    apply_fragment_text(kTwoWaves, "fragment", fitted, FittedWaves::scenario);
    ASSERT_EQ(fitted.waves.size(), 3u);
    EXPECT_FALSE(fitted.waves[0].prediction_sd.has_value());  // all of them or none
    EXPECT_EQ(fitted.field.no_show_share, 0.2);
    EXPECT_THAT(fitted.fitted.back(), HasSubstr("the fragment ('Fast', 'Slow') has no 'New'"));
}

// 2026-12-01: who ran in a wave of the fragment that the scenario has not was dropped in silence.
TEST(Fragment, NamesItsWavesThatTheScenarioHasNot) {
    Scenario fitted = with_waves({"Fast"});
    apply_fragment_text(kTwoWaves, "fragment", fitted, FittedWaves::scenario);
    ASSERT_EQ(fitted.waves.size(), 1u);
    EXPECT_EQ(fitted.waves[0].women_share, 0.25);
    EXPECT_THAT(fitted.fitted.back(), HasSubstr("of the same names, without 'Slow'"));
}

// 2026-12-01: "field.entrants (100 → 5000)" was told of a race in which 100 ran.
TEST(Fragment, ReplacesNoSizeThatTheWavesSay) {
    for (const FittedWaves whose : {FittedWaves::scenario, FittedWaves::fragment}) {
        Scenario fitted = with_waves({"Slow", "Fast"});
        fitted.field.entrants = 100;
        apply_fragment_text("field:\n  entrants: 5000\n", "fragment", fitted, whose);
        EXPECT_EQ(fitted.field.entrants, 100);
        EXPECT_THAT(fitted.fitted,
                    ElementsAre("field.entrants stays 100, as many as the waves have"));
    }
}

TEST(Fragment, BringsItsSizeWithItsWaves) {
    Scenario fitted = with_waves({"All"});
    fitted.field.entrants = 50;
    apply_fragment_text(std::string(kTwoWaves) + "  entrants: 100\n", "fragment", fitted,
                        FittedWaves::fragment);
    EXPECT_EQ(fitted.field.entrants, 30 + 70);
    EXPECT_THAT(fitted.fitted.front(), HasSubstr("field.entrants (50 → 100)"));
}

TEST(Fragment, ReplacesThePlanWhereItIsAskedTo) {
    Scenario fitted = with_waves({"All"});
    apply_fragment_text(kTwoWaves, "fragment", fitted, FittedWaves::fragment);
    ASSERT_EQ(fitted.waves.size(), 2u);
    EXPECT_EQ(fitted.waves[1].gun_s, 8 * 3600.0 + 600.0);
    EXPECT_THAT(fitted.fitted.back(), HasSubstr("2 waves from 08:00 to 08:10 in place of 1 wave"));
}

TEST(Fragment, IsRefusedWithItsPlaceWhereItIsWrong) {
    const TestFolder folder;
    Scenario scenario = test::plain_scenario(100, 3.0);
    const auto file = folder.write("fragment.yaml", "start:\n  release: {densty: 0.4 /m2}\n");
    const std::string complaint =
        complaint_of([&] { apply_fragment(file, scenario, FittedWaves::fragment); });
    EXPECT_THAT(complaint, HasSubstr("fragment.yaml:2:"));
    EXPECT_THAT(complaint, HasSubstr("density"));
    EXPECT_THAT(complaint_of([&] {
                    apply_fragment(folder.write("b.yaml", "name: x\n"), scenario,
                                   FittedWaves::fragment);
                }),
                HasSubstr("name"));
}

}  // namespace
}  // namespace gineste
