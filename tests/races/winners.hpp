// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <vector>

namespace gineste::test {

/// Winning times of one edition; 0 where none is known.
struct Edition {
    int year = 0;
    double men_s = 0.0;
    double women_s = 0.0;
};

std::vector<Edition> read_editions(const std::filesystem::path& file);

/// A time and when it was run.
struct DatedTime {
    int year = 0;
    double time_s = 0.0;
};

/// Winners become faster towards a level: ln T = level + above · exp(−(year − 1979) / years).
struct Trend {
    double level = 0.0;
    double above = 0.0;
    double years = 0.0;
    double time_s(int year) const;
};

/// The trends of several series with one number of years in common, with the least sum of absolute
/// errors of ln T: a wet or windy edition does not pull them.
std::vector<Trend> fit_trends(const std::vector<std::vector<DatedTime>>& series);

}  // namespace gineste::test
