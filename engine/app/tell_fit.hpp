// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/scenario.hpp"

namespace gineste {

/// Says on standard error what the fragment of `--fit` replaced in a scenario, if there is one.
void tell_fit(const Scenario& scenario);

}  // namespace gineste
