// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>

namespace gineste {

/// A figure that there is none of: a runner who never came by, the mean of nothing.
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace gineste
