// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "observers/record.hpp"
#include "report/findings.hpp"

namespace gineste {

/// What the page speaks when it is opened; it has a switch.
enum class Language { english, french };

/// Whether this program carries the page: a build without npm has none.
bool has_page();

/// report.html: one file with everything in it, which asks no network for anything. Two runs of
/// the same inputs give the same bytes. Text of the scenario is data in it and never markup.
std::string page_html(const Record& record, const Findings& findings, std::string_view version,
                      Language language);

/// The page of a study in one file: plans beside one another, or many days of one plan. `study` is
/// what viz/src/format/study.ts names.
std::string study_page_html(const nlohmann::ordered_json& study, Language language);

/// The page of a race day in one file. `day` is what day.json holds; beside it each of its races
/// may say, as `report`, where its own page lies: a path from the folder of this one, or null.
std::string day_page_html(const nlohmann::ordered_json& day, Language language);

/// The same page as this program makes it: the data of an old one in the template of today. Nothing
/// where the text is no page of ours, or its data are of another format.
std::optional<std::string> renewed_page(const std::string& page, Language language);

}  // namespace gineste
