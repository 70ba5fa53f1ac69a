// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"

#include <string_view>
#include <utility>

#include "core/contract.hpp"

namespace gineste {
namespace {

std::string place_text(const SourcePlace& where) {
    std::string text = where.file;
    if (where.line > 0) text += ":" + std::to_string(where.line);
    if (where.line > 0 && where.column > 0) text += ":" + std::to_string(where.column);
    return text;
}

// The caret stands under the column even where the line holds tabs or multi-byte characters:
// columns count characters, so continuation bytes take no room.
std::string caret_line(std::string_view code, int column) {
    std::string caret;
    int characters = 0;
    for (const char c : code) {
        if (characters + 1 >= column) break;
        const bool continuation = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        if (continuation) continue;
        caret += c == '\t' ? '\t' : ' ';
        ++characters;
    }
    return caret + "^";
}

std::string joined(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        if (!text.empty()) text += "\n";
        text += to_text(problem);
    }
    return text;
}

}  // namespace

std::string to_text(const Problem& problem) {
    std::string text = place_text(problem.where);
    if (!text.empty()) text += ": ";
    text += problem.problem;
    if (!problem.why.empty()) text += " (" + problem.why + ")";
    text += ".";
    if (!problem.suggestion.empty()) text += " " + problem.suggestion;
    if (problem.code.empty()) return text;
    text += "\n    " + problem.code;
    if (problem.where.column > 0) {
        text += "\n    " + caret_line(problem.code, problem.where.column);
    }
    return text;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

InputError::InputError(Problem problem) : InputError(std::vector<Problem>{std::move(problem)}) {}

MissingInput::MissingInput(const std::filesystem::path& path, const std::string& reason)
    : std::runtime_error(path.string() + ": " + reason) {}

OutputError::OutputError(Stage stage, const std::filesystem::path& path, const std::string& reason)
    : std::runtime_error(path.string() + ": " + reason), stage_(stage) {}

namespace detail {
void contract_broken(std::string_view kind, std::string_view condition, std::string_view file,
                     int line) {
    throw InternalError(std::string(file) + ":" + std::to_string(line) + ": " + std::string(kind) +
                        " " + std::string(condition));
}
}  // namespace detail

}  // namespace gineste
