// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

namespace gineste {

/// A folder that holds the files which scenarios of the tests name, and goes away with the object:
/// `races/` for scenarios; beside it `line.csv`, `dem.tif`, `sections.csv`, `entrants.csv`.
class ExampleFolder {
  public:
    ExampleFolder();
    ~ExampleFolder();
    ExampleFolder(const ExampleFolder&) = delete;
    ExampleFolder& operator=(const ExampleFolder&) = delete;

    /// Makes a file there, with folders as needed.
    std::filesystem::path write(const std::string& name, const std::string& text) const;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// A small scenario that is right, using every kind of value.
std::string example_text();

/// The example with the first `from` replaced by `to`; the test fails where there is none.
std::string example_with(const std::string& from, const std::string& to);

std::string read_file(const std::filesystem::path& path);

}  // namespace gineste
