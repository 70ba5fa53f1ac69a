// SPDX-License-Identifier: Apache-2.0
// The profile in a terminal:
//
//        ▲ Col de la Gineste 327 m, km 9.8          the highest point, above its column
//    300 ┤     ▂▄▆█▇▅▃                              heights, eight steps to a line
//      0 ┼───┴───┴───┴───                           a tick for each label below
//    km  0   2   4   6
//     %   +0.3 +1.8 -0.2                            mean grade between two ticks
//        └─a──┴───b───┘                             sections, named in the table
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "core/text.hpp"
#include "course/profile_marks.hpp"
#include "course/profile_text.hpp"

namespace gineste {
namespace {

constexpr int kAxisColumns = 8;  // columns of the labels of the height axis, axis included

struct Glyphs {
    std::array<const char*, 9> fills;  // by eighths of a cell
    const char* height_tick;
    const char* height_axis;
    const char* corner;
    const char* axis;
    const char* kilometre_tick;
    const char* summit;
    const char* border_first;
    const char* border;
    const char* border_last;
    const char* strip;
};
constexpr Glyphs kBlocks{{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
                         "┤",
                         "│",
                         "┼",
                         "─",
                         "┴",
                         "▲",
                         "└",
                         "┴",
                         "┘",
                         "─"};
constexpr Glyphs kAscii{{" ", " ", ".", ".", ":", ":", "+", "+", "#"},
                        "|",
                        "|",
                        "+",
                        "-",
                        "+",
                        "^",
                        "|",
                        "|",
                        "|",
                        "-"};

// A line of cells, each holding one character of any number of bytes.
class Line {
  public:
    explicit Line(int columns) : cells_(static_cast<std::size_t>(columns), " ") {}

    void put(int column, const std::string& character) {
        if (column < 0 || column >= static_cast<int>(cells_.size())) return;
        cells_[static_cast<std::size_t>(column)] = character;
    }
    // Whether the text stands in the line without running over its end or into other text.
    bool has_room(int column, std::string_view text) const {
        const int end = column + static_cast<int>(count_characters(text));
        if (column < 0 || end > static_cast<int>(cells_.size())) return false;
        const int before = std::max(0, column - 1);
        return std::all_of(cells_.begin() + before, cells_.begin() + end,
                           [](const std::string& cell) { return cell == " "; });
    }
    void write(int column, std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t next = at + 1;
            while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U)
                ++next;
            put(column++, std::string(text.substr(at, next - at)));
            at = next;
        }
    }
    std::string text() const {
        std::string text;
        for (const std::string& cell : cells_) text += cell;
        return text.substr(0, text.find_last_not_of(' ') + 1);
    }

  private:
    std::vector<std::string> cells_;
};

class Plot {
  public:
    Plot(const Course& course, PlotSize size, const Glyphs& glyphs)
        : course_(course),
          glyphs_(glyphs),
          rows_(std::max(4, size.rows)),
          width_(std::max(40, size.columns) - kAxisColumns - 4) {  // the last label overhangs
        double low_m = course.elevation_m(0.0);
        double high_m = low_m;
        for (const double s : steps_along(course, 5.0)) {
            low_m = std::min(low_m, course.elevation_m(s));
            high_m = std::max(high_m, course.elevation_m(s));
        }
        const double span_m = std::max(high_m - low_m, 10.0);
        height_step_m_ = nice_step(span_m / (rows_ / 2.5));
        base_m_ = std::floor(low_m / height_step_m_) * height_step_m_;
        top_m_ = std::ceil(high_m / height_step_m_) * height_step_m_;
        if (top_m_ - base_m_ < span_m) top_m_ = base_m_ + span_m;
        constexpr double least_columns = 5.0;  // of a tick: "+6.2" and a space
        tick_m_ = nice_step(course.length_m() * least_columns / width_);
        // Every tick as wide as the next one.
        const double ticks = course.length_m() / tick_m_;
        width_ = static_cast<int>(std::lround(std::floor(width_ / ticks) * ticks));
    }

    std::string text() const {
        std::string text = summit_line();
        for (int row = rows_ - 1; row >= 0; --row) text += ground_line(row);
        return text + axis_line() + label_line() + grade_line() + section_line();
    }

  private:
    Line blank() const { return Line(kAxisColumns + width_ + 8); }
    static std::string ended(const Line& line) { return line.text() + "\n"; }

    int column_of(double chainage_m) const {
        const auto column = std::lround(chainage_m / course_.length_m() * width_);
        return kAxisColumns + static_cast<int>(column);
    }
    double row_height_m() const { return (top_m_ - base_m_) / rows_; }

