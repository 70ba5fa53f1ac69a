// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/summary_json.hpp"
#include "report/timing_json.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

nlohmann::json parsed_summary(const Record& record) {
    return nlohmann::json::parse(summary_json(record, find_all(record), "1.2.3"));
}

TEST(SummaryJson, HoldsWhatIsPromised) {
    const nlohmann::json summary = parsed_summary(large_record());
    for (const char* path : {"/scenario",
                             "/version",
                             "/input_sha256",
                             "/seed",
                             "/runners/entered",
                             "/runners/started",
                             "/runners/finished",
                             "/runners/withdrawn",
                             "/finish/first_s",
                             "/finish/median_s",
                             "/finish/last_s",
                             "/engine/step_s",
                             "/engine/runner_steps",
                             "/engine/simulated_s",
                             "/state_hash",
                             "/congestion/peak_density_per_m2",
                             "/congestion/worst_places/0/likely_cause",
                             "/waves/0/gun_s",
                             "/waves/0/flow_per_s_per_m",
                             "/waves/0/lost_p95_s",
                             "/stations/0/km",
                             "/stations/0/peak_cups_per_min",
                             "/stations/0/wait_p95_s",
                             "/closures/20/last_s"}) {
        EXPECT_TRUE(summary.contains(nlohmann::json::json_pointer(path))) << path;
    }
    EXPECT_EQ(summary["version"], "1.2.3");
    EXPECT_EQ(summary["congestion"]["worst_places"].size(), 10U);
}

TEST(SummaryJson, SaysNothingOfTheTimeThatTheComputationTook) {
    Record record = large_record();
    const nlohmann::json once = parsed_summary(record);
    record.engine.simulation_s += 1.0;
    record.engine.phases.move_s += 1.0;
    record.engine.threads += 1;
    EXPECT_EQ(parsed_summary(record), once);
    const auto timing = nlohmann::json::parse(timing_json(record.engine));
    EXPECT_EQ(timing["threads"], record.engine.threads);
    EXPECT_EQ(timing["phases"]["move_s"], record.engine.phases.move_s);
    EXPECT_EQ(timing["move_parts"]["jostle_s"], record.engine.move_parts.jostle_s);
}

TEST(SummaryJson, WritesNullForWhatNeverHappened) {
    Record record = empty_record(20, 6.0, 10);
    record.waves = {{"Late", 5, 0, 0, 60.0, NAN, NAN, NAN, 12.0, NAN, NAN}};
    const nlohmann::json summary = parsed_summary(record);
    EXPECT_TRUE(summary["finish"]["first_s"].is_null());
    EXPECT_TRUE(summary["waves"][0]["gun_s"].is_null());
    EXPECT_EQ(summary["waves"][0]["gun_clock"], "");
}

TEST(SummaryJson, KeepsSeedsWhole) {
    Record record = empty_record(20, 6.0, 10);
    record.seed = 18446744073709551615U;
    EXPECT_EQ(parsed_summary(record)["seed"].get<std::uint64_t>(), record.seed);
}

TEST(SummaryJson, TellsNoFolderOfTheUser) {
    const Record record = empty_record(20, 6.0, 10);
    EXPECT_EQ(parsed_summary(record)["scenario_file"], "test.yaml");
}

TEST(SummaryJson, SurvivesNamesThatAreNotUtf8) {
    Record record = empty_record(20, 6.0, 10);
    record.scenario = "Caf\xE9 </script>";
    EXPECT_EQ(parsed_summary(record)["scenario"], "Caf\uFFFD </script>");
}

TEST(SummarySchema, IsTheOneInTheRepository) {
    const nlohmann::json schema = nlohmann::json::parse(summary_schema());
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

}  // namespace
}  // namespace gineste
