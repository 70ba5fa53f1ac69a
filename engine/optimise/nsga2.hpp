// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace gineste {

/// What a point of the unit cube brings: objectives, less is better, and how far it is over what it
/// has to keep to (0: keeps to all).
struct Judged {
    std::vector<double> objectives;
    double excess = 0.0;
};

struct SearchOptions {
    std::size_t dimension = 1;
    std::size_t objectives = 2;
    int population = 40;  ///< a multiple of 4
    int generations = 50;
    std::uint64_t seed = 1;
    int threads = 1;
    std::vector<std::vector<double>> first;  ///< points that are in the first generation
};

struct SearchResult {
    std::vector<std::vector<double>> points;  ///< of the front; the least excess where none keeps
    std::vector<Judged> judged;
    std::vector<double> hypervolume;  ///< after each generation, share of the box up to `reference`
};

/// NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Trans. Evol. Comput. 6:182), pagmo's. Who
/// keeps to the bounds comes before who does not, and of those who do not the one with less excess
/// (Deb 2000). The same for a seed whatever the number of threads: `judge` must be so, and may be
/// called from several at once.
SearchResult search(const SearchOptions& options,
                    const std::function<Judged(const std::vector<double>& point)>& judge,
                    const std::vector<double>& reference);

}  // namespace gineste
