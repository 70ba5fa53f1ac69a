// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

#include "core/no_value.hpp"
#include "day/pass_times.hpp"
#include "small_day.hpp"

namespace gineste {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

DayRecord record_of(const std::vector<std::string>& names, const Network& network,
                    const std::vector<std::vector<EvenRunner>>& fields,
                    const std::vector<double>& starts_s) {
    return day_record(day_of(names), network, races_on(network, fields), starts_s, {});
}

double cell_s(const LegRecord& leg, std::size_t pass, std::size_t segment, std::size_t minute) {
    const std::size_t row = pass * leg.segments + segment;
    return static_cast<double>(leg.runner_s[row * leg.intervals + minute]);
}

// One runs 200 m at 2.5 m/s from 0 s, one runs them back at 4 m/s from 60 s on:
//   first  segment 0: 0 to 40 s, segment 1: 40 to 80 s
//   second segment 1: 60 to 85 s, segment 0: 85 to 110 s
DayRecord two_ways() {
    const Network network = network_of({even_leg("road", 200.0)}, {{{0}}, {{0, kBack}}});
    return record_of({"out", "home"}, network, {{{0.0, 2.5}}, {{0.0, 4.0}}}, {0.0, 60.0});
}

TEST(LegCells, HoldTheTimeSpentInEachSegmentAndMinute) {
    const LegRecord leg = two_ways().legs[0];
    ASSERT_EQ(leg.segments, 2U);
    ASSERT_EQ(leg.intervals, 2U);
    EXPECT_THAT(leg.area_m2, ElementsAre(500.0F, 500.0F));
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 0, 0), 40.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 0, 1), 0.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 1, 0), 20.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 1, 1), 20.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 1, 0, 0), 0.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 1, 0, 1), 25.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 1, 1, 0), 0.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 1, 1, 1), 25.0);
    EXPECT_DOUBLE_EQ(leg.peak_density_per_m2, 45.0 / (60.0 * 500.0));
    EXPECT_DOUBLE_EQ(leg.peak_at_m, 150.0);
    EXPECT_DOUBLE_EQ(leg.peak_s, 60.0);
}

TEST(LegCells, HoldAsMuchTimeAsRunnersSpentOnTheLeg) {
    // Segments of 345 m / 3, which no mark of a route of 80 m before agrees with.
    const std::vector<Leg> legs{even_leg("before", 80.0), even_leg("road", 345.0, 7.0)};
    const Network network = network_of(legs, {{{0}, {1}}, {{1, kBack}}});
    const DayRecord day =
        record_of({"a", "b"}, network, {{{3.0, 2.9}, {1.0, 3.3}}, {{10.0, 2.1}}}, {0.0, 100.0});
    const LegRecord& leg = day.legs[1];
    EXPECT_EQ(leg.segments, 3U);
    EXPECT_DOUBLE_EQ(leg.segment_m, 115.0);
    EXPECT_FLOAT_EQ(leg.area_m2[1], 805.0F);
    const double spent_s = std::accumulate(leg.runner_s.begin(), leg.runner_s.end(), 0.0);
    EXPECT_NEAR(spent_s, 345.0 / 2.9 + 345.0 / 3.3 + 345.0 / 2.1, 0.005);  // marks: 1 ms
}

TEST(LegCells, AreKeptOnlyWhereThereIsMoreThanOnePass) {
    const Network network = network_of({even_leg("road", 200.0)}, {{{0}}});
    const LegRecord leg = record_of({"one"}, network, {{{0.0, 2.5}, {0.0, 2.5}}}, {0.0}).legs[0];
    EXPECT_THAT(leg.runner_s, IsEmpty());
    EXPECT_EQ(leg.segments, 0U);
    EXPECT_DOUBLE_EQ(leg.peak_density_per_m2, 80.0 / (60.0 * 500.0));
    EXPECT_DOUBLE_EQ(leg.peak_at_m, 50.0);
}

TEST(LegCells, HoldWhoWithdrewUpToTheLastMark) {
    const Network network = network_of({even_leg("road", 300.0)}, {{{0}}, {{0}}});
    const DayRecord day =
        record_of({"a", "b"}, network, {{{0.0, 2.0, 250.0}}, {{0.0, 2.0, 99.0}}}, {0.0, 0.0});
    const LegRecord& leg = day.legs[0];
    ASSERT_EQ(leg.intervals, 2U);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 0, 0), 50.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 1, 0), 10.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 1, 1), 40.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 0, 2, 1), 0.0);
    EXPECT_DOUBLE_EQ(cell_s(leg, 1, 0, 0), 0.0);
    EXPECT_EQ(leg.passes[1].runners, 1U);
    EXPECT_TRUE(std::isnan(leg.passes[0].last_s));
    EXPECT_THAT(day.meetings, IsEmpty());
}

