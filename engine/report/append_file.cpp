// SPDX-License-Identifier: Apache-2.0
#include "report/append_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.hpp"
#include "report/checked_file.hpp"

namespace gineste {
namespace {

constexpr auto kSyncEvery = std::chrono::seconds(1);

[[noreturn]] void refuse(OutputError::Stage stage, const std::filesystem::path& path,
                         const std::string& doing) {
    throw OutputError(stage, path, doing + ": " + system_reason(errno));
}

}  // namespace

AppendFile::AppendFile(const std::filesystem::path& path) : path_(path) {
    do {
        descriptor_ =
            ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0666);
    } while (descriptor_ < 0 && errno == EINTR);
    if (descriptor_ < 0) refuse(OutputError::Stage::create, path, "cannot be created");
}

AppendFile::~AppendFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

void AppendFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count == 0) errno = EIO;  // no progress and no reason: never loop on it
        if (count <= 0) refuse(OutputError::Stage::write, path_, "writing stopped");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (Clock::now() - synced_ >= kSyncEvery) sync();
}

void AppendFile::sync() {
    int status = 0;
    do {
        status = ::fsync(descriptor_);
    } while (status != 0 && errno == EINTR);
    if (status != 0) refuse(OutputError::Stage::write, path_, "cannot be brought to the disk");
    synced_ = Clock::now();
}

}  // namespace gineste
