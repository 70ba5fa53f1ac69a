// SPDX-License-Identifier: Apache-2.0
#include "exports/trajectories_sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>

#include "core/error.hpp"
#include "core/text.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

constexpr const char* kTables =
    "CREATE TABLE trajectory_data(frame INTEGER NOT NULL, id INTEGER NOT NULL,"
    " pos_x REAL NOT NULL, pos_y REAL NOT NULL, ori_x REAL NOT NULL, ori_y REAL NOT NULL);"
    "CREATE TABLE metadata(key TEXT NOT NULL UNIQUE PRIMARY KEY, value TEXT NOT NULL);"
    "CREATE TABLE geometry(hash INTEGER NOT NULL, wkt TEXT NOT NULL);"
    "CREATE UNIQUE INDEX geometry_hash ON geometry(hash);"
    "CREATE TABLE frame_data(frame INTEGER NOT NULL, geometry_hash INTEGER NOT NULL);";
constexpr const char* kIndex = "CREATE INDEX frame_id_idx ON trajectory_data(frame, id);";
constexpr sqlite3_int64 kGeometry = 1;  // there is only one: its key

/// A database in memory.
class Database {
  public:
    Database() {
        const int status = sqlite3_open(":memory:", &database_);
        if (status != SQLITE_OK) {
            sqlite3_close(database_);
            throw InternalError("trajectories.sqlite: SQLite cannot begin");
        }
    }
    ~Database() { sqlite3_close(database_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    sqlite3* get() const { return database_; }
    void must(bool good) const {
        if (!good) {
            throw InternalError(std::string("trajectories.sqlite: ") + sqlite3_errmsg(database_));
        }
    }
    void run(const char* sql) const {
        must(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    std::string bytes() const {
        sqlite3_int64 size = 0;
        const std::unique_ptr<unsigned char, void (*)(void*)> copy(
            sqlite3_serialize(database_, "main", &size, 0), sqlite3_free);
        must(copy != nullptr);
        return {reinterpret_cast<const char*>(copy.get()), static_cast<std::size_t>(size)};
    }

  private:
    sqlite3* database_ = nullptr;
};

/// A statement that is run once for each row.
class Insert {
  public:
    Insert(const Database& database, const char* sql) : database_(database) {
        database.must(sqlite3_prepare_v2(database.get(), sql, -1, &statement_, nullptr) ==
                      SQLITE_OK);
    }
    ~Insert() { sqlite3_finalize(statement_); }
    Insert(const Insert&) = delete;
    Insert& operator=(const Insert&) = delete;

    Insert& whole(sqlite3_int64 value) {
        database_.must(sqlite3_bind_int64(statement_, ++bound_, value) == SQLITE_OK);
        return *this;
    }
    Insert& real(double value) {
        database_.must(sqlite3_bind_double(statement_, ++bound_, value) == SQLITE_OK);
        return *this;
    }
    Insert& text(const std::string& value) {
        database_.must(sqlite3_bind_text(statement_, ++bound_, value.c_str(), -1,
                                         SQLITE_TRANSIENT) == SQLITE_OK);
        return *this;
    }
    void row() {
        database_.must(sqlite3_step(statement_) == SQLITE_DONE);
        sqlite3_reset(statement_);
        bound_ = 0;
    }

  private:
    const Database& database_;
    sqlite3_stmt* statement_ = nullptr;
    int bound_ = 0;
};

// The right edge forwards, the left edge back: counter-clockwise.
std::string walkable_area(const std::vector<EdgeRecord>& edges) {
    std::string points;
    const auto add = [&points](double x, double y) {
        points += fmt::format("{}{} {}", points.empty() ? "" : ", ", x, y);
    };
    for (const EdgeRecord& edge : edges) add(edge.at_m, edge.right_m);
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) add(edge->at_m, edge->left_m);
    add(edges.front().at_m, edges.front().right_m);
    return "POLYGON ((" + points + "))";
}

void write_metadata(const Database& database, const Record& record) {
    const TrajectoryRecord& trajectories = record.trajectories;
    double right_m = 0.0;
    double left_m = 0.0;
    for (const EdgeRecord& edge : trajectories.edges) {
        right_m = std::min(right_m, edge.right_m);
        left_m = std::max(left_m, edge.left_m);
    }
    Insert insert(database, "INSERT INTO metadata VALUES(?, ?)");
    const auto add = [&insert](const char* key, const std::string& value) {
        insert.text(key).text(value).row();
    };
    add("version", "2");
    add("fps", number_text(1.0 / trajectories.window.every_s));
    add("xmin", number_text(trajectories.window.from_m));
    add("xmax", number_text(trajectories.window.to_m));
    add("ymin", number_text(right_m));
    add("ymax", number_text(left_m));
    // Beyond the schema, for people: when frame 0 was, and of which run.
    add("first_frame_time", LocalClock(record).iso(trajectories.first_s));
    add("input_sha256", record.input_sha256);
    add("seed", std::to_string(record.seed));
}

void write_frames(const Database& database, const TrajectoryRecord& trajectories) {
    Insert position(database, "INSERT INTO trajectory_data VALUES(?, ?, ?, ?, 1.0, 0.0)");
    Insert geometry(database, "INSERT INTO frame_data VALUES(?, ?)");
    for (std::size_t k = 0; k + 1 < trajectories.begin.size(); ++k) {
        const auto frame = static_cast<sqlite3_int64>(k);
        geometry.whole(frame).whole(kGeometry).row();
        for (std::size_t i = trajectories.begin[k]; i < trajectories.begin[k + 1]; ++i) {
            position.whole(frame).whole(trajectories.bib[i]);
            position.real(trajectories.along_m[i]).real(trajectories.across_m[i]).row();
        }
    }
}

}  // namespace

std::string trajectories_sqlite(const Record& record) {
    const TrajectoryRecord& trajectories = record.trajectories;
    if (trajectories.begin.empty()) return "";
    const Database database;
    database.run(kTables);
    database.run("BEGIN");
    write_metadata(database, record);
    Insert(database, "INSERT INTO geometry VALUES(?, ?)")
        .whole(kGeometry)
        .text(walkable_area(trajectories.edges))
        .row();
    write_frames(database, trajectories);
    database.run(kIndex);
    database.run("COMMIT");
    return database.bytes();
}

}  // namespace gineste
