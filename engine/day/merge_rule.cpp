// SPDX-License-Identifier: Apache-2.0
#include "day/merge_rule.hpp"

namespace gineste {

const MergeSpec* merge_spec(const DaySpec& day, const Network& network, LegWay into) {
    for (const MergeSpec& merge : day.merges) {
        if (merge.into.direction != into.direction) continue;
        if (merge.into.leg == network.legs[into.leg.value].name) return &merge;
    }
    return nullptr;
}

bool goes_first(const MergeSpec* spec, const Network& network, std::optional<LegWay> from) {
    return spec != nullptr && from && network.legs[from->leg.value].name == spec->first;
}

}  // namespace gineste
