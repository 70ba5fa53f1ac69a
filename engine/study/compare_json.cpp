// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "study/compare_text.hpp"
#include "study/study_json.hpp"

namespace gineste {
namespace {

const char* to_text(Verdict verdict) {
    switch (verdict) {
        case Verdict::less:
            return "less";
        case Verdict::more:
            return "more";
        case Verdict::same:
            return "same";
        case Verdict::not_weighed:
            return "not_weighed";
        case Verdict::not_shown:
            break;
    }
    return "not_shown";
}

Json sample_json(const Sample& sample) {
    const Interval interval = mean_interval(sample);
    return {{"seeds", sample.count},
            {"mean", number_json(sample.mean)},
            {"sd", number_json(sample.sd)},
            {"low", number_json(interval.low)},
            {"high", number_json(interval.high)}};
}

Json difference_json(const Difference& difference) {
    Json json = sample_json(difference.paired);
    json["verdict"] = to_text(difference.verdict);
    json["seeds_needed"] = number_json(difference.seeds_needed);
    json["variance_ratio"] = number_json(difference.variance_ratio);
    return json;
}

Json measure_json(const CompareReport& report, const Comparison& row) {
    Json plans = Json::array();
    for (std::size_t plan = 0; plan < row.plans.size(); ++plan) {
        Json json = sample_json(row.plans[plan]);
        json["values"] = values_json(report.plans[plan].races, row.key);
        if (plan > 0) json["difference"] = difference_json(row.differences[plan - 1]);
        plans.push_back(json);
    }
    return {{"key", row.key}, {"unit", row.unit}, {"label", row.label}, {"plans", plans}};
}

}  // namespace

Json compare_document(const CompareReport& report, std::string_view version) {
    Json json = {{"version", version},        {"confidence", kConfidence},
                 {"first_seed", report.seed}, {"same_runners", report.same_runners},
                 {"plans", Json::array()},    {"measures", Json::array()}};
    for (std::size_t k = 0; k < report.plans.size(); ++k) {
        const PlanRaces& plan = report.plans[k];
        json["plans"].push_back({{"name", plan.name},
                                 {"file", std::filesystem::path(plan.file).filename().string()},
                                 {"collapses", collapses(report.comparisons, k)},
                                 {"state_hashes", state_hashes_json(plan.races)}});
    }
    for (const Comparison& row : report.comparisons) {
        json["measures"].push_back(measure_json(report, row));
    }
    return json;
}

std::string compare_json(const CompareReport& report, std::string_view version) {
    return json_text(compare_document(report, version));
}

}  // namespace gineste
