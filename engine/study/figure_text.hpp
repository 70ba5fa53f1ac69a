// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace gineste {

/// A figure for readers: four digits that count, never an exponent; "–" for NaN, "∞".
std::string figure(double value);
/// The same with its sign, "0" where it is none.
std::string signed_figure(double value);

}  // namespace gineste
