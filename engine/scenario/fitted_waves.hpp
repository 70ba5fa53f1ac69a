// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gineste {

/// Whose waves a race has into which a fragment of `gineste calibrate` is put.
enum class FittedWaves {
    scenario,  ///< its own plan; of the fragment's waves no more than who runs in them
    fragment,  ///< the plan of the year that was fitted
};

}  // namespace gineste
