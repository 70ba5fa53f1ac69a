// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace gineste {

/// Numbers over the points of a grid, for grid_nc.
struct GridTable {
    struct Variable {
        std::string name;  ///< letters, digits and _
        std::string long_name;
        std::string units;                    ///< empty: none
        std::vector<std::size_t> dimensions;  ///< of the table, the last one running fastest
        std::vector<double> values;
        std::vector<std::string> words;  ///< where the values count words from 0; else empty
    };
    std::vector<std::pair<std::string, std::size_t>> dimensions;
    std::vector<Variable> variables;
    std::vector<std::pair<std::string, std::string>> attributes;  ///< of the whole
    std::string coordinates;  ///< names of variables over the first dimension that place its points
};

/// The table as a netCDF-4 file after CF-1.8. NaN is what did not happen.
std::string grid_nc(const GridTable& table);

}  // namespace gineste
