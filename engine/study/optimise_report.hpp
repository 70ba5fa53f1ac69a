// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/plan_race.hpp"
#include "study/plan_score.hpp"

namespace gineste {

/// A plan that the agents have judged.
struct JudgedPlan {
    std::string file;    ///< its scenario, empty for the base
    std::string reason;  ///< one line
    Scenario scenario;
    PlanScore forecast;
    PlanRecord agents;
};

/// The best plan and the base on seeds that the search has not seen.
struct Confirmation {
    std::size_t plan = 0;  ///< of `plans`
    std::vector<RaceScore> best;
    std::vector<RaceScore> base;
};

/// All that a search found.
struct OptimiseReport {
    std::string name;
    std::string scenario;
    std::uint64_t seed = 0;  ///< of the scenario
    std::uint64_t search_seed = 0;
    std::size_t forecasts = 0;  ///< that the first level took
    std::size_t races = 0;      ///< that the agents ran, those of the confirmation left aside
    std::vector<ObjectiveName> objectives;
    std::vector<double> hypervolume;
    JudgedPlan base;
    std::vector<JudgedPlan> plans;  ///< by the first objective of the agents
    std::optional<Confirmation> confirmation;
};

/// The plan to confirm: of those that no other beats and that better the base everywhere, the one
/// whose least betterment, as a share of the base, is greatest; none where no plan does.
std::optional<std::size_t> best_over_base(const OptimiseReport& report);

/// What a plan is for, in one line.
std::string reason_of(const OptimiseReport& report, std::size_t plan);

std::string optimise_text(const OptimiseReport& report);
std::string optimise_csv(const OptimiseReport& report);
/// OPTIMISE.md: the form of optimise.json.
nlohmann::ordered_json optimise_document(const OptimiseReport& report, std::string_view version);
std::string optimise_json(const OptimiseReport& report, std::string_view version);

}  // namespace gineste
