// SPDX-License-Identifier: Apache-2.0
#include "report/packing.hpp"

#include <zlib.h>

#include <array>
#include <cstddef>

#include "core/contract.hpp"
#include "core/error.hpp"

namespace gineste {
namespace {

constexpr int kLevel = 6;  // the next levels take twice the time for 1 % less

void append_big_endian(std::string& bytes, std::uint32_t value) {
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>((value >> shift) & 0xFFU);
}

void append_chunk(std::string& png, const char* type, std::string_view content) {
    append_big_endian(png, static_cast<std::uint32_t>(content.size()));
    std::string checked(type);
    checked += content;
    const auto* first = reinterpret_cast<const Bytef*>(checked.data());
    png += checked;
    append_big_endian(
        png, static_cast<std::uint32_t>(crc32(0, first, static_cast<uInt>(checked.size()))));
}

// Each row as the difference to the row above it, PNG's filter 2: shaded ground is smooth.
std::string differences_to_above(std::span<const std::uint8_t> tone, std::size_t columns) {
    std::string filtered;
    filtered.reserve(tone.size() + tone.size() / columns);
    for (std::size_t at = 0; at < tone.size(); ++at) {
        if (at % columns == 0) filtered += '\2';
        const unsigned above = at < columns ? 0U : tone[at - columns];
        filtered += static_cast<char>((tone[at] - above) & 0xFFU);
    }
    return filtered;
}

}  // namespace

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const bool there = at + k < bytes.size();
            three = (three << 8U) | (there ? static_cast<unsigned char>(bytes[at + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += at + k <= bytes.size() ? letters[(three >> (18U - 6U * k)) & 63U] : '=';
        }
    }
    return text;
}

std::string deflated(std::string_view bytes) {
    uLongf size = compressBound(bytes.size());
    std::string packed(size, '\0');
    const int status =
        compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), kLevel);
    if (status != Z_OK) throw InternalError("zlib: compress2 failed");
    packed.resize(size);
    return packed;
}

std::string grey_png(std::span<const std::uint8_t> tone, int columns, int rows) {
    EXPECT(columns > 0 && rows > 0);
    EXPECT(tone.size() == static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    std::string header;
    append_big_endian(header, static_cast<std::uint32_t>(columns));
    append_big_endian(header, static_cast<std::uint32_t>(rows));
    header += {'\10', '\0', '\0', '\0', '\0'};  // 8 bits, grey, deflate, adaptive, not interlaced
    std::string png = "\x89PNG\r\n\x1a\n";
    append_chunk(png, "IHDR", header);
    append_chunk(png, "IDAT",
                 deflated(differences_to_above(tone, static_cast<std::size_t>(columns))));
    append_chunk(png, "IEND", "");
    return png;
}

}  // namespace gineste
