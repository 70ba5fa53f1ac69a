// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

constexpr double kTouch_m = 0.01;  // sections that meet within a centimetre meet

std::string section_label(const CourseSpec& course, std::size_t index) {
    const std::string key = item_key("course.sections", index);
    const std::string& name = course.sections[index].name;
    return name.empty() ? key : key + " '" + name + "'";
}

std::vector<std::size_t> sections_by_start(const CourseSpec& course) {
    std::vector<std::size_t> order(course.sections.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return course.sections[a].from_m < course.sections[b].from_m;
    });
    return order;
}

bool are_readable(const CourseSpec& course, const Decoder& decoder) {
    for (std::size_t i = 0; i < course.sections.size(); ++i) {
        const std::string key = item_key("course.sections", i);
        if (!decoder.is_good(key + ".from") || !decoder.is_good(key + ".to")) return false;
    }
    return true;
}

void check_neighbours(const CourseSpec& course, std::size_t before, std::size_t after,
                      const Decoder& decoder, ProblemList& problems) {
    const double end_m = course.sections[before].to_m;
    const double begin_m = course.sections[after].from_m;
    if (std::abs(begin_m - end_m) <= kTouch_m) return;
    const bool hole = begin_m > end_m;
    problems.add(decoder.spot_of(item_key("course.sections", after) + ".from"),
                 section_label(course, after) + " begins at " + length_text(begin_m),
                 section_label(course, before) + " ends at " + length_text(end_m) +
                     (hole ? ", a hole between them" : ", they overlap"),
                 "Let each section begin where the one before it ends.");
}

void check_ends(const CourseSpec& course, std::size_t first, std::size_t last,
                const Decoder& decoder, ProblemList& problems) {
    if (course.sections[first].from_m > kTouch_m) {
        problems.add(decoder.spot_of(item_key("course.sections", first) + ".from"),
                     section_label(course, first) + " begins at " +
                         length_text(course.sections[first].from_m),
                     "the first section begins at the start line", "Let it begin at 0.");
    }
    const double end_m = course.sections[last].to_m;
    if (course.length_m && end_m < *course.length_m - kTouch_m) {
        problems.add(decoder.spot_of(item_key("course.sections", last) + ".to"),
                     section_label(course, last) + " ends at " + length_text(end_m),
                     "the course goes on to " + length_text(*course.length_m),
                     "Add the last section.");
    }
}

void check_sections(const CourseSpec& course, const Decoder& decoder, ProblemList& problems) {
    if (course.sections.empty() || !are_readable(course, decoder)) return;
    bool forward = true;
    for (std::size_t i = 0; i < course.sections.size(); ++i) {
        const SectionSpec& section = course.sections[i];
        if (section.to_m > section.from_m) continue;
        forward = false;
        problems.add(decoder.spot_of(item_key("course.sections", i) + ".to"),
                     section_label(course, i) + " ends at " + length_text(section.to_m),
                     "it begins at " + length_text(section.from_m), "A section has a length.");
    }
    if (!forward) return;
    const auto order = sections_by_start(course);
    for (std::size_t i = 1; i < order.size(); ++i) {
        check_neighbours(course, order[i - 1], order[i], decoder, problems);
    }
    check_ends(course, order.front(), order.back(), decoder, problems);
}

void check_heights(const CourseSpec& course, const Decoder& decoder, ProblemList& problems) {
    for (std::size_t i = 0; i < course.heights.size(); ++i) {
        const std::string key = item_key("course.heights", i) + ".at";
        if (!decoder.is_good(key)) continue;
        const double at_m = course.heights[i].at_m;
        if (course.length_m && at_m > *course.length_m) {
            problems.add(decoder.spot_of(key), key + " is " + length_text(at_m),
                         "the course ends at " + length_text(*course.length_m),
                         "Give a distance on the course.");
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (course.heights[j].at_m != at_m) continue;
            problems.add(decoder.spot_of(key), key + " is " + length_text(at_m),
                         item_key("course.heights", j) + " stands at the same place",
                         "Keep one of them.");
            break;
        }
    }
}

}  // namespace

void check_course(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (!decoder.is_good("course")) return;
    const bool listed = decoder.has("course.sections");
    const bool in_file = decoder.has("course.sections_file");
    if (listed && in_file) {
        problems.add(decoder.spot_of("course.sections_file"),
                     "course has both `sections` and `sections_file`",
                     "which of the two counts would be a guess", "Keep one of them.");
    } else if (!listed && !in_file) {
        problems.add(decoder.spot_of("course"), "course has neither `sections` nor `sections_file`",
                     "a road without a width holds nobody", "Add one of them.");
    }
    check_sections(scenario.course, decoder, problems);
    check_heights(scenario.course, decoder, problems);
}

}  // namespace gineste
