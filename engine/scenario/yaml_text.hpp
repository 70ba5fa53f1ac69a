// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace gineste {

// How a scenario's own words are written into YAML: everything of ours that writes YAML asks here.
// Every YAML 1.1 and 1.2 reader reads the same text back.

/// The text between double quotes, whatever stands in it: quotes, line ends and control characters
/// as escapes, on one line.
std::string yaml_quoted(std::string_view text);

/// The text as a key or value: as it is where it can be nothing but a text, otherwise quoted.
std::string yaml_scalar(std::string_view text);

/// The text as the rest of a comment: on one line, whatever stands in it.
std::string yaml_comment(std::string_view text);

}  // namespace gineste
