// SPDX-License-Identifier: Apache-2.0
#include "core/contract.hpp"
#include "core/state_hash.hpp"
#include "core/text.hpp"
#include "exports/grid_nc.hpp"
#include "report/csv_text.hpp"
#include "study/sweep.hpp"

namespace gineste {
namespace {

// "waves[2].gun" as a name that every program takes: "waves_2_gun".
std::string plain_name(const std::string& key) {
    std::string name;
    for (const char letter : key) {
        if (letter == ']') continue;
        const bool word = letter == '_' || (letter >= 'a' && letter <= 'z') ||
                          (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
        name += letter == '*' ? "all" : word ? std::string(1, letter) : "_";
    }
    return name;
}

std::string units_of(const FactorSpec& factor) {
    switch (factor.rule.kind) {
        case Kind::length:
        case Kind::place:
            return "m";
        case Kind::duration:
            return "s";
        case Kind::clock:
            return "s";
        case Kind::pace:
            return "s km-1";
        case Kind::speed:
            return "m s-1";
        case Kind::acceleration:
            return "m s-2";
        case Kind::rate:
            return "min-1";
        case Kind::density:
            return "m-2";
        default:
            return "1";
    }
}

// "1/min" and "runner h" as UDUNITS, which netCDF's readers know; heads have no unit.
std::string udunits(const Measure& measure) {
    if (measure.unit == "1/m2") return "m-2";
    if (measure.unit == "1/min") return "min-1";
    if (measure.unit.starts_with("runner ")) return measure.unit.substr(7);
    return measure.unit;
}

GridTable::Variable factor_variable(const Sweep& sweep, std::size_t f) {
    const FactorSpec& factor = sweep.study.factors[f];
    GridTable::Variable variable;
    variable.name = plain_name(factor.key);
    variable.long_name = factor.key;
    variable.units = units_of(factor);
    variable.dimensions = {0};
    for (const DesignPoint& point : sweep.points) variable.values.push_back(point.values[f]);
    if (!is_quantity(factor.rule.kind)) variable.words = factor.values;
    return variable;
}

GridTable::Variable measure_variable(const Sweep& sweep, const std::vector<SweepRow>& rows,
                                     std::size_t m) {
    const Measure& measure = sweep.measures[m];
    GridTable::Variable variable{measure.key, measure.label, udunits(measure), {0, 1}, {}, {}};
    for (const SweepRow& row : rows) variable.values.push_back(row.values[m]);
    return variable;
}

void head(CsvText& csv, const Sweep& sweep) {
    csv.text("point");
    for (const FactorSpec& factor : sweep.study.factors) csv.text(factor.key);
}

void point(CsvText& csv, const Sweep& sweep, std::size_t index) {
    csv.count(index + 1);
    for (const std::string& text : sweep.points[index].texts) csv.text(text);
}

}  // namespace

std::string plan_csv(const Sweep& sweep) {
    CsvText csv;
    head(csv, sweep);
    csv.end_row();
    for (std::size_t k = 0; k < sweep.points.size(); ++k) {
        point(csv, sweep, k);
        csv.end_row();
    }
    return csv.take();
}

std::string sweep_csv(const Sweep& sweep, const std::vector<SweepRow>& rows) {
    EXPECT(rows.size() == sweep.rows());
    CsvText csv;
    head(csv, sweep);
    csv.text("seed");
    for (const Measure& measure : sweep.measures) csv.text(measure.key);
    csv.text("state_hash").end_row();
    for (const SweepRow& row : rows) {
        point(csv, sweep, row.row / static_cast<std::size_t>(sweep.study.seeds));
        csv.count(sweep.seed + sweep.seed_of(row.row));
        for (const double value : row.values) csv.number(value);
        csv.text(hash_text(row.state_hash)).end_row();
    }
    return csv.take();
}

std::string sweep_nc(const Sweep& sweep, const std::vector<SweepRow>& rows) {
    EXPECT(rows.size() == sweep.rows());
    GridTable table;
    table.dimensions = {{"point", sweep.points.size()},
                        {"seed", static_cast<std::size_t>(sweep.study.seeds)}};
    table.attributes = {{"title", sweep.study.name},
                        {"source", "gineste, simulated"},
                        {"study_sha256", sweep.sha256}};
    std::vector<std::string> names;
    for (std::size_t f = 0; f < sweep.study.factors.size(); ++f) {
        table.variables.push_back(factor_variable(sweep, f));
        names.push_back(table.variables.back().name);
    }
    table.coordinates = joined(names, " ");
    GridTable::Variable seeds{"seed", "seed of the runners", "1", {1}, {}, {}};
    for (std::size_t k = 0; k < static_cast<std::size_t>(sweep.study.seeds); ++k) {
        seeds.values.push_back(static_cast<double>(sweep.seed + k));
    }
    table.variables.push_back(std::move(seeds));
    for (std::size_t m = 0; m < sweep.measures.size(); ++m) {
        table.variables.push_back(measure_variable(sweep, rows, m));
    }
    return grid_nc(table);
}

}  // namespace gineste
