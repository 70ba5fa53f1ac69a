// SPDX-License-Identifier: Apache-2.0
#include "report/day_words.hpp"

namespace gineste {

std::string_view to_word(Direction direction) {
    return direction == Direction::forward ? "forward" : "back";
}

std::string_view to_word(Traffic traffic) {
    switch (traffic) {
        case Traffic::one_way:
            return "one_way";
        case Traffic::separated:
            return "separated";
        case Traffic::shared:
            return "shared";
    }
    return "";
}

std::string_view to_word(MergeRule rule) { return rule == MergeRule::zip ? "zip" : "priority"; }

std::string_view to_word(CrossingRule rule) {
    switch (rule) {
        case CrossingRule::none:
            return "none";
        case CrossingRule::gaps:
            return "gaps";
        case CrossingRule::pulses:
            return "pulses";
    }
    return "";
}

std::string_view to_word(PlaceRecord::Kind kind) {
    using Kind = PlaceRecord::Kind;
    switch (kind) {
        case Kind::start:
            return "start";
        case Kind::joint:
            return "joint";
        case Kind::merge:
            return "merge";
        case Kind::split:
            return "split";
        case Kind::turn:
            return "turn";
        case Kind::crossing:
            return "crossing";
        case Kind::finish:
            return "finish";
        case Kind::named:
            return "named";
    }
    return "";
}

}  // namespace gineste
