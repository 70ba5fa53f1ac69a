// SPDX-License-Identifier: Apache-2.0
#include "report/atomic_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "core/error.hpp"
#include "report/checked_file.hpp"

namespace gineste {
namespace {

namespace fs = std::filesystem;

/// The hidden name; gone at the end where it has not become the file.
class Draft {
  public:
    explicit Draft(const fs::path& target)
        : path_(target.parent_path() /
                ("." + target.filename().string() + ".tmp-" + std::to_string(::getpid()))) {}
    ~Draft() { ::unlink(path_.c_str()); }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

// A link is followed: the file it names is the one to replace.
fs::path target_of(const fs::path& path) {
    const auto refuse = [&](const std::string& reason) {
        throw OutputError(OutputError::Stage::create, path, reason);
    };
    if (path.empty()) refuse("an empty name is no file");
    std::error_code error;
    const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
    if (error) refuse(error.message());
    if (!target.has_filename() || fs::is_directory(target, error)) refuse("is a folder");
    if (!fs::is_directory(target.parent_path(), error)) refuse("its folder is not there");
    if (fs::exists(target, error) && !fs::is_regular_file(target, error)) {
        refuse("is no ordinary file");
    }
    if (::access(target.parent_path().c_str(), W_OK | X_OK) != 0) refuse(system_reason(errno));
    return target;
}

}  // namespace

void check_output_file(const fs::path& path) { target_of(path); }

void publish_file(const fs::path& path, std::string_view bytes) {
    const fs::path target = target_of(path);
    const Draft draft(target);
    ::unlink(draft.path().c_str());  // of a process of the same number that was killed
    write_checked(draft.path(), bytes, path);
    if (std::rename(draft.path().c_str(), target.c_str()) != 0) {
        const int reason = errno;
        throw OutputError(OutputError::Stage::write, path,
                          "cannot be replaced: " + system_reason(reason));
    }
    sync_folder(target.parent_path(), path);
}

}  // namespace gineste
