// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "core/error.hpp"
#include "report/atomic_files.hpp"
#include "report/output_folder.hpp"

namespace gineste {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class AtomicFiles : public testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "gineste-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        root_ = fs::canonical(pattern);
        folder_ = root_ / "report";
    }
    void TearDown() override { fs::remove_all(root_); }

    static std::string content(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static void write(const fs::path& path, const std::string& text) {
        std::ofstream(path, std::ios::binary) << text;
    }
    static std::set<std::string> names(const fs::path& folder) {
        std::set<std::string> result;
        for (const auto& entry : fs::directory_iterator(folder)) {
            result.insert(entry.path().filename());
        }
        return result;
    }
    static std::string refusal(const fs::path& folder) {
        try {
            check_output_folder(folder);
        } catch (const OutputError& error) {
            EXPECT_EQ(error.stage(), OutputError::Stage::create);
            return error.what();
        }
        return "";
    }

    fs::path root_;
    fs::path folder_;
};

TEST_F(AtomicFiles, FirstReportMakesItsFolderAndTheFoldersAbove) {
    const fs::path deep = root_ / "a" / "b" / "report";
    publish(deep, {{"x.csv", "1"}, {"y.nc", std::string("\0\1", 2)}}, kRaceManifest);
    EXPECT_THAT(names(deep), ElementsAre("manifest.json", "x.csv", "y.nc"));
    EXPECT_EQ(content(deep / "y.nc"), std::string("\0\1", 2));
    EXPECT_THAT(names(deep.parent_path()), ElementsAre("report"));
}

TEST_F(AtomicFiles, FoldersOfAReportAreReplacedWithItAndKeepWhatIsTheUsers) {
    publish(folder_, {{"day.json", "old"}, {"half/x.csv", "old"}, {"full/x.csv", "old"}},
            kRaceManifest);
    write(folder_ / "half" / "notes.txt", "mine");
    write(folder_ / "full" / "notes.txt", "mine, too");
    publish(folder_, {{"day.json", "new"}, {"half/x.csv", "new"}, {"ten/x.csv", "new"}},
            kRaceManifest);
    EXPECT_THAT(names(folder_), ElementsAre("day.json", "full", "half", "manifest.json", "ten"));
    EXPECT_EQ(content(folder_ / "half" / "x.csv"), "new");
    EXPECT_EQ(content(folder_ / "half" / "notes.txt"), "mine");
    EXPECT_THAT(names(folder_ / "full"), ElementsAre("notes.txt"));
    EXPECT_EQ(content(folder_ / "full" / "notes.txt"), "mine, too");
    EXPECT_THAT(names(root_), ElementsAre("report"));
}

TEST_F(AtomicFiles, AFolderOfTheUsersWithTheNameOfOneOfOursIsKept) {
    publish(folder_, {{"day.json", "old"}}, kRaceManifest);
    fs::create_directory(folder_ / "half");
    write(folder_ / "half" / "notes.txt", "mine");
    publish(folder_, {{"day.json", "new"}, {"half/x.csv", "new"}}, kRaceManifest);
    EXPECT_THAT(names(folder_ / "half"), ElementsAre("notes.txt", "x.csv"));
    write(folder_ / "half" / "y.csv", "mine");
    EXPECT_THROW(publish(folder_, {{"day.json", "newer"}, {"half/y.csv", "newer"}}, kRaceManifest),
                 OutputError);
    EXPECT_EQ(content(folder_ / "half" / "y.csv"), "mine");
    EXPECT_EQ(content(folder_ / "day.json"), "new");
    EXPECT_THAT(names(root_), ElementsAre("report"));
}

