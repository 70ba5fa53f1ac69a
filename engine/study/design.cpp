// SPDX-License-Identifier: Apache-2.0
#include "study/design.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <numeric>

#include "core/random.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostPoints = 1000000;

/// A factor's values as positions from 0 to 1: a list by its items, a range by its length.
struct FactorValue {
    std::string text;
    double value = 0.0;
};

FactorValue listed(const FactorSpec& factor, std::size_t item) {
    const std::string& text = factor.values[item];
    if (is_quantity(factor.rule.kind)) {
        if (const auto value = parse_quantity(factor.rule.kind, text)) return {text, *value};
    }
    return {text, static_cast<double>(item)};
}

// What is written is what is run: the value is read back from its text.
FactorValue ranged(const FactorSpec& factor, double position) {
    double value = factor.from_value + position * (factor.to_value - factor.from_value);
    if (factor.rule.kind == Kind::count) value = std::round(value);
    const std::string text = quantity_text(factor.rule.kind, value);
    return {text, parse_quantity(factor.rule.kind, text).value.value_or(value)};
}

FactorValue value_at(const FactorSpec& factor, double position) {
    if (factor.values.empty()) return ranged(factor, position);
    const double items = static_cast<double>(factor.values.size());
    const auto item = static_cast<std::size_t>(position * items);
    return listed(factor, std::min(item, factor.values.size() - 1));
}

std::size_t levels_of(const FactorSpec& factor) {
    return factor.values.empty() ? static_cast<std::size_t>(factor.steps) : factor.values.size();
}

FactorValue level(const FactorSpec& factor, std::size_t item) {
    if (!factor.values.empty()) return listed(factor, item);
    return ranged(factor, static_cast<double>(item) / static_cast<double>(factor.steps - 1));
}

void add(DesignPoint& point, FactorValue value) {
    point.texts.push_back(std::move(value.text));
    point.values.push_back(value.value);
}

std::vector<DesignPoint> grid(const StudySpec& study) {
    std::size_t count = 1;
    for (const FactorSpec& factor : study.factors) {
        count *= levels_of(factor);
        if (count > kMostPoints) {
            throw InputError(Problem{factor.where, "the grid has more than 1,000,000 points",
                                     "every factor multiplies them",
                                     "Take fewer values, or a Latin "
                                     "hypercube.",
                                     ""});
        }
    }
    std::vector<DesignPoint> points(count);
    for (std::size_t k = 0; k < count; ++k) {
        std::size_t block = count;
        for (const FactorSpec& factor : study.factors) {
            block /= levels_of(factor);
            add(points[k], level(factor, k / block % levels_of(factor)));
        }
    }
    return points;
}

// The strata in an order of their own for each factor: sorted by a drawn number, ties by index.
std::vector<std::size_t> shuffled(std::size_t count, const Random& random, std::uint32_t factor) {
    std::vector<double> keys;
    for (std::size_t k = 0; k < count; ++k) {
        keys.push_back(random.uniform(RunnerId(k), Purpose::design_order, factor));
    }
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

std::vector<DesignPoint> latin_hypercube(const StudySpec& study) {
    const Random random(study.design_seed);
    const auto count = static_cast<std::size_t>(study.points);
    std::vector<DesignPoint> points(count);
    for (std::uint32_t f = 0; f < study.factors.size(); ++f) {
        const std::vector<std::size_t> strata = shuffled(count, random, f);
        for (std::size_t k = 0; k < count; ++k) {
            const double within = random.uniform(RunnerId(k), Purpose::design_place, f);
            const double position =
                (static_cast<double>(strata[k]) + within) / static_cast<double>(count);
            add(points[k], value_at(study.factors[f], position));
        }
    }
    return points;
}

// Each coordinate is shifted by a number drawn for it, bit by bit (a digital shift), which keeps
// the evenness of the sequence and makes another design of another seed. The sequence begins at
// the origin, which Boost leaves out; without it 2^k points are not one in each part.
std::vector<DesignPoint> sobol(const StudySpec& study) {
    const Random random(study.design_seed);
    boost::random::sobol sequence(study.factors.size());
    constexpr double range = 4294967296.0;  // 2^32: the bits that are used
    std::vector<std::uint32_t> shifts;
    for (std::uint32_t f = 0; f < study.factors.size(); ++f) {
        const double drawn = random.uniform(RunnerId(0), Purpose::design_place, f);
        shifts.push_back(static_cast<std::uint32_t>(drawn * range));
    }
    std::vector<DesignPoint> points(static_cast<std::size_t>(study.points));
    for (std::size_t k = 0; k < points.size(); ++k) {
        for (std::size_t f = 0; f < study.factors.size(); ++f) {
            const auto drawn = k == 0 ? 0 : static_cast<std::uint32_t>(sequence() >> 32U);
            const std::uint32_t bits = drawn ^ shifts[f];
            add(points[k], value_at(study.factors[f], (static_cast<double>(bits) + 0.5) / range));
        }
    }
    return points;
}

}  // namespace

std::vector<DesignPoint> design_points(const StudySpec& study) {
    switch (study.design) {
        case DesignLaw::latin_hypercube:
            return latin_hypercube(study);
        case DesignLaw::sobol:
            return sobol(study);
        case DesignLaw::grid:
            break;
    }
    return grid(study);
}

std::vector<ScenarioSetting> settings_of(const StudySpec& study, const DesignPoint& point) {
    std::vector<ScenarioSetting> settings;
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        settings.push_back({study.factors[f].key, point.texts[f]});
    }
    return settings;
}

}  // namespace gineste