TEST(LegCells, OfALegThatNobodyRunsAreNone) {
    const Network network = network_of({even_leg("road", 200.0), even_leg("aside", 50.0)}, {{{0}}});
    const LegRecord leg = record_of({"one"}, network, {{{0.0, 2.5}}}, {0.0}).legs[1];
    EXPECT_EQ(leg.name, "aside");
    EXPECT_THAT(leg.passes, IsEmpty());
    EXPECT_DOUBLE_EQ(leg.peak_density_per_m2, 0.0);
    EXPECT_TRUE(std::isnan(leg.peak_s));
}

TEST(LegPasses, AreInOrderOfTheirFirstRunnerAndCountThem) {
    const Network network = network_of({even_leg("road", 300.0)}, {{{0}}, {{0}}, {{0, kBack}}});
    const std::vector<LegPass> passes =
        record_of({"late", "early", "nobody"}, network,
                  {{{0.0, 3.0}, {10.0, 3.0}, {80.0, 3.0}, {0.0, 3.0, 150.0}, {kNaN, 3.0}},
                   {{0.0, 2.0}},
                   {{kNaN, 2.0}}},
                  {500.0, 0.0, 0.0})
            .legs[0]
            .passes;
    ASSERT_THAT(passes, SizeIs(3));
    EXPECT_EQ(passes[0].race, 1U);
    EXPECT_EQ(passes[1].race, 0U);
    EXPECT_DOUBLE_EQ(passes[1].first_s, 500.0);
    EXPECT_DOUBLE_EQ(passes[1].last_s, 680.0);
    EXPECT_EQ(passes[1].runners, 4U);
    EXPECT_DOUBLE_EQ(passes[1].peak_per_min, 2.0);  // over the end at 600 and 610 s
    EXPECT_EQ(passes[2].race, 2U);
    EXPECT_TRUE(std::isnan(passes[2].first_s));
}

TEST(Meetings, OfTwoWaysAreWhereBothWereInOneMinute) {
    const std::vector<MeetingRecord> meetings = two_ways().meetings;
    ASSERT_THAT(meetings, SizeIs(1));
    const MeetingRecord& meeting = meetings[0];
    EXPECT_EQ(meeting.leg, 0U);
    EXPECT_FALSE(meeting.same_direction);
    EXPECT_DOUBLE_EQ(meeting.first_s, 60.0);
    EXPECT_DOUBLE_EQ(meeting.last_s, 120.0);
    EXPECT_DOUBLE_EQ(meeting.first_at_m, 150.0);
    EXPECT_DOUBLE_EQ(meeting.last_at_m, 150.0);
    EXPECT_DOUBLE_EQ(meeting.peak_s, 60.0);
    EXPECT_DOUBLE_EQ(meeting.peak_at_m, 150.0);
    EXPECT_DOUBLE_EQ(meeting.peak_density_per_m2, 45.0 / (60.0 * 500.0));
    EXPECT_DOUBLE_EQ(meeting.share, 20.0 / 45.0);
    EXPECT_EQ(meeting.met, 1U);
    EXPECT_EQ(meeting.other_met, 1U);
    EXPECT_EQ(meeting.overtakes, 0U);
}

TEST(Meetings, AreNoneWhereOneRaceIsGoneBeforeTheOtherComes) {
    const Network network = network_of({even_leg("road", 200.0)}, {{{0}}, {{0, kBack}}});
    const DayRecord day =
        record_of({"a", "b"}, network, {{{0.0, 2.5}}, {{0.0, 4.0}}}, {0.0, 120.0});
    EXPECT_THAT(day.meetings, IsEmpty());
}

// 100 m out and back at 2 m/s. The first turns at 50 s, the second sets off at 20 s.
TEST(Meetings, OfARaceWithItselfAreNotThoseOfARunnerWithHimself) {
    const Network network = network_of({even_leg("pier", 100.0)}, {{{0}, {0, kBack}}});
    EXPECT_THAT(record_of({"a"}, network, {{{0.0, 2.0}}}, {0.0}).meetings, IsEmpty());

    const auto meetings = record_of({"a"}, network, {{{0.0, 2.0}, {20.0, 2.0}}}, {0.0}).meetings;
    ASSERT_THAT(meetings, SizeIs(1));
    EXPECT_DOUBLE_EQ(meetings[0].first_s, 0.0);
    EXPECT_DOUBLE_EQ(meetings[0].last_s, 120.0);
    EXPECT_EQ(meetings[0].met, 1U);        // only the second meets the other on the way out
    EXPECT_EQ(meetings[0].other_met, 1U);  // only the first on the way back
}

