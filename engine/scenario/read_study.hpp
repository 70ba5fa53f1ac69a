// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "scenario/extends.hpp"
#include "scenario/other_document.hpp"
#include "scenario/table.hpp"

namespace gineste {

/// Reads a file that speaks of scenarios, by its own table of keys: a study, a search, a race day.
/// The first row of the table is the key that such files begin with.
/// @param check what the table cannot say, told to the decoder's problems
/// @throws InputError with every problem of the file, MissingInput
template <class Spec, class Check>
Spec read_study(const std::filesystem::path& file, const Table<Spec>& table, const Check& check,
                const DocumentKind& document = {}) {
    const std::string text = read_scenario_file(file);
    const std::string_view body = without_byte_order_mark(text);
    ProblemList problems(body, file.string());
    const auto tree = read_yaml(body, problems);
    if (!tree) problems.raise();
    refuse_other_document(*tree, table.front().info.name, problems);
    Decoder decoder(problems, file.parent_path(), {}, document);
    Spec spec;
    spec.file = file;
    decode_mapping(*tree, "", table, spec, decoder);
    check(spec, decoder);
    problems.raise();
    return spec;
}

}  // namespace gineste
