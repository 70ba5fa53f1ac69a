// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace gineste {

/// Where in the text something stands; line and column count from 1, columns in characters.
struct Spot {
    int line = 1;
    int column = 1;
    int source = 0;  ///< which text: 0 the scenario, 1 the one it extends, and so on
};

/// Collects what is wrong with a scenario and the files it extends, each with its place and its
/// line, and throws it all once.
class ProblemList {
  public:
    /// `text` must outlive the list; `file` is the name used in messages.
    ProblemList(std::string_view text, std::string file);

    /// A further text, from now on the one that spots are asked of.
    void open_source(std::string text, std::string file);

    void add(Spot spot, std::string problem, std::string why, std::string suggestion);
    bool empty() const { return problems_.empty(); }
    SourcePlace place(Spot spot) const { return {file_of(spot), spot.line, spot.column}; }
    /// The file that a spot lies in, as messages name it.
    const std::string& file_of(Spot spot) const { return source_of(spot).file; }
    std::string_view latest_text() const { return sources_.back().text; }
    /// The place of a byte of the latest text; quick when asked from the front to the back.
    Spot spot_of_byte(std::size_t offset);
    /// A line without its end, empty where there is none.
    std::string_view line_text(Spot spot) const;
    /// @throws InputError with everything added, in the order of the files, if anything was
    void raise();

  private:
    struct Source {
        std::string owned;  ///< the text, where nobody else keeps it
        std::string_view text;
        std::string file;
        std::vector<std::size_t> line_starts;
        Spot last_spot;               ///< the last answer of spot_of_byte, to count on from:
        std::size_t last_offset = 0;  ///< a line of 1 MiB would be counted anew for each value
    };
    struct Placed {
        Spot spot;
        Problem problem;
    };
    static void find_lines(Source& source);
    const Source& source_of(Spot spot) const {
        return sources_[static_cast<std::size_t>(spot.source)];
    }

    std::deque<Source> sources_;  ///< a deque: views into them stay good
    std::vector<Placed> problems_;
    std::size_t more_ = 0;
};

}  // namespace gineste
