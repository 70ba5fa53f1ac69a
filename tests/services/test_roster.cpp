// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/erlang.hpp"
#include "services/roster.hpp"

namespace gineste {
namespace {

using testing::ElementsAre;

// Gun at 09:00, everybody home after an hour: four quarters.
RosterLoads loads(const VolunteersSpec& spec, const std::vector<StationRecord>& stations,
                  const ServicesRecord& services) {
    return {
        spec,       60.0,  stations, services, std::vector<std::vector<double>>(spec.posts.size()),
        9 * 3600.0, 3600.0};
}

StationRecord station(const char* name, const char* kind, std::vector<std::uint32_t> cups) {
    StationRecord record;
    record.name = name;
    record.kind = kind;
    record.volunteers = 10;
    record.cups_per_minute = 200.0;  // 20 by each hand
    record.served = cups;
    record.unserved.assign(cups.size(), 0);
    record.cups = std::move(cups);
    return record;
}

TEST(Roster, GivesAStationTheHandsForItsCups) {
    std::vector<std::uint32_t> cups(60, 0);
    std::fill(cups.begin() + 15, cups.begin() + 30, 101);  // the second quarter: 5.05 hands
    std::fill(cups.begin() + 30, cups.begin() + 45, 20);
    VolunteersSpec spec;
    const RosterRecord roster =
        draw_up_roster(loads(spec, {station("km 5", "refreshment", cups)}, {}));
    ASSERT_EQ(roster.posts.size(), 1u);
    EXPECT_EQ(roster.posts[0].role, "refreshments");
    EXPECT_THAT(roster.posts[0].hands, ElementsAre(0, 6, 1, 0));
}

TEST(Roster, CountsWhatThoseWouldHaveTakenWhoWentOnWithout) {
    StationRecord busy = station("km 5", "sponge", std::vector<std::uint32_t>(60, 40));
    busy.unserved.assign(60, 40);
    VolunteersSpec spec;
    const RosterRecord roster = draw_up_roster(loads(spec, {busy}, {}));
    EXPECT_THAT(roster.posts[0].hands, ElementsAre(4, 4, 4, 4));
    EXPECT_EQ(roster.roles[0].role, "sponges");
}

// One minute in fifteen is busier: at nine minutes of ten it need not be kept up with.
TEST(Roster, KeepsUpInTheShareOfMinutesAskedFor) {
    std::vector<std::uint32_t> cups(15, 20);
    cups[7] = 400;
    VolunteersSpec spec;
    spec.service_level = 0.9;
    const std::vector<StationRecord> stations{station("km 5", "refreshment", cups)};
    EXPECT_EQ(draw_up_roster(loads(spec, stations, {})).posts[0].hands[0], 1);
    spec.service_level = 0.99;
    EXPECT_EQ(draw_up_roster(loads(spec, stations, {})).posts[0].hands[0], 20);
}

TEST(Roster, GivesAServiceTheServersOfErlang) {
    ServicesRecord services;
    services.interval_s = 60.0;
    services.intervals = 60;
    ServiceRecord massage;
    massage.name = "Massage";
    massage.role = "massage";
    massage.kind = "counter";
    massage.servers = 50;
    massage.hands = 1.0;
    massage.mean_s = 600.0;
    massage.spread = 1.0;
    massage.arrivals.assign(60, 0);
    massage.busy_s.assign(60, 0.0);
    std::fill(massage.arrivals.begin(), massage.arrivals.begin() + 15, 2);  // load 20
    std::fill(massage.busy_s.begin() + 15, massage.busy_s.begin() + 30, 60.0 * 12.0);
    services.services = {massage};
    VolunteersSpec spec;
    const RosterRecord roster = draw_up_roster(loads(spec, {}, services));
    const int needed = servers_needed({2.0 / 60.0, 600.0, 1.0, 60.0, 0.9});
    EXPECT_GT(needed, 20);
    // Those who came in the first quarter are still being seen to in the second.
    EXPECT_THAT(roster.posts[0].hands, ElementsAre(needed, 12, 0, 0));
}

TEST(Roster, HoldsRolesAgainstThoseAvailable) {
    VolunteersSpec spec;
    spec.available = 30;
    spec.posts.resize(3);
    spec.posts[0].name = "pens";
    spec.posts[0].role = "start";
    spec.posts[0].hands = 10;
    spec.posts[0].begin_s = -900.0;
    spec.posts[0].end_s = 900.0;
    spec.posts[1].name = "corner";
    spec.posts[1].hands = 5;
    spec.posts[1].begin_s = 900.0;
    spec.posts[2].name = "line";
    spec.posts[2].role = "arrival";
    spec.posts[2].at_m = 1e9;
    spec.posts[2].rate_per_minute = 20.0;
    const std::vector<StationRecord> stations;
    const ServicesRecord services;
    RosterLoads all = loads(spec, stations, services);
    for (int i = 0; i < 50 * 15; ++i) all.passing_s[2].push_back(2700.0 + i * 1.2);  // 50 a minute
    const RosterRecord roster = draw_up_roster(all);
    EXPECT_EQ(roster.begin_s, -900.0);
    ASSERT_EQ(roster.posts.size(), 3u);
    EXPECT_THAT(roster.posts[0].hands, ElementsAre(10, 10, 0, 0, 0));
    EXPECT_THAT(roster.posts[1].hands, ElementsAre(0, 0, 5, 5, 5));
    EXPECT_THAT(roster.posts[2].hands, ElementsAre(0, 0, 0, 0, 3));
    EXPECT_EQ(roster.all.most, 10);
    EXPECT_EQ(roster.all.posted, 18);
    ASSERT_EQ(roster.roles.size(), 3u);
    EXPECT_EQ(roster.roles[2].posted, 3);
}

}  // namespace
}  // namespace gineste
