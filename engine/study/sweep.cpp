// SPDX-License-Identifier: Apache-2.0
#include "study/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>

#include "core/error.hpp"
#include "report/append_file.hpp"
#include "report/atomic_file.hpp"
#include "study/races.hpp"

namespace gineste {
namespace {

constexpr const char* kWhole = ".rows";
constexpr const char* kPart = ".part";

using Path = std::filesystem::path;

std::string shard_name(const Shard& shard) {
    return fmt::format("shard-{:06}-of-{:06}", shard.index, shard.count);
}

// Files of rows whose name begins so, in the order of their names.
std::vector<Path> files_of(const Path& folder, const std::string& beginning) {
    std::vector<Path> files;
    std::error_code fault;
    for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
        const Path& file = entry.path();
        const bool rows = file.extension() == kWhole || file.extension() == kPart;
        if (rows && file.filename().string().starts_with(beginning)) files.push_back(file);
    }
    if (fault) throw MissingInput(folder, fault.message());
    std::sort(files.begin(), files.end());
    return files;
}

[[noreturn]] void refuse(const Path& file, std::string problem, std::string why,
                         std::string suggestion) {
    throw InputError(
        {{file.string(), 0, 0}, std::move(problem), std::move(why), std::move(suggestion), ""});
}

// Another call for the same shard may end while we look, and tidy its part files away.
std::optional<RowsFile> read_if_there(const Path& file, const Sweep& sweep) {
    try {
        return read_rows(file, sweep.sha256, sweep.measures.size());
    } catch (const MissingInput&) {
        if (std::filesystem::exists(file)) throw;
        return std::nullopt;
    }
}

/// Rows by number; the same one twice must be the same to the last byte.
class RowTable {
  public:
    explicit RowTable(const Sweep& sweep) : sweep_(sweep) {}

    void add(const Path& file, const RowsFile& read) {
        if (read.kind == RowsFile::Kind::foreign) {
            refuse(file, "rows of another study", "the study, its scenario or the program changed",
                   "Give another folder with -o, or put this one away.");
        }
        ++state_.files;
        state_.damaged += read.damaged;
        for (const SweepRow& row : read.rows) add(file, row);
    }

    SweepState take() {
        for (auto& [number, row] : rows_) state_.rows.push_back(std::move(row));
        return std::move(state_);
    }

  private:
    void add(const Path& file, const SweepRow& row) {
        if (row.row >= sweep_.rows()) {
            refuse(file, fmt::format("row {}", row.row),
                   fmt::format("the study has {} rows", sweep_.rows()), "Put this file away.");
        }
        const auto [place, fresh] = rows_.emplace(row.row, row);
        if (fresh) return;
        ++state_.repeated;
        if (are_same(place->second, row)) return;
        refuse(file, fmt::format("row {} is there twice and differs", row.row),
               "the same race gave two results: another program or another machine",
               "Put one of the files away and run its shard again.");
    }

    const Sweep& sweep_;
    std::map<std::size_t, SweepRow> rows_;
    SweepState state_;
};

SweepState read_files(const Sweep& sweep, const std::vector<Path>& files) {
    RowTable table(sweep);
    for (const Path& file : files) {
        if (const auto read = read_if_there(file, sweep)) table.add(file, *read);
    }
    return table.take();
}

// A name that no other call, on this machine or another, will take.
Path part_file(const Path& folder, const Shard& shard) {
    std::random_device device;
    return folder / fmt::format("{}.{:08x}{:08x}{}", shard_name(shard), device(), device(), kPart);
}

std::string identity(const Sweep& sweep) {
    const nlohmann::ordered_json json = {{"study", sweep.study.name},
                                         {"sha256", sweep.sha256},
                                         {"points", sweep.points.size()},
                                         {"seeds", sweep.study.seeds},
                                         {"rows", sweep.rows()}};
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string text_of(const Path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// All rows of the shard, in order, in one file; then what it was put together from can go.
void put_together(const Sweep& sweep, const Path& folder, const Shard& shard,
                  const SweepState& state, const std::vector<Path>& parts) {
    std::string bytes = head_line(sweep.sha256);
    for (const SweepRow& row : state.rows) bytes += row_line(row, sweep.sha256);
    publish_file(folder / (shard_name(shard) + kWhole), bytes);
    std::error_code gone_already;
    for (const Path& part : parts) std::filesystem::remove(part, gone_already);
}

}  // namespace

SweepState read_sweep(const Sweep& sweep, const Path& folder) {
    return read_files(sweep, files_of(folder, "shard-"));
}

SweepState read_sweep(const Sweep& sweep, const Path& folder, const Shard& shard) {
    return read_files(sweep, files_of(folder, shard_name(shard) + "."));
}

void claim_folder(const Sweep& sweep, const Path& folder) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault) throw OutputError(OutputError::Stage::create, folder, fault.message());
    const Path file = folder / "study.json";
    const std::string wanted = identity(sweep);
    if (std::filesystem::exists(file)) {
        if (text_of(file) == wanted) return;
        refuse(file, "the folder holds another study",
               "the study, its scenario or the program changed since",
               "Give another folder with -o, or put this one away.");
    }
    if (!files_of(folder, "shard-").empty()) read_sweep(sweep, folder);  // refuses what is foreign
    publish_file(folder / "plan.csv", plan_csv(sweep));
    publish_file(file, wanted);
}

std::vector<std::size_t> missing_rows(const Sweep& sweep, const SweepState& state,
                                      const Shard& shard) {
    std::vector<std::size_t> missing;
    auto have = state.rows.begin();
    for (std::size_t row = shard.index - 1; row < sweep.rows(); row += shard.count) {
        while (have != state.rows.end() && have->row < row) ++have;
        if (have == state.rows.end() || have->row != row) missing.push_back(row);
    }
    return missing;
}

std::size_t run_shard(const Sweep& sweep, const Path& folder, const Shard& shard, int at_a_time,
                      const std::function<SweepRow(std::size_t row)>& one) {
    const std::vector<std::size_t> missing =
        missing_rows(sweep, read_sweep(sweep, folder, shard), shard);
    if (!missing.empty()) {
        AppendFile part(part_file(folder, shard));
        std::mutex writing;
        part.append(head_line(sweep.sha256));
        run_side_by_side(missing.size(), at_a_time, [&](std::size_t k) {
            const std::string line = row_line(one(missing[k]), sweep.sha256);
            const std::lock_guard<std::mutex> lock(writing);
            part.append(line);
        });
        part.sync();
    }
    std::vector<Path> parts = files_of(folder, shard_name(shard) + ".");
    std::erase_if(parts, [](const Path& file) { return file.extension() != kPart; });
    const SweepState state = read_sweep(sweep, folder, shard);
    if (missing_rows(sweep, state, shard).empty() && !parts.empty()) {
        put_together(sweep, folder, shard, state, parts);
    }
    return missing.size();
}

}  // namespace gineste
