// SPDX-License-Identifier: Apache-2.0
// The roads of a race day and the routes through them.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

/// A leg and where its keys stand.
struct Item {
    const LegSpec& leg;
    std::string key;
    const Decoder& decoder;
    ProblemList& problems;

    bool has(const char* name) const { return decoder.has(key + "." + name); }
    bool is_good(const char* name) const { return decoder.is_good(key + "." + name); }
    bool is_known(const char* name) const { return !has(name) || is_good(name); }
    void refuse(const char* name, const std::string& what, const std::string& why,
                const std::string& remedy) const {
        const std::string at = *name == '\0' ? key : key + "." + name;
        problems.add(decoder.spot_of(at), at + what, why, remedy);
    }
};

template <class Named>
void check_names(const std::vector<Named>& items, const std::string& list, const Decoder& decoder,
                 ProblemList& problems) {
    std::map<std::string, std::string> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string key = item_key(list, i) + ".name";
        if (!decoder.is_good(key)) continue;
        const auto [first, is_new] = seen.emplace(items[i].name, item_key(list, i));
        if (is_new) continue;
        problems.add(decoder.spot_of(key), "the name '" + items[i].name + "' is taken",
                     first->second + " has it", "Give each its own name.");
    }
}

template <class Named>
std::string meant(const std::string& wanted, const std::vector<Named>& items) {
    std::vector<std::string> names;
    for (const Named& item : items) names.push_back(item.name);
    if (const auto nearest = nearest_word(wanted, names)) return "Did you mean '" + *nearest + "'?";
    return names.empty() ? "There is none." : "There is '" + joined(names, "', '") + "'.";
}

template <class Named>
const Named* find_named(const std::vector<Named>& items, const std::string& name) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Named& item) { return item.name == name; });
    return found == items.end() ? nullptr : &*found;
}

bool is_wide(const LineSpec& line) {
    return !line.course.sections.empty() || !line.course.sections_file.empty();
}

void check_end(const Item& item, const LineSpec& line) {
    const LegSpec& leg = item.leg;
    if (!item.is_known("from") || !item.is_known("to")) return;
    const double from_m = leg.from_m.value_or(0.0);
    const auto& line_m = line.course.length_m;
    if (leg.to_m && *leg.to_m <= from_m) {
        item.refuse(
            "to", " is " + length_text(*leg.to_m), "it begins at " + length_text(from_m),
            "A leg has a length; a route runs it the other way as `" + leg.name + " back`.");
    } else if (line_m && leg.to_m.value_or(0.0) > *line_m) {
        item.refuse("to", " is " + length_text(*leg.to_m),
                    "the line '" + line.name + "' ends at " + length_text(*line_m),
                    "Give a place on the line.");
    } else if (line_m && from_m >= *line_m) {
        item.refuse("from", " is " + length_text(from_m),
                    "the line '" + line.name + "' ends at " + length_text(*line_m),
                    "Give a place on the line.");
    }
}

void check_piece(const Item& item, const DaySpec& day) {
    if (item.has("length")) {
        item.refuse("length", " is given", "a piece of a line is as long as it is cut",
                    "Give `from` and `to`, or leave `line` out.");
    }
    if (item.has("grade")) {
        item.refuse("grade", " is given", "a piece of a line has the heights of its line",
                    "Leave it out, or `line`.");
    }
    if (!item.is_good("line")) return;
    const LineSpec* line = find_named(day.lines, item.leg.line);
    if (line == nullptr) {
        item.refuse("line", " is '" + item.leg.line + "'", "no line has that name",
                    meant(item.leg.line, day.lines));
        return;
    }
    check_end(item, *line);
    if (item.has("width") || is_wide(*line)) return;
    item.refuse("", " has no width", "its line '" + line->name + "' has no sections",
                "Give the leg a `width`, or the line `sections`.");
}

void check_straight(const Item& item) {
    if (!item.has("length") || !item.has("width")) {
        const std::string lacks = item.has("length") ? "width" : "length";
        item.refuse("", " has no `line` and no `" + lacks + "`",
                    "a leg is a piece of a line, or a straight road of some length and width",
                    "Add `line`, or `length` and `width`.");
    }
    for (const char* name : {"from", "to"}) {
        if (!item.has(name)) continue;
        item.refuse(name, " is given", "a straight road is no piece of a line",
                    "Add `line`, or leave it out.");
    }
}

// The least width of the leg, where the file tells it.
std::optional<double> width_m(const Item& item, const DaySpec& day) {
    if (item.leg.width_m) return item.leg.width_m;
    const LineSpec* line = find_named(day.lines, item.leg.line);
    if (line == nullptr) return std::nullopt;
    std::optional<double> least_m;
    for (const SectionSpec& section : line->course.sections) {
        const bool on_leg = section.to_m > item.leg.from_m.value_or(0.0) &&
                            (!item.leg.to_m || section.from_m < *item.leg.to_m);
        if (on_leg && section.width_m > 0.0) {
            least_m = std::min(least_m.value_or(section.width_m), section.width_m);
        }
    }
    return least_m;
}

void check_cones(const Item& item, const DaySpec& day) {
    if (!item.is_good("forward_width") || !item.is_known("traffic")) return;
    if (item.leg.traffic != Traffic::separated) {
        item.refuse("forward_width", " is given", "there are no cones on the leg",
                    "Write `traffic: separated` or leave it out.");
        return;
    }
    const auto whole_m = width_m(item, day);
    if (!whole_m || *item.leg.forward_width_m < *whole_m) return;
    item.refuse("forward_width", " is " + length_text(*item.leg.forward_width_m),
                "the road is " + length_text(*whole_m) + " wide, and the others need some of it",
                "Make it smaller.");
}

