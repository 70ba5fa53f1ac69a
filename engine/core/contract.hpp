// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace gineste::detail {
[[noreturn]] void contract_broken(std::string_view kind, std::string_view condition,
                                  std::string_view file, int line);
}

// Our own mistakes, never the user's. On in debug builds and in every test; off in release.
#if !defined(NDEBUG) || defined(GINESTE_CONTRACTS)
#define GINESTE_CONTRACT_(kind, condition) \
    ((condition) ? void(0)                 \
                 : ::gineste::detail::contract_broken(kind, #condition, __FILE__, __LINE__))
#else
#define GINESTE_CONTRACT_(kind, condition) void(0)
#endif
#define EXPECT(condition) GINESTE_CONTRACT_("expected", condition)  ///< what a caller must bring
#define ENSURE(condition) GINESTE_CONTRACT_("ensured", condition)   ///< what a function must give
