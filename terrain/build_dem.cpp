// SPDX-License-Identifier: Apache-2.0
// build_dem COURSE_FOLDER [OUTPUT.tif]: makes the default terrain model of a course from the
// figures in its folder, dem.tif in that folder unless told otherwise.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>

#include "model.hpp"

int main(int count, char** words) {
    if (count < 2 || count > 3) {
        fmt::print(stderr, "usage: build_dem COURSE_FOLDER [OUTPUT.tif]\n");
        return 2;
    }
    try {
        const std::filesystem::path folder = words[1];
        const std::filesystem::path output = count > 2 ? words[2] : folder / "dem.tif";
        const auto model = gineste::terrain::build_model(folder);
        gineste::terrain::write_geotiff(model, output);
        fmt::print("{}: {} × {} cells of {} m\n", output.string(), model.columns, model.rows,
                   model.cell_m);
    } catch (const std::exception& error) {
        fmt::print(stderr, "build_dem: {}\n", error.what());
        return 74;
    }
    return 0;
}
