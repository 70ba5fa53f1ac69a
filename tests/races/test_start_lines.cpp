// SPDX-License-Identifier: Apache-2.0
// Waves over real start lines, fitted on one race and predicted for another. Data: finishers over
// the line every 10 s (data/races/start-crossings-10s.csv of the shared material).
#include <gtest/gtest.h>

#include <cmath>

#include "calibration/calibrate.hpp"
#include "gineste.hpp"
#include "races/report_row.hpp"
#include "races/start_lines.hpp"

namespace gineste {
namespace {

using test::Unit;

class StartLine : public ::testing::Test {
  protected:
    void SetUp() override {
        table_ = test::shared_file("data/races/start-crossings-10s.csv");
        if (!table_) GTEST_SKIP() << "start-crossings-10s.csv is not at hand (GINESTE_SHARED)";
    }

    Calibration fit(const std::string& race, const std::string& year, Scenario scenario) const {
        const Results results = test::start_crossings(*table_, race, year, scenario);
        test::set_entrants(results, scenario);
        return calibrate(results, scenario, survey_course(scenario));
    }

    std::vector<Results> predict(const Scenario& scenario) const {
        std::vector<Results> runs;
        for (int k = 0; k < test::seeds(); ++k) runs.push_back(test::starts_of_race(scenario, k));
        return runs;
    }

    std::optional<std::filesystem::path> table_;
};

std::vector<double> errors_of(const Results& observed, const std::vector<Results>& runs) {
    std::vector<double> errors;
    for (const Results& run : runs) errors.push_back(test::whole_start(observed, {run}).error.mean);
    return errors;
}

double row(const std::string& race, const std::string& measure, double goal,
           const Results& observed, const std::vector<Results>& runs) {
    const double error = test::whole_start(observed, runs).error.mean;
    test::table_row(race, measure, goal, error, errors_of(observed, runs), Unit::percent);
    return error;
}

/// The error of each wave.
std::vector<double> rows_by_wave(const std::string& race, double goal, const Results& observed,
                                 const std::vector<Results>& runs, const Scenario& scenario) {
    std::vector<double> found;
    for (const Agreement& wave : compare(observed, runs, scenario)) {
        if (wave.group != "start") continue;
        std::vector<double> errors;
        for (const Results& run : runs) {
            for (const Agreement& one : compare(observed, {run}, scenario)) {
                if (one.group == "start" && one.where == wave.where)
                    errors.push_back(one.error.mean);
            }
        }
        test::table_row(race, "share over the line, " + wave.where, goal, wave.error.mean, errors,
                        Unit::percent);
        found.push_back(wave.error.mean);
    }
    return found;
}

// Every year alike: the mean of their decays, and of the logarithms of their densities.
TEST_F(StartLine, OfBoston2004IsPredictedFrom2001To2003) {
    Scenario scenario = test::race_scenario("boston-start");
    double log_sum = 0.0;
    double log_squares = 0.0;
    double decay = 0.0;
    for (const char* year : {"2001", "2002", "2003"}) {
        const Calibration found = fit("boston", year, scenario);
        const double log = std::log(found.density_per_m2.value);
        test::tell("Boston %s: density %.3f /m2, decay %.2f, share off by %.2f %%", year,
                   found.density_per_m2.value, found.decay.value,
                   100.0 * found.waves[0].share_error);
        log_sum += log / 3.0;
        log_squares += log * log / 3.0;
        decay += found.decay.value / 3.0;
    }
    const double sd = std::sqrt(1.5 * std::max(0.0, log_squares - log_sum * log_sum));
    scenario.start.release = ReleaseSpec{std::exp(log_sum), decay, sd};
    const Results observed = test::start_crossings(*table_, "boston", "2004", scenario);
    test::set_entrants(observed, scenario);
    const double error =
        row("Boston start line 2004", "share over the line", 0.02, observed, predict(scenario));
    // The goal, 2 %, is missed: from the first minute on the line of 2004 passed 13 % less than in
    // each of the three years before (15.4 against 17.4-18.0 finishers/s over ten minutes).
    EXPECT_NEAR(error, 0.079, 0.01);
    // 2004 was hot (about 29 C in the air): slower runners, and with them a slower line.
    scenario.weather.temperature_c = 29.0;
    scenario.weather.humidity = 0.3;
    const double hot = row("Boston start line 2004", "the same, told of its 29 C", 0.02, observed,
                           predict(scenario));
    EXPECT_LT(hot, error);
}

TEST_F(StartLine, OfBerlin2011IsPredictedFrom2010) {
    const Scenario before = test::race_scenario("berlin-2010");
    const Calibration found = fit("berlin", "2010", before);
    test::tell("Berlin 2010: density %.3f /m2, decay %.2f, sd %.3f", found.density_per_m2.value,
               found.decay.value, found.flow_sd);
    Scenario scenario = test::race_scenario("berlin-2011");
    scenario.start.release =
        ReleaseSpec{found.density_per_m2.value, found.decay.value, found.flow_sd};
    const Results observed = test::start_crossings(*table_, "berlin", "2011", scenario);
    const std::vector<Results> runs = predict(scenario);
    EXPECT_LT(row("Berlin start waves 2011", "share over the line", 0.03, observed, runs), 0.03);
    const auto waves = rows_by_wave("Berlin start waves 2011", 0.03, observed, runs, scenario);
    ASSERT_EQ(waves.size(), 3u);
    EXPECT_LT(waves[0], 0.03);
    EXPECT_LT(waves[1], 0.03);
    EXPECT_NEAR(waves[2], 0.046, 0.01);  // goal: 0.03; README.md says why it is missed
}

}  // namespace
}  // namespace gineste
