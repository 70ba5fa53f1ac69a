// SPDX-License-Identifier: Apache-2.0
#include "report/output_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/error.hpp"
#include "report/checked_file.hpp"
#include "report/manifest.hpp"

namespace gineste {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_folder(const fs::path& folder, const std::string& reason) {
    throw OutputError(OutputError::Stage::create, folder, reason);
}

bool holds_working_directory(const fs::path& target) {
    const fs::path here = fs::current_path();
    return std::mismatch(target.begin(), target.end(), here.begin(), here.end()).first ==
           target.end();
}

bool is_mount_point(const fs::path& target) {
    struct stat self {};
    struct stat parent {};
    return ::stat(target.c_str(), &self) == 0 &&
           ::stat(target.parent_path().c_str(), &parent) == 0 && self.st_dev != parent.st_dev;
}

void check_replaceable(const fs::path& folder, const fs::path& target) {
    const char* const remedy =
        " A report replaces its folder whole: name one of its own, such as out/my-race.";
    if (!fs::is_directory(target)) refuse_folder(folder, "is not a folder");
    if (holds_working_directory(target)) {
        refuse_folder(folder, std::string("is, or holds, the working directory.") + remedy);
    }
    if (is_mount_point(target)) {
        refuse_folder(folder, std::string("is where another filesystem is mounted.") + remedy);
    }
    if (::access(target.c_str(), R_OK | W_OK | X_OK) != 0)
        refuse_folder(folder, system_reason(errno));
    if (fs::is_empty(target)) return;
    if (files_of_report(target, kRaceManifest).empty() &&
        files_of_report(target, kDayManifest).empty() &&
        files_of_report(target, kCourseManifest).empty() &&
        files_of_report(target, kOptimiseManifest).empty()) {
        refuse_folder(folder, std::string("holds files, but no report of this program.") + remedy);
    }
}

}  // namespace

fs::path resolved_folder(const fs::path& folder) {
    std::error_code error;
    fs::path target = fs::weakly_canonical(fs::absolute(folder), error);
    if (error) refuse_folder(folder, error.message());
    if (!target.has_filename()) target = target.parent_path();  // "out/race/"
    return target;
}

std::set<std::string> files_of_report(const fs::path& folder, const std::string& manifest_name) {
    std::ifstream file(folder / manifest_name, std::ios::binary);
    if (!file) return {};
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto names = listed_files(text);
    if (!names) return {};
    names->insert(manifest_name);
    return *names;
}

fs::path make_sibling(const fs::path& target) {
    const std::string stem =
        "." + target.filename().string() + ".tmp-" + std::to_string(::getpid());
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const fs::path sibling = target.parent_path() / (stem + "-" + std::to_string(attempt));
        if (::mkdir(sibling.c_str(), 0777) == 0) return sibling;
        if (errno != EEXIST && errno != EINTR) break;
    }
    const int reason = errno;
    refuse_folder(target, "no folder can be made beside it: " + system_reason(reason));
}

void check_output_folder(const fs::path& folder) {
    if (folder.empty()) refuse_folder("-o", "an empty name is no folder");
    const fs::path target = resolved_folder(folder);
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error))) check_replaceable(folder, target);
    fs::create_directories(target.parent_path(), error);
    if (error) refuse_folder(folder, "its parent cannot be created: " + error.message());
    const fs::path probe = make_sibling(target);
    ::rmdir(probe.c_str());
}

}  // namespace gineste
