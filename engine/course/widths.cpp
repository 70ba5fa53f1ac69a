// SPDX-License-Identifier: Apache-2.0
#include "course/widths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>

#include "core/csv.hpp"
#include "course/line_tolerances.hpp"

namespace gineste {
namespace {

constexpr double kSameBorder_m = 0.5;     // two figures for the same border
constexpr double kEndTolerance_m = 50.0;  // sections surveyed on another edition of the course

struct Columns {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t width = 0;
    std::optional<std::size_t> name;
};

Columns find_columns(const CsvTable& table) {
    const auto from = table.column({"from_m", "from", "start_m", "de_m", "debut_m"});
    const auto to = table.column({"to_m", "to", "end_m", "a_m", "fin_m"});
    const auto width = table.column({"width_m", "width", "largeur_m", "largeur"});
    if (from && to && width) {
        return {*from, *to, *width, table.column({"name", "nom", "section"})};
    }
    throw InputError(Problem{{table.file(), 1, 0},
                             "no columns from_m, to_m and width_m",
                             "the widths of the road are read from them",
                             "Name the columns from_m, to_m, width_m and name.",
                             ""});
}

// NaN where the cell holds no number, and the problem noted.
double number_at(const CsvTable& table, std::size_t row, std::size_t column,
                 std::vector<Problem>& problems) {
    const std::optional<double> value = table.number(row, column);
    if (value) return *value;
    problems.push_back(table.problem_at(row, column,
                                        "'" + table.text(row, column) + "' is no number",
                                        "metres are wanted, such as 6.5", "Correct the cell."));
    return std::numeric_limits<double>::quiet_NaN();
}

std::string title(const SectionSpec& section) {
    return section.name.empty() ? fmt::format("section from {} m", section.from_m)
                                : fmt::format("section '{}'", section.name);
}

void check_one(const SectionSpec& section, std::vector<Problem>& problems) {
    if (!(section.width_m >= kNarrowest_m)) {
        problems.push_back({section.where,
                            fmt::format("{} is {} m wide", title(section), section.width_m),
                            "runners need at least 1 m",
                            "Give the usable width between the edges in metres.", ""});
    }
    if (!(section.to_m > section.from_m)) {
        problems.push_back(
            {section.where,
             fmt::format("{} runs from {} to {} m", title(section), section.from_m, section.to_m),
             "a section ends after it begins", "Give both in metres from the start of the course.",
             ""});
    }
}

void check_border(const SectionSpec& before, const SectionSpec& after,
                  std::vector<Problem>& problems) {
    const double gap_m = after.from_m - before.to_m;
    if (std::abs(gap_m) <= kSameBorder_m) return;
    problems.push_back(
        {after.where,
         gap_m > 0.0 ? fmt::format("no width between {} and {} m", before.to_m, after.from_m)
                     : fmt::format("two widths between {} and {} m", after.from_m, before.to_m),
         fmt::format("{} ends at {} m and {} begins at {} m", title(before), before.to_m,
                     title(after), after.from_m),
         "Let each section begin where the one before it ends.", ""});
}

void check_ends(const std::vector<SectionSpec>& sections, double length_m,
                std::vector<Problem>& problems) {
    const SectionSpec& first = sections.front();
    const SectionSpec& last = sections.back();
    if (std::abs(first.from_m) > kSameBorder_m) {
        problems.push_back({first.where, fmt::format("no width between 0 and {} m", first.from_m),
                            "the sections begin after the start",
                            "Let the first section begin at 0.", ""});
    }
    if (std::abs(last.to_m - length_m) > kEndTolerance_m) {
        problems.push_back({last.where,
                            fmt::format("the sections end at {} m and the course at {:.0f} m",
                                        last.to_m, length_m),
                            "they may be at most 50 m apart",
                            "Let the last section end where the course ends.", ""});
    }
}

}  // namespace

std::vector<SectionSpec> read_sections(const std::filesystem::path& file) {
    const CsvTable table = read_csv(file);
    const Columns columns = find_columns(table);
    std::vector<Problem> problems;
    std::vector<SectionSpec> sections;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        SectionSpec section;
        section.where = {table.file(), table.cell(row, columns.from).line, 0};
        section.from_m = number_at(table, row, columns.from, problems);
        section.to_m = number_at(table, row, columns.to, problems);
        section.width_m = number_at(table, row, columns.width, problems);
        if (columns.name) section.name = table.text(row, *columns.name);
        sections.push_back(std::move(section));
    }
    if (!problems.empty()) throw InputError(std::move(problems));
    return sections;
}

std::vector<Problem> section_problems(const std::vector<SectionSpec>& sections, double length_m,
                                      const std::filesystem::path& file) {
    if (sections.empty()) {
        return {{{file.string()},
                 "the course has no widths",
                 "crowding depends on them",
                 "Give at least one section from 0 to the length of the course.",
                 ""}};
    }
    std::vector<Problem> problems;
    for (const SectionSpec& section : sections) check_one(section, problems);
    if (!problems.empty()) return problems;  // borders of sections that are none say nothing
    for (std::size_t k = 1; k < sections.size(); ++k) {
        check_border(sections[k - 1], sections[k], problems);
    }
    check_ends(sections, length_m, problems);
    return problems;
}

std::vector<double> widths_along(const std::vector<double>& at_m,
                                 const std::vector<SectionSpec>& sections, double taper_m) {
    std::vector<double> width_m;
    width_m.reserve(at_m.size());
    const auto half_m = [&](const SectionSpec& section) {
        return std::min(taper_m, section.to_m - section.from_m) / 2.0;
    };
    std::size_t now = 0;
    for (const double s : at_m) {
        while (now + 1 < sections.size() && s >= sections[now].to_m) ++now;
        const SectionSpec& here = sections[now];
        double width = here.width_m;
        const auto blend = [&](const SectionSpec& other, double border_m) {
            const double reach_m = std::min(half_m(here), half_m(other));
            const double share = reach_m - std::abs(s - border_m);
            if (share > 0.0) width += (other.width_m - width) * 0.5 * share / reach_m;
        };
        if (now > 0) blend(sections[now - 1], here.from_m);
        if (now + 1 < sections.size()) blend(sections[now + 1], here.to_m);
        width_m.push_back(width);
    }
    return width_m;
}

}  // namespace gineste
