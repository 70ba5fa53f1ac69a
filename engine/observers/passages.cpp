// SPDX-License-Identifier: Apache-2.0
#include "observers/passages.hpp"

#include <algorithm>

namespace gineste {

PassageObserver::PassageObserver(std::size_t runners, double length_m, double spacing_m) {
    constexpr double rounding_m = 1e-6;  // a finish at 20 km is the mark at 20 km
    record_.spacing_m = spacing_m;
    record_.marks = static_cast<std::size_t>((length_m + rounding_m) / spacing_m) + 1;
    record_.passage_ms.assign(runners * record_.marks, kNeverMs);
}

void PassageObserver::see(const Stride& stride) {
    if (stride.to_m < 0.0) return;
    const double first = std::floor(stride.from_m / record_.spacing_m) + 1.0;
    auto mark = static_cast<std::size_t>(std::max(0.0, first));
    for (; mark < record_.marks; ++mark) {
        const double at_m = static_cast<double>(mark) * record_.spacing_m;
        if (!stride.crosses(at_m)) return;
        record_.passage_ms[stride.runner.value * record_.marks + mark] =
            static_cast<std::int32_t>(std::llround(1000.0 * stride.time_at_s(at_m)));
    }
}

}  // namespace gineste
