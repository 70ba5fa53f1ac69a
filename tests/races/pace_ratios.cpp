// SPDX-License-Identifier: Apache-2.0
#include "pace_ratios.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/csv.hpp"

namespace gineste::test {
namespace {

constexpr double kSegment_m = 5000.0;

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Times at 0, 5, ... 40 km and the finish, after the first gun.
std::array<double, kSegments + 1> splits_s(const Record& record, std::size_t i) {
    std::array<double, kSegments + 1> at_s{};
    const auto every = static_cast<std::size_t>(kSegment_m / record.passages.spacing_m);
    for (std::size_t k = 1; k < kSegments; ++k) {
        at_s[k] = 1e-3 * record.passages.passage_ms[i * record.passages.marks + k * every];
    }
    at_s.front() = record.runners.start_s[i];
    at_s.back() = record.runners.finish_s[i];
    return at_s;
}

}  // namespace

Paces paces_of(const Record& record, double length_m) {
    std::vector<std::size_t> order;
    const auto net_s = [&](std::size_t i) {
        return record.runners.finish_s[i] - record.runners.start_s[i];
    };
    for (std::size_t i = 0; i < record.runners.status.size(); ++i) {
        if (record.runners.status[i] == RunnerStatus::finished) order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return net_s(a) < net_s(b); });
    Paces paces;
    for (std::size_t tenth = 0; tenth < kTenths; ++tenth) {
        std::array<std::vector<double>, kSegments> ratios;
        std::vector<double> times_s;
        for (std::size_t place = tenth * order.size() / kTenths;
             place < (tenth + 1) * order.size() / kTenths; ++place) {
            const std::size_t i = order[place];
            const auto at_s = splits_s(record, i);
            times_s.push_back(net_s(i));
            for (std::size_t k = 0; k < kSegments; ++k) {
                const double part_m = std::min(kSegment_m, length_m - kSegment_m * double(k));
                ratios[k].push_back((at_s[k + 1] - at_s[k]) / part_m * length_m / net_s(i));
            }
        }
        paces.net_s[tenth] = median(times_s);
        for (std::size_t k = 0; k < kSegments; ++k) paces.ratio[tenth][k] = median(ratios[k]);
    }
    return paces;
}

Paces read_paces(const std::filesystem::path& file) {
    const CsvTable table = read_csv(file);
    constexpr std::size_t first = 3;  // after tenth, runners, median
    Paces paces;
    for (std::size_t tenth = 0; tenth < kTenths; ++tenth) {
        paces.net_s[tenth] = table.number(tenth, 2).value();
        for (std::size_t k = 0; k < kSegments; ++k) {
            paces.ratio[tenth][k] = table.number(tenth, first + k).value();
        }
    }
    return paces;
}

double rms_difference(const PaceRatios& a, const PaceRatios& b, std::size_t from, std::size_t to) {
    double squares = 0.0;
    for (std::size_t tenth = 0; tenth < kTenths; ++tenth) {
        for (std::size_t k = from; k < to; ++k) {
            squares += std::pow(a[tenth][k] - b[tenth][k], 2);
        }
    }
    return std::sqrt(squares / static_cast<double>(kTenths * (to - from)));
}

PaceRatios mean_of(const std::vector<Paces>& all) {
    PaceRatios mean{};
    for (const Paces& paces : all) {
        for (std::size_t tenth = 0; tenth < kTenths; ++tenth) {
            for (std::size_t k = 0; k < kSegments; ++k) {
                mean[tenth][k] += paces.ratio[tenth][k] / static_cast<double>(all.size());
            }
        }
    }
    return mean;
}

}  // namespace gineste::test
