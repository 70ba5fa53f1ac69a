// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace gineste {

/// Where in the text something stands; line and column count from 1, columns in characters.
struct Spot {
    int line = 1;
    int column = 1;
};

/// Collects what is wrong with one file, each with its place and its line, and throws it all once.
class ProblemList {
  public:
    /// `text` and `file` (the name used in messages) must outlive the list.
    ProblemList(std::string_view text, const std::string& file);

    void add(Spot spot, std::string problem, std::string why, std::string suggestion);
    bool empty() const { return problems_.empty(); }
    SourcePlace place(Spot spot) const { return {file_, spot.line, spot.column}; }
    /// The place of a byte of the text; quick when asked from the front to the back.
    Spot spot_of_byte(std::size_t offset);
    /// A line without its end, empty where there is none.
    std::string_view line_text(int line) const;
    /// @throws InputError with everything added, in the order of the file, if anything was
    void raise();

  private:
    std::string_view text_;
    const std::string& file_;
    std::vector<std::size_t> line_starts_;
    std::vector<Problem> problems_;
    std::size_t more_ = 0;
    Spot last_spot_;               ///< the last answer of spot_of_byte, to count on from:
    std::size_t last_offset_ = 0;  ///< a line of 1 MiB would be counted anew for each value
};

}  // namespace gineste
