// SPDX-License-Identifier: Apache-2.0
#include "app/study_files.hpp"

#include <nlohmann/json.hpp>

#include "core/error.hpp"
#include "observers/summaries.hpp"
#include "report/atomic_file.hpp"

namespace gineste {

void check_study_files(const StudyFiles& files) {
    if (!files.json.empty()) check_output_file(files.json);
    if (files.page.empty()) return;
    check_output_file(files.page);
    if (!has_page()) {
        throw MissingInput(files.page, "this program was built without the page");
    }
}

void publish_study_files(const StudyFiles& files, const std::function<std::string()>& json,
                         const std::function<nlohmann::ordered_json()>& page) {
    if (!files.json.empty()) publish_file(files.json, json());
    if (!files.page.empty()) publish_file(files.page, study_page_html(page(), files.language));
}

StudyFrame study_frame(const Scenario& scenario, const Course& course) {
    return {scenario.zone.name(), first_gun_instant_s(scenario), scenario.observe.interval_s,
            segment_records(course, scenario.observe.segment_m)};
}

}  // namespace gineste
