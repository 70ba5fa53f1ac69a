// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

inline constexpr double kMinute = 60.0;       ///< s
inline constexpr double kKilometre = 1000.0;  ///< m

}  // namespace gineste
