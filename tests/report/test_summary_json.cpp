// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "report/summary_json.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

nlohmann::json summary_of(const Record& record) {
    return nlohmann::json::parse(summary_json(record, find_all(record), "1.2.3"));
}

TEST(SummaryJson, HoldsWhatIsPromised) {
    const nlohmann::json summary = summary_of(large_record());
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
                             "/engine/threads",
                             "/engine/step_s",
                             "/engine/runner_steps",
                             "/engine/simulation_s",
                             "/engine/simulated_s",
                             "/engine/phases/move_s",
                             "/engine/move_parts/jostle_s",
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

TEST(SummaryJson, WritesNullForWhatNeverHappened) {
    Record record = empty_record(20, 6.0, 10);
    record.waves = {{"Late", 5, 0, 0, 60.0, NAN, NAN, NAN, 12.0, NAN, NAN}};
    const nlohmann::json summary = summary_of(record);
    EXPECT_TRUE(summary["finish"]["first_s"].is_null());
    EXPECT_TRUE(summary["waves"][0]["gun_s"].is_null());
    EXPECT_EQ(summary["waves"][0]["gun_clock"], "");
}

TEST(SummaryJson, KeepsSeedsWhole) {
    Record record = empty_record(20, 6.0, 10);
    record.seed = 18446744073709551615U;
    EXPECT_EQ(summary_of(record)["seed"].get<std::uint64_t>(), record.seed);
}

TEST(SummaryJson, TellsNoFolderOfTheUser) {
    const Record record = empty_record(20, 6.0, 10);
    EXPECT_EQ(summary_of(record)["scenario_file"], "test.yaml");
}

TEST(SummaryJson, SurvivesNamesThatAreNotUtf8) {
    Record record = empty_record(20, 6.0, 10);
    record.scenario = "Caf\xE9 </script>";
    EXPECT_EQ(summary_of(record)["scenario"], "Caf\uFFFD </script>");
}

TEST(SummarySchema, IsTheOneInTheRepository) {
    const nlohmann::json schema = nlohmann::json::parse(summary_schema());
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

}  // namespace
}  // namespace gineste
