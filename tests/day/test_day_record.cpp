// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/no_value.hpp"
#include "small_day.hpp"

namespace gineste {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = PlaceRecord::Kind;

//  north ══╗
//          ╠══ avenue ══╦══ park (out and back)
//  south ══╝            ╚══ quay
const std::vector<Leg> kRoads{even_leg("north", 200.0), even_leg("south", 300.0),
                              even_leg("avenue", 400.0), even_leg("park", 100.0),
                              even_leg("quay", 500.0)};

// The 10 km comes from the north and turns in the park; the 5 km comes from the south.
Network town() { return network_of(kRoads, {{{0}, {2}, {3}, {3, kBack}, {4}}, {{1}, {2}, {4}}}); }

DayRecord town_record(const DaySpec& day) {
    const Network network = town();
    const auto races = races_on(network, {{{0.0, 4.0}, {0.0, 2.0}}, {{0.0, 2.5}}});
    const std::vector<HoldNotes> holds(day.crossings.size());
    return day_record(day, network, races, {0.0, 30.0}, holds);
}

DaySpec town_day() { return day_of({"10 km", "5 km"}); }

PlaceRecord place_named(const DayRecord& day, const std::string& name) {
    const auto at = std::find_if(day.places.begin(), day.places.end(),
                                 [&](const PlaceRecord& place) { return place.name == name; });
    if (at == day.places.end()) throw std::runtime_error("no place is called " + name);
    return *at;
}

TEST(DayRecord, TellsEachRaceOnTheClockOfTheDay) {
    const Network network = network_of({even_leg("road", 400.0)}, {{{0}}, {{0}}});
    std::vector<Record> races = races_on(
        network, {{{0.0, 4.0}, {0.0, 2.0}, {10.0, 2.0}, {0.0, 2.0, 250.0}, {kNaN, 1.0}}, {}});
    races[0].first_gun_instant_s = races[1].first_gun_instant_s = 1e9 + 600.0;
    races[0].zone = "Europe/Paris";
    races[0].runners.lost_s = {1.0F, 3.0F, 9.0F, 1000.0F, 0.0F};
    races[1].complete = false;
    races[0].state_hash = 7;
    races[1].state_hash = 8;
    DaySpec day = day_of({"ten", "five"});
    day.name = "Town";
    day.races[0].colour = "#0072b2";
    const DayRecord record = day_record(day, network, races, {600.0, 600.0}, {});
    EXPECT_EQ(record.name, "Town");
    EXPECT_EQ(record.zone, "Europe/Paris");
    EXPECT_DOUBLE_EQ(record.first_gun_instant_s, 1e9);
    EXPECT_FALSE(record.complete);
    EXPECT_THAT(record.state_hashes, ElementsAre(7, 8));
    const DayRaceRecord& race = record.races[0];
    EXPECT_EQ(race.name, "ten");
    EXPECT_EQ(race.colour, "#0072b2");
    EXPECT_DOUBLE_EQ(race.first_gun_s, 600.0);
    EXPECT_EQ(race.entrants, 5U);
    EXPECT_EQ(race.started, 4U);
    EXPECT_EQ(race.finished, 3U);
    EXPECT_DOUBLE_EQ(race.first_finish_s, 700.0);
    EXPECT_DOUBLE_EQ(race.median_finish_s, 800.0);
    EXPECT_DOUBLE_EQ(race.last_finish_s, 810.0);
    EXPECT_DOUBLE_EQ(race.lost_median_s, 3.0);  // of those who finished
    EXPECT_NEAR(race.lost_p95_s, 3.0 + 0.9 * 6.0, 1e-6);
    EXPECT_TRUE(std::isnan(record.races[1].first_finish_s));
}

std::vector<std::uint32_t> out_per_min(const DayRecord& day, std::size_t leg, std::size_t pass) {
    return day.legs[leg].passes[pass].out_per_min;
}

// The 10 km leaves the avenue, 600 m of its way, at 150 and 300 s, the 5 km, 700 m of its own, at
// 310 s; 300 s are in the minute that begins then.
TEST(LegPasses, CountWhoLeavesTheLegMinuteByMinute) {
    const DayRecord day = town_record(town_day());
    EXPECT_THAT(out_per_min(day, 2, 0), ElementsAre(0, 0, 1, 0, 0, 1));
    EXPECT_THAT(out_per_min(day, 2, 1), ElementsAre(0, 0, 0, 0, 0, 1));
    // Out of the park, where it was entered: 800 m, at 200 and 400 s, and to its far end before.
    EXPECT_THAT(out_per_min(day, 3, 0), ElementsAre(0, 0, 1, 0, 0, 1));
    EXPECT_THAT(out_per_min(day, 3, 1), ElementsAre(0, 0, 0, 1, 0, 0, 1));
}

// Over the end of 300 m: at 120, 150 and 179 s, at 180 s, and one not at all.
TEST(LegPasses, AreBusiestInTheMinuteThatMostLeaveTheLeg) {
    const Network network = network_of({even_leg("road", 300.0)}, {{{0}}, {{0}}});
    const auto races = races_on(
        network,
        {{{20.0, 3.0}, {50.0, 3.0}, {79.0, 3.0}, {80.0, 3.0}, {60.0, 3.0, 250.0}}, {{kNaN, 3.0}}});
    const DayRecord day = day_record(day_of({"a", "b"}), network, races, {0.0, 0.0}, {});
    EXPECT_THAT(out_per_min(day, 0, 0), ElementsAre(0, 0, 3, 1));
    EXPECT_DOUBLE_EQ(day.legs[0].passes[0].peak_per_min, 3.0);
    EXPECT_EQ(day.legs[0].passes[0].runners, 5U);
    EXPECT_THAT(out_per_min(day, 0, 1), IsEmpty());
    EXPECT_DOUBLE_EQ(day.legs[0].passes[1].peak_per_min, 0.0);
}

TEST(Places, AreInTheOrderOfTheFirstRaceAndThenOfTheOthers) {
    std::vector<std::string> names;
    for (const PlaceRecord& place : town_record(town_day()).places) names.push_back(place.name);
    EXPECT_THAT(names, ElementsAre("start of 10 km", "north + south → avenue",
                                   "avenue + park back → park + quay", "park → park back",
                                   "finish of 10 km, 5 km", "start of 5 km"));
}

TEST(Places, SayWhatTheRoadsDoThere) {
    const DayRecord day = town_record(town_day());
    EXPECT_EQ(place_named(day, "start of 10 km").kind, Kind::start);
    EXPECT_EQ(place_named(day, "north + south → avenue").kind, Kind::merge);
    // Onto the quay lead the avenue, by the 5 km, and the way back from the park.
    EXPECT_EQ(place_named(day, "avenue + park back → park + quay").kind, Kind::merge);
    EXPECT_EQ(place_named(day, "park → park back").kind, Kind::turn);
    EXPECT_EQ(place_named(day, "finish of 10 km, 5 km").kind, Kind::finish);

    const Network forked = network_of(kRoads, {{{0}, {2}}, {{0}, {4}}});
    const DayRecord split = day_record(
        day_of({"a", "b"}), forked, races_on(forked, {{{0.0, 2.0}}, {{0.0, 2.0}}}), {0.0, 0.0}, {});
    EXPECT_EQ(place_named(split, "north → avenue + quay").kind, Kind::split);
    const Network plain = network_of(kRoads, {{{0}, {2}}});
    const DayRecord joint =
        day_record(day_of({"a"}), plain, races_on(plain, {{{0.0, 2.0}}}), {0.0}, {});
    EXPECT_EQ(place_named(joint, "north → avenue").kind, Kind::joint);
}

TEST(Places, HaveFirstMedianAndLastOfEachRace) {
    const PlaceRecord place = place_named(town_record(town_day()), "north + south → avenue");
    ASSERT_THAT(place.passes, SizeIs(2));
    EXPECT_EQ(place.passes[0].race, 0U);
    EXPECT_DOUBLE_EQ(place.passes[0].at_m, 200.0);
    EXPECT_DOUBLE_EQ(place.passes[0].first_s, 50.0);
    EXPECT_DOUBLE_EQ(place.passes[0].median_s, 75.0);
    EXPECT_DOUBLE_EQ(place.passes[0].last_s, 100.0);
    EXPECT_EQ(place.passes[0].runners, 2U);
    EXPECT_EQ(place.passes[1].race, 1U);
    EXPECT_DOUBLE_EQ(place.passes[1].at_m, 300.0);
    EXPECT_DOUBLE_EQ(place.passes[1].first_s, 150.0);
}

TEST(Places, ThatHaveANameAreSeenEachTimeARaceComesBy) {
    DaySpec day = town_day();
    day.places.push_back({{}, "Oak", "park", 30.0});
    const PlaceRecord place = place_named(town_record(day), "Oak");
    EXPECT_EQ(place.kind, Kind::named);
    ASSERT_THAT(place.passes, SizeIs(2));
    EXPECT_DOUBLE_EQ(place.passes[0].at_m, 630.0);
    EXPECT_DOUBLE_EQ(place.passes[0].first_s, 157.5);
    EXPECT_DOUBLE_EQ(place.passes[1].at_m, 770.0);  // 70 m after the turn at 700 m
    EXPECT_DOUBLE_EQ(place.passes[1].first_s, 192.5);
}

TEST(Places, WhereARaceStartsOnTheWayOfAnotherAreOneStart) {
    const Network network = network_of(kRoads, {{{0}, {2}}, {{2}}});
    const auto races = races_on(network, {{{0.0, 2.0}}, {{0.0, 2.5}}});
    const DayRecord day = day_record(day_of({"full", "half"}), network, races, {0.0, 10.0}, {});
    const PlaceRecord start = place_named(day, "start of half");
    EXPECT_EQ(start.kind, Kind::start);
    ASSERT_THAT(start.passes, SizeIs(2));
    EXPECT_EQ(start.passes[0].race, 1U);
    EXPECT_DOUBLE_EQ(start.passes[1].first_s, 100.0);
    ASSERT_THAT(day.merges, SizeIs(1));
    EXPECT_EQ(day.merges[0].streams[0].from, "north");
    EXPECT_EQ(day.merges[0].streams[1].from, "start of half");
    EXPECT_EQ(day.merges[0].streams[1].runners, 1U);
}

TEST(MergeRecords, AreWhereSeveralLegsLeadIntoOneWhetherNamedOrNot) {
    const std::vector<MergeRecord> merges = town_record(town_day()).merges;
    ASSERT_THAT(merges, SizeIs(2));
    EXPECT_EQ(merges[0].into, "avenue");
    EXPECT_EQ(merges[0].rule, MergeRule::zip);
    EXPECT_EQ(merges[0].streams[0].from, "north");
    EXPECT_EQ(merges[0].streams[0].runners, 2U);
    EXPECT_EQ(merges[0].streams[1].from, "south");
    EXPECT_EQ(merges[0].streams[1].runners, 1U);
    EXPECT_EQ(merges[1].into, "quay");
    EXPECT_EQ(merges[1].streams[0].from, "avenue");
    EXPECT_EQ(merges[1].streams[0].runners, 1U);
    EXPECT_EQ(merges[1].streams[1].from, "park back");
    EXPECT_EQ(merges[1].streams[1].runners, 2U);
}

TEST(MergeRecords, TellTheRuleOfTheDayAndFirstWhoHasPriority) {
    DaySpec day = town_day();
    day.merges.push_back({{}, {{}, "avenue", kBack}, MergeRule::zip, ""});
    day.merges.push_back({{}, {{}, "avenue", Direction::forward}, MergeRule::priority, "south"});
    const std::vector<MergeRecord> merges = town_record(day).merges;
    EXPECT_EQ(merges[0].rule, MergeRule::priority);
    EXPECT_EQ(merges[0].streams[0].from, "south");
    EXPECT_EQ(merges[0].streams[0].runners, 1U);
    EXPECT_EQ(merges[1].rule, MergeRule::zip);
}

// Over the end of 200 m at 2 m/s, 100 s after the start: from the north at 100, 500 and 2000 s,
// from the south at 400, 690 and 700 s. Ten minutes from 100 s on hold four, which 700 s is not one
// of.
TEST(MergeRecords, FindTheBusiestTenMinutesOfAllStreamsTogether) {
    const Network network =
        network_of({even_leg("north", 200.0), even_leg("south", 200.0), even_leg("avenue", 100.0)},
                   {{{0}, {2}}, {{1}, {2}}});
    const auto races = races_on(network, {{{0.0, 2.0}, {400.0, 2.0}, {1900.0, 2.0}},
                                          {{300.0, 2.0}, {590.0, 2.0}, {600.0, 2.0}}});
    const MergeRecord merge =
        day_record(day_of({"a", "b"}), network, races, {0.0, 0.0}, {}).merges[0];
    EXPECT_DOUBLE_EQ(merge.busiest_s, 100.0);
    EXPECT_DOUBLE_EQ(merge.busiest_per_min, 0.4);
    EXPECT_DOUBLE_EQ(merge.streams[0].busiest_share, 0.5);
    EXPECT_DOUBLE_EQ(merge.streams[1].busiest_share, 0.5);
}

// Two roads of 200 m that cross at 100 m of the one and 50 m of the other.
DayRecord crossed(const DaySpec& day, double second_start_s, const std::vector<HoldNotes>& holds) {
    Network network =
        network_of({even_leg("street", 200.0), even_leg("lane", 200.0)}, {{{0}}, {{1, kBack}}});
    network.unnamed_crossings.push_back({LegId{0}, 150.0, LegId{1}, 150.0});
    network.remarks.push_back("a remark of the network");
    const auto races = races_on(network, {{{0.0, 2.0}, {100.0, 2.0}}, {{0.0, 2.5}, {300.0, 2.5}}});
    return day_record(day, network, races, {0.0, second_start_s}, holds);
}

DaySpec crossed_day(CrossingRule rule) {
    DaySpec day = day_of({"a", "b"});
    CrossingSpec crossing;
    crossing.name = "Market";
    crossing.leg = "street";
    crossing.at_m = 100.0;
    crossing.other_leg = "lane";
    crossing.other_at_m = 50.0;
    crossing.rule = rule;
    day.crossings.push_back(crossing);
    return day;
}

TEST(CrossingRecords, TellWhoCrossedAndWhoWasHeld) {
    const std::vector<HoldNotes> holds{{{{0, 0.0, 0.0}, {2, 30.0, 20.0}}, 3}};
    const DayRecord day = crossed(crossed_day(CrossingRule::gaps), 0.0, holds);
    ASSERT_THAT(day.crossings, SizeIs(1));
    const CrossingRecord& crossing = day.crossings[0];
    EXPECT_EQ(crossing.rule, CrossingRule::gaps);
    EXPECT_EQ(crossing.releases, 3U);
    EXPECT_EQ(crossing.flows[0].leg, "street");
    EXPECT_EQ(crossing.flows[0].runners, 2U);
    EXPECT_DOUBLE_EQ(crossing.flows[0].first_s, 50.0);
    EXPECT_DOUBLE_EQ(crossing.flows[0].last_s, 150.0);
    EXPECT_EQ(crossing.flows[0].held, 0U);
    EXPECT_TRUE(std::isnan(crossing.flows[0].held_mean_s));
    EXPECT_DOUBLE_EQ(crossing.flows[1].first_s, 60.0);  // 150 m back at 2.5 m/s
    EXPECT_EQ(crossing.flows[1].held, 2U);
    EXPECT_DOUBLE_EQ(crossing.flows[1].held_mean_s, 15.0);
    EXPECT_DOUBLE_EQ(crossing.flows[1].held_most_s, 20.0);
    const PlaceRecord place = place_named(day, "Market");
    EXPECT_EQ(place.kind, Kind::crossing);
    ASSERT_THAT(place.passes, SizeIs(2));
    EXPECT_DOUBLE_EQ(place.passes[1].at_m, 150.0);
}

TEST(CrossingRecords, WithoutARuleCountTheMinutesInWhichBothCrossed) {
    // The first crosses at 50 and 150 s, the second at 120 and 420 s: minute 2 is of both.
    const DayRecord day = crossed(crossed_day(CrossingRule::none), 60.0, {{}});
    EXPECT_EQ(day.crossings[0].at_once, 1U);
    EXPECT_THAT(day.remarks,
                testing::Contains(HasSubstr("the crossing 'Market' in the same 1 minute, and no "
                                            "rule says who waits.")));
    EXPECT_EQ(crossed(crossed_day(CrossingRule::pulses), 60.0, {{}}).crossings[0].at_once, 0U);
    EXPECT_EQ(crossed(crossed_day(CrossingRule::none), 600.0, {{}}).crossings[0].at_once, 0U);
}

TEST(Remarks, AreThoseOfTheNetworkAndOfCrossingsThatTheDayDoesNotName) {
    // The street's 150 m at 75 and 175 s, the lane's 150 m, 50 m back, at 20 s after its start.
    EXPECT_THAT(crossed(day_of({"a", "b"}), 0.0, {}).remarks,
                ElementsAre("a remark of the network"));
    EXPECT_THAT(crossed(day_of({"a", "b"}), 60.0, {}).remarks,
                ElementsAre("a remark of the network",
                            HasSubstr("'street' at 150 m and 'lane' at 150 m cross on the map")));
}

}  // namespace
}  // namespace gineste
