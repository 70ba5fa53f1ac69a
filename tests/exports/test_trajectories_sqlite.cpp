// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "exports/trajectories_sqlite.hpp"
#include "report/synthetic.hpp"

namespace gineste {
namespace {

/// A database in memory, opened to be read.
class SqliteReader {
  public:
    explicit SqliteReader(std::string bytes) : bytes_(std::move(bytes)) {
        EXPECT_EQ(sqlite3_open(":memory:", &database_), SQLITE_OK);
        const auto size = static_cast<sqlite3_int64>(bytes_.size());
        EXPECT_EQ(
            sqlite3_deserialize(database_, "main", reinterpret_cast<unsigned char*>(bytes_.data()),
                                size, size, SQLITE_DESERIALIZE_READONLY),
            SQLITE_OK);
    }
    ~SqliteReader() { sqlite3_close(database_); }
    SqliteReader(const SqliteReader&) = delete;
    SqliteReader& operator=(const SqliteReader&) = delete;

    /// The first column of the rows, one after the other.
    std::string asked(const std::string& sql) const {
        std::string text;
        const auto append = [](void* to, int, char** values, char**) {
            *static_cast<std::string*>(to) += std::string(values[0]) + ";";
            return 0;
        };
        EXPECT_EQ(sqlite3_exec(database_, sql.c_str(), append, &text, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database_);
        return text;
    }

  private:
    std::string bytes_;
    sqlite3* database_ = nullptr;
};

Record filmed_record() {
    Record record = empty_record(2, 6.0, 1);
    record.trajectories = {{10.0, 20.0, 60.0, 61.0, 0.5},
                           60.0,
                           {0, 2, 2, 3},
                           {7, 9, 7},
                           {12.0, 11.0, 15.5},
                           {0.25, -1.0, 0.5},
                           {{10.0, 3.0, -3.0}, {20.0, 2.5, -3.0}}};
    return record;
}

TEST(TrajectoriesSqlite, IsOfJuPedSimsSecondVersion) {
    const SqliteReader file(trajectories_sqlite(filmed_record()));
    EXPECT_EQ(file.asked("SELECT value FROM metadata WHERE key = 'version'"), "2;");
    EXPECT_EQ(file.asked("SELECT value FROM metadata WHERE key = 'fps'"), "2;");
    EXPECT_EQ(file.asked("SELECT value FROM metadata WHERE key = 'first_frame_time'"),
              "2024-10-27T09:01:00+01:00;");
    EXPECT_EQ(file.asked("SELECT name FROM pragma_table_info('trajectory_data')"),
              "frame;id;pos_x;pos_y;ori_x;ori_y;");
    EXPECT_EQ(file.asked("SELECT wkt FROM geometry"),
              "POLYGON ((10 -3, 20 -3, 20 2.5, 10 3, 10 -3));");
    EXPECT_EQ(file.asked("PRAGMA integrity_check"), "ok;");
}

TEST(TrajectoriesSqlite, KeepsEveryPositionInItsFrameAndEmptyFramesToo) {
    const SqliteReader file(trajectories_sqlite(filmed_record()));
    EXPECT_EQ(file.asked("SELECT frame || ' ' || id || ' ' || pos_x || ' ' || pos_y "
                         "FROM trajectory_data ORDER BY frame, id"),
              "0 7 12.0 0.25;0 9 11.0 -1.0;2 7 15.5 0.5;");
    EXPECT_EQ(file.asked("SELECT frame FROM frame_data JOIN geometry ON hash = geometry_hash"),
              "0;1;2;");
}

TEST(TrajectoriesSqlite, IsTheSameByteForByteEachTime) {
    EXPECT_EQ(trajectories_sqlite(filmed_record()), trajectories_sqlite(filmed_record()));
}

TEST(TrajectoriesSqlite, IsNoFileWhereNobodyAskedForOne) {
    EXPECT_EQ(trajectories_sqlite(empty_record(1, 6.0, 1)), "");
}

}  // namespace
}  // namespace gineste
