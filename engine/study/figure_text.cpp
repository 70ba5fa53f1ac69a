// SPDX-License-Identifier: Apache-2.0
#include "study/figure_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace gineste {

std::string figure(double value) {
    if (std::isnan(value)) return "–";
    if (std::isinf(value)) return value < 0.0 ? "-∞" : "∞";
    if (value == 0.0) return "0";
    const int leading = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return fmt::format("{:.{}f}", value, std::clamp(3 - leading, 0, 6));
}

std::string signed_figure(double value) {
    return value > 0.0 ? "+" + figure(value) : figure(value);
}

}  // namespace gineste
