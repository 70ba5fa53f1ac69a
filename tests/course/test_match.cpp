// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>

#include "course/match.hpp"
#include "day_roads.hpp"

namespace gineste {
namespace {

using test::Metres;
using testing::HasSubstr;

/// Races that bring courses of their own, traced through points every 30 m.
class MatchedCourses : public testing::Test {
  protected:
    void add_race(const std::string& name, const std::vector<Metres>& corners, double noise_m = 0.0,
                  std::optional<double> length_m = {}) {
        std::vector<Metres> points = points_along(corners);
        for (std::size_t k = 1; k + 1 < points.size(); ++k) {
            points[k].first += noise_m * noise();
            points[k].second += noise_m * noise();
        }
        DayRaceSpec race;
        race.name = name;
        race.where = {"day.yaml", static_cast<int>(day.races.size()) + 10, 3};
        day.races.push_back(race);
        Scenario scenario;
        scenario.file = folder.path() / (name + ".yaml");
        scenario.course = test::course_along(folder, name, points, length_m);
        races.push_back(scenario);
    }
    Network network() { return survey_network(day, races); }
    /// The way of a race: "A 1, B 2 back".
    static std::string way(const Network& network, std::size_t race) {
        std::string text;
        for (const RouteStep& step : network.routes[race].steps) {
            text += (text.empty() ? "" : ", ") + network.legs[step.leg.value].name +
                    (step.direction == Direction::back ? " back" : "");
        }
        return text;
    }

    TestFolder folder;
    DaySpec day;
    std::vector<Scenario> races;

