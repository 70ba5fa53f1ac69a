// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

namespace gineste {

/// Of a curve against another one.
struct CurveError {
    double mean = 0.0;     ///< of its absolute value
    double largest = 0.0;  ///< of its absolute value
};

/// Share of `sorted_s` at or before each time.
std::vector<double> shares_at(const std::vector<double>& sorted_s,
                              const std::vector<double>& times_s);

/// Of two cumulative shares, every 10 s from 0 until 99 % of those observed have come; both sorted.
CurveError share_error(const std::vector<double>& observed_s, const std::vector<double>& other_s);

/// Of two curves on the same places.
CurveError curve_error(const std::vector<double>& observed, const std::vector<double>& other);

}  // namespace gineste
