// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// After sysexits.h; a run stopped by a signal ends with 128 + its number.
enum class ExitCode {
    good = 0,
    usage = 2,
    bad_input = 65,
    missing_input = 66,
    our_mistake = 70,
    system = 71,
    cannot_create = 73,
    write_failed = 74,
};

}  // namespace gineste
