// SPDX-License-Identifier: Apache-2.0
#include "app/input_hash.hpp"

#include <fstream>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "course/course.hpp"
#include "course/survey.hpp"

namespace gineste {
namespace {

InputFile add_file(Sha256& sum, const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw MissingInput(path, "cannot be read");
    const std::uintmax_t size = std::filesystem::file_size(path);
    Sha256 own;
    sum.add(std::to_string(size) + "\n");
    std::vector<char> piece(1U << 20U);  // a terrain model may be larger than memory
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) ||
           file.gcount() > 0) {
        const std::string_view read{piece.data(), static_cast<std::size_t>(file.gcount())};
        sum.add(read);
        own.add(read);
    }
    if (file.bad()) throw MissingInput(path, "cannot be read to its end");
    return {path.filename().string(), size, own.hex()};
}

void add(std::vector<std::filesystem::path>& paths,
         const std::vector<std::filesystem::path>& more) {
    paths.insert(paths.end(), more.begin(), more.end());
}

// A race of a day whose course comes from its route has no line.
std::vector<std::filesystem::path> files_of(const Scenario& scenario) {
    std::vector<std::filesystem::path> paths{scenario.file};
    add(paths, scenario.extends);
    if (!scenario.fragment.empty()) paths.push_back(scenario.fragment);
    if (!scenario.course.line.empty()) add(paths, survey_files(scenario));
    if (!scenario.field.entrants_file.empty()) paths.push_back(scenario.field.entrants_file);
    return paths;
}

Inputs summed(const std::vector<std::filesystem::path>& paths) {
    Sha256 sum;
    Inputs inputs;
    for (const auto& path : paths) inputs.files.push_back(add_file(sum, path));
    inputs.sha256 = sum.hex();
    return inputs;
}

}  // namespace

Inputs read_inputs(const Scenario& scenario) { return summed(files_of(scenario)); }

Inputs read_inputs(const DaySpec& day, const std::vector<Scenario>& races) {
    std::vector<std::filesystem::path> paths{day.file};
    for (const LineSpec& line : day.lines) add(paths, line_files(line.course));
    for (const Scenario& race : races) add(paths, files_of(race));
    return summed(paths);
}

}  // namespace gineste
