// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

namespace gineste {

/// What a number without a unit counts, decided for a whole column at once.
enum class BareUnit { seconds, minutes, days };

/// A time as results write it, in seconds: 1:33:45, 33:45, 1h33'45, 93'45", 93 min, or a bare
/// number in `unit`. Decimal commas and typographic primes are understood.
std::optional<double> result_time_s(std::string_view text, BareUnit unit);

/// A bare number, decimal comma or point.
std::optional<double> bare_number(std::string_view text);

/// Whether the text says that there is no time: empty, "-", DNF, DNS, DSQ, abandon, non partant …
bool is_no_time(std::string_view text);

}  // namespace gineste
