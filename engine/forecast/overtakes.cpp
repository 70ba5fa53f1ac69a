// SPDX-License-Identifier: Apache-2.0
#include "forecast/overtakes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/contract.hpp"

namespace gineste {
namespace {

// Sorts values[begin, end) and counts the pairs that stood the wrong way round.
std::uint64_t merge_and_count(std::vector<double>& values, std::vector<double>& spare,
                              std::size_t begin, std::size_t end) {
    if (end - begin < 2) return 0;
    const std::size_t middle = begin + (end - begin) / 2;
    std::uint64_t count =
        merge_and_count(values, spare, begin, middle) + merge_and_count(values, spare, middle, end);
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t at = begin; at < end; ++at) {
        const bool from_right = left == middle || (right < end && values[right] < values[left]);
        if (from_right) count += middle - left;
        spare[at] = values[from_right ? right++ : left++];
    }
    std::copy(spare.begin() + static_cast<std::ptrdiff_t>(begin),
              spare.begin() + static_cast<std::ptrdiff_t>(end),
              values.begin() + static_cast<std::ptrdiff_t>(begin));
    return count;
}

}  // namespace

std::uint64_t count_overtakes(std::span<const double> first, std::span<const double> second) {
    EXPECT(first.size() == second.size());
    std::vector<std::pair<double, double>> both;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (!std::isnan(first[i]) && !std::isnan(second[i])) both.emplace_back(first[i], second[i]);
    }
    std::sort(both.begin(), both.end());
    std::vector<double> values;
    for (const auto& pair : both) values.push_back(pair.second);
    std::vector<double> spare(values.size());
    return merge_and_count(values, spare, 0, values.size());
}

}  // namespace gineste
