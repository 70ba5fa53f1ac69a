// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/no_value.hpp"
#include "core/quantity.hpp"
#include "field/entrants.hpp"
#include "results/result_columns.hpp"
#include "results/results.hpp"
#include "results/sheet.hpp"

namespace gineste {
namespace {

constexpr double kFastest = 7.5;       // m/s, over any stretch: faster than any record from 5 km on
constexpr double kSlowest = 0.5;       // m/s
constexpr double kNearMark = 100.0;    // m
constexpr double kEarliest = -3600.0;  // s, before the first gun

double least_s(double at_m) { return at_m / kFastest; }
double most_s(double at_m) { return at_m / kSlowest; }

/// Reads a sheet row by row. A row that throws is broken.
class Reader {
  public:
    Reader(const Sheet& sheet, const Scenario& scenario, double length_m)
        : sheet_(sheet), scenario_(scenario), columns_(result_columns(sheet.headings)) {
        results_.file = sheet.file;
        for (TimeColumn& column : columns_.times) {
            if (column.at_m > length_m - kNearMark) column.at_m = length_m;
            settle_unit(column);
            note_mark(column);
        }
        for (const WaveSpec& wave : scenario.waves) {
            guns_s_.push_back(wave.gun_s ? *wave.gun_s - *scenario.waves.front().gun_s : kNaN);
        }
    }

    Results read();

  private:
    void settle_unit(TimeColumn& column) const;
    void note_mark(const TimeColumn& column);
    Result row(const std::vector<CsvCell>& cells);
    std::uint32_t bib(const std::vector<CsvCell>& cells);
    std::optional<WaveId> wave(const std::vector<CsvCell>& cells) const;
    double time_s(const std::vector<CsvCell>& cells, const TimeColumn& column) const;
    void place_start(const std::vector<double>& times_s, Result& result) const;
    void place_marks(const std::vector<double>& times_s, Result& result) const;
    std::optional<WaveId> wave_of_start(double start_s) const;
    double gun_s(const Result& result) const;
    [[noreturn]] void break_at(std::size_t column, const std::string& text, std::string why) const {
        throw BrokenRow{0, sheet_.headings[column], text, std::move(why)};
    }

