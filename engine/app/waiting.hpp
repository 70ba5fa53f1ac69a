// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// Lets threads that wait for one another sleep soon. A step of a race takes a tenth of a
/// millisecond and ends with such a wait; OpenMP's default is to wait busily, which on a machine
/// that has other work takes the processor from the very thread that is waited for. The choice is
/// read from the environment before a program begins, so this begins the program again, once, with
/// GOMP_SPINCOUNT set; not where the user has chosen (OMP_WAIT_POLICY or GOMP_SPINCOUNT).
void wait_considerately(char** arguments);

}  // namespace gineste
