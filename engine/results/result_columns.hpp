// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/result_time.hpp"

namespace gineste {

/// From what a time counts.
enum class TimeSince {
    own_start,  ///< net: from the runner's own step over the line
    own_gun,    ///< the gun of the runner's wave
    first_gun,
};

/// A column of times.
struct TimeColumn {
    std::size_t index = 0;
    double at_m = 0.0;  ///< chainage; infinity at the finish, nought at the start line
    TimeSince since = TimeSince::own_start;
    std::optional<BareUnit> unit;  ///< as the heading says; none: the numbers tell
};

/// What the headings of a results table say, French or English. Everything else, names among them,
/// has no place here and is not read.
struct ResultColumns {
    std::optional<std::size_t> bib;
    std::optional<std::size_t> sex;
    std::optional<std::size_t> wave;
    std::vector<TimeColumn> times;  ///< start offset, splits by distance, finish
};

ResultColumns result_columns(const std::vector<std::string>& headings);

/// The distance that a heading of a split names, metres: "5 km", "net_s_05k", "km 10", "Semi".
std::optional<double> split_distance_m(std::string_view heading);

}  // namespace gineste
