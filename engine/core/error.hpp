// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace gineste {

/// Where in a user's file something stands; line and column count from 1, 0 = unknown.
struct SourcePlace {
    std::string file;
    int line = 0;
    int column = 0;
};

/// One thing wrong with what the user gave us.
struct Problem {
    SourcePlace where;
    std::string problem;     ///< what is wrong: "length is 'banana'"
    std::string why;         ///< why that cannot be: "not a length"
    std::string suggestion;  ///< what to do: "Write 20 km or 20000 m."
    std::string code;        ///< the line of the file it stands on, empty where unknown
};

/// `file:line:column: problem (why). suggestion`, then the line and a caret under the column.
std::string to_text(const Problem& problem);

/// The user's input is wrong: every problem found, in the order of the file. Exit code 65.
class InputError : public std::runtime_error {
  public:
    explicit InputError(std::vector<Problem> problems);
    explicit InputError(Problem problem);
    const std::vector<Problem>& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
};

/// A file the user named is not there or cannot be opened. Exit code 66.
class MissingInput : public std::runtime_error {
  public:
    MissingInput(const std::filesystem::path& path, const std::string& reason);
};

/// The world would not take our output. Exit code 73 (cannot create) or 74 (failed while writing).
class OutputError : public std::runtime_error {
  public:
    enum class Stage { create, write };
    OutputError(Stage stage, const std::filesystem::path& path, const std::string& reason);
    Stage stage() const { return stage_; }

  private:
    Stage stage_ = Stage::write;
};

/// We broke a promise of ours. Exit code 70.
class InternalError : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

}  // namespace gineste
