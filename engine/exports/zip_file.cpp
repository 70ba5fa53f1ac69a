// SPDX-License-Identifier: Apache-2.0
// ZIP as in PKWARE's APPNOTE 6.3: local headers with their data, central directory, end record.
#include "exports/zip_file.hpp"

#include <zlib.h>

#include <limits>
#include <utility>

#include "core/error.hpp"

namespace gineste {
namespace {

constexpr int kLevel = 4;               // 6 takes half as long again for 8 % less
constexpr std::uint32_t kVersion = 20;  // 2.0: deflate
constexpr std::uint32_t kNamesAreUtf8 = 1U << 11U;
constexpr std::uint32_t kDeflated = 8;
constexpr std::uint32_t kFirstOfJanuary1980 = 33;  // as DOS counts days

void append(std::string& bytes, std::uint32_t value, int count) {
    for (int k = 0; k < count; ++k) bytes += static_cast<char>((value >> (8 * k)) & 0xFFU);
}

std::uint32_t size_of(std::string_view bytes) {
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
        throw InternalError("an archive of 4 GB and more");
    }
    return static_cast<std::uint32_t>(bytes.size());
}

// Deflate without zlib's own frame (RFC 1951).
std::string deflated_raw(std::string_view content) {
    z_stream stream{};
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw InternalError("zlib cannot begin");
    }
    std::string packed(deflateBound(&stream, size_of(content)), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = size_of(content);
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = size_of(packed);
    const int status = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (status != Z_STREAM_END) throw InternalError("zlib cannot end");
    return packed;
}

}  // namespace

void ZipFile::add(std::string_view name, std::string_view content) {
    const std::string packed = deflated_raw(content);
    const auto sum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), size_of(content)));
    std::string common;  // to the local header and the directory
    append(common, kVersion, 2);
    append(common, kNamesAreUtf8, 2);
    append(common, kDeflated, 2);
    append(common, kFirstOfJanuary1980 << 16U, 4);
    append(common, sum, 4);
    append(common, size_of(packed), 4);
    append(common, size_of(content), 4);
    append(common, size_of(name), 2);
    append(common, 0, 2);

    const std::uint32_t offset = size_of(bytes_);
    append(bytes_, 0x04034b50, 4);
    bytes_ += common;
    bytes_ += name;
    bytes_ += packed;

    append(directory_, 0x02014b50, 4);
    append(directory_, kVersion, 2);
    directory_ += common;
    directory_.append(10, '\0');  // no comment, one disk, no attributes
    append(directory_, offset, 4);
    directory_ += name;
    ++entries_;
}

std::string ZipFile::take() {
    const auto count = static_cast<std::uint32_t>(entries_);
    const std::uint32_t offset = size_of(bytes_);
    bytes_ += directory_;
    append(bytes_, 0x06054b50, 4);
    append(bytes_, 0, 4);  // one disk
    append(bytes_, count, 2);
    append(bytes_, count, 2);
    append(bytes_, size_of(directory_), 4);
    append(bytes_, offset, 4);
    append(bytes_, 0, 2);
    return std::move(bytes_);
}

}  // namespace gineste
