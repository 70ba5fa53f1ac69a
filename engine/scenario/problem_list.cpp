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

ProblemList::ProblemList(std::string_view text, std::string file) {
    Source& source = sources_.emplace_back();
    source.text = text;
    source.file = std::move(file);
    find_lines(source);
}

void ProblemList::open_source(std::string text, std::string file) {
    const int number = static_cast<int>(sources_.size());
    Source& source = sources_.emplace_back();
    source.owned = std::move(text);
    source.text = source.owned;
    source.file = std::move(file);
    source.last_spot.source = number;
    find_lines(source);
}

void ProblemList::find_lines(Source& source) {
    source.line_starts = {0};
    for (std::size_t at = source.text.find('\n'); at != std::string_view::npos;
         at = source.text.find('\n', at + 1)) {
        source.line_starts.push_back(at + 1);
    }
}

std::string_view ProblemList::line_text(Spot spot) const {
    const Source& source = source_of(spot);
    const auto index = static_cast<std::size_t>(spot.line - 1);
    if (spot.line < 1 || index >= source.line_starts.size()) return {};
    std::string_view rest = source.text.substr(source.line_starts[index]);
    rest = rest.substr(0, rest.find('\n'));
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
}

Spot ProblemList::spot_of_byte(std::size_t offset) {
    Source& source = sources_.back();
    const auto after =
        std::upper_bound(source.line_starts.begin(), source.line_starts.end(), offset);
    const int line = static_cast<int>(after - source.line_starts.begin());
    Spot& last = source.last_spot;
    if (line != last.line || offset < source.last_offset) {
        last = {line, 1, last.source};
        source.last_offset = source.line_starts[static_cast<std::size_t>(line - 1)];
    }
    const std::string_view passed =
        source.text.substr(source.last_offset, offset - source.last_offset);
    last.column += static_cast<int>(count_characters(passed));
    source.last_offset = offset;
    return last;
}

void ProblemList::add(Spot spot, std::string problem, std::string why, std::string suggestion) {
    if (problems_.size() == kMostProblems) {
        ++more_;
        return;
    }
    const std::string_view line = line_text(spot);
    const bool in_sight = static_cast<std::size_t>(spot.column) <= kLongestLine;
    // A line that is not UTF-8 is not repeated: it would spoil the terminal or the JSON it goes to.
    const bool shown = in_sight && !find_text_fault(line);
    std::string code(shown ? first_characters(line, kLongestLine) : std::string_view{});
    problems_.push_back({spot,
                         {place(spot), std::move(problem), std::move(why), std::move(suggestion),
                          std::move(code)}});
}

void ProblemList::raise() {
    if (problems_.empty()) return;
    std::stable_sort(problems_.begin(), problems_.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.spot.source, a.spot.line, a.spot.column) <
               std::tie(b.spot.source, b.spot.line, b.spot.column);
    });
    std::vector<Problem> problems;
    for (Placed& placed : problems_) problems.push_back(std::move(placed.problem));
    if (more_ > 0) {
        problems.push_back({problems.back().where, std::to_string(more_) + " more problems", "",
                            "Mend these first.", ""});
    }
    throw InputError(std::move(problems));
}

}  // namespace gineste
