// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "scenario/study_spec.hpp"
#include "study/design.hpp"
#include "study/measures.hpp"
#include "study/rows.hpp"

namespace gineste {

/// A sweep ready to run: what its rows are.
struct Sweep {
    StudySpec study;
    std::vector<DesignPoint> points;
    std::vector<Measure> measures;  ///< without values
    std::uint64_t seed = 0;         ///< of the scenario: that of each point's first race
    std::string sha256;             ///< of everything that bears on a result

    std::size_t rows() const { return points.size() * static_cast<std::size_t>(study.seeds); }
    const DesignPoint& point_of(std::size_t row) const {
        return points[row / static_cast<std::size_t>(study.seeds)];
    }
    std::size_t seed_of(std::size_t row) const {
        return row % static_cast<std::size_t>(study.seeds);
    }
};

/// Part `index` of `count`, from 1: every count-th row.
struct Shard {
    std::size_t index = 1;
    std::size_t count = 1;
};

/// Rows found in a folder, and what kept some of them from being read.
struct SweepState {
    std::vector<SweepRow> rows;  ///< ascending, each once
    std::size_t repeated = 0;    ///< found again, with the same bytes
    std::size_t damaged = 0;     ///< lines that are no rows
    std::size_t files = 0;
};

/// Every file of rows in the folder, or those of one shard.
/// @throws InputError where one is of another study, or where two rows of one number differ
SweepState read_sweep(const Sweep& sweep, const std::filesystem::path& folder);
SweepState read_sweep(const Sweep& sweep, const std::filesystem::path& folder, const Shard& shard);

/// Makes the folder this study's: writes plan.csv and study.json, or finds them there.
/// @throws InputError where the folder holds another study
void claim_folder(const Sweep& sweep, const std::filesystem::path& folder);

/// Runs the rows of a shard that are not in the folder yet. Whatever has ended is kept in a part
/// file of this call's own as soon as it has, so that nothing but the races under way is lost
/// however it stops, and so that two calls for one shard never write to one file. When all rows are
/// there they are put in order into the shard's file, and part files that hold nothing else go.
/// @param one runs a row; called from up to `at_a_time` threads
/// @return rows run by this call
std::size_t run_shard(const Sweep& sweep, const std::filesystem::path& folder, const Shard& shard,
                      int at_a_time, const std::function<SweepRow(std::size_t row)>& one);

/// Rows of a shard that are missing from the folder.
std::vector<std::size_t> missing_rows(const Sweep& sweep, const SweepState& state,
                                      const Shard& shard);

/// All rows as CSV, and as netCDF over point and seed with the factors as coordinates. Both need
/// every row.
std::string sweep_csv(const Sweep& sweep, const std::vector<SweepRow>& rows);
std::string sweep_nc(const Sweep& sweep, const std::vector<SweepRow>& rows);

/// The points as CSV: what will be run.
std::string plan_csv(const Sweep& sweep);

}  // namespace gineste
