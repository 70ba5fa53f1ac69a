// SPDX-License-Identifier: Apache-2.0
#include "study/table_search.hpp"

#include <algorithm>

namespace gineste {
namespace {

constexpr double kClosest = 0.05;  // no search for less than a twentieth of the tables

}  // namespace

TableSearch::TableSearch(int first, int most) : first_(std::clamp(first, 1, most)), most_(most) {}

void TableSearch::note(int tables, bool is_enough) {
    bool& so_far = tried_.try_emplace(tables, true).first->second;
    so_far = so_far && is_enough;
}

int TableSearch::too_few() const {
    const auto last = std::find_if(tried_.rbegin(), tried_.rend(),
                                   [](const auto& tried) { return !tried.second; });
    return last == tried_.rend() ? 0 : last->first;
}

std::optional<int> TableSearch::enough() const {
    const auto above = tried_.upper_bound(too_few());
    if (above == tried_.end()) return std::nullopt;
    return above->first;
}

bool TableSearch::is_closed() const {
    if (is_impossible()) return true;
    const auto found = enough();
    return found && *found - too_few() <= std::max(1, static_cast<int>(kClosest * *found));
}

int TableSearch::next() const {
    if (tried_.empty()) return first_;
    const int low = too_few();
    const auto high = enough();
    if (!high) return std::min(most_, 2 * low);
    return is_closed() ? *high : (low + *high) / 2;
}

}  // namespace gineste
