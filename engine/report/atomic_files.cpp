// SPDX-License-Identifier: Apache-2.0
#include "report/atomic_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <set>
#include <system_error>

#include "core/error.hpp"
#include "report/checked_file.hpp"
#include "report/output_folder.hpp"

namespace gineste {
namespace {

namespace fs = std::filesystem;

int rename_path(const fs::path& from, const fs::path& to, unsigned int flags) {
    int status = 0;
    do {
        status = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags);
    } while (status != 0 && errno == EINTR);
    return status;
}

bool same_file(const fs::path& a, const fs::path& b) {
    struct stat first {};
    struct stat second {};
    return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

bool is_there(const fs::path& path) {
    struct stat entry {};
    return ::lstat(path.c_str(), &entry) == 0;
}

bool is_folder(const fs::path& path) {
    struct stat entry {};
    return ::lstat(path.c_str(), &entry) == 0 && S_ISDIR(entry.st_mode);
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    return names;
}

/// The hidden folder in which a report is made ready, and after the exchange the old report.
/// Removed at the end with all that is ours or linked elsewhere; what is not, stays.
class Staging {
  public:
    Staging(fs::path shown, const std::string& manifest_name)
        : shown_(std::move(shown)),
          target_(resolved_folder(shown_)),
          ours_(files_of_report(target_, manifest_name)),
          path_(make_sibling(target_)) {}

    ~Staging() {
        for (const std::string& name : entries(path_)) {
            if (is_ours(path_, name) || same_file(path_ / name, target_ / name)) {
                ::unlink((path_ / name).c_str());
            }
        }
        for (const std::string& name : our_folders()) ::rmdir((path_ / name).c_str());
        ::rmdir(path_.c_str());
    }
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    void add(const OutputFile& file) {
        const bool users = ours_.count(file.name) == 0 && is_there(target_ / file.name);
        added_.insert(file.name);
        if (users) {
            throw OutputError(OutputError::Stage::create, shown_ / file.name,
                              "is not of the report that lies here, and would be lost. Move it");
        }
        make_folder_of(path_, file.name);
        write_checked(path_ / file.name, file.bytes, shown_ / file.name);
    }

    void change_places() {
        const bool replaces = is_there(target_);
        if (replaces) bring_users_files();
        for (const std::string& name : our_folders()) {
            if (is_folder(path_ / name)) sync_folder(path_ / name, shown_ / name);
        }
        sync_folder(path_, shown_);
        if (replaces) {
            exchange();
        } else if (rename_path(path_, target_, RENAME_NOREPLACE) != 0) {
            refuse("cannot be put in place");
        }
        settle(replaces);
    }

  private:
    [[noreturn]] void refuse(const std::string& what) const {
        const int reason = errno;
        throw OutputError(OutputError::Stage::write, shown_, what + ": " + system_reason(reason));
    }

    bool is_ours(const fs::path& folder, const std::string& name) const {
        const bool listed = ours_.count(name) + added_.count(name) > 0;
        struct stat entry {};
        return listed && ::lstat((folder / name).c_str(), &entry) == 0 && !S_ISDIR(entry.st_mode);
    }

    // Folders of the old report and of the new one, which hold files of ours.
    std::set<std::string> our_folders() const {
        std::set<std::string> folders;
        for (const std::set<std::string>* names : {&ours_, &added_}) {
            for (const std::string& name : *names) {
                const std::size_t slash = name.find('/');
                if (slash != std::string::npos) folders.insert(name.substr(0, slash));
            }
        }
        return folders;
    }

    // What lies in a folder; of folders of ours what lies in them.
    std::vector<std::string> entries(const fs::path& folder) const {
        const std::set<std::string> ours = our_folders();
        std::vector<std::string> names;
        for (const std::string& name : names_in(folder)) {
            if (ours.count(name) == 0 || !is_folder(folder / name)) {
                names.push_back(name);
                continue;
            }
            for (const std::string& within : names_in(folder / name)) {
                names.push_back(name + "/" + within);
            }
        }
        return names;
    }

    // A folder that cannot be made is told of by whatever is put into it.
    static void make_folder_of(const fs::path& root, const std::string& name) {
        const std::size_t slash = name.find('/');
        if (slash != std::string::npos) ::mkdir((root / name.substr(0, slash)).c_str(), 0777);
    }

    // A link that cannot be made is no failure: carry_over moves the file itself.
    void bring_users_files() const {
        struct stat old {};
        if (::stat(target_.c_str(), &old) == 0) ::chmod(path_.c_str(), old.st_mode & 07777U);
        for (const std::string& name : entries(target_)) {
            if (is_ours(target_, name)) continue;
            make_folder_of(path_, name);
            [[maybe_unused]] const int status =
                ::linkat(AT_FDCWD, (target_ / name).c_str(), AT_FDCWD, (path_ / name).c_str(), 0);
        }
    }

    void exchange() const {
        if (rename_path(path_, target_, RENAME_EXCHANGE) == 0) return;
        if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) {
            refuse("cannot be replaced");
        }
        const fs::path aside = path_.string() + "-old";
        if (rename_path(target_, aside, 0) != 0) refuse("cannot be replaced");
        const bool placed = rename_path(path_, target_, 0) == 0;
        if (placed && rename_path(aside, path_, 0) == 0) return;
        const int reason = errno;
        if (placed) rename_path(target_, path_, 0);
        rename_path(aside, target_, 0);
        errno = reason;
        refuse("cannot be replaced");
    }

    // Moves what is the user's, and not yet there, from the staging folder to the target.
    bool carry_over() const {
        for (const std::string& name : entries(path_)) {
            if (is_ours(path_, name) || same_file(path_ / name, target_ / name)) continue;
            make_folder_of(target_, name);
            if (rename_path(path_ / name, target_ / name, 0) != 0) return false;
        }
        return true;
    }

    // The new report stands. Should the last steps fail, the old one is put back.
    void settle(bool replaced) const {
        try {
            if (replaced && !carry_over()) refuse("the files beside the report cannot be kept");
            sync_folder(target_.parent_path(), shown_);
        } catch (const OutputError&) {
            put_back(replaced);
            throw;
        }
    }

    void put_back(bool replaced) const {
        if (!replaced) {
            rename_path(target_, path_, RENAME_NOREPLACE);
            return;
        }
        try {
            exchange();
            carry_over();
        } catch (const OutputError&) {
            // The first failure is the one to tell; both reports are whole, if not in their places.
        }
    }

    fs::path shown_;  // as the user wrote it, for messages
    fs::path target_;
    std::set<std::string> ours_;   // of the old report
    std::set<std::string> added_;  // of the new one
    fs::path path_;
};

}  // namespace

void publish(const fs::path& folder, std::vector<OutputFile> files,
             const std::string& manifest_name, const nlohmann::ordered_json& origin) {
    check_output_folder(folder);
    files.push_back({manifest_name, manifest_json(files, origin)});
    Staging staging(folder, manifest_name);
    for (const OutputFile& file : files) staging.add(file);
    staging.change_places();
}

}  // namespace gineste
