// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gineste {

/// One of ASCII's, in any locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The words with `separator` between them.
std::string joined(std::span<const std::string> words, std::string_view separator);

/// Its first letter large, where it is one of ASCII.
std::string capitalised(std::string text);

/// Letters to insert, delete, replace or swap with their neighbour to make `a` of `b`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate most like `word`, none where nothing comes close (a third of its letters wrong).
std::optional<std::string> nearest_word(std::string_view word,
                                        std::span<const std::string> candidates);

/// The shortest decimal text that reads back as the same number, in any locale.
std::string number_text(double value);

/// A byte that does not belong in a text file.
struct TextFault {
    std::size_t offset = 0;  ///< of its first byte
    std::string what;        ///< "not UTF-8", "control character U+0004"
};
/// The first fault of a text that should be UTF-8 without control characters but tab and line end.
std::optional<TextFault> find_text_fault(std::string_view text);

/// Characters, not bytes, of a valid UTF-8 text.
std::size_t count_characters(std::string_view text);

/// The text as XML content or within quotes, without control characters, of which XML 1.0 lacks
/// most; U+FFFD for what is not UTF-8.
std::string xml_text(std::string_view text);

}  // namespace gineste
