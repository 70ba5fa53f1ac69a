// SPDX-License-Identifier: Apache-2.0
#include "optimise/nsga2.hpp"

#include <algorithm>
#include <pagmo/algorithm.hpp>
#include <pagmo/algorithms/nsga2.hpp>
#include <pagmo/bfe.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <utility>

#include "core/random.hpp"
#include "study/pareto.hpp"
#include "study/races.hpp"

namespace gineste {
namespace {

using Judge = std::function<Judged(const std::vector<double>&)>;

// Above any objective: whoever is over the bounds is dominated by whoever is not.
constexpr double kOver = 1e12;

/// Judges a generation at a time. Copies of the problem share it.
struct Batch {
    const Judge* judge = nullptr;
    std::size_t objectives = 2;
    int threads = 1;

    std::vector<double> fitness(const std::vector<double>& point) const {
        const Judged judged = (*judge)(point);
        if (judged.excess <= 0.0) return judged.objectives;
        return std::vector<double>(objectives, kOver * (1.0 + judged.excess));
    }
    std::vector<double> all(const std::vector<double>& points, std::size_t dimension) const {
        const std::size_t count = points.size() / dimension;
        std::vector<double> values(count * objectives);
        run_side_by_side(count, threads, [&](std::size_t k) {
            const auto from = points.begin() + static_cast<std::ptrdiff_t>(k * dimension);
            const std::vector<double> value =
                fitness({from, from + static_cast<std::ptrdiff_t>(dimension)});
            std::copy(value.begin(), value.end(),
                      values.begin() + static_cast<std::ptrdiff_t>(k * objectives));
        });
        return values;
    }
};

struct WaveProblem {
    Batch batch;
    std::size_t dimension = 1;

    pagmo::vector_double fitness(const pagmo::vector_double& point) const {
        return batch.fitness(point);
    }
    pagmo::vector_double::size_type get_nobj() const { return batch.objectives; }
    std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const {
        return {pagmo::vector_double(dimension, 0.0), pagmo::vector_double(dimension, 1.0)};
    }
    template <class Archive>
    void serialize(Archive&, unsigned) {}
};

struct BatchEvaluator {
    Batch batch;
    std::size_t dimension = 1;

    pagmo::vector_double operator()(const pagmo::problem&,
                                    const pagmo::vector_double& points) const {
        return batch.all(points, dimension);
    }
    template <class Archive>
    void serialize(Archive&, unsigned) {}
};

std::vector<double> first_points(const SearchOptions& options) {
    const Random random(options.seed);
    std::vector<double> points;
    for (std::size_t k = 0; k < static_cast<std::size_t>(options.population); ++k) {
        for (std::size_t d = 0; d < options.dimension; ++d) {
            points.push_back(k < options.first.size()
                                 ? options.first[k][d]
                                 : random.uniform(RunnerId(k), Purpose::search_point,
                                                  static_cast<std::uint32_t>(d)));
        }
    }
    return points;
}

double share_of_box(const std::vector<std::vector<double>>& values,
                    const std::vector<double>& reference) {
    double box = 1.0;
    for (const double side : reference) box *= side;
    return box > 0.0 ? hypervolume(values, reference) / box : 0.0;
}

}  // namespace

SearchResult search(const SearchOptions& options, const Judge& judge,
                    const std::vector<double>& reference) {
    const Batch batch{&judge, options.objectives, options.threads};
    const std::size_t dimension = options.dimension;
    const auto seed = static_cast<unsigned>(options.seed % 4294967291U);
    pagmo::population population(pagmo::problem(WaveProblem{batch, dimension}), 0, seed);
    const std::vector<double> points = first_points(options);
    const std::vector<double> values = batch.all(points, dimension);
    for (std::size_t k = 0; k < static_cast<std::size_t>(options.population); ++k) {
        const auto at = points.begin() + static_cast<std::ptrdiff_t>(k * dimension);
        const auto value = values.begin() + static_cast<std::ptrdiff_t>(k * options.objectives);
        population.push_back({at, at + static_cast<std::ptrdiff_t>(dimension)},
                             {value, value + static_cast<std::ptrdiff_t>(options.objectives)});
    }
    // One generation a call; the engine of random numbers goes on from call to call.
    pagmo::nsga2 law(1, 0.95, 10.0, 1.0 / static_cast<double>(dimension), 50.0, seed);
    law.set_bfe(pagmo::bfe(BatchEvaluator{batch, dimension}));
    pagmo::algorithm algorithm(law);
    SearchResult result;
    result.hypervolume.push_back(share_of_box(population.get_f(), reference));
    for (int k = 0; k < options.generations; ++k) {
        population = algorithm.evolve(population);
        result.hypervolume.push_back(share_of_box(population.get_f(), reference));
    }
    for (const std::size_t k : pareto_front(population.get_f())) {
        result.points.push_back(population.get_x()[k]);
        result.judged.push_back(judge(population.get_x()[k]));
    }
    return result;
}

}  // namespace gineste
