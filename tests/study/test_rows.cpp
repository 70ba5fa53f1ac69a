// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "core/error.hpp"
#include "study/sweep.hpp"

namespace gineste {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

SweepRow sample_row() { return {41, 0x9d19e8fe12bbc7a2ULL, {0.1, -1e-300, kNever, 12345678.9}}; }

std::string without_end(std::string line) {
    line.pop_back();
    return line;
}

TEST(Rows, ReadBackToTheLastBit) {
    const auto read = parse_row_line(without_end(row_line(sample_row(), "study")), "study", 4);
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(are_same(*read, sample_row()));
    EXPECT_EQ(read->row, 41U);
    EXPECT_EQ(read->values[1], -1e-300);
    EXPECT_TRUE(std::isnan(read->values[2]));
}

TEST(Rows, AnyOneByteChangedIsNoRow) {
    const std::string line = without_end(row_line(sample_row(), "study"));
    for (std::size_t at = 0; at < line.size(); ++at) {
        for (const int flip : {1, 2, 16}) {
            std::string wrong = line;
            wrong[at] = static_cast<char>(wrong[at] ^ flip);
            EXPECT_FALSE(parse_row_line(wrong, "study", 4)) << wrong;
        }
    }
}

TEST(Rows, AnyBeginningOfALineIsNoRow) {
    const std::string line = without_end(row_line(sample_row(), "study"));
    for (std::size_t size = 0; size < line.size(); ++size) {
        EXPECT_FALSE(parse_row_line(line.substr(0, size), "study", 4)) << size;
    }
}

TEST(Rows, ThoseOfAnotherStudyOrOfOtherMeasuresAreNone) {
    const std::string line = without_end(row_line(sample_row(), "study"));
    EXPECT_FALSE(parse_row_line(line, "another", 4));
    EXPECT_FALSE(parse_row_line(line, "study", 3));
}

/// A study of 12 rows whose results are known, in a folder of its own.
class SweepFolder : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(folder_);
        sweep_.study.name = "test";
        sweep_.study.seeds = 4;
        FactorSpec factor;
        factor.key = "start.line_width";
        factor.rule = {Kind::length};
        factor.values = {"1 m", "2 m", "3 m"};
        sweep_.study.factors = {factor};
        sweep_.points = design_points(sweep_.study);
        sweep_.measures = {{"lost_median_s", "s", "time lost", kNever}};
        sweep_.sha256 = std::string(64, 'a');
        claim_folder(sweep_, folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    static SweepRow run(std::size_t row) {
        return {row, row * 7, {static_cast<double>(row) / 3.0}};
    }

    std::size_t run_all(const Shard& shard = {}) {
        return run_shard(sweep_, folder_, shard, 2, run);
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }

    Sweep sweep_;
    std::filesystem::path folder_;
};

TEST_F(SweepFolder, RunsEachRowOnceAndNoneAgain) {
    EXPECT_EQ(run_all({1, 3}), 4U);
    EXPECT_EQ(run_all({1, 3}), 0U);
    EXPECT_EQ(run_all({2, 3}) + run_all({3, 3}), 8U);
    const SweepState state = read_sweep(sweep_, folder_);
    EXPECT_TRUE(missing_rows(sweep_, state, {1, 1}).empty());
    EXPECT_EQ(state.repeated, 0U);
    ASSERT_EQ(state.rows.size(), 12U);
    for (std::size_t k = 0; k < 12; ++k) EXPECT_TRUE(are_same(state.rows[k], run(k)));
}

TEST_F(SweepFolder, GoesOnFromAnyBeginningOfAPartFile) {
    std::string whole = head_line(sweep_.sha256);
    for (const std::size_t row : {5U, 0U, 3U}) whole += row_line(run(row), sweep_.sha256);
    for (std::size_t size = 0; size <= whole.size(); size += 7) {
        std::filesystem::remove_all(folder_);
        claim_folder(sweep_, folder_);
        write("shard-000001-of-000001.0123.part", whole.substr(0, size));
        const SweepState before = read_sweep(sweep_, folder_);
        EXPECT_EQ(run_all(), 12 - before.rows.size());
        EXPECT_EQ(read_sweep(sweep_, folder_).rows.size(), 12U);
    }
}

TEST_F(SweepFolder, RefusesARowThatCameOutOtherwise) {
    run_all();
    SweepRow other = run(5);
    other.values[0] += 1e-15;
    write("shard-000002-of-000003.0123.part",
          head_line(sweep_.sha256) + row_line(other, sweep_.sha256));
    EXPECT_THROW(read_sweep(sweep_, folder_), InputError);
}

TEST_F(SweepFolder, RefusesRowsOfAnotherStudy) {
    write("shard-000002-of-000003.0123.part", head_line(std::string(64, 'b')));
    EXPECT_THROW(read_sweep(sweep_, folder_), InputError);
    Sweep other = sweep_;
    other.sha256 = std::string(64, 'b');
    EXPECT_THROW(claim_folder(other, folder_), InputError);
}

TEST_F(SweepFolder, ThrowsWhatARaceThrewAndKeepsTheOthers) {
    const auto one = [](std::size_t row) {
        if (row == 6) throw std::runtime_error("race 6");
        return run(row);
    };
    EXPECT_THROW(run_shard(sweep_, folder_, {}, 1, one), std::runtime_error);
    EXPECT_EQ(read_sweep(sweep_, folder_).rows.size(), 6U);
    EXPECT_EQ(run_all(), 6U);
}

}  // namespace
}  // namespace gineste
