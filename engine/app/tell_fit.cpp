// SPDX-License-Identifier: Apache-2.0
#include "app/tell_fit.hpp"

#include <fmt/format.h>

#include <iostream>

namespace gineste {

void tell_fit(const Scenario& scenario) {
    for (const std::string& what : scenario.fitted) {
        std::cerr << fmt::format("{}: {}.\n", scenario.fragment.filename().string(), what);
    }
}

}  // namespace gineste
