// SPDX-License-Identifier: Apache-2.0
// Each case changes one thing in the day of day_example.cpp, and says all that the user reads then.
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "day_example.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {
namespace {

// Every problem as "line:column: problem (why). Suggestion." on a line of its own.
std::string problems_of(const std::string& text) {
    const DayFolder folder;
    folder.write("races/example.yaml", example_text());
    std::string told;
    try {
        load_day(folder.write_day(text));
    } catch (const InputError& error) {
        for (const Problem& one : error.problems()) {
            told += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + ": " +
                    one.problem + " (" + one.why + "). " + one.suggestion + "\n";
        }
    }
    const std::string name = folder.path().string();
    if (const auto at = told.find(name); at != std::string::npos) {
        told.replace(at, name.size(), "…");
    }
    return told;
}

struct Mistake {
    std::string title;
    std::string from;
    std::string to;
    std::string told;
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.title; }

const std::vector<Mistake> kNames{
    {"LinesOfOneName", "{name: river, line: ../line.csv}",
     "{name: river, line: ../line.csv}\n  - {name: city, line: ../line.csv}",
     "13:12: the name 'city' is taken (lines[1] has it). Give each its own name.\n"},
    {"LegsOfOneName", "to: 3 km}", "to: 3 km}\n  - {name: start, length: 1 km, width: 4 m}",
     "15:12: the name 'start' is taken (legs[1] has it). Give each its own name.\n"},
    {"RacesOfOneName", "name: half", "name: marathon",
     "24:12: the name 'marathon' is taken (races[1] has it). Give each its own name.\n"},
    {"CrossingsOfOneName", "name: Quay", "name: Market",
     "30:12: the name 'Market' is taken (crossings[1] has it). Give each its own name.\n"},
    {"PlacesOfOneName", "at: 1 km}", "at: 1 km}\n  - {name: Town hall, leg: loop, at: 0}",
     "37:12: the name 'Town hall' is taken (places[1] has it). Give each its own name.\n"},
    {"LegCalledBack", "to: 3 km}", "to: 3 km}\n  - {name: start back, length: 1 km, width: 4 m}",
     "15:12: legs[2].name is 'start back' (in a route ` back` says that a leg is run the other "
     "way). Give it another name.\n"},
    {"Colour", "\"#0072b2\"", "blue",
     "22:13: races[1].colour is 'blue' (not a colour). Write it as \"#0072b2\", in quotes.\n"},
    {"ColourOfThreeDigits", "\"#0072b2\"", "\"#07b\"",
     "22:13: races[1].colour is '#07b' (not a colour). Write it as \"#0072b2\", in quotes.\n"},
};

const std::vector<Mistake> kLegs{
    {"LineThatIsNone", "{name: start, line: city", "{name: start, line: citty",
     "14:25: legs[1].line is 'citty' (no line has that name). Did you mean 'city'?\n"},
    {"PieceWithALength", "to: 3 km}", "to: 3 km, length: 3 km}",
     "14:49: legs[1].length is given (a piece of a line is as long as it is cut). Give `from` and "
     "`to`, or leave `line` out.\n"},
    {"PieceWithAGrade", "to: 3 km}", "to: 3 km, grade: 1 %}",
     "14:48: legs[1].grade is given (a piece of a line has the heights of its line). Leave it out, "
     "or `line`.\n"},
    {"PieceWithoutLength", "from: 3 km, to: 3.4 km", "from: 3.4 km, to: 3.4 km",
     "15:50: legs[2].to is 3.4 km (it begins at 3.4 km). A leg has a length; a route runs it the "
     "other way as `bridge back`.\n"},
    {"PieceBeyondItsLine", "to: 3 km}", "to: 22 km}",
     "14:35: legs[1].to is 22 km (the line 'city' ends at 21097.5 m). Give a place on the line.\n"},
    {"PieceBehindItsLine", "to: 3 km}", "from: 22 km}",
     "14:37: legs[1].from is 22 km (the line 'city' ends at 21097.5 m). Give a place on the "
     "line.\n"},
    {"PieceWithoutWidth", "from: 1 km, width: 4 m", "from: 1 km",
     "16:5: legs[3] has no width (its line 'river' has no sections). Give the leg a `width`, or "
     "the line `sections`.\n"},
    {"NeitherPieceNorStraight", "length: 2 km, grade: -1.5 %, width: 6 m", "grade: 1 %",
     "17:5: legs[4] has no `line` and no `length` (a leg is a piece of a line, or a straight road "
     "of some length and width). Add `line`, or `length` and `width`.\n"},
    {"StraightWithoutWidth", "width: 6 m, traffic", "traffic",
     "17:5: legs[4] has no `line` and no `width` (a leg is a piece of a line, or a straight road "
     "of some length and width). Add `line`, or `length` and `width`.\n"},
    {"StraightWithAnEnd", "grade: -1.5 %", "to: 2 km",
     "17:36: legs[4].to is given (a straight road is no piece of a line). Add `line`, or leave it "
     "out.\n"},
    {"ConesOnOneWay", "traffic: separated, forward_width", "forward_width",
     "15:71: legs[2].forward_width is given (there are no cones on the leg). Write `traffic: "
     "separated` or leave it out.\n"
     "23:34: races[1].route[4] runs 'bridge' back (races[1].route[2] runs it the other way, and "
     "its traffic is one_way). Write `traffic: separated` or `traffic: shared` at the leg.\n"},
    {"ConesAtTheEdge", "forward_width: 3 m", "forward_width: 8 m",
     "15:91: legs[2].forward_width is 8 m (the road is 8 m wide, and the others need some of it). "
     "Make it smaller.\n"},
    {"ConesAtTheEdgeOfItsOwnWidth", "forward_width: 3 m", "forward_width: 7 m, width: 7 m",
     "15:91: legs[2].forward_width is 7 m (the road is 7 m wide, and the others need some of it). "
     "Make it smaller.\n"},
    {"OneWayInBothDirections", "width: 6 m, traffic: shared", "width: 6 m",
     "24:53: races[2].route[2] runs 'loop' back (races[1].route[3] runs it the other way, and its "
     "traffic is one_way). Write `traffic: separated` or `traffic: shared` at the leg.\n"},
    {"SectionsOfALineWithAHole", "{from: 10 km, to: 21.0975", "{from: 11 km, to: 21.0975",
     "11:16: lines[1].sections[2] begins at 11 km (lines[1].sections[1] 'Main street' ends at 10 "
     "km, a hole between them). Let each section begin where the one before it ends.\n"},
};

const std::vector<Mistake> kRoutes{
    {"StepThatIsNone", "loop, bridge back", "loop, brigde back",
     "23:34: races[1].route[4] is 'brigde' (no leg has that name). Did you mean 'bridge'?\n"},
    {"RaceWithoutRoute", ", route: [bank, loop back, loop]", "",
     "24:5: races[2] has no `route` (other races of the day have). Give all of them a route, or "
     "none.\n"},
    {"RouteThatIsNoList", "route: [bank, loop back, loop]", "route: bank",
     "24:46: races[2].route is 'bank' (a list belongs here). Begin each item with a dash.\n"},
    {"RouteOfNothing", "route: [bank, loop back, loop]", "route: []",
     "24:46: races[2].route has 0 items (out of range). Give it from 1 to 10000.\n"},
    {"ToleranceBesideRoutes", "lines:", "matching_tolerance: 9 m\nlines:",
     "4:21: matching_tolerance is given (races with a route are not matched). Leave it out.\n"},
};

const std::vector<Mistake> kJunctions{
    {"MergeIntoNothing", "into: loop back", "into: lop back",
     "27:12: merges[2].into is 'lop' (no leg has that name). Did you mean 'loop'?\n"},
    {"MergeIntoWhatNobodyRuns", "into: loop back", "into: bank back",
     "27:12: merges[2].into is 'bank back' (no race runs it that way). Name a step of a route.\n"},
    {"MergesIntoOneLeg", "into: loop back", "into: loop",
     "27:12: merges[2].into is 'loop' (merges[1] has a rule for it). Keep one of them.\n"},
    {"PriorityOfNobody", "rule: priority, first: bridge", "rule: priority",
     "26:5: merges[1] has no `first` (somebody has priority by `rule: priority`). Add the leg that "
     "has it.\n"},
    {"FirstWithoutPriority", "rule: priority, first: bridge", "first: bridge",
     "26:25: merges[1].first is given (the rule is `zip`: nobody is first). Write `rule: priority` "
     "or leave it out.\n"},
    {"FirstThatIsNoLeg", "first: bridge", "first: bridge back",
     "26:41: merges[1].first is 'bridge back' (no leg has that name). There is 'start', 'bridge', "
     "'bank', 'loop'.\n"},
    {"FirstThatDoesNotRunThere", "first: bridge", "first: start",
     "26:41: merges[1].first is 'start' (no race runs from there into 'loop'). Name a leg from "
     "which one does.\n"},
    {"CrossingOfALegWithItself", "other_leg: loop, other_at: 400",
     "other_leg: start, other_at: 400",
     "29:55: crossings[1].other_leg is 'start' (a leg does not cross itself). Cut it into two legs "
     "between the two places.\n"},
    {"CrossingOfALegThatIsNone", "other_leg: loop, other_at: 400", "other_leg: lop, other_at: 400",
     "29:55: crossings[1].other_leg is 'lop' (no leg has that name). Did you mean 'loop'?\n"},
    {"CrossingBeyondALeg", "other_at: 400 m", "other_at: 2.1 km",
     "29:71: crossings[1].other_at is 2.1 km (the leg 'loop' is 2 km long). Give a place on the "
     "leg, from its beginning.\n"},
    {"CrossingBeforeALeg", "other_at: 400 m", "other_at: -1 m",
     "29:71: crossings[1].other_at is '-1 m' (out of range). Write a length from 0 m to 1000 "
     "km.\n"},
    {"GapWithoutItsRule", "rule: gaps, gap", "gap",
     "29:83: crossings[1].gap is given (the rule is not `gaps`). Write `rule: gaps` or leave it "
     "out.\n"},
    {"PulseWithoutItsRule", "rule: pulses, pulse", "rule: gaps, pulse",
     "30:88: crossings[2].pulse is given (the rule is not `pulses`). Write `rule: pulses` or leave "
     "it out.\n"
     "30:104: crossings[2].clearing is given (the rule is not `pulses`). Write `rule: pulses` or "
     "leave it out.\n"},
    {"StationOnNoLeg", "{leg: bank, name: Water 2", "{leg: bnak, name: Water 2",
     "34:11: stations[2].leg is 'bnak' (no leg has that name). Did you mean 'bank'?\n"},
    {"StationAfterTheLine", "name: Water 2, at: 500 m", "name: Water 2, at: finish",
     "34:36: stations[2].at is 'finish' (a leg has none: each race has its own). Put the station "
     "into the scenario of its race.\n"},
    {"StationBeyondItsLeg", "name: Water 1, at: 500 m", "name: Water 1, at: 2001 m",
     "33:36: stations[1].at is 2001 m (the leg 'loop' is 2 km long). Give a place on the leg, from "
     "its beginning.\n"},
    {"StationOverTheEndOfItsLeg", "name: Water 1, at: 500 m", "name: Water 1, at: 1950 m",
     "33:36: stations[1] reaches to 2010 m (the leg 'loop' is 2 km long). Put it further back or "
     "make it shorter.\n"},
    {"StationsAtOnePlace", "{leg: bank, name: Water 2, at: 500 m",
     "{leg: loop, name: Water 2, at: 520 m",
     "34:36: stations[2].at is 520 m ('Water 1' reaches from 500 m to 560 m). Put it behind that, "
     "or both into the `goods` of one station.\n"},
    {"StationWithMoreTablesThanRoom", "side: left", "length: 10 m",
     "33:51: stations[1] has 10 tables of 1.8 m on a side (they take 18 m and it is 10 m long). "
     "Make it longer or leave tables out.\n"},
    {"PlaceOnNoLeg", "name: Town hall, leg: start", "name: Town hall, leg: stat",
     "36:28: places[1].leg is 'stat' (no leg has that name). Did you mean 'start'?\n"},
    {"PlaceBeyondItsLeg", "leg: start, at: 1 km", "leg: start, at: 3.1 km",
     "36:39: places[1].at is 3.1 km (the leg 'start' is 3 km long). Give a place on the leg, from "
     "its beginning.\n"},
};

const std::vector<Mistake> kStructure{
    {"OtherVersion", "gineste_day: 1", "gineste_day: 2",
     "2:14: gineste_day is '2' (out of range). Write a format version 1.\n"},
    {"NoName", "name: River town\n", "",
     "2:1: the race day has no `name` (name of the day, as the report prints it). Add it, for "
     "example `name: Marseille-Cassis`.\n"},
    {"KeyThatIsNone", "merges:", "merge:",
     "25:1: unknown key 'merge' (a race day has no such key). Did you mean `merges`?\n"},
    {"ScenarioThatIsNotThere", "scenario: half.yaml", "scenario: none.yaml",
     "24:28: races[2].scenario is 'none.yaml' (no such file: …/races/none.yaml). Paths start from "
     "the folder of the file they stand in.\n"},
};

class DayMistake : public testing::TestWithParam<Mistake> {};

TEST_P(DayMistake, IsRefusedWithItsReasonAndPlace) {
    EXPECT_EQ(problems_of(day_with(GetParam().from, GetParam().to)), GetParam().told);
}

const auto title = [](const auto& instance) { return instance.param.title; };
INSTANTIATE_TEST_SUITE_P(OfNames, DayMistake, testing::ValuesIn(kNames), title);
INSTANTIATE_TEST_SUITE_P(OfLegs, DayMistake, testing::ValuesIn(kLegs), title);
INSTANTIATE_TEST_SUITE_P(OfRoutes, DayMistake, testing::ValuesIn(kRoutes), title);
INSTANTIATE_TEST_SUITE_P(OfJunctions, DayMistake, testing::ValuesIn(kJunctions), title);
INSTANTIATE_TEST_SUITE_P(OfStructure, DayMistake, testing::ValuesIn(kStructure), title);

TEST(DayWithoutMistakes, IsTaken) {
    EXPECT_EQ(problems_of(day_text()), "");
    EXPECT_EQ(problems_of(matched_day_text()), "");
}

TEST(DayWithoutRoutes, HasNoRoadsOfItsOwn) {
    EXPECT_EQ(problems_of(matched_day_text() + "legs:\n  - {name: a, length: 1 km, width: 4 m}\n"
                                               "places:\n  - {name: b, leg: a, at: 0}\n"),
              "8:3: legs is given (no race has a route: legs are found by matching the races' own "
              "courses). Give the races a `route`, or leave it out.\n"
              "10:3: places is given (no race has a route: legs are found by matching the races' "
              "own courses). Give the races a `route`, or leave it out.\n");
}

TEST(DayWithoutRoutes, TakesNoLengthForTheCourseOfAScenario) {
    std::string text = matched_day_text();
    text.replace(text.find("name: short"), 11, "name: short, length: 10 km");
    EXPECT_EQ(problems_of(text),
              "5:27: races[2].length is given (the race has no route, and its course has a length "
              "of its own). Write `course.length` in its scenario.\n");
}

TEST(DayWithRoutes, NeedsLegs) {
    EXPECT_EQ(problems_of("gineste_day: 1\nname: x\nraces:\n  - {name: a, scenario: half.yaml, "
                          "route: [b]}\n"),
              "4:3: the race day has no `legs` (routes are made of them). Add `legs`, or leave the "
              "routes out.\n");
}

TEST(DayOfNothing, SaysWhatBelongsThere) {
    EXPECT_EQ(problems_of("# nothing\n"),
              "1:1: the file says nothing (a race day belongs here). Begin with `gineste_day: 1`; "
              "scenarios/README.md has a short example.\n");
}

}  // namespace
}  // namespace gineste
