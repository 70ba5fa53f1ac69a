// SPDX-License-Identifier: Apache-2.0
#include "study/study_page.hpp"

#include <algorithm>
#include <cmath>

#include "report/clock_json.hpp"
#include "report/congestion.hpp"
#include "study/study_cells.hpp"
#include "study/study_json.hpp"

namespace gineste {
namespace {

// To a thousandth of a runner per square metre: finer than any colour tells.
Json cells_json(const std::vector<double>& cells_per_m2) {
    Json json = Json::array();
    for (const double density_per_m2 : cells_per_m2) {
        json.push_back(std::round(density_per_m2 * 1000.0) / 1000.0);
    }
    return json;
}

Json segments_json(const StudyFrame& frame) {
    Json json = Json::array();
    for (const SegmentRecord& segment : frame.segments) {
        json.push_back({{"from_m", segment.from_m},
                        {"to_m", segment.to_m},
                        {"width_m", segment.width_m},
                        {"place", segment.place}});
    }
    return json;
}

CellGrid common_grid(const CompareReport& report, std::size_t segments) {
    CellGrid grid{segments, 0};
    for (const PlanRaces& plan : report.plans) {
        grid.intervals = std::max(grid.intervals, grid_of(plan.races, segments).intervals);
    }
    return grid;
}

Json diagrams_json(const CompareReport& report, const StudyFrame& frame) {
    const CellGrid grid = common_grid(report, frame.segments.size());
    const std::vector<RaceOutcome>& first = report.plans.front().races;
    Json plans = Json::array();
    for (std::size_t k = 0; k < report.plans.size(); ++k) {
        const std::vector<RaceOutcome>& races = report.plans[k].races;
        Json plan = {{"density_per_m2", cells_json(mean_cells(races, grid))}};
        if (k > 0) plan["difference"] = cells_json(shown_differences(first, races, grid));
        plans.push_back(std::move(plan));
    }
    return {{"segments", segments_json(frame)},
            {"intervals", grid.intervals},
            {"interval_s", frame.interval_s},
            {"levels_per_m2",
             {kLightPerM2, kRestrictedPerM2, kPlatoonPerM2, kShufflePerM2, kBreakdownPerM2}},
            {"plans", std::move(plans)}};
}

Json page_of(const char* kind, const StudyFrame& frame, Json document) {
    return {{"kind", kind},
            {"clock", clock_json(frame.zone, frame.first_gun_instant_s)},
            {"document", std::move(document)}};
}

}  // namespace

Json compare_page(const CompareReport& report, const StudyFrame& frame, std::string_view version) {
    Json page = page_of("compare", frame, compare_document(report, version));
    page["diagrams"] = frame.segments.empty() ? Json(nullptr) : diagrams_json(report, frame);
    return page;
}

Json ensemble_page(const EnsembleReport& report, const StudyFrame& frame,
                   std::string_view version) {
    return page_of("ensemble", frame, ensemble_document(report, version));
}

Json search_page(const OptimiseReport& report, const StudyFrame& frame, std::string_view version) {
    return page_of("optimise", frame, optimise_document(report, version));
}

}  // namespace gineste
