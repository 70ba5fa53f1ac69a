// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <omp.h>

#include <algorithm>
#include <cstddef>

namespace gineste {

/// Runners handled as one piece of work. Fixed, so that what depends on the cut (none of the
/// results do) would not depend on the number of threads either.
inline constexpr std::size_t kBlock = 256;

/// Calls body(begin, end) for consecutive blocks of [0, count) on up to `threads` threads.
/// The body must not throw and must write only what belongs to its own block.
template <class Body>
void for_blocks(std::size_t count, int threads, const Body& body) {
    const auto blocks = static_cast<std::ptrdiff_t>((count + kBlock - 1) / kBlock);
    // Waking a thread for a handful of runners costs more than they do.
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads) if (threads > 1 && blocks > 4)
    for (std::ptrdiff_t block = 0; block < blocks; ++block) {
        const std::size_t begin = static_cast<std::size_t>(block) * kBlock;
        body(begin, std::min(begin + kBlock, count));
    }
}

}  // namespace gineste
