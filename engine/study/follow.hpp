// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "course/course.hpp"
#include "field/field.hpp"
#include "observers/record.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// Whom somebody waits for at the roadside: a net time that is expected, or a bib.
struct FollowWish {
    std::optional<double> finish_s;
    std::optional<std::uint32_t> bib;
    std::string wave;  ///< that they start in; empty: of most who run that time
};

/// When to look out at one place. Times are seconds after the first gun.
struct FollowPlace {
    double at_m = 0.0;
    std::string name;            ///< "km 5", "Col de la Gineste"
    double likely_s = 0.0;       ///< median of those alike
    double early_s = 0.0;        ///< 10 % of them are by before this
    double late_s = 0.0;         ///< 10 % come after this
    double since_start_s = 0.0;  ///< median since their own crossing of the line
};

struct FollowPlan {
    std::string wave;
    double gun_s = 0.0;               ///< of that wave, s after the first gun
    std::size_t alike = 0;            ///< runners of the race whose times these are
    double within = 0.0;              ///< how alike: their time, or their prediction, as a share
    std::vector<FollowPlace> places;  ///< each kilometre and named place, in order
};

/// Looks up those of a race who are alike: in the same wave and within 1 % (or 2, 4, 8 % where they
/// are under 30) of the time expected; for a bib, of what its runner predicted. None where nobody
/// is.
std::optional<FollowPlan> follow(const Scenario& scenario, const Course& course, const Field& field,
                                 const Record& record, const FollowWish& wish);

/// The plan as a table.
std::string follow_text(const FollowPlan& plan, const Record& record);
/// The same as JSON.
std::string follow_json(const FollowPlan& plan, const Record& record);
/// GPX 1.1: a waypoint for each place, with the likely time (UTC) and the range in its text.
std::string follow_gpx(const FollowPlan& plan, const Record& record, const Course& course);

}  // namespace gineste
