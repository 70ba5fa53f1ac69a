// SPDX-License-Identifier: Apache-2.0
#include "app/input_hash.hpp"

#include <fstream>
#include <vector>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "course/course.hpp"

namespace gineste {
namespace {

void add_file(Sha256& sum, const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw MissingInput(path, "cannot be read");
    sum.add(std::to_string(std::filesystem::file_size(path)) + "\n");
    std::vector<char> piece(1U << 20U);  // a terrain model may be larger than memory
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) ||
           file.gcount() > 0) {
        sum.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (file.bad()) throw MissingInput(path, "cannot be read to its end");
}

}  // namespace

std::string input_sha256(const Scenario& scenario) {
    Sha256 sum;
    add_file(sum, scenario.file);
    for (const auto& path : scenario.extends) add_file(sum, path);
    if (!scenario.fragment.empty()) add_file(sum, scenario.fragment);
    for (const auto& path : survey_files(scenario)) add_file(sum, path);
    if (!scenario.field.entrants_file.empty()) add_file(sum, scenario.field.entrants_file);
    return sum.hex();
}

}  // namespace gineste