    std::string summit_line() const {
        const Summit summit = highest_point(course_);
        const int column = column_of(summit.at_m);
        const std::string figures =
            fmt::format("{:.0f} m, km {:.1f}", summit.elevation_m, summit.at_m / 1000.0);
        Line line = blank();
        line.write(kAxisColumns - 2, "m");
        line.put(column, glyphs_.summit);
        const std::string named = summit.name.empty() ? figures : summit.name + " " + figures;
        for (const std::string& label : {named, figures}) {
            const auto length = static_cast<int>(count_characters(label));
            const int left = column - 1 - length;
            const int place = line.has_room(column + 2, label) ? column + 2 : left;
            if (!line.has_room(place, label)) continue;
            line.write(place, label);
            break;
        }
        return ended(line);
    }

    // The label of the height that the upper half of this line stands for, if any.
    void write_height_label(Line& line, int row) const {
        const double from_m = base_m_ + (row + 0.5) * row_height_m();
        const double label_m = std::ceil(from_m / height_step_m_ - 1e-9) * height_step_m_;
        const bool labelled = label_m < from_m + row_height_m() - 1e-9;
        if (labelled) line.write(0, fmt::format("{:>6.0f}", label_m));
        line.put(kAxisColumns - 1, labelled ? glyphs_.height_tick : glyphs_.height_axis);
    }

    std::string ground_line(int row) const {
        Line line = blank();
        write_height_label(line, row);
        for (int column = 0; column < width_; ++column) {
            const double s = (column + 0.5) / width_ * course_.length_m();
            const double lines = (course_.elevation_m(s) - base_m_) / row_height_m();
            const auto eighths = std::lround((lines - row) * 8.0);
            line.put(kAxisColumns + column,
                     glyphs_.fills[static_cast<std::size_t>(std::clamp(eighths, 0L, 8L))]);
        }
        return ended(line);
    }

    std::string axis_line() const {
        Line line = blank();
        line.write(0, fmt::format("{:>6.0f}", base_m_));
        for (int column = 0; column <= width_; ++column)
            line.put(kAxisColumns + column, glyphs_.axis);
        line.put(kAxisColumns - 1, glyphs_.corner);
        for (const double s : ticks()) line.put(column_of(s), glyphs_.kilometre_tick);
        return ended(line);
    }

    std::string label_line() const {
        Line line = blank();
        line.write(kAxisColumns - 4, "km");
        for (const double s : ticks()) {
            const std::string label = fmt::format("{:.3g}", s / 1000.0);
            const int column = column_of(s) - static_cast<int>(label.size() - 1) / 2;
            if (line.has_room(column, label)) line.write(column, label);
        }
        return ended(line);
    }

    std::string grade_line() const {
        Line line = blank();
        line.write(kAxisColumns - 4, "%");
        const std::vector<double> at_m = ticks();
        for (std::size_t k = 0; k < at_m.size(); ++k) {
            const double to_m = k + 1 < at_m.size() ? at_m[k + 1] : course_.length_m();
            if (to_m - at_m[k] < tick_m_ / 2.0) continue;
            const double rise_m = course_.elevation_m(to_m) - course_.elevation_m(at_m[k]);
            const double percent = 100.0 * rise_m / (to_m - at_m[k]);
            const bool is_long = std::abs(percent) >= 9.95;
            const std::string label = fmt::format("{:+.{}f}", percent, is_long ? 0 : 1);
            const int middle = (column_of(at_m[k]) + column_of(to_m)) / 2;
            line.write(middle - static_cast<int>(label.size()) / 2, label);
        }
        return ended(line);
    }

    std::string section_line() const {
        const std::vector<NamedSection>& sections = course_.sections();
        if (sections.empty()) return "";
        Line line = blank();
        for (int column = 0; column <= width_; ++column)
            line.put(kAxisColumns + column, glyphs_.strip);
        for (std::size_t k = 0; k < sections.size(); ++k) {
            const int from = column_of(sections[k].from_m);
            const int to = column_of(std::min(sections[k].to_m, course_.length_m()));
            line.put(from, k == 0 ? glyphs_.border_first : glyphs_.border);
            if (k + 1 == sections.size()) line.put(to, glyphs_.border_last);
            const std::string letter = section_letter(k);
            if (to - from > static_cast<int>(letter.size())) line.write((from + to) / 2, letter);
        }
        return ended(line);
    }

    std::vector<double> ticks() const {
        std::vector<double> at_m;
        for (int k = 0; k * tick_m_ <= course_.length_m() + 1e-6; ++k) at_m.push_back(k * tick_m_);
        return at_m;
    }

    const Course& course_;
    const Glyphs& glyphs_;
    int rows_ = 0;
    int width_ = 0;  // columns of the ground
    double base_m_ = 0.0;
    double top_m_ = 0.0;
    double height_step_m_ = 0.0;
    double tick_m_ = 0.0;
};

}  // namespace

std::string profile_plot(const Course& course, PlotSize size, PlotMarks marks) {
    return Plot(course, size, marks == PlotMarks::blocks ? kBlocks : kAscii).text();
}

}  // namespace gineste
