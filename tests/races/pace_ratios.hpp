// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <filesystem>
#include <vector>

#include "observers/record.hpp"

namespace gineste::test {

/// Median of the pace on a segment over the mean pace, by tenth of the finishers (net time, fastest
/// first) and by 5 km; the last segment is what is left.
inline constexpr std::size_t kTenths = 10;
inline constexpr std::size_t kSegments = 9;
using PaceRatios = std::array<std::array<double, kSegments>, kTenths>;

struct Paces {
    PaceRatios ratio{};
    std::array<double, kTenths> net_s{};  ///< median
};

/// Of those who finished a race of 42.195 km.
Paces paces_of(const Record& record, double length_m);

/// Reads a table of results by tenth. @throws InputError, MissingInput
Paces read_paces(const std::filesystem::path& file);

/// Root mean square difference, over all tenths and the segments [from, to).
double rms_difference(const PaceRatios& a, const PaceRatios& b, std::size_t from = 0,
                      std::size_t to = kSegments);

/// Element by element.
PaceRatios mean_of(const std::vector<Paces>& all);

}  // namespace gineste::test
