// SPDX-License-Identifier: Apache-2.0
// gineste-optimise STUDY THREADS: the first level of `gineste optimise`, which starts it and reads
// what it prints:
//
//     hypervolume 0.41          after the first generation and each one that follows
//     plan 0.25 0.5 ...         a point of PlanSpace, for each plan of the front
//
// Linked with pagmo, it is under the GNU GPL, version 3 or later, as a whole.
#include <charconv>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

#include "core/error.hpp"
#include "core/text.hpp"
#include "gineste.hpp"
#include "optimise/nsga2.hpp"
#include "scenario/optimise_spec.hpp"
#include "study/plan_score.hpp"
#include "study/races.hpp"

namespace gineste {
namespace {

// Twice what the scenario's own plan comes to: beyond that a plan is of no interest.
std::vector<double> reference_of(const ForecastJudge& judge, const PlanSpace& space) {
    std::vector<double> reference = judge.score(space.base()).objectives;
    for (double& value : reference) value *= 2.0;
    return reference;
}

void find_front(const std::filesystem::path& file, int threads) {
    const OptimiseSpec spec = load_optimise(file);
    const Scenario base = load_scenario(spec.scenario);
    const Course course = survey_course(base);
    const PlanSpace space(spec, base);
    const ForecastJudge judge(space, course);
    SearchOptions options;
    options.dimension = space.dimension();
    options.objectives = spec.objectives.size();
    options.population = spec.population;
    options.generations = spec.generations;
    options.seed = spec.search_seed;
    options.threads = workers_for(static_cast<std::size_t>(spec.population), threads).races;
    options.first = {space.base_point()};
    const SearchResult result = search(
        options,
        [&](const std::vector<double>& point) {
            const PlanScore score = judge.score(space.plan(point));
            return Judged{score.objectives, score.excess()};
        },
        reference_of(judge, space));
    std::string text;
    for (const double share : result.hypervolume) {
        text += "hypervolume " + number_text(share) + "\n";
    }
    for (const auto& point : result.points) {
        text += "plan";
        for (const double coordinate : point) text += " " + number_text(coordinate);
        text += "\n";
    }
    std::cout << text << std::flush;
}

}  // namespace
}  // namespace gineste

int main(int argc, char** argv) {
    int threads = 0;
    if (argc == 3) {
        const std::string text = argv[2];
        std::from_chars(text.data(), text.data() + text.size(), threads);
    } else {
        std::cerr << "gineste-optimise STUDY THREADS: started by `gineste optimise STUDY`\n";
        return 2;
    }
    try {
        gineste::find_front(argv[1], threads);
        return std::cout ? 0 : 74;
    } catch (const gineste::InputError& error) {
        std::cerr << error.what() << "\n";
        return 65;
    } catch (const gineste::MissingInput& error) {
        std::cerr << "gineste: " << error.what() << "\n";
        return 66;
    } catch (const std::exception& error) {
        std::cerr << "gineste-optimise: " << error.what() << "\n";
        return 70;
    }
}