  private:
    static std::vector<Metres> points_along(const std::vector<Metres>& corners) {
        std::vector<Metres> points{corners.front()};
        for (std::size_t k = 1; k < corners.size(); ++k) {
            const auto [x0, y0] = corners[k - 1];
            const auto [x1, y1] = corners[k];
            const double steps = std::max(1.0, std::round(std::hypot(x1 - x0, y1 - y0) / 30.0));
            for (double step = 1.0; step <= steps; step += 1.0) {
                points.push_back({x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps});
            }
        }
        return points;
    }
    /// Evenly between -1 and 1 (Lehmer 1951, with the constants of Park and Miller).
    double noise() {
        state_ = state_ * 48271 % 2147483647;
        return 2.0 * static_cast<double>(state_) / 2147483647.0 - 1.0;
    }
    std::uint64_t state_ = 20261129;
};

const std::vector<Metres> kAcross{{0, 0}, {1000, 0}, {1000, 2000}, {2000, 2000}};
const std::vector<Metres> kNorth{{1600, -700}, {1000, 0}, {1000, 2000}, {400, 2800}};

void expect_shared_middle(const Network& network, double tolerance_m) {
    ASSERT_EQ(network.legs.size(), 5U);
    EXPECT_EQ(network.traffic, (std::vector<Traffic>(5, Traffic::one_way)));
    const auto& a = network.routes[0].steps;
    const auto& b = network.routes[1].steps;
    ASSERT_EQ(a.size(), 3U);
    ASSERT_EQ(b.size(), 3U);
    EXPECT_EQ(a[1].leg, b[1].leg);
    EXPECT_NEAR(a[1].begin_m, 1000.0, tolerance_m);
    EXPECT_NEAR(a[2].begin_m, 3000.0, tolerance_m);
    EXPECT_NEAR(b[1].begin_m, std::hypot(600.0, 700.0), tolerance_m);
    EXPECT_NEAR(b[2].begin_m, 2000.0 + std::hypot(600.0, 700.0), tolerance_m);
}

TEST_F(MatchedCourses, ASharedMiddleIsOneLeg) {
    add_race("A", kAcross);
    add_race("B", kNorth);
    const Network matched = network();
    expect_shared_middle(matched, 10.0);
    EXPECT_EQ(way(matched, 0), "A 1, A+B 2, A 3");
    EXPECT_EQ(way(matched, 1), "B 1, A+B 2, B 2");
}

// Both lines up to 5 m off, east and north, so that they are up to 14 m apart.
TEST_F(MatchedCourses, ASharedMiddleIsFoundThroughFiveMetresOfNoise) {
    const double join_m = std::hypot(600.0, 700.0);
    int far = 0;
    for (int times = 0; times < 50; ++times) {
        day.races.clear();
        races.clear();
        add_race("A", kAcross, 5.0, 4000.0);
        add_race("B", kNorth, 5.0, join_m + 3000.0);
        const Network matched = network();
        expect_shared_middle(matched, 30.0);
        for (const double apart_m : {matched.routes[0].steps[1].begin_m - 1000.0,
                                     matched.routes[0].steps[2].begin_m - 3000.0,
                                     matched.routes[1].steps[1].begin_m - join_m,
                                     matched.routes[1].steps[2].begin_m - join_m - 2000.0}) {
            if (std::abs(apart_m) > 10.0) ++far;
        }
        EXPECT_NEAR(matched.routes[0].course.length_m(), 4000.0, 1e-6);
        EXPECT_NEAR(matched.routes[1].course.length_m(), join_m + 3000.0, 1e-6);
    }
    EXPECT_LE(far, 10);  // of 200 chainages
}

TEST_F(MatchedCourses, TheGeometryOfTheFirstRaceCounts) {
    add_race("A", kAcross, 5.0);
    add_race("B", kNorth, 5.0);
    const Network matched = network();
    const Course& a = matched.routes[0].course;
    const Course& b = matched.routes[1].course;
    const double apart_m = matched.routes[1].steps[1].begin_m - matched.routes[0].steps[1].begin_m;
    for (double s = matched.routes[0].steps[1].begin_m; s < matched.routes[0].end_m(1); s += 7.0) {
        EXPECT_NEAR(a.elevation_m(s), b.elevation_m(s + apart_m), 1e-6);
        EXPECT_NEAR(a.lon_deg(s), b.lon_deg(s + apart_m), 1e-9);
    }
}

TEST_F(MatchedCourses, ARoadFortyMetresAwayIsAnotherOne) {
    add_race("A", kAcross);
    add_race("B", {{1040, -700}, {1040, 1960}, {1800, 1960}});
    EXPECT_EQ(way(network(), 1), "B 1");
    day.matching_tolerance_m = 50.0;
    EXPECT_THAT(way(network(), 1), HasSubstr("A+B"));
}

TEST_F(MatchedCourses, RoadsThatCrossAreNotMatched) {
    add_race("A", {{0, 0}, {3000, 0}});
    add_race("B", {{1000, -400}, {2200, 400}});  // at 34°
    const Network matched = network();
    EXPECT_EQ(way(matched, 1), "B 1");
    EXPECT_EQ(matched.unnamed_crossings.size(), 1U);
}

TEST_F(MatchedCourses, AgainstEachOtherTheyShareTheLeg) {
    add_race("A", kAcross, 3.0);
    add_race("B", {kNorth.rbegin(), kNorth.rend()}, 3.0);
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "A 1, A+B 2, A 3");
    EXPECT_EQ(way(matched, 1), "B 1, A+B 2 back, B 2");
    EXPECT_EQ(matched.traffic[1], Traffic::shared);
    EXPECT_NEAR(matched.routes[1].steps[1].begin_m, 1000.0, 10.0);
}

TEST_F(MatchedCourses, ALapIsRunAgain) {
    // 1 km to a square of 2 km round, three times, and 600 m on from where it was entered
    const std::vector<Metres> lap{{1000, 500}, {1500, 500}, {1500, 0}, {1000, 0}};
    std::vector<Metres> line{{0, 0}, {1000, 0}};
    for (int k = 0; k < 3; ++k) line.insert(line.end(), lap.begin(), lap.end());
    line.push_back({1000, -600});
    add_race("A", line, 2.0);
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "A 1, A 2, A 2, A 2, A 3");
    EXPECT_EQ(matched.traffic[1], Traffic::one_way);
    EXPECT_NEAR(matched.legs[1].length_m, 2000.0, 20.0);
    EXPECT_NEAR(matched.routes[0].steps[1].begin_m, 1000.0, 10.0);
}

