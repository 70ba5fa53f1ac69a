// SPDX-License-Identifier: Apache-2.0
#include "app/waiting.hpp"

#include <unistd.h>

#include <cstdlib>

namespace gineste {

void wait_considerately(char** arguments) {
    // Longer than two threads of one step are apart, shorter than a scheduler's time slice.
    constexpr const char* spins = "1000";
    if (std::getenv("OMP_WAIT_POLICY") != nullptr || std::getenv("GOMP_SPINCOUNT") != nullptr) {
        return;
    }
    if (setenv("GOMP_SPINCOUNT", spins, 0) != 0) return;
    execv("/proc/self/exe", arguments);  // returns only where it cannot: then as we are
}

}  // namespace gineste