    const Sheet& sheet_;
    const Scenario& scenario_;
    ResultColumns columns_;
    std::vector<double> guns_s_;  // after the first; NaN where a wave has none
    std::set<std::uint32_t> bibs_;
    Results results_;
};

// Seconds, unless heading or numbers tell otherwise: of a finish the unit in which half of the
// numbers make a speed that people run.
void Reader::settle_unit(TimeColumn& column) const {
    if (column.unit) return;
    column.unit = BareUnit::seconds;
    std::vector<double> numbers;
    for (const auto& cells : sheet_.rows) {
        if (column.index >= cells.size()) continue;
        if (const auto number = bare_number(cells[column.index].text)) numbers.push_back(*number);
    }
    if (numbers.empty()) return;
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (column.at_m <= 0.0) {
        const bool parts_of_day = sheet_.typed && numbers.front() < 1.0 && *middle < 0.5;
        if (parts_of_day) column.unit = BareUnit::days;
        return;
    }
    const auto runs = [&](double unit_s) {
        return *middle * unit_s > least_s(column.at_m) && *middle * unit_s < most_s(column.at_m);
    };
    if (runs(1.0)) return;
    if (runs(60.0)) column.unit = BareUnit::minutes;
    if (runs(86400.0)) column.unit = BareUnit::days;
}

void Reader::note_mark(const TimeColumn& column) {
    if (column.at_m <= 0.0) return;
    if (!results_.mark(column.at_m)) results_.marks_m.push_back(column.at_m);
}

std::uint32_t Reader::bib(const std::vector<CsvCell>& cells) {
    const std::string& text = cells[*columns_.bib].text;
    const auto number = bare_number(text);
    if (!number || *number < 1.0 || *number > 4e9 || std::floor(*number) != *number) {
        break_at(*columns_.bib, text, "not a bib number");
    }
    const auto bib = static_cast<std::uint32_t>(*number);
    if (!bibs_.insert(bib).second) break_at(*columns_.bib, text, "an earlier row has it too");
    return bib;
}

std::optional<WaveId> Reader::wave(const std::vector<CsvCell>& cells) const {
    const std::string& text = cells[*columns_.wave].text;
    if (text.empty()) return std::nullopt;
    for (std::size_t w = 0; w < scenario_.waves.size(); ++w) {
        const std::string name = folded_heading(scenario_.waves[w].name);
        const std::string said = folded_heading(text);
        if (said == name || "wave" + said == name || "vague" + said == name) return WaveId(w);
    }
    break_at(*columns_.wave, text, "no wave of the scenario has that name");
}

double Reader::time_s(const std::vector<CsvCell>& cells, const TimeColumn& column) const {
    const std::string& text = cells[column.index].text;
    if (is_no_time(text)) return kNaN;
    auto time_s = result_time_s(text, column.unit.value_or(BareUnit::seconds));
    if (!time_s) break_at(column.index, text, "not a time");
    // 1:33 is a minute and a half, unless nobody runs so fast.
    const bool two_parts = std::count(text.begin(), text.end(), ':') == 1;
    if (two_parts && column.at_m > 0.0 && *time_s < least_s(column.at_m)) *time_s *= 60.0;
    if (column.at_m > 0.0 && *time_s < least_s(column.at_m)) {
        break_at(column.index, text, "nobody runs so fast");
    }
    if (column.at_m > 0.0 && *time_s > most_s(column.at_m) + 7200.0) {
        break_at(column.index, text, "nobody takes so long");
    }
    return *time_s;
}

std::optional<WaveId> Reader::wave_of_start(double start_s) const {
    if (scenario_.waves.size() == 1) return WaveId(std::size_t{0});
    if (std::isnan(start_s)) return std::nullopt;
    std::optional<WaveId> last;
    for (std::size_t w = 0; w < guns_s_.size(); ++w) {
        if (!last || guns_s_[w] <= start_s + 1.0) last = WaveId(w);
    }
    return last;
}

double Reader::gun_s(const Result& result) const {
    if (!result.wave) return kNaN;
    const double own_s = guns_s_[result.wave->value];
    return std::isnan(own_s) ? 0.0 : own_s;
}

// From its own column, else from gun and net time at one and the same mark.
void Reader::place_start(const std::vector<double>& times_s, Result& result) const {
    double over_gun_s = kNaN;
    for (std::size_t k = 0; k < times_s.size(); ++k) {
        const TimeColumn& column = columns_.times[k];
        if (column.at_m <= 0.0) {
            (column.since == TimeSince::own_gun ? over_gun_s : result.start_s) = times_s[k];
            continue;
        }
        if (column.since == TimeSince::own_start) continue;
        for (std::size_t other = 0; other < times_s.size(); ++other) {
            const TimeColumn& net = columns_.times[other];
            const bool same_place = net.at_m == column.at_m && net.since == TimeSince::own_start;
            if (same_place && std::isnan(over_gun_s)) over_gun_s = times_s[k] - times_s[other];
        }
    }
    if (!std::isnan(result.start_s) && !result.wave) result.wave = wave_of_start(result.start_s);
    if (!result.wave) result.wave = wave_of_start(kNaN);
    if (std::isnan(result.start_s)) result.start_s = gun_s(result) + over_gun_s;
    if (result.start_s < kEarliest) {
        throw BrokenRow{0, "", fmt::format("{:.0f} s", result.start_s), "started before the race"};
    }
}

void Reader::place_marks(const std::vector<double>& times_s, Result& result) const {
    result.net_s.assign(results_.marks_m.size(), kNaN);
    for (std::size_t k = 0; k < times_s.size(); ++k) {
        const TimeColumn& column = columns_.times[k];
        if (column.at_m <= 0.0 || std::isnan(times_s[k])) continue;
        double net_s = times_s[k];
        if (column.since == TimeSince::own_gun) net_s += gun_s(result) - result.start_s;
        double& at_mark_s = result.net_s[*results_.mark(column.at_m)];
        if (std::isnan(at_mark_s) || column.since == TimeSince::own_start) at_mark_s = net_s;
    }
    double before_s = 0.0;
    double before_m = 0.0;
    for (std::size_t k = 0; k < result.net_s.size(); ++k) {
        if (std::isnan(result.net_s[k])) continue;
        const double metres = results_.marks_m[k] - before_m;
        if (result.net_s[k] - before_s < least_s(metres)) {
            throw BrokenRow{0, fmt::format("{:g} km", results_.marks_m[k] / 1000.0),
                            duration_text(std::round(result.net_s[k])),
                            "too soon after the time before it"};
        }
        before_s = result.net_s[k];
        before_m = results_.marks_m[k];
    }
}

Result Reader::row(const std::vector<CsvCell>& cells) {
    if (cells.size() != sheet_.headings.size()) {
        throw BrokenRow{0, "", fmt::format("{} cells", cells.size()),
                        fmt::format("there are {} headings", sheet_.headings.size())};
    }
    Result result;
    std::vector<double> times_s;
    for (const TimeColumn& column : columns_.times) times_s.push_back(time_s(cells, column));
    if (columns_.sex) {
        const std::string& text = cells[*columns_.sex].text;
        result.sex = sex_of(text);
        const bool other = text.empty() || folded_heading(text) == "x";
        if (!result.sex && !other) break_at(*columns_.sex, text, "neither F nor M");
    }
    if (columns_.wave) result.wave = wave(cells);
    place_start(times_s, result);
    place_marks(times_s, result);
    if (columns_.bib) result.bib = bib(cells);
    return result;
}

Results Reader::read() {
    for (const auto& cells : sheet_.rows) {
        const bool is_blank = std::all_of(cells.begin(), cells.end(),
                                          [](const CsvCell& cell) { return cell.text.empty(); });
        if (is_blank) continue;
        ++results_.rows;
        try {
            results_.runners.push_back(row(cells));
            results_.has_starts |= !std::isnan(results_.runners.back().start_s);
        } catch (BrokenRow& broken) {
            broken.line = cells.front().line;
            results_.broken.push_back(broken);
        }
    }
    return std::move(results_);
}

[[noreturn]] void refuse(const std::string& file, std::string problem, std::string why,
                         std::string suggestion) {
    throw InputError(
        Problem{{file}, std::move(problem), std::move(why), std::move(suggestion), ""});
}

}  // namespace

std::optional<std::size_t> Results::mark(double at_m) const {
    for (std::size_t k = 0; k < marks_m.size(); ++k) {
        if (std::abs(marks_m[k] - at_m) < kNearMark) return k;
    }
    return std::nullopt;
}

Results read_results(const std::filesystem::path& file, const Scenario& scenario, double length_m) {
    const Sheet sheet = read_sheet(file);
    if (result_columns(sheet.headings).times.empty()) {
        refuse(sheet.file, "no column of times", "none of its headings is one that results have",
               "Name them: start offset, 5 km, 10 km, net time, gun time (décalage, temps réel, "
               "temps officiel).");
    }
    Results results = Reader(sheet, scenario, length_m).read();
    if (results.runners.empty() || results.broken.size() > results.runners.size()) {
        std::string why = "nobody is left to learn from";
        if (!results.broken.empty()) {
            const BrokenRow& first = results.broken.front();
            why = fmt::format("the first, line {}, has {} '{}': {}", first.line, first.column,
                              first.what, first.why);
        }
        refuse(sheet.file,
               fmt::format("{} of {} rows are broken", results.broken.size(), results.rows), why,
               "Check the headings and how times are written.");
    }
    return results;
}

}  // namespace gineste
