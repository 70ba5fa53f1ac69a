// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gineste {
namespace {

bool continues(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Length of the UTF-8 sequence at the front of `text`, 0 where it is not well-formed: overlong
// forms, surrogates and code points past U+10FFFF are not (RFC 3629).
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80U) return 1;
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(byte(i))) return 0;
    }
    const bool overlong =
        (first == 0xE0U && byte(1) < 0xA0U) || (first == 0xF0U && byte(1) < 0x90U);
    const bool surrogate = first == 0xEDU && byte(1) > 0x9FU;
    const bool too_large = first == 0xF4U && byte(1) > 0x8FU;
    return overlong || surrogate || too_large ? 0 : length;
}

bool is_control(unsigned char byte) {
    return (byte < 0x20U && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7FU;
}

}  // namespace

std::string joined(std::span<const std::string> words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += separator;
        text += word;
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::optional<std::string> nearest_word(std::string_view word,
                                        std::span<const std::string> candidates) {
    constexpr std::size_t kLongest = 64;  // a key of ours is shorter; a novel is not compared
    if (word.size() > kLongest) return std::nullopt;
    std::optional<std::string> nearest;
    std::size_t least = 0;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        const std::size_t allowed =
            std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
        if (distance > allowed || (nearest && distance >= least)) continue;
        nearest = candidate;
        least = distance;
    }
    return nearest;
}

std::string number_text(double value) { return fmt::format("{}", value); }

std::optional<TextFault> find_text_fault(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text.substr(at));
        if (length == 0) return TextFault{at, "not UTF-8"};
        const auto byte = static_cast<unsigned char>(text[at]);
        if (is_control(byte)) return TextFault{at, fmt::format("control character U+{:04X}", byte)};
        at += length;
    }
    return std::nullopt;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return !continues(static_cast<unsigned char>(c));
    }));
}

std::string xml_text(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text.substr(at));
        const std::string_view letter = text.substr(at, std::max<std::size_t>(1, length));
        at += letter.size();
        if (length == 0) {
            escaped += "\xEF\xBF\xBD";  // U+FFFD, for what is not UTF-8
        } else if (letter == "&") {
            escaped += "&amp;";
        } else if (letter == "<") {
            escaped += "&lt;";
        } else if (letter == ">") {
            escaped += "&gt;";
        } else if (letter == "\"") {
            escaped += "&quot;";
        } else if (!is_control(static_cast<unsigned char>(letter.front()))) {
            escaped += letter;
        }
    }
    return escaped;
}

}  // namespace gineste
