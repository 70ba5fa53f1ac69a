// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "example.hpp"
#include "scenario/scenario.hpp"

namespace gineste {
namespace {

using Generator = std::mt19937;  // of one seed: the same mutations on every machine

std::size_t below(Generator& generator, std::size_t bound) { return generator() % bound; }

const char* const kPieces[] = {"&a ", "*a",   "!!int ", "---\n", "\n",  "  ",    "\t",   ":",
                               ": ",  "- ",   "{",      "}",     "[",   "]",     "'",    "\"",
                               "#",   "|",    ">",      "?",     "010", "1e999", ".nan", "-",
                               "%",   "\xC3", "\x04",   "é",     ",",   "~"};

void mutate(std::string& text, Generator& generator) {
    const std::size_t at = below(generator, text.size());
    const std::size_t length = 1 + below(generator, 12);
    switch (below(generator, 5)) {
        case 0:
            text.erase(at, length);
            break;
        case 1:
            text.insert(at, kPieces[below(generator, std::size(kPieces))]);
            break;
        case 2:
            text[at] = static_cast<char>(below(generator, 256));
            break;
        case 3:
            text.insert(at, text.substr(below(generator, text.size()), length * 4));
            break;
        default:
            text.resize(at + 1);
            break;
    }
}

void expect_scenario_or_place(const std::string& text, const std::filesystem::path& file) {
    try {
        const Scenario scenario = parse_scenario(text, file);
        EXPECT_FALSE(scenario.waves.empty());
        EXPECT_GT(scenario.field.entrants, 0);
    } catch (const InputError& error) {
        ASSERT_FALSE(error.problems().empty());
        for (const Problem& problem : error.problems()) {
            EXPECT_GT(problem.where.line, 0) << error.what();
            EXPECT_GT(problem.where.column, 0) << error.what();
        }
    }
}

TEST(Scenario, AnyMutationGivesAScenarioOrAPlacedProblem) {
    const ExampleFolder folder;
    const auto file = folder.path() / "races/race.yaml";
    for (std::uint32_t seed = 0; seed < 6000; ++seed) {
        Generator generator(seed);
        std::string text = example_text();
        const std::size_t mutations = 1 + below(generator, 4);
        for (std::size_t i = 0; i < mutations && !text.empty(); ++i) mutate(text, generator);
        ASSERT_NO_FATAL_FAILURE(expect_scenario_or_place(text, file)) << "seed " << seed << "\n"
                                                                      << text;
    }
}

TEST(Scenario, AnyTruncationGivesAScenarioOrAPlacedProblem) {
    const ExampleFolder folder;
    const auto file = folder.path() / "races/race.yaml";
    for (std::size_t length = 0; length < example_text().size(); ++length) {
        ASSERT_NO_FATAL_FAILURE(expect_scenario_or_place(example_text().substr(0, length), file));
    }
}

}  // namespace
}  // namespace gineste
