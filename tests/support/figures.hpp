// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <numeric>
#include <vector>

namespace gineste::test {

/// Puts a measured figure into the log of the test, beside what the law asks of it.
__attribute__((format(printf, 1, 2))) inline void tell(const char* format, ...) {
    std::va_list values;
    va_start(values, format);
    std::printf("[ measured ] ");
    std::vprintf(format, values);
    std::printf("\n");
    std::fflush(stdout);
    va_end(values);
}

inline double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

inline double standard_deviation(const std::vector<double>& values) {
    const double middle = mean(values);
    double squares = 0.0;
    for (const double value : values) squares += (value - middle) * (value - middle);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

/// y = at_zero + slope · x by least squares.
struct Line {
    double slope = 0.0;
    double at_zero = 0.0;
    double r_squared = 0.0;
};

inline Line fit_line(const std::vector<double>& x, const std::vector<double>& y) {
    const double x_mean = mean(x);
    const double y_mean = mean(y);
    double xx = 0.0;
    double xy = 0.0;
    double yy = 0.0;
    for (std::size_t k = 0; k < x.size(); ++k) {
        xx += (x[k] - x_mean) * (x[k] - x_mean);
        xy += (x[k] - x_mean) * (y[k] - y_mean);
        yy += (y[k] - y_mean) * (y[k] - y_mean);
    }
    return {xy / xx, y_mean - xy / xx * x_mean, xy * xy / (xx * yy)};
}

}  // namespace gineste::test
