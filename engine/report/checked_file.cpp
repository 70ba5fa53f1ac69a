// SPDX-License-Identifier: Apache-2.0
#include "report/checked_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/error.hpp"

namespace gineste {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& shown, const std::string& doing) {
    throw OutputError(OutputError::Stage::write, shown, doing + ": " + system_reason(errno));
}

template <class Call>
auto uninterrupted(const Call& call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

/// A descriptor that is closed on the way out; `close` says whether that worked.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags, const std::filesystem::path& shown)
        : shown_(shown),
          descriptor_(uninterrupted([&] { return ::open(path.c_str(), flags, 0666); })) {
        if (descriptor_ < 0) refuse(shown, "cannot be created");
    }
    ~Descriptor() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t count = uninterrupted(
                [&] { return ::write(descriptor_, bytes.data() + done, bytes.size() - done); });
            if (count == 0) errno = EIO;  // no progress and no reason: never loop on it
            if (count <= 0) {
                refuse(shown_, "writing stopped after " + std::to_string(done) + " of " +
                                   std::to_string(bytes.size()) + " bytes");
            }
            done += static_cast<std::size_t>(count);
        }
    }

    void sync() const {
        if (uninterrupted([&] { return ::fsync(descriptor_); }) != 0) {
            refuse(shown_, "cannot be brought to the disk");
        }
    }

    void close() {
        // Linux has closed the descriptor even where it reports an interruption.
        const int status = ::close(std::exchange(descriptor_, -1));
        if (status != 0 && errno != EINTR) refuse(shown_, "cannot be closed");
    }

  private:
    const std::filesystem::path& shown_;
    int descriptor_ = -1;
};

}  // namespace

void write_checked(const std::filesystem::path& path, std::string_view bytes,
                   const std::filesystem::path& shown) {
    Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, shown);
    file.write(bytes);
    file.sync();
    file.close();
}

void sync_folder(const std::filesystem::path& folder, const std::filesystem::path& shown) {
    Descriptor directory(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, shown);
    directory.sync();
    directory.close();
}

std::string system_reason(int error_number) {
    return std::generic_category().message(error_number);
}

}  // namespace gineste
