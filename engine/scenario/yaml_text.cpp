// SPDX-License-Identifier: Apache-2.0
#include "scenario/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace gineste {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_plain(char c) {
    return is_letter(c) || is_digit(c) || c == ' ' || c == '-' || c == '_' || c == '.';
}

// Words that some reader of YAML takes for a truth or for nothing.
bool is_reserved(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kWords{"y",   "n",    "yes",   "no",  "on",
                                                            "off", "true", "false", "null"};
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return std::find(kWords.begin(), kWords.end(), small) != kWords.end();
}

// Line ends and control characters beyond ASCII, in UTF-8: U+0080 to U+009F are C2 and 80 to 9F,
// U+2028 and U+2029 are E2 80 and A8 or A9. Bare, some readers fold or refuse them.
std::string escaped_beyond_ascii(std::string_view rest) {
    const auto byte = [&](std::size_t k) {
        return k < rest.size() ? static_cast<unsigned char>(rest[k]) : 0U;
    };
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) {
        return fmt::format("\\x{:02x}", byte(1));
    }
    if (byte(0) == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9)) {
        return fmt::format("\\u20{:02x}", byte(2) - 0x80U);
    }
    return "";
}

}  // namespace

std::string yaml_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (std::size_t k = 0; k < text.size(); ++k) {
        const char c = text[k];
        const std::string beyond = escaped_beyond_ascii(text.substr(k));
        if (!beyond.empty()) {
            quoted += beyond;
            k += beyond[1] == 'x' ? 1 : 2;
            continue;
        }
        if (c == '"' || c == '\\') {
            quoted += {'\\', c};
        } else if (c == '\n') {
            quoted += "\\n";
        } else if (c == '\t') {
            quoted += "\\t";
        } else if (is_control(c)) {
            quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        } else {
            quoted += c;
        }
    }
    return quoted + "\"";
}

std::string yaml_scalar(std::string_view text) {
    const bool plain = !text.empty() && is_letter(text.front()) && text.back() != ' ' &&
                       std::all_of(text.begin(), text.end(), is_plain) && !is_reserved(text);
    return plain ? std::string(text) : yaml_quoted(text);
}

std::string yaml_comment(std::string_view text) {
    std::string line(text);
    std::replace_if(line.begin(), line.end(), is_control, ' ');
    return line;
}

}  // namespace gineste
