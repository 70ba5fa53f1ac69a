// SPDX-License-Identifier: Apache-2.0
// Chicago 2013: 37,203 runners, start and mats every 5 km up to 40 km
// (data/races/chicago-2013-passages.csv.gz of the shared material).
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

#include "calibration/calibrate.hpp"
#include "calibration/calibrate_text.hpp"
#include "calibration/crowd_loss.hpp"
#include "core/quantity.hpp"
#include "core/random.hpp"
#include "course/course_files.hpp"
#include "gineste.hpp"
#include "races/report_row.hpp"
#include "races/start_lines.hpp"
#include "scenario/fragment.hpp"

namespace gineste {
namespace {

using test::Unit;

constexpr const char* kRace = "Chicago 2013";

std::string unpacked(const std::filesystem::path& file) {
    std::string text;
    VSILFILE* in = VSIFOpenL(("/vsigzip/" + file.string()).c_str(), "rb");
    std::string piece(1U << 20U, '\0');
    while (const std::size_t read = VSIFReadL(piece.data(), 1, piece.size(), in)) {
        text.append(piece, 0, read);
    }
    VSIFCloseL(in);
    return text;
}

class Chicago : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto file = test::shared_file("data/races/chicago-2013-passages.csv.gz");
        if (!file) GTEST_SKIP() << "chicago-2013-passages.csv.gz is not at hand (GINESTE_SHARED)";
        scenario_ = test::race_scenario("chicago-2013");
        course_.emplace(survey_course(scenario_));
        all_ = read_results(folder_.write("chicago.csv", unpacked(*file)), scenario_,
                            course_->length_m());
        ASSERT_EQ(all_.runners.size() + all_.broken.size(), 37203u);
        split();
    }

    // By lot, the same halves every time.
    void split() {
        one_ = other_ = all_;
        one_.runners.clear();
        other_.runners.clear();
        const Random random(2013);
        for (std::size_t i = 0; i < all_.runners.size(); ++i) {
            const bool first = random.uniform(RunnerId(i), Purpose::wave_lot) < 0.5;
            (first ? one_ : other_).runners.push_back(all_.runners[i]);
        }
    }

    // Of a fit to one half: everybody twice, so that the road is as full as it was.
    void apply_twice(const Calibration& found, Scenario& scenario) const {
        apply_fragment_text(fragment_text(found, one_, scenario), "fragment", scenario,
                            FittedWaves::fragment);
        scenario.field.no_show_share = 0.0;
        scenario.field.entrants = 0;
        for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
            scenario.waves[w].entrants = 2 * static_cast<int>(found.waves[w].started);
            scenario.field.entrants += scenario.waves[w].entrants;
        }
        scenario.start.release->density_per_m2 *= 2.0;
    }

    // One half as entrants who do what they did, each twice.
    std::filesystem::path entrants_of_half(const CrowdLoss& loss) const {
        const std::vector<double> finish_s = finish_times_s(one_, course_->length_m());
        std::string text = "wave,net time,start offset\n";
        for (std::size_t i = 0; i < one_.runners.size(); ++i) {
            const Result& runner = one_.runners[i];
            const std::string row =
                fmt::format("{},{},{}\n", scenario_.waves[runner.wave->value].name,
                            duration_text(std::round(loss.undisturbed_s(finish_s[i]))),
                            duration_text(runner.start_s));
            text += row + row;
        }
        return folder_.write("entrants.csv", text);
    }

    Results race(Scenario scenario, int k) const {
        scenario.seed += static_cast<std::uint64_t>(k);
        scenario.behaviour_seed += static_cast<std::uint64_t>(k);
        const Field field = draw_field(scenario, *course_);
        Race race(scenario, *course_, field);
        while (race.advance()) {
        }
        return timed(race.record(), field, all_.marks_m);
    }
    std::vector<Results> races(const Scenario& scenario) const {
        std::vector<Results> runs;
        for (int k = 0; k < test::seeds(); ++k) runs.push_back(race(scenario, k));
        return runs;
    }

    const TestFolder folder_;
    Scenario scenario_;
    std::optional<Course> course_;
    Results all_;
    Results one_;
    Results other_;
};

double count_row(const std::string& measure, double goal, const Results& observed,
                 const std::vector<Results>& runs, const Scenario& scenario) {
    const double error = pooled(compare(observed, runs, scenario), "count").error.mean;
    std::vector<double> errors;
    for (const Results& run : runs) {
        errors.push_back(pooled(compare(observed, {run}, scenario), "count").error.mean);
    }
    test::table_row(kRace, measure, goal, error, errors, Unit::percent);
    return error;
}