void check_leg(const Item& item, const DaySpec& day) {
    if (item.is_good("name") && item.leg.name.ends_with(" back")) {
        item.refuse("name", " is '" + item.leg.name + "'",
                    "in a route ` back` says that a leg is run the other way",
                    "Give it another name.");
    }
    if (item.has("line")) {
        check_piece(item, day);
    } else {
        check_straight(item);
    }
    check_cones(item, day);
}

/// Every step of every route, and where it stands.
class Steps {
  public:
    Steps(const DaySpec& day, const Decoder& decoder) {
        for (std::size_t r = 0; r < day.races.size(); ++r) {
            const auto& route = day.races[r].route;
            for (std::size_t s = 0; s < route.size(); ++s) {
                const std::string key = item_key(item_key("races", r) + ".route", s);
                if (decoder.is_good(key)) steps_.emplace_back(&route[s], key);
            }
        }
    }

    void check_known(const DaySpec& day, const Decoder& decoder, ProblemList& problems) const {
        for (const auto& [step, key] : steps_) check_on_leg(day, step->leg, key, decoder, problems);
    }

    // A leg of one direction that is run in both: told once, at the first step against the others.
    void check_one_way(const Item& item) const {
        const LegSpec& leg = item.leg;
        if (leg.traffic != Traffic::one_way || !item.is_known("traffic")) return;
        const auto first = std::find_if(steps_.begin(), steps_.end(), [&](const auto& one) {
            return one.first->leg == leg.name;
        });
        if (first == steps_.end()) return;
        const auto against = std::find_if(first, steps_.end(), [&](const auto& one) {
            return one.first->leg == leg.name && one.first->direction != first->first->direction;
        });
        if (against == steps_.end()) return;
        const bool back = against->first->direction == Direction::back;
        item.problems.add(item.decoder.spot_of(against->second),
                          against->second + " runs '" + leg.name + (back ? "' back" : "' forward"),
                          first->second + " runs it the other way, and its traffic is one_way",
                          "Write `traffic: separated` or `traffic: shared` at the leg.");
    }

  private:
    std::vector<std::pair<const RouteStepSpec*, std::string>> steps_;
};

// Without routes the roads come from the races' own courses.
void check_matched(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    for (const char* key : {"lines", "legs", "merges", "crossings", "stations", "places"}) {
        if (!decoder.has(key)) continue;
        problems.add(decoder.spot_of(key), std::string(key) + " is given",
                     "no race has a route: legs are found by matching the races' own courses",
                     "Give the races a `route`, or leave it out.");
    }
    for (std::size_t r = 0; r < day.races.size(); ++r) {
        const std::string key = item_key("races", r) + ".length";
        if (!decoder.has(key)) continue;
        problems.add(decoder.spot_of(key), key + " is given",
                     "the race has no route, and its course has a length of its own",
                     "Write `course.length` in its scenario.");
    }
}

void check_races(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    for (std::size_t r = 0; r < day.races.size(); ++r) {
        const std::string key = item_key("races", r);
        const std::string& colour = day.races[r].colour;
        const bool six = colour.size() == 7 && colour.front() == '#' &&
                         colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
        if (!six && decoder.is_good(key + ".colour")) {
            problems.add(decoder.spot_of(key + ".colour"), key + ".colour is '" + colour + "'",
                         "not a colour", "Write it as \"#0072b2\", in quotes.");
        }
    }
}

// All races have a route or none has. Whether any has.
bool check_routes(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    std::vector<std::string> without;
    for (std::size_t r = 0; r < day.races.size(); ++r) {
        const std::string key = item_key("races", r);
        if (!decoder.has(key + ".route")) without.push_back(key);
    }
    if (without.size() == day.races.size()) return false;
    for (const std::string& key : without) {
        problems.add(decoder.spot_of(key), key + " has no `route`", "other races of the day have",
                     "Give all of them a route, or none.");
    }
    if (decoder.has("matching_tolerance")) {
        problems.add(decoder.spot_of("matching_tolerance"), "matching_tolerance is given",
                     "races with a route are not matched", "Leave it out.");
    }
    return true;
}

}  // namespace

const LegSpec* check_on_leg(const DaySpec& day, const std::string& leg, const std::string& key,
                            const Decoder& decoder, ProblemList& problems) {
    if (!decoder.is_good(key) || !decoder.is_good("legs")) return nullptr;
    const LegSpec* found = find_named(day.legs, leg);
    if (found == nullptr) {
        problems.add(decoder.spot_of(key), key + " is '" + leg + "'", "no leg has that name",
                     meant(leg, day.legs));
    }
    return found;
}

void check_network(const DaySpec& day, const Decoder& decoder, ProblemList& problems) {
    check_names(day.lines, "lines", decoder, problems);
    check_names(day.legs, "legs", decoder, problems);
    check_names(day.races, "races", decoder, problems);
    check_names(day.crossings, "crossings", decoder, problems);
    check_names(day.places, "places", decoder, problems);
    check_races(day, decoder, problems);
    if (!check_routes(day, decoder, problems)) {
        if (decoder.is_good("races")) check_matched(day, decoder, problems);
        return;
    }
    if (!decoder.has("legs")) {
        problems.add(decoder.spot_of("races"), "the race day has no `legs`",
                     "routes are made of them", "Add `legs`, or leave the routes out.");
    }
    for (std::size_t i = 0; i < day.lines.size(); ++i) {
        check_line(day.lines[i].course, item_key("lines", i), decoder, problems);
    }
    const Steps steps(day, decoder);
    for (std::size_t i = 0; i < day.legs.size(); ++i) {
        const Item item{day.legs[i], item_key("legs", i), decoder, problems};
        check_leg(item, day);
        steps.check_one_way(item);
    }
    steps.check_known(day, decoder, problems);
}

}  // namespace gineste
