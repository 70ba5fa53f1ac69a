// SPDX-License-Identifier: Apache-2.0
#include "field/entrants.hpp"

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "core/csv.hpp"
#include "core/quantity.hpp"
#include "field/entrant_headings.hpp"

namespace gineste {
namespace {

struct Columns {
    std::optional<std::size_t> bib;
    std::optional<std::size_t> sex;
    std::optional<std::size_t> wave;
    std::optional<std::size_t> predicted;
    std::optional<std::size_t> distance;
    std::optional<std::size_t> net;
    std::optional<std::size_t> offset;
};

class Reader {
  public:
    explicit Reader(const Scenario& scenario)
        : scenario_(scenario),
          table_(read_csv(scenario.field.entrants_file)),
          columns_{find_heading(table_.headings(), kBibHeadings),
                   find_heading(table_.headings(), kSexHeadings),
                   find_heading(table_.headings(), kWaveHeadings),
                   table_.column({"predicted time", "estimated", "estimated time", "target time",
                                  "temps vise", "temps prevu", "objectif"}),
                   table_.column({"distance", "predicted distance", "reference distance",
                                  "distance de reference", "distance du temps vise"}),
                   table_.column({"net time", "chip time", "temps reel", "temps net"}),
                   table_.column({"start offset", "decalage", "decalage depart"})} {}

    std::vector<Entrant> read();

  private:
    void complain(std::size_t row, std::size_t column, std::string why, std::string suggestion) {
        problems_.push_back(table_.problem_at(
            row, column, table_.headings()[column] + " is '" + table_.text(row, column) + "'",
            std::move(why), std::move(suggestion)));
    }
    std::optional<std::uint32_t> bib(std::size_t row);
    std::optional<Sex> sex(std::size_t row);
    std::optional<WaveId> wave(std::size_t row);
    std::optional<double> predicted_over_m(std::size_t row);
    std::optional<double> time_s(std::size_t row, const std::optional<std::size_t>& column,
                                 double least_s);

    const Scenario& scenario_;
    CsvTable table_;
    Columns columns_;
    std::map<std::uint32_t, int> line_of_bib_;
    std::vector<Problem> problems_;
};

bool is_empty(const CsvTable& table, std::size_t row, const std::optional<std::size_t>& column) {
    return !column || table.text(row, *column).empty();
}

std::optional<std::uint32_t> Reader::bib(std::size_t row) {
    if (is_empty(table_, row, columns_.bib)) return std::nullopt;
    const CsvCell& cell = table_.cell(row, *columns_.bib);
    const auto parsed = parse_integer(cell.text);
    if (!parsed || *parsed < 1 || *parsed > 4'000'000'000) {
        complain(row, *columns_.bib, "not a bib number", "Write a whole number from 1.");
        return std::nullopt;
    }
    const auto number = static_cast<std::uint32_t>(*parsed);
    const auto [seen, fresh] = line_of_bib_.emplace(number, cell.line);
    if (!fresh) {
        complain(row, *columns_.bib, "line " + std::to_string(seen->second) + " has it too",
                 "Give every entrant a bib of their own.");
    }
    return number;
}

std::optional<Sex> Reader::sex(std::size_t row) {
    if (is_empty(table_, row, columns_.sex)) return std::nullopt;
    const std::optional<Sex> sex = sex_of(table_.text(row, *columns_.sex));
    if (!sex) {
        complain(row, *columns_.sex, "not a sex that results are kept by",
                 "Write F or M, or leave the cell empty.");
    }
    return sex;
}

std::optional<WaveId> Reader::wave(std::size_t row) {
    if (is_empty(table_, row, columns_.wave)) return std::nullopt;
    const std::string text = folded_heading(table_.text(row, *columns_.wave));
    std::string names;
    for (std::size_t w = 0; w < scenario_.waves.size(); ++w) {
        if (text == folded_heading(scenario_.waves[w].name)) return WaveId(w);
        names += (w > 0 ? ", " : "") + scenario_.waves[w].name;
    }
    complain(row, *columns_.wave, "no wave of the scenario has that name", "Waves: " + names + ".");
    return std::nullopt;
}

std::optional<double> Reader::time_s(std::size_t row, const std::optional<std::size_t>& column,
                                     double least_s) {
    if (is_empty(table_, row, column)) return std::nullopt;
    const auto parsed = parse_duration_s(table_.text(row, *column));
    if (parsed && *parsed >= least_s) return *parsed;
    complain(row, *column, parsed ? "under a minute" : parsed.why, "Write it as 1:45:00 or 1h45.");
    return std::nullopt;
}

std::optional<double> Reader::predicted_over_m(std::size_t row) {
    if (is_empty(table_, row, columns_.distance)) return std::nullopt;
    if (is_empty(table_, row, columns_.predicted)) {
        complain(row, *columns_.distance, "no predicted time stands beside it",
                 "Add the time, or leave the distance empty.");
        return std::nullopt;
    }
    const auto parsed = parse_length_m(table_.text(row, *columns_.distance));
    if (parsed && *parsed >= 1000.0 && *parsed <= 200'000.0) return *parsed;
    complain(row, *columns_.distance, parsed ? "not from 1 km to 200 km" : parsed.why,
             "Write the distance of the predicted time as 10 km.");
    return std::nullopt;
}

std::vector<Entrant> Reader::read() {
    std::vector<Entrant> entrants;
    entrants.reserve(table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row) {
        entrants.push_back({bib(row), sex(row), wave(row), time_s(row, columns_.predicted, 60.0),
                            predicted_over_m(row), time_s(row, columns_.net, 60.0),
                            time_s(row, columns_.offset, 0.0)});
    }
    if (entrants.empty()) {
        problems_.push_back({{table_.file(), 0, 0},
                             "no entrant",
                             "the file has headings and nothing below them",
                             "Write one row for each entrant.",
                             ""});
    }
    if (!problems_.empty()) throw InputError(std::move(problems_));
    return entrants;
}

}  // namespace

std::optional<Sex> sex_of(std::string_view text) {
    const std::string word = folded_heading(text);
    for (const char* known : {"f", "w", "woman", "women", "female", "femme", "femmes", "dame"}) {
        if (word == known) return Sex::woman;
    }
    for (const char* known : {"m", "h", "man", "men", "male", "homme", "hommes"}) {
        if (word == known) return Sex::man;
    }
    return std::nullopt;
}

double riegel_time_s(double time_s, double from_m, double to_m, double exponent) {
    return time_s * std::pow(to_m / from_m, exponent);
}

std::vector<Entrant> read_entrants(const Scenario& scenario) { return Reader(scenario).read(); }

}  // namespace gineste