// Three half marathoners of 4 m/s, 30 s apart, from 100 s on behind two marathoners of 2 m/s that
// came at 0 and at 60 s: on 1,000 m each passes both. A third marathoner keeps before them.
TEST(Meetings, CountEachOvertakingOnce) {
    const Network network = network_of({even_leg("road", 1000.0)}, {{{0}}, {{0}}});
    const auto meetings =
        record_of({"marathon", "half"}, network,
                  {{{0.0, 2.0}, {60.0, 2.0}, {0.0, 5.0}}, {{0.0, 4.0}, {30.0, 4.0}, {60.0, 4.0}}},
                  {0.0, 100.0})
            .meetings;
    ASSERT_THAT(meetings, SizeIs(1));
    EXPECT_TRUE(meetings[0].same_direction);
    EXPECT_EQ(meetings[0].overtakes, 0U);
    EXPECT_EQ(meetings[0].other_overtakes, 6U);
}

TEST(Meetings, CountThoseWhoWereInOneCellWithTheOthers) {
    // On 200 m the marathoners are at 0 to 100 s and 600 to 700 s, the half at 40 to 80 s.
    const Network network = network_of({even_leg("road", 200.0)}, {{{0}}, {{0}}});
    const auto meetings = record_of({"marathon", "half"}, network,
                                    {{{0.0, 2.0}, {600.0, 2.0}}, {{0.0, 5.0}}}, {0.0, 40.0})
                              .meetings;
    ASSERT_THAT(meetings, SizeIs(1));
    EXPECT_EQ(meetings[0].met, 1U);
    EXPECT_EQ(meetings[0].other_met, 1U);
}

// Two laps of a loop without others in the way: who has less than half the leader's speed is
// lapped, who has just half of it comes over the line with him.
TEST(Laps, AreLostToWhoIsTwiceAsFastAndMore) {
    const Network network = network_of({even_leg("loop", 1000.0)}, {{{0}, {0}}});
    const DayRecord day = record_of(
        {"laps"}, network,
        {{{0.0, 5.0}, {0.0, 2.0}, {0.0, 2.4}, {0.0, 2.5}, {0.0, 2.6}, {0.0, 4.9}}}, {0.0});
    ASSERT_THAT(day.meetings, SizeIs(1));
    EXPECT_EQ(day.legs[0].passes[0].step, 0U);
    EXPECT_EQ(day.meetings[0].overtakes, 0U);
    // By the leader: 2.0 and 2.4 m/s; by the one of 4.9 m/s, in 408.2 s: likewise (416.7 s).
    EXPECT_EQ(day.meetings[0].other_overtakes, 4U);
}

PassTimes times_of(const std::vector<double>& entry_s, const std::vector<double>& exit_s) {
    PassTimes times;
    times.entry_s = entry_s;
    times.exit_s = exit_s;
    return times;
}

TEST(Overtakes, AreNoneBetweenEqualTimesAndWithoutAnEnd) {
    const PassTimes slow = times_of({0.0, 0.0, 1.0}, {100.0, kNaN, 100.0});
    EXPECT_EQ(overtakes_by(times_of({0.0}, {50.0}), slow), 0U);   // came together with the first
    EXPECT_EQ(overtakes_by(times_of({5.0}, {100.0}), slow), 0U);  // left together
    EXPECT_EQ(overtakes_by(times_of({5.0}, {99.0}), slow), 2U);   // not who never came to the end
    EXPECT_EQ(overtakes_by(times_of({5.0}, {kNaN}), slow), 0U);
    EXPECT_EQ(overtakes_by(times_of({}, {}), slow), 0U);
}

TEST(Overtakes, AreAllPairsWhoChangeTheirOrder) {
    std::mt19937 random(9);
    std::uniform_int_distribution<int> whole(0, 40);  // few values, so that many are equal
    const auto draw = [&](std::size_t count) {
        PassTimes times;
        for (std::size_t k = 0; k < count; ++k) {
            times.entry_s.push_back(whole(random));
            times.exit_s.push_back(times.entry_s.back() + whole(random));
        }
        return times;
    };
    const PassTimes by = draw(150);
    const PassTimes of = draw(90);
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < by.entry_s.size(); ++i) {
        for (std::size_t j = 0; j < of.entry_s.size(); ++j) {
            if (by.entry_s[i] > of.entry_s[j] && by.exit_s[i] < of.exit_s[j]) ++pairs;
        }
    }
    EXPECT_GT(pairs, 100U);
    EXPECT_EQ(overtakes_by(by, of), pairs);
}

}  // namespace
}  // namespace gineste
