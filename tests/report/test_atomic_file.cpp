// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/error.hpp"
#include "report/atomic_file.hpp"

namespace gineste {
namespace {

namespace fs = std::filesystem;

class AtomicFile : public testing::Test {
  protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "gineste-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    static std::string content(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }
    static OutputError::Stage refused(const fs::path& path) {
        try {
            publish_file(path, "new");
        } catch (const OutputError& error) {
            return error.stage();
        }
        ADD_FAILURE() << path << " was not refused";
        return OutputError::Stage::write;
    }

    fs::path folder_;
};

TEST_F(AtomicFile, IsWrittenAndReplacesWhatStoodThere) {
    publish_file(folder_ / "a.json", "one");
    publish_file(folder_ / "a.json", "two and more");
    EXPECT_EQ(content(folder_ / "a.json"), "two and more");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(AtomicFile, FollowsALinkToTheFileItNames) {
    publish_file(folder_ / "real.json", "one");
    fs::create_symlink("real.json", folder_ / "link.json");
    publish_file(folder_ / "link.json", "two");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.json"));
    EXPECT_EQ(content(folder_ / "real.json"), "two");
}

TEST_F(AtomicFile, ThatCannotBeIsRefusedAndNothingLeftBehind) {
    fs::create_directory(folder_ / "sub");
    EXPECT_EQ(refused(folder_ / "sub"), OutputError::Stage::create);
    EXPECT_EQ(refused(folder_ / "none" / "a.json"), OutputError::Stage::create);
    EXPECT_EQ(refused(""), OutputError::Stage::create);
    EXPECT_EQ(refused("/dev/null"), OutputError::Stage::create);
    EXPECT_EQ(entries(), 1U);
}

TEST_F(AtomicFile, OfAnEarlierAttemptThatWasKilledIsNoHindrance) {
    std::ofstream(folder_ / (".a.json.tmp-" + std::to_string(::getpid()))) << "half";
    publish_file(folder_ / "a.json", "whole");
    EXPECT_EQ(content(folder_ / "a.json"), "whole");
    EXPECT_EQ(entries(), 1U);
}

}  // namespace
}  // namespace gineste