void tell_counts(const std::vector<Agreement>& measures) {
    for (const Agreement& one : measures) {
        if (one.group != "count") continue;
        test::tell("%s: mean %.2f %%, largest %.2f %%", one.where.c_str(), 100.0 * one.error.mean,
                   100.0 * one.error.largest);
    }
}

// What chance alone leaves between two halves of one race, whatever the model.
TEST_F(Chicago, HalvesOfTheFieldDifferByChance) {
    const auto measures = compare(other_, {one_}, scenario_);
    test::table_row(kRace, "counts at 5-40 km: the half itself, no model", std::nullopt,
                    pooled(measures, "count").error.mean, {}, Unit::percent);
    EXPECT_LT(pooled(measures, "count").error.mean, 0.005);
}

TEST_F(Chicago, HalfOfTheFieldWithItsStartsPredictsTheCountsOfTheOther) {
    Scenario scenario = scenario_;
    const Calibration found = calibrate(one_, scenario, *course_);
    apply_twice(found, scenario);
    // What the crowd took is in the times already: a race run with them says how much it was.
    constexpr int another_day = 1000;
    const Results fitted = race(scenario, another_day);
    const CrowdLoss loss(finish_times_s(one_, course_->length_m()),
                         finish_times_s(fitted, course_->length_m()));
    scenario.field.entrants_file = entrants_of_half(loss);
    const std::vector<Results> runs = races(scenario);
    tell_counts(compare(other_, runs, scenario));
    EXPECT_LT(count_row("counts at 5-40 km, individual starts", 0.005, other_, runs, scenario),
              0.005);
}

TEST_F(Chicago, TheFieldByWavePredictsTheCountsOfTheOtherHalf) {
    Scenario scenario = scenario_;
    Calibration found = calibrate(one_, scenario, *course_);
    apply_twice(found, scenario);
    constexpr int another_day = 1000;
    take_out_crowd(one_, race(scenario, another_day), course_->length_m(), found);
    scenario = scenario_;
    apply_twice(found, scenario);
    const std::vector<Results> runs = races(scenario);
    tell_counts(compare(other_, runs, scenario));
    EXPECT_LT(count_row("counts at 5-40 km, field by wave", 0.01, other_, runs, scenario), 0.01);
}

// The second wave's own times are known, as an organiser knows them from entries; how fast the line
// lets it go comes from the first.
TEST_F(Chicago, TheFirstWavePredictsHowTheSecondGoesOverTheLine) {
    Scenario scenario = scenario_;
    Results first = all_;
    first.runners.clear();
    for (const Result& runner : all_.runners) {
        if (runner.wave == WaveId(std::size_t{0})) first.runners.push_back(runner);
    }
    const Calibration from_first = calibrate(first, scenario, *course_);
    const Calibration field = calibrate(all_, scenario, *course_);
    test::tell("Chicago 2013, wave 1: density %.3f /m2, decay %.2f",
               from_first.density_per_m2.value, from_first.decay.value);
    apply_fragment_text(fragment_text(field, all_, scenario), "fragment", scenario,
                        FittedWaves::fragment);
    scenario.start.release =
        ReleaseSpec{from_first.density_per_m2.value, from_first.decay.value, 0.0};
    for (WaveSpec& wave : scenario.waves) wave.flow_share = 1.0;
    scenario.waves[1].delay_s = scenario.waves[0].delay_s;
    std::vector<Results> runs;
    std::vector<double> errors;
    const auto error_of = [&](const std::vector<Results>& some) {
        for (const Agreement& one : compare(all_, some, scenario)) {
            if (one.group == "start" && one.where == scenario.waves[1].name) return one.error.mean;
        }
        return 1.0;
    };
    for (int k = 0; k < test::seeds(); ++k) {
        runs.push_back(test::starts_of_race(scenario, k));
        runs.back().marks_m = all_.marks_m;
        for (Result& runner : runs.back().runners) {
            runner.net_s.assign(all_.marks_m.size(), std::nan(""));
        }
        errors.push_back(error_of({runs.back()}));
    }
    const double error = error_of(runs);
    test::table_row(kRace, "share over the line, wave 2 from wave 1", 0.03, error, errors,
                    Unit::percent);
    EXPECT_LT(error, 0.03);
}

}  // namespace
}  // namespace gineste
