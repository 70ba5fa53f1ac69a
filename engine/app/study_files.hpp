// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "report/page.hpp"
#include "scenario/scenario.hpp"
#include "study/study_page.hpp"

namespace gineste {

/// The files that a study is asked for besides its table; an empty name asks for none.
struct StudyFiles {
    std::filesystem::path json;
    std::filesystem::path page;
    Language language = Language::english;
};

/// Before any race: whether they can be written. @throws OutputError, MissingInput where a page is
/// asked for and this program has none
void check_study_files(const StudyFiles& files);

/// Writes those asked for, each whole or not at all.
void publish_study_files(const StudyFiles& files, const std::function<std::string()>& json,
                         const std::function<nlohmann::ordered_json()>& page);

/// Where and when the pictures of a study of this race lie.
StudyFrame study_frame(const Scenario& scenario, const Course& course);

}  // namespace gineste
