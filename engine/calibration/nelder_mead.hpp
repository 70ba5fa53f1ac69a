// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <vector>

namespace gineste {

/// Where a function of several numbers is least, near `begin`; `steps` says how far to look at
/// first. Nelder & Mead 1965, Computer Journal 7:308, with their coefficients 1, 2, 1/2, 1/2.
std::vector<double> nelder_mead(const std::function<double(const std::vector<double>&)>& function,
                                const std::vector<double>& begin, const std::vector<double>& steps,
                                int evaluations);

}  // namespace gineste
