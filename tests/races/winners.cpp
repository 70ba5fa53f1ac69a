// SPDX-License-Identifier: Apache-2.0
#include "winners.hpp"

#include <cmath>
#include <limits>

#include "core/csv.hpp"
#include "core/quantity.hpp"

namespace gineste::test {
namespace {

constexpr int kFirstYear = 1979;
constexpr double kLeastError = 2e-3;  // below, all errors weigh alike

double time_in(const CsvTable& table, std::size_t row, std::size_t column) {
    const auto time = parse_duration_s(table.text(row, column));
    return time ? *time : 0.0;
}

struct Fit {
    Trend trend;
    double error = 0.0;
};

// Level and height for a given number of years, by least squares weighted anew until they are
// those of least absolute errors.
Fit fit_with(const std::vector<DatedTime>& times, double years) {
    std::vector<double> weights(times.size(), 1.0);
    Fit fit;
    for (int turn = 0; turn < 80; ++turn) {
        double w = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
        for (std::size_t k = 0; k < times.size(); ++k) {
            const double at = std::exp(-(times[k].year - kFirstYear) / years);
            const double log_s = std::log(times[k].time_s);
            w += weights[k];
            x += weights[k] * at;
            y += weights[k] * log_s;
            xx += weights[k] * at * at;
            xy += weights[k] * at * log_s;
        }
        fit.trend.above = (w * xy - x * y) / (w * xx - x * x);
        fit.trend.level = (y - fit.trend.above * x) / w;
        fit.trend.years = years;
        fit.error = 0.0;
        for (std::size_t k = 0; k < times.size(); ++k) {
            const double apart =
                std::abs(std::log(fit.trend.time_s(times[k].year) / times[k].time_s));
            fit.error += apart;
            weights[k] = 1.0 / std::max(apart, kLeastError);
        }
    }
    return fit;
}

}  // namespace

std::vector<Edition> read_editions(const std::filesystem::path& file) {
    const CsvTable table = read_csv(file);
    const std::size_t year = table.column({"year"}).value();
    const std::size_t men = table.column({"men_time"}).value();
    const std::size_t women = table.column({"women_time"}).value();
    std::vector<Edition> editions;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        editions.push_back({static_cast<int>(table.number(row, year).value()),
                            time_in(table, row, men), time_in(table, row, women)});
    }
    return editions;
}

double Trend::time_s(int year) const {
    return std::exp(level + above * std::exp(-(year - kFirstYear) / years));
}

std::vector<Trend> fit_trends(const std::vector<std::vector<DatedTime>>& series) {
    std::vector<Trend> best;
    double least = std::numeric_limits<double>::infinity();
    for (double years = 2.0; years <= 20.0; years += 0.5) {
        std::vector<Trend> trends;
        double error = 0.0;
        for (const auto& times : series) {
            const Fit fit = fit_with(times, years);
            trends.push_back(fit.trend);
            error += fit.error;
        }
        if (error < least) {
            least = error;
            best = trends;
        }
    }
    return best;
}

}  // namespace gineste::test
