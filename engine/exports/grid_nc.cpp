// SPDX-License-Identifier: Apache-2.0
#include "exports/grid_nc.hpp"

#include <limits>

#include "core/text.hpp"
#include "exports/nc_memory.hpp"

namespace gineste {
namespace {

void write_words(const NcMemory& file, int variable, const std::vector<std::string>& words) {
    std::vector<std::string> meanings = words;
    std::vector<double> values;
    for (std::string& word : meanings) {
        for (char& letter : word) {
            if (letter == ' ') letter = '_';  // blanks part one meaning from the next
        }
        values.push_back(static_cast<double>(values.size()));
    }
    NcMemory::check(nc_put_att_double(file.id(), variable, "flag_values", NC_DOUBLE, values.size(),
                                      values.data()),
                    "flag_values");
    file.attribute(variable, "flag_meanings", joined(meanings, " "));
}

void write_variable(const NcMemory& file, const GridTable& table, const GridTable::Variable& column,
                    const std::vector<int>& dimensions) {
    std::vector<int> over;
    for (const std::size_t dimension : column.dimensions) over.push_back(dimensions[dimension]);
    const char* name = column.name.c_str();
    const int variable =
        file.variable(name, NC_DOUBLE, over, column.long_name.c_str(), column.units);
    const double never = std::numeric_limits<double>::quiet_NaN();
    NcMemory::check(nc_def_var_fill(file.id(), variable, NC_FILL, &never), name);
    if (over.size() > 1 && !table.coordinates.empty()) {
        file.attribute(variable, "coordinates", table.coordinates);
    }
    if (!column.words.empty()) write_words(file, variable, column.words);
    file.write(variable, column.values, name);
}

}  // namespace

std::string grid_nc(const GridTable& table) {
    NcMemory file;
    std::vector<int> dimensions;
    for (const auto& [name, size] : table.dimensions) {
        dimensions.push_back(file.dimension(name.c_str(), size));
    }
    file.attribute(NC_GLOBAL, "Conventions", "CF-1.8");
    for (const auto& [name, text] : table.attributes) {
        file.attribute(NC_GLOBAL, name.c_str(), text);
    }
    for (const GridTable::Variable& column : table.variables) {
        write_variable(file, table, column, dimensions);
    }
    return file.take();
}

}  // namespace gineste
