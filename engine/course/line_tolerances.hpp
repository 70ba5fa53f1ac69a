// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

inline constexpr double kSpacing_m = 5.0;         ///< samples of a surveyed line
inline constexpr double kLengthTolerance = 0.03;  ///< of the certified length, for a traced line
inline constexpr double kSameLength_m = 1e-6;     ///< two figures for one length
inline constexpr double kSamePlace_m = 1e-6;      ///< two figures for one sample
inline constexpr double kSameEnd_m = 0.5;         ///< two figures for the end of a line
/// For one direction: below, no runner passes another, and data are in error.
inline constexpr double kNarrowest_m = 1.0;

}  // namespace gineste