TEST_F(AtomicFiles, ManifestGivesSizeAndSha256) {
    publish(folder_, {{"x.csv", "abc"}}, kRaceManifest);
    EXPECT_THAT(content(folder_ / "manifest.json"),
                HasSubstr("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

TEST_F(AtomicFiles, NewReportReplacesTheOldOneWhole) {
    publish(folder_, {{"x.csv", "old"}, {"gone.csv", "old"}}, kRaceManifest);
    publish(folder_, {{"x.csv", "new"}}, kRaceManifest);
    EXPECT_THAT(names(folder_), ElementsAre("manifest.json", "x.csv"));
    EXPECT_EQ(content(folder_ / "x.csv"), "new");
    EXPECT_THAT(names(root_), ElementsAre("report"));
}

TEST_F(AtomicFiles, FilesAndFoldersOfTheUserStay) {
    publish(folder_, {{"x.csv", "old"}}, kRaceManifest);
    write(folder_ / "notes.txt", "mine");
    fs::create_directories(folder_ / "photos" / "start");
    write(folder_ / "photos" / "start" / "1.jpg", "light");
    fs::create_symlink("notes.txt", folder_ / "link");
    publish(folder_, {{"x.csv", "new"}}, kRaceManifest);
    EXPECT_THAT(names(folder_),
                ElementsAre("link", "manifest.json", "notes.txt", "photos", "x.csv"));
    EXPECT_EQ(content(folder_ / "notes.txt"), "mine");
    EXPECT_EQ(content(folder_ / "photos" / "start" / "1.jpg"), "light");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_THAT(names(root_), ElementsAre("report"));
}

TEST_F(AtomicFiles, CourseAndRaceReportsLieSideBySide) {
    publish(folder_, {{"profile.csv", "course"}}, kCourseManifest);
    publish(folder_, {{"x.csv", "race"}}, kRaceManifest);
    publish(folder_, {{"profile.csv", "course 2"}}, kCourseManifest);
    EXPECT_THAT(names(folder_),
                ElementsAre("course-manifest.json", "manifest.json", "profile.csv", "x.csv"));
    EXPECT_EQ(content(folder_ / "profile.csv"), "course 2");
}

TEST_F(AtomicFiles, FileOfTheUserWithTheNameOfOursStopsTheReport) {
    publish(folder_, {{"x.csv", "old"}}, kRaceManifest);
    write(folder_ / "new.csv", "mine");
    EXPECT_THROW(publish(folder_, {{"x.csv", "new"}, {"new.csv", "ours"}}, kRaceManifest),
                 OutputError);
    EXPECT_EQ(content(folder_ / "new.csv"), "mine");
    EXPECT_EQ(content(folder_ / "x.csv"), "old");
    EXPECT_THAT(names(root_), ElementsAre("report"));
}

TEST_F(AtomicFiles, KeepsTheModeOfTheFolder) {
    publish(folder_, {{"x.csv", "old"}}, kRaceManifest);
    fs::permissions(folder_, fs::perms(0750));
    publish(folder_, {{"x.csv", "new"}}, kRaceManifest);
    EXPECT_EQ(fs::status(folder_).permissions(), fs::perms(0750));
}

TEST_F(AtomicFiles, FollowsALinkToTheFolderAndLeavesTheLink) {
    publish(folder_, {{"x.csv", "old"}}, kRaceManifest);
    fs::create_directory_symlink(folder_, root_ / "latest");
    publish(root_ / "latest", {{"x.csv", "new"}}, kRaceManifest);
    EXPECT_TRUE(fs::is_symlink(root_ / "latest"));
    EXPECT_EQ(content(folder_ / "x.csv"), "new");
}

TEST_F(AtomicFiles, ATrailingSlashNamesTheSameFolder) {
    publish(folder_.string() + "/", {{"x.csv", "1"}}, kRaceManifest);
    EXPECT_EQ(content(folder_ / "x.csv"), "1");
}

TEST_F(AtomicFiles, FolderWithOtherContentIsRefusedBeforehand) {
    fs::create_directory(folder_);
    EXPECT_EQ(refusal(folder_), "");
    write(folder_ / "thesis.tex", "years of work");
    EXPECT_THAT(refusal(folder_), HasSubstr("holds files, but no report"));
    write(folder_ / "manifest.json", R"({"format": "something else", "files": []})");
    EXPECT_THAT(refusal(folder_), HasSubstr("holds files, but no report"));
}

TEST_F(AtomicFiles, FileInPlaceOfTheFolderIsRefused) {
    write(folder_, "a file");
    EXPECT_THAT(refusal(folder_), HasSubstr("is not a folder"));
    EXPECT_THAT(refusal(folder_ / "below"), HasSubstr("cannot be created"));
    EXPECT_EQ(content(folder_), "a file");
}

TEST_F(AtomicFiles, WorkingDirectoryAndFoldersAboveItAreRefused) {
    EXPECT_THAT(refusal("."), HasSubstr("working directory"));
    EXPECT_THAT(refusal(".."), HasSubstr("working directory"));
    EXPECT_THAT(refusal("/"), HasSubstr("working directory"));
    EXPECT_THAT(refusal(""), HasSubstr("no folder"));
}

TEST_F(AtomicFiles, CheckLeavesNothingBehind) {
    check_output_folder(folder_);
    EXPECT_TRUE(names(root_).empty());
}

}  // namespace
}  // namespace gineste
