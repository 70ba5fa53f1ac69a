// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <csignal>

namespace gineste {

/// While it lives, the first SIGINT or SIGTERM is only noted, for the simulation to stop after the
/// step it is in; a second one ends the program at once. A signal ignored before stays ignored.
class StopSignal {
  public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    /// The number of the signal, 0 while there has been none.
    static int received();

  private:
    struct sigaction interrupt_before_ {};
    struct sigaction terminate_before_ {};
};

}  // namespace gineste
