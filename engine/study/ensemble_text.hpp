// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "study/ensemble.hpp"

namespace gineste {

/// What both texts below tell of.
struct EnsembleReport {
    std::string race;
    std::uint64_t seed = 0;       ///< of the first replication
    double interval_s = 0.0;      ///< of the curves
    double segment_from_m = 0.0;  ///< where the density was followed
    double segment_to_m = 0.0;
    std::optional<StopRule> rule;
    Ensemble ensemble;
};

/// Each measure: its percentiles with their intervals, and how long it took to know.
std::string ensemble_text(const EnsembleReport& report);

/// The same for programs, with every value of every race and the bands of both curves.
nlohmann::ordered_json ensemble_document(const EnsembleReport& report, std::string_view version);
std::string ensemble_json(const EnsembleReport& report, std::string_view version);

}  // namespace gineste
