// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

namespace gineste {

/// What the first level of a search found: points of PlanSpace.
struct ForecastFront {
    std::vector<double> hypervolume;  ///< after each generation, the first one included
    std::vector<std::vector<double>> points;
};

struct SearcherAnswer {
    ForecastFront front;
    int code = 0;  ///< 0, or the exit code of what went wrong, which has been told
};

/// Runs gineste-optimise, the program beside this one that holds pagmo, on a study.
SearcherAnswer ask_searcher(const std::filesystem::path& study, int threads);

}  // namespace gineste