TEST_F(MatchedCourses, ATurnBackIsRunBack) {
    add_race("A", {{0, 0}, {1500, 0}, {1500, 800}, {1500, 0}, {800, 0}, {400, 700}}, 2.0);
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "A 1, A 2, A 2 back, A 3");
    EXPECT_EQ(matched.traffic[0], Traffic::one_way);
    EXPECT_EQ(matched.traffic[1], Traffic::shared);
    const auto& steps = matched.routes[0].steps;
    EXPECT_NEAR(steps[1].begin_m, 800.0, 15.0);
    EXPECT_NEAR(steps[2].begin_m, 2300.0, 15.0);
    EXPECT_NEAR(steps[3].begin_m, 3800.0, 25.0);
}

TEST_F(MatchedCourses, ARaceOnTheTurnBackOfAnotherRunsItsLegs) {
    add_race("A", {{0, 0}, {1500, 0}, {1500, 800}, {1500, 0}, {0, 0}}, 2.0);
    add_race("B", {{1500, 1500}, {1500, 0}, {500, 0}, {500, -600}}, 2.0);
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "A 1, A+B 2, A+B 2 back, A 1 back");
    EXPECT_EQ(way(matched, 1), "B 1, A+B 2 back, B 2");
}

TEST_F(MatchedCourses, AHalfOnTheSecondHalfOfAMarathonIsAsLongAsCertified) {
    add_race("full", kAcross, 5.0, 4000.0);
    add_race("half", {{1000, 1000}, {1000, 2000}, {2000, 2000}}, 5.0, 1995.0);
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "full 1, full+half 2");
    EXPECT_EQ(way(matched, 1), "full+half 2");
    EXPECT_NEAR(matched.routes[0].course.length_m(), 4000.0, 1e-6);
    EXPECT_NEAR(matched.routes[1].course.length_m(), 1995.0, 1e-6);
}

TEST_F(MatchedCourses, LapsTracedAnewAddUpToTheCertifiedLength) {
    const std::vector<Metres> lap{{0, 500}, {500, 500}, {500, 0}, {0, 0}};
    std::vector<Metres> four{{0, 0}};
    for (int k = 0; k < 4; ++k) four.insert(four.end(), lap.begin(), lap.end());
    std::vector<Metres> two{{0, 0}};
    for (int k = 0; k < 2; ++k) two.insert(two.end(), lap.begin(), lap.end());
    add_race("four", four, 3.0, 8000.0);
    add_race("two", two, 3.0, {});
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "four+two 1, four+two 1, four+two 1, four+two 1");
    EXPECT_EQ(way(matched, 1), "four+two 1, four+two 1");
    EXPECT_NEAR(matched.routes[0].course.length_m(), 8000.0, 1e-6);
    EXPECT_NEAR(matched.routes[1].course.length_m(), 4000.0, 1e-6);
}

TEST_F(MatchedCourses, ACertifiedLengthOutOfReachIsRefused) {
    add_race("full", kAcross, 0.0, 4000.0);
    add_race("same", kAcross, 0.0, 4060.0);
    EXPECT_THAT(complaint_of([&] { network(); }),
                HasSubstr("day.yaml:11:3: the legs of 'same' add up to 4.000 km and it is "
                          "certified at 4.060 km"));
}

TEST_F(MatchedCourses, ThreeRacesOnOneRoadMeetInTheFirst) {
    add_race("A", {{0, 0}, {3000, 0}}, 3.0);
    add_race("B", {{500, 600}, {500, 0}, {2500, 0}, {2500, 600}}, 3.0);
    add_race("C", {{1000, -600}, {1000, 0}, {2500, 0}, {2500, 700}}, 3.0);
    const Network matched = network();
    EXPECT_EQ(way(matched, 0), "A 1, A+B 2, A+B+C 3, A 4");
    EXPECT_EQ(way(matched, 1), "B 1, A+B 2, A+B+C 3, B+C 2");
    EXPECT_THAT(way(matched, 2), HasSubstr("C 1, A+B+C 3, B+C 2"));
}

}  // namespace
}  // namespace gineste
