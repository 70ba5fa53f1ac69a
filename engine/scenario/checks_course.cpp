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

/// A line and where its keys stand.
struct KeyedCourse {
    const CourseSpec& course;
    std::string key;  ///< "course", "lines[2]"

    std::string section(std::size_t index) const { return item_key(key + ".sections", index); }
    std::string height(std::size_t index) const { return item_key(key + ".heights", index); }
    std::string label(std::size_t index) const {
        const std::string& name = course.sections[index].name;
        return name.empty() ? section(index) : section(index) + " '" + name + "'";
    }
};

std::vector<std::size_t> sections_by_start(const CourseSpec& course) {
    std::vector<std::size_t> order(course.sections.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return course.sections[a].from_m < course.sections[b].from_m;
    });
    return order;
}

bool are_readable(const KeyedCourse& line, const Decoder& decoder) {
    for (std::size_t i = 0; i < line.course.sections.size(); ++i) {
        const std::string key = line.section(i);
        if (!decoder.is_good(key + ".from") || !decoder.is_good(key + ".to")) return false;
    }
    return true;
}

void check_neighbours(const KeyedCourse& line, std::size_t before, std::size_t after,
                      const Decoder& decoder, ProblemList& problems) {
    const double end_m = line.course.sections[before].to_m;
    const double begin_m = line.course.sections[after].from_m;
    if (std::abs(begin_m - end_m) <= kTouch_m) return;
    const bool hole = begin_m > end_m;
    problems.add(decoder.spot_of(line.section(after) + ".from"),
                 line.label(after) + " begins at " + length_text(begin_m),
                 line.label(before) + " ends at " + length_text(end_m) +
                     (hole ? ", a hole between them" : ", they overlap"),
                 "Let each section begin where the one before it ends.");
}

void check_ends(const KeyedCourse& line, std::size_t first, std::size_t last,
                const Decoder& decoder, ProblemList& problems) {
    const CourseSpec& course = line.course;
    if (course.sections[first].from_m > kTouch_m) {
        problems.add(decoder.spot_of(line.section(first) + ".from"),
                     line.label(first) + " begins at " + length_text(course.sections[first].from_m),
                     "the first section begins at the start line", "Let it begin at 0.");
    }
    const double end_m = course.sections[last].to_m;
    if (course.length_m && end_m < *course.length_m - kTouch_m) {
        problems.add(decoder.spot_of(line.section(last) + ".to"),
                     line.label(last) + " ends at " + length_text(end_m),
                     "the course goes on to " + length_text(*course.length_m),
                     "Add the last section.");
    }
}

void check_sections(const KeyedCourse& line, const Decoder& decoder, ProblemList& problems) {
    const CourseSpec& course = line.course;
    if (course.sections.empty() || !are_readable(line, decoder)) return;
    bool forward = true;
    for (std::size_t i = 0; i < course.sections.size(); ++i) {
        const SectionSpec& section = course.sections[i];
        if (section.to_m > section.from_m) continue;
        forward = false;
        problems.add(decoder.spot_of(line.section(i) + ".to"),
                     line.label(i) + " ends at " + length_text(section.to_m),
                     "it begins at " + length_text(section.from_m), "A section has a length.");
    }
    if (!forward) return;
    const auto order = sections_by_start(course);
    for (std::size_t i = 1; i < order.size(); ++i) {
        check_neighbours(line, order[i - 1], order[i], decoder, problems);
    }
    check_ends(line, order.front(), order.back(), decoder, problems);
}

void check_heights(const KeyedCourse& line, const Decoder& decoder, ProblemList& problems) {
    const CourseSpec& course = line.course;
    for (std::size_t i = 0; i < course.heights.size(); ++i) {
        const std::string key = line.height(i) + ".at";
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
                         line.height(j) + " stands at the same place", "Keep one of them.");
            break;
        }
    }
}

}  // namespace

void check_line(const CourseSpec& course, const std::string& key, const Decoder& decoder,
                ProblemList& problems) {
    if (decoder.has(key + ".sections") && decoder.has(key + ".sections_file")) {
        problems.add(decoder.spot_of(key + ".sections_file"),
                     key + " has both `sections` and `sections_file`",
                     "which of the two counts would be a guess", "Keep one of them.");
    }
    const KeyedCourse line{course, key};
    check_sections(line, decoder, problems);
    check_heights(line, decoder, problems);
}

void check_course(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (!decoder.is_good("course")) return;
    if (!decoder.has("course.sections") && !decoder.has("course.sections_file")) {
        problems.add(decoder.spot_of("course"), "course has neither `sections` nor `sections_file`",
                     "a road without a width holds nobody", "Add one of them.");
    }
    check_line(scenario.course, "course", decoder, problems);
}

}  // namespace gineste
