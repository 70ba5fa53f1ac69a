// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "observers/record.hpp"
#include "study/compare_text.hpp"
#include "study/ensemble_text.hpp"
#include "study/optimise_report.hpp"

namespace gineste {

/// Where and when the pictures of a study lie.
struct StudyFrame {
    std::string zone;
    double first_gun_instant_s = 0.0;
    double interval_s = 0.0;
    std::vector<SegmentRecord> segments;  ///< empty: the plans are not on one road
};

// What the page shows of a study; viz/src/format/study.ts names it. The documents are those of
// --json, and of optimise.json.

/// The races must have kept their cells, unless the frame has no segments.
nlohmann::ordered_json compare_page(const CompareReport& report, const StudyFrame& frame,
                                    std::string_view version);
nlohmann::ordered_json ensemble_page(const EnsembleReport& report, const StudyFrame& frame,
                                     std::string_view version);
nlohmann::ordered_json search_page(const OptimiseReport& report, const StudyFrame& frame,
                                   std::string_view version);

}  // namespace gineste
