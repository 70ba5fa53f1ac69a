// SPDX-License-Identifier: Apache-2.0
// Each tests/scenario/bad/NAME.yaml is wrong, and NAME.expected beside it is what the user reads.
// Run with GINESTE_UPDATE=1 to write the messages anew, and review them in the diff.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "example.hpp"
#include "scenario/scenario.hpp"

namespace gineste {
namespace {

const std::filesystem::path kBad =
    std::filesystem::path(GINESTE_SOURCE_DIR) / "tests" / "scenario" / "bad";

std::vector<std::string> bad_scenarios() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(kBad)) {
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

// The folder of the tests goes by another name each time; messages say `…` for it.
std::string without_folder(std::string message, const std::filesystem::path& folder) {
    const std::string name = folder.string();
    for (std::size_t at = message.find(name); at != std::string::npos; at = message.find(name)) {
        message.replace(at, name.size(), "…");
    }
    return message;
}

std::string message_for(const std::string& name) {
    const ExampleFolder folder;
    const auto file = folder.write("races/" + name + ".yaml", read_file(kBad / (name + ".yaml")));
    try {
        load_scenario(file);
    } catch (const InputError& error) {
        return without_folder(error.what(), folder.path()) + "\n";
    }
    return "accepted\n";
}

class BadScenario : public testing::TestWithParam<std::string> {};

TEST_P(BadScenario, IsRefusedWithItsReasonAndPlace) {
    const auto expected = kBad / (GetParam() + ".expected");
    const std::string message = message_for(GetParam());
    if (std::getenv("GINESTE_UPDATE") != nullptr) {
        std::ofstream(expected, std::ios::binary) << message;
    }
    EXPECT_NE(message, "accepted\n");
    EXPECT_EQ(message, read_file(expected));
}

INSTANTIATE_TEST_SUITE_P(Corpus, BadScenario, testing::ValuesIn(bad_scenarios()),
                         [](const auto& instance) { return instance.param; });

TEST(BadScenarios, AreAtLeastSeventy) { EXPECT_GE(bad_scenarios().size(), 70U); }

}  // namespace
}  // namespace gineste
