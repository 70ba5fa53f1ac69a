// SPDX-License-Identifier: Apache-2.0
// Writes day.json and its schema of made-up days into a folder: report_day_writer FOLDER
#include <filesystem>
#include <fstream>

#include "report/day_json.hpp"
#include "synthetic_day.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    std::ofstream(folder / "day.schema.json") << gineste::day_schema();
    std::ofstream(folder / "river.json") << gineste::day_json(gineste::river_day(), "0.0.0");
    std::ofstream(folder / "empty.json") << gineste::day_json(gineste::empty_day(), "0.0.0");
    return 0;
}
