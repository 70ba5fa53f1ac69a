// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gineste {

/// RFC 4648, with padding, without line breaks.
std::string base64(std::string_view bytes);

/// A zlib stream (RFC 1950). @throws InternalError where zlib refuses
std::string deflated(std::string_view bytes);

/// A picture of greys, 8 bits each, row-major, as PNG (ISO/IEC 15948).
std::string grey_png(std::span<const std::uint8_t> tone, int columns, int rows);

}  // namespace gineste
