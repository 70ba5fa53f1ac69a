// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "support/figures.hpp"

namespace gineste::test {

/// A file of the shared material (GINESTE_SHARED, otherwise ../shared); none where it is absent.
inline std::optional<std::filesystem::path> shared_file(const std::string& name) {
    const char* given = std::getenv("GINESTE_SHARED");
    const std::filesystem::path root =
        given != nullptr ? given : std::filesystem::path(GINESTE_SOURCE_DIR) / "../shared";
    if (!std::filesystem::exists(root / name)) return std::nullopt;
    return root / name;
}

/// How many seeds a race is run with: GINESTE_SEEDS, otherwise one. `scripts/validate-races` asks
/// for more.
inline int seeds() {
    const char* given = std::getenv("GINESTE_SEEDS");
    return given != nullptr ? std::max(1, std::atoi(given)) : 1;
}

/// How an error and its goal are written.
enum class Unit { percent, plain };

inline std::string figure(double value, Unit unit) {
    char text[32];
    const char* format = unit == Unit::percent ? "%.2f %%" : "%.4f";
    std::snprintf(text, sizeof text, format, unit == Unit::percent ? 100.0 * value : value);
    return text;
}

/// A line of the table of races, in the form that `scripts/validate-races` collects: race, measure,
/// goal, error, spread over seeds. Without a goal the row is there to be compared with.
inline void table_row(const std::string& race, const std::string& measure,
                      std::optional<double> goal, double error, const std::vector<double>& by_seed,
                      Unit unit) {
    const std::string goal_text = goal ? "<= " + figure(*goal, unit) : "-";
    const bool many = by_seed.size() > 1;
    const std::string spread = many ? figure(standard_deviation(by_seed), unit) : "-";
    std::printf("[ race ] | %s | %s | %s | %s | %s |\n", race.c_str(), measure.c_str(),
                goal_text.c_str(), figure(error, unit).c_str(), spread.c_str());
    std::fflush(stdout);
}

}  // namespace gineste::test
