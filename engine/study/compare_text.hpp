// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "study/compare.hpp"

namespace gineste {

/// What both texts below tell of.
struct CompareReport {
    std::vector<PlanRaces> plans;
    std::vector<Comparison> comparisons;
    bool same_runners = true;  ///< the plans' scenarios draw the same field
    std::uint64_t seed = 0;    ///< of the first replication
};

/// Each plan beside the first, measure by measure, and a verdict in words.
std::string compare_text(const CompareReport& report);

/// The same for programs, with every value of every race.
nlohmann::ordered_json compare_document(const CompareReport& report, std::string_view version);
std::string compare_json(const CompareReport& report, std::string_view version);

}  // namespace gineste
