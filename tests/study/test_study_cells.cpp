// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "study/study_cells.hpp"
#include "study/study_page.hpp"

namespace gineste {
namespace {

/// A race on two pieces of road: densities by interval, on both alike but for `extra` on the
/// second.
RaceOutcome race(std::vector<float> density_per_m2, float extra = 0.0F) {
    RaceOutcome outcome;
    for (const float density : density_per_m2) outcome.on_road.push_back(density > 0 ? 10.0 : 0.0);
    outcome.cells_per_m2 = density_per_m2;
    for (const float density : density_per_m2) outcome.cells_per_m2.push_back(density + extra);
    return outcome;
}

TEST(StudyCells, GridEndsWithTheLastRunnerOfAnyRace) {
    const CellGrid grid = grid_of({race({0.1F, 0.2F, 0.0F, 0.0F}), race({0.1F, 0.2F, 0.3F})}, 2);
    EXPECT_EQ(grid.segments, 2U);
    EXPECT_EQ(grid.intervals, 3U);
}

TEST(StudyCells, MeanCountsARaceThatIsOverAsEmpty) {
    const std::vector<RaceOutcome> races = {race({0.25F}), race({0.75F, 0.5F})};
    const std::vector<double> mean = mean_cells(races, {2, 2});
    EXPECT_EQ(mean, (std::vector<double>{0.5, 0.25, 0.5, 0.25}));
}

TEST(StudyCells, DifferenceIsToldWhereItIsShownAndNoughtWhereItIsNoise) {
    std::vector<RaceOutcome> first;
    std::vector<RaceOutcome> plan;
    for (const float noise : {0.0F, 0.125F, 0.25F, 0.375F}) {
        first.push_back(race({0.5F + noise}));
        // On the first piece up and down, on the second half a runner more each time.
        const float sway = noise < 0.2F ? 0.0625F : -0.0625F;
        plan.push_back(race({0.5F + noise + sway}, 0.5F));
    }
    const std::vector<double> shown = shown_differences(first, plan, {2, 1});
    EXPECT_EQ(shown[0], 0.0);
    EXPECT_DOUBLE_EQ(shown[1], 0.5);
}

TEST(StudyPage, HoldsADiagramOfEachPlanAndTheDifferenceOfTheOthers) {
    CompareReport report;
    report.plans = {{"A", "a.yaml", {race({0.25F}), race({0.25F})}},
                    {"B", "b.yaml", {race({0.5F}), race({0.5F})}}};
    StudyFrame frame{"Europe/Paris", 0.0, 60.0, std::vector<SegmentRecord>(2)};
    const nlohmann::ordered_json page = compare_page(report, frame, "1");
    EXPECT_EQ(page["kind"], "compare");
    EXPECT_EQ(page["diagrams"]["intervals"], 1);
    EXPECT_EQ(page["diagrams"]["plans"][0]["density_per_m2"], nlohmann::ordered_json({0.25, 0.25}));
    EXPECT_FALSE(page["diagrams"]["plans"][0].contains("difference"));
    EXPECT_EQ(page["diagrams"]["plans"][1]["difference"], nlohmann::ordered_json({0.25, 0.25}));
    frame.segments.clear();
    EXPECT_TRUE(compare_page(report, frame, "1")["diagrams"].is_null());
}

}  // namespace
}  // namespace gineste
