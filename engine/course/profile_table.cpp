// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "course/aligned_rows.hpp"
#include "course/profile_marks.hpp"
#include "course/profile_text.hpp"

namespace gineste {
namespace {

using Row = std::vector<std::string>;

struct RiseAndFall {
    double climb_m = 0.0;
    double descent_m = 0.0;
};

RiseAndFall rise_and_fall(const Course& course, double from_m, double to_m) {
    constexpr double step_m = 5.0;
    RiseAndFall sum;
    for (double s = from_m; s < to_m - 1e-9; s += step_m) {
        const double rise_m =
            course.elevation_m(std::min(s + step_m, to_m)) - course.elevation_m(s);
        (rise_m > 0.0 ? sum.climb_m : sum.descent_m) += std::abs(rise_m);
    }
    return sum;
}

std::string percent(double grade) { return fmt::format("{:+.1f}", 100.0 * grade); }

double mean_grade(const Course& course, double from_m, double to_m) {
    return (course.elevation_m(to_m) - course.elevation_m(from_m)) / (to_m - from_m);
}

double narrowest_m(const Course& course, double from_m, double to_m) {
    double width_m = course.width_m(from_m);
    for (double s = from_m; s <= to_m; s += 5.0) width_m = std::min(width_m, course.width_m(s));
    return width_m;
}

std::string headline(const Course& course) {
    const Summit summit = highest_point(course);
    const SurveyNotes& notes = course.notes();
    double at_m = 0.0;
    for (const double s : steps_along(course, 5.0)) {
        if (std::abs(course.grade(s)) > std::abs(course.grade(at_m))) at_m = s;
    }
    std::string text = fmt::format(
        "{:.3f} km, climb {:.0f} m, descent {:.0f} m\n"
        "highest {:.0f} m at km {:.2f}, steepest {} % at km {:.2f}\n",
        course.length_m() / 1000.0, course.climb_m(), course.descent_m(), summit.elevation_m,
        summit.at_m / 1000.0, percent(course.grade(at_m)), at_m / 1000.0);
    if (notes.dem_description.empty()) return text;
    text += fmt::format("line traced over {:.3f} km; terrain {}; waves of {:.0f} m are halved\n",
                        notes.traced_length_m / 1000.0, notes.dem_description, notes.smoothing_m);
    for (const PinnedHeight& pin : notes.pins) {
        text += fmt::format("pinned to {:.0f} m at km {:.2f} ({:+.1f} m){}\n", pin.elevation_m,
                            pin.at_m / 1000.0, pin.lift_m, pin.name.empty() ? "" : ": " + pin.name);
    }
    return text;
}

std::string section_table(const Course& course) {
    std::vector<Row> rows{{"", "from km", "to km", "climb m", "descent m", "mean %", "steepest %",
                           "width m", "section"}};
    for (std::size_t k = 0; k < course.sections().size(); ++k) {
        const NamedSection& section = course.sections()[k];
        const double to_m = std::min(section.to_m, course.length_m());
        const RiseAndFall sum = rise_and_fall(course, section.from_m, to_m);
        rows.push_back({section_letter(k), fmt::format("{:.2f}", section.from_m / 1000.0),
                        fmt::format("{:.2f}", to_m / 1000.0), fmt::format("{:.0f}", sum.climb_m),
                        fmt::format("{:.0f}", sum.descent_m),
                        percent(mean_grade(course, section.from_m, to_m)),
                        percent(steepest_grade(course, section.from_m, to_m)),
                        fmt::format("{:.1f}", course.width_m((section.from_m + to_m) / 2.0)),
                        section.name});
    }
    return rows.size() > 1 ? aligned_rows(rows, "rrrrrrrrl") + "\n" : "";
}

std::string kilometre_table(const Course& course) {
    std::vector<Row> rows{
        {"km", "height m", "climb m", "descent m", "mean %", "steepest %", "narrowest m", "place"}};
    rows.push_back({"0", fmt::format("{:.0f}", course.elevation_m(0.0)), "", "", "", "", "",
                    course.place_name(0.0)});
    const std::vector<double> at_m = steps_along(course, 1000.0);
    for (std::size_t k = 1; k < at_m.size(); ++k) {
        const double from_m = at_m[k - 1];
        const double to_m = at_m[k];
        const RiseAndFall sum = rise_and_fall(course, from_m, to_m);
        rows.push_back(
            {fmt::format("{:.5g}", to_m / 1000.0), fmt::format("{:.0f}", course.elevation_m(to_m)),
             fmt::format("{:.0f}", sum.climb_m), fmt::format("{:.0f}", sum.descent_m),
             percent(mean_grade(course, from_m, to_m)),
             percent(steepest_grade(course, from_m, to_m)),
             fmt::format("{:.1f}", narrowest_m(course, from_m, to_m)), course.place_name(to_m)});
    }
    return aligned_rows(rows, "rrrrrrrl");
}

}  // namespace

std::string profile_table(const Course& course) {
    return headline(course) + "\n" + section_table(course) + kilometre_table(course);
}

}  // namespace gineste
