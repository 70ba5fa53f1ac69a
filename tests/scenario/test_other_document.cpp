// SPDX-License-Identifier: Apache-2.0
// A file of one kind, given to what reads another: said in one sentence, with what does read it.
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "day_example.hpp"
#include "scenario/day_spec.hpp"
#include "scenario/optimise_spec.hpp"
#include "scenario/study_spec.hpp"

namespace gineste {
namespace {

class OtherDocument : public testing::Test {
  protected:
    // "line:column: problem (why). Suggestion.", each on a line of its own.
    template <class Load>
    static std::string said_by(const Load& load, const std::filesystem::path& file) {
        std::string said;
        try {
            load(file);
        } catch (const InputError& error) {
            for (const Problem& one : error.problems()) {
                said += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) +
                        ": " + one.problem + " (" + one.why + "). " + one.suggestion + "\n";
            }
        }
        return said;
    }
    static void read_scenario(const std::filesystem::path& file) { load_scenario(file); }

    DayFolder folder_;
    std::filesystem::path scenario_ = folder_.write("races/example.yaml", example_text());
    std::filesystem::path day_ = folder_.write_day(day_text());
};

TEST_F(OtherDocument, ADayGivenForAScenarioIsADay) {
    EXPECT_EQ(
        said_by(read_scenario, day_),
        "2:1: this is a race day (it has the key `gineste_day`). Run it with `gineste day`.\n");
}

TEST_F(OtherDocument, ADayWhoseKeyIsNotTheFirstIsToldToPutItThere) {
    const auto file = folder_.write("races/late.yaml", "name: x\ngineste_day: 1\n");
    EXPECT_FALSE(is_day_file(file));
    EXPECT_EQ(
        said_by(read_scenario, file),
        "2:1: this is a race day (it has the key `gineste_day`). Put that key first and run it "
        "with `gineste day`.\n");
}

TEST_F(OtherDocument, AScenarioGivenForADayIsTheScenarioOfOneRace) {
    EXPECT_EQ(said_by(load_day, scenario_),
              "1:1: this is the scenario of one race (it has the key `gineste`). Run it with "
              "`gineste run`; days and studies name it as `scenario`.\n");
}

TEST_F(OtherDocument, AScenarioThatStandsOnADayPointsIntoTheDay) {
    const auto file = folder_.write("races/upper.yaml", "extends: day.yaml\nname: Upper\n");
    EXPECT_EQ(said_by(read_scenario, file), said_by(read_scenario, day_));
}

TEST_F(OtherDocument, ADayOfADayIsRefused) {
    folder_.write("races/half.yaml", day_text());
    const auto read_all = [](const std::filesystem::path& file) { load_day_races(load_day(file)); };
    EXPECT_EQ(said_by(read_all, day_), said_by(read_scenario, day_));
}

TEST_F(OtherDocument, StudiesSearchesAndDaysAreToldFromOneAnother) {
    const auto study = folder_.write("races/study.yaml", "gineste_study: 1\n");
    const auto search = folder_.write("races/search.yaml", "gineste_optimise: 1\n");
    const std::string as_study =
        "1:1: this is a study that varies keys (it has the key `gineste_study`). Run it with "
        "`gineste sweep run`.\n";
    const std::string as_search =
        "1:1: this is a search for waves (it has the key `gineste_optimise`). Run it with `gineste "
        "optimise`.\n";
    EXPECT_EQ(said_by(read_scenario, study), as_study);
    EXPECT_EQ(said_by(load_day, study), as_study);
    EXPECT_EQ(said_by(load_optimise, study), as_study);
    EXPECT_EQ(said_by(load_study, search), as_search);
    EXPECT_EQ(said_by(load_study, day_), said_by(read_scenario, day_));
}

TEST_F(OtherDocument, AFileThatHasTheRightKeyTooIsReadByIt) {
    const auto file = folder_.write("races/both.yaml", "gineste: 1\ngineste_day: 1\n");
    EXPECT_NE(said_by(read_scenario, file).find("unknown key 'gineste_day'"), std::string::npos);
}

}  // namespace
}  // namespace gineste
