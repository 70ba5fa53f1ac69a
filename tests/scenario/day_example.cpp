// SPDX-License-Identifier: Apache-2.0
#include "day_example.hpp"

#include <gtest/gtest.h>

namespace gineste {

DayFolder::DayFolder() {
    write("races/marathon.yaml", courseless_text("Marathon", "10:00"));
    write("races/half.yaml", courseless_text("Half", "11:30"));
}

std::string day_text() {
    return R"(# Two races, one bridge.
gineste_day: 1
name: River town
lines:
  - name: city
    line: ../line.csv
    dem: ../dem.tif
    length: 21.0975 km
    sections:
      - {from: 0, to: 10 km, width: 8 m, name: Main street}
      - {from: 10 km, to: 21.0975 km, width: 5 m}
  - {name: river, line: ../line.csv}
legs:
  - {name: start, line: city, to: 3 km}
  - {name: bridge, line: city, from: 3 km, to: 3.4 km, traffic: separated, forward_width: 3 m}
  - {name: bank, line: river, from: 1 km, width: 4 m}
  - {name: loop, length: 2 km, grade: -1.5 %, width: 6 m, traffic: shared}
races:
  - name: marathon
    scenario: marathon.yaml
    length: 42.195 km
    colour: "#0072b2"
    route: [start, bridge, loop, bridge back, bank]
  - {name: half, scenario: half.yaml, route: [bank, loop back, loop]}
merges:
  - {into: loop, rule: priority, first: bridge}
  - {into: loop back}
crossings:
  - {name: Market, leg: start, at: 1.2 km, other_leg: loop, other_at: 400 m, rule: gaps, gap: 7 s}
  - {name: Quay, leg: bank, at: 0, other_leg: loop, other_at: 2 km, rule: pulses, pulse: 20 s, clearing: 5 s}
  - {name: Gate, leg: bank, at: 9 km, other_leg: start, other_at: 1 m}
stations:
  - {leg: loop, name: Water 1, at: 500 m, side: left, goods: [{name: water}]}
  - {leg: bank, name: Water 2, at: 500 m}
places:
  - {name: Town hall, leg: start, at: 1 km}
)";
}

std::string day_with(const std::string& from, const std::string& to) {
    std::string text = day_text();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "the day has no '" << from << "'";
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

std::string matched_day_text() {
    return R"(gineste_day: 1
name: Two tracks
races:
  - {name: long, scenario: example.yaml}
  - {name: short, scenario: example.yaml}
matching_tolerance: 20 m
)";
}

std::string courseless_text(const std::string& name, const std::string& gun) {
    return "gineste: 1\nname: " + name +
           "\ndate: 2025-10-12\nzone: Europe/Amsterdam\nseed: 3\nstep: 0.5 s\n"
           "waves:\n  - {name: First, entrants: 100, gun: \"" +
           gun +
           "\"}\nfield:\n  men: {median: 4 h, spread: 0.2}\n  women: {median: 4 h 20, spread: "
           "0.2}\n"
           "stations:\n  - {name: Own, at: 20 km}\n";
}

}  // namespace gineste
