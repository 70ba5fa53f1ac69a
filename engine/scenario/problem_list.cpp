// SPDX-License-Identifier: Apache-2.0
#include "scenario/problem_list.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/text.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostProblems = 100;  // a reader mends the first of these, then runs again
constexpr std::size_t kLongestLine = 160;   // characters of the file shown under a message

// Up to `count` characters from the front, never cutting one in two.
std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (begins && seen++ == count) return text.substr(0, i);
    }
    return text;
}

}  // namespace

ProblemList::ProblemList(std::string_view text, const std::string& file)
    : text_(text), file_(file), line_starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        line_starts_.push_back(at + 1);
    }
}

std::string_view ProblemList::line_text(int line) const {
    const auto index = static_cast<std::size_t>(line - 1);
    if (line < 1 || index >= line_starts_.size()) return {};
    std::string_view rest = text_.substr(line_starts_[index]);
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

Spot ProblemList::spot_of_byte(std::size_t offset) {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const int line = static_cast<int>(after - line_starts_.begin());
    if (line != last_spot_.line || offset < last_offset_) {
        last_spot_ = {line, 1};
        last_offset_ = line_starts_[static_cast<std::size_t>(line - 1)];
    }
    const std::string_view passed = text_.substr(last_offset_, offset - last_offset_);
    last_spot_.column += static_cast<int>(count_characters(passed));
    last_offset_ = offset;
    return last_spot_;
}

void ProblemList::add(Spot spot, std::string problem, std::string why, std::string suggestion) {
    if (problems_.size() == kMostProblems) {
        ++more_;
        return;
    }
    const std::string_view line = line_text(spot.line);
    const bool in_sight = static_cast<std::size_t>(spot.column) <= kLongestLine;
    // A line that is not UTF-8 is not repeated: it would spoil the terminal or the JSON it goes to.
    const bool shown = in_sight && !find_text_fault(line);
    std::string code(shown ? first_characters(line, kLongestLine) : std::string_view{});
    problems_.push_back(
        {place(spot), std::move(problem), std::move(why), std::move(suggestion), std::move(code)});
}

void ProblemList::raise() {
    if (problems_.empty()) return;
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
        return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
    });
    if (more_ > 0) {
        problems_.push_back({problems_.back().where, std::to_string(more_) + " more problems", "",
                             "Mend these first.", ""});
    }
    throw InputError(std::move(problems_));
}

}  // namespace gineste
