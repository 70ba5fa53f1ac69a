// SPDX-License-Identifier: Apache-2.0
#include "example.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace gineste {

ExampleFolder::ExampleFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "gineste-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
    for (const char* name : {"line.csv", "dem.tif", "sections.csv", "entrants.csv"})
        write(name, "");
    std::filesystem::create_directories(path_ / "races");
}

ExampleFolder::~ExampleFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path ExampleFolder::write(const std::string& name, const std::string& text) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file;
}

std::string example_text() {
    return R"(gineste: 1
name: Ten kilometres
date: 2025-05-04
zone: Europe/Paris
seed: 7
step: 0.5 s
limit: 2 h
course:
  line: ../line.csv
  dem: ../dem.tif
  length: 10 km
  sections:
    - {from: 0, to: 2 km, width: 8 m, name: Main street}
    - {from: 2 km, to: 10 km, width: 6 m, name: River road}
  heights:
    - {at: 4 km, elevation: 120 m, name: Hill}
start:
  pen_density: 2 /m2
waves:
  - {name: First, entrants: 1000, gun: "09:30"}
  - {name: Second, entrants: 500, start: after_previous, order: by_prediction}
field:
  entrants: 1500
  women_share: 39 %
  men: {median: 50 min, spread: 0.2, shift: 0.3}
motion:
  time_gap: 0.5 s
  lateral_speed: 2.9 km/h
  acceleration: 1.2 m/s2
stations:
  - {name: Half way, at: 5 km, side: left, cups_per_minute: 20 /min}
  - {name: Finish, at: finish, grab_share: 0.2, walk_share: 0.5}
observe:
  interval: 1 min
)";
}

std::string example_with(const std::string& from, const std::string& to) {
    std::string text = example_text();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "the example has no '" << from << "'";
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace gineste
