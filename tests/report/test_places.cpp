// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "report/findings.hpp"
#include "report/places.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

constexpr double kThreshold = 0.6;

TEST(CrowdedPlaces, AreNoneOnAQuietRoad) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 5, 5, {0.59, 1.0, 0, 1});
    EXPECT_TRUE(crowded_places(record, kThreshold).empty());
}

TEST(CrowdedPlaces, JoinNeighboursInSpaceAndTime) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 10, 3, {0.8, 0.5, 10, 1});
    fill_cell(record, 11, 4, {1.0, 0.4, 30, 1});
    fill_cell(record, 11, 6, {0.7, 0.5, 20, 1});
    const auto places = crowded_places(record, kThreshold);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].from_m, 1000.0);
    EXPECT_EQ(places[0].to_m, 1200.0);
    EXPECT_EQ(places[0].begin_s, 180.0);
    EXPECT_EQ(places[0].end_s, 420.0);
    EXPECT_DOUBLE_EQ(places[0].peak_density_per_m2, 1.0);
    EXPECT_EQ(places[0].peak_at_m, 1150.0);
    EXPECT_EQ(places[0].peak_s, 240.0);
    EXPECT_DOUBLE_EQ(places[0].peak_speed_share, 0.4);
}

TEST(CrowdedPlaces, CountARunnerHeldUpOverSeveralSegmentsOnce) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 10, 3, {0.8, 0.5, 10, 1});
    fill_cell(record, 11, 3, {0.8, 0.5, 40, 1});
    fill_cell(record, 11, 4, {0.8, 0.5, 5, 1});
    fill_cell(record, 11, 9, {0.1, 0.5, 99, 1});  // long after: not of this crowd
    EXPECT_EQ(crowded_places(record, kThreshold).at(0).delayed, 45U);
}

TEST(CrowdedPlaces, AddUpTheTimeThatRunnersLose) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 10, 3, {1.0, 0.25, 0, 1});  // 600 runners for a minute at a quarter of theirs
    EXPECT_DOUBLE_EQ(crowded_places(record, kThreshold).at(0).lost_runner_s, 600 * 60 * 0.75);
}

TEST(CrowdedPlaces, AreCutWhereTheSectionChangesItsName) {
    Record record = empty_record(20, 6.0, 10);
    record.segments[11].place = "Bridge";
    fill_cell(record, 10, 3, {0.8, 0.5, 10, 1});
    fill_cell(record, 11, 3, {0.9, 0.5, 10, 1});
    const auto places = crowded_places(record, kThreshold);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].name, "Bridge");
    EXPECT_EQ(places[1].name, "Road");
}

TEST(CrowdedPlaces, AreCutInADeepTroughAndNotInAShallowOne) {
    Record record = empty_record(20, 6.0, 10);
    for (std::size_t k = 8; k < 13; ++k) fill_cell(record, k, 3, {1.5, 0.5, 10, 1});
    fill_cell(record, 10, 3, {1.1, 0.5, 10, 1});
    EXPECT_EQ(crowded_places(record, kThreshold).size(), 1U);
    fill_cell(record, 10, 3, {1.0, 0.5, 10, 1});
    EXPECT_EQ(crowded_places(record, kThreshold).size(), 2U);
}

TEST(CrowdedPlaces, StandByLevelThenByRunnersDelayed) {
    Record record = empty_record(20, 6.0, 10);
    fill_cell(record, 6, 3, {0.89, 0.5, 900, 1});  // platoon
    fill_cell(record, 9, 3, {0.95, 0.5, 10, 1});   // shuffle
    fill_cell(record, 12, 3, {0.92, 0.5, 20, 1});  // shuffle, more held up
    fill_cell(record, 15, 3, {1.4, 0.5, 1, 1});    // breakdown
    const auto places = crowded_places(record, kThreshold);
    ASSERT_EQ(places.size(), 4U);
    EXPECT_EQ(places[0].from_m, 1500.0);
    EXPECT_EQ(places[1].from_m, 1200.0);
    EXPECT_EQ(places[2].from_m, 900.0);
    EXPECT_EQ(places[3].from_m, 600.0);
}

TEST(CongestionFindings, KeepTenPlacesAndSayHowManyThereAre) {
    Record record = empty_record(40, 6.0, 10);
    for (std::size_t k = 0; k < 24; k += 2) {
        fill_cell(record, k, 3, {0.7 + 0.01 * static_cast<double>(k), 0.5, 10, 1});
    }
    const CongestionFindings found = congestion_findings(record);
    EXPECT_EQ(found.places, 12U);
    EXPECT_EQ(found.worst_places.size(), 10U);
    EXPECT_DOUBLE_EQ(found.peak_density_per_m2, 0.92);
    EXPECT_EQ(found.peak_at_m, 2250.0);
}

TEST(Crowding, NamesTheLevelsAtTheirLimits) {
    EXPECT_EQ(crowding(0.2499), Crowding::free);
    EXPECT_EQ(crowding(0.25), Crowding::light);
    EXPECT_EQ(crowding(0.4), Crowding::restricted);
    EXPECT_EQ(crowding(0.6), Crowding::platoon);
    EXPECT_EQ(crowding(0.9), Crowding::shuffle);
    EXPECT_EQ(crowding(1.3), Crowding::breakdown);
}

}  // namespace
}  // namespace gineste
