// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>

#include "example.hpp"
#include "scenario/keys.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;

// Defaults that come from other keys are told in words.
bool is_in_words(const std::string& path) {
    return path == "course.length" || path == "field.entrants" || path == "behaviour_seed" ||
           path == "stations.stagger" || path == "stations.goods.refill_at" ||
           path == "named.bib" || path == "waves.women_share" || path == "waves.prediction_sd";
}

bool is_in_words_of_a_day(const std::string& path) {
    return path == "legs.from" || path == "legs.to" || path == "legs.forward_width" ||
           path == "races.length" || path == "races.colour" || path == "lines.length" ||
           path == "stations.stagger" || path == "stations.goods.refill_at";
}

// Run with GINESTE_UPDATE=1 to write the file anew after a change of the table.
void expect_checked_in(const std::string& name, const std::string& text) {
    const auto file = std::filesystem::path(GINESTE_SOURCE_DIR) / "scenarios" / name;
    if (std::getenv("GINESTE_UPDATE") != nullptr) std::ofstream(file, std::ios::binary) << text;
    EXPECT_EQ(read_file(file), text)
        << name << " is not what the table of keys says: run this test with GINESTE_UPDATE=1";
}

void for_each_key(const KeyInfo& section, const std::string& path,
                  const std::function<void(const KeyInfo&, const std::string&)>& visit) {
    for (const KeyInfo& key : section.children) {
        const std::string full = path.empty() ? key.name : path + "." + key.name;
        visit(key, full);
        for_each_key(key, full, visit);
    }
}

TEST(Keys, SchemaIsCheckedIn) { expect_checked_in("scenario.schema.json", schema_text()); }
TEST(Keys, ManualIsCheckedIn) { expect_checked_in("KEYS.md", manual_text()); }
TEST(Keys, ManualOfStudiesIsCheckedIn) {
    expect_checked_in("studies/KEYS.md", study_manual_text());
}

TEST(Keys, SchemaOfDaysIsCheckedIn) {
    expect_checked_in("days/day.schema.json", day_schema_text());
}
TEST(Keys, ManualOfDaysIsCheckedIn) { expect_checked_in("days/KEYS.md", day_manual_text()); }

TEST(Keys, EveryKeyOfADayHasAMeaningAndEveryDefaultASource) {
    for_each_key(day_keys(), "", [](const KeyInfo& key, const std::string& path) {
        EXPECT_FALSE(key.meaning.empty()) << path;
        const bool in_words = is_in_words_of_a_day(path);
        EXPECT_TRUE(key.default_text.empty() || in_words || !key.source.empty()) << path;
        if (key.default_text.empty() || in_words || !is_quantity(key.rule.kind)) return;
        const auto parsed = parse_quantity(key.rule.kind, key.default_text);
        ASSERT_TRUE(parsed) << path << ": " << key.default_text;
        EXPECT_EQ(quantity_text(key.rule.kind, *parsed), key.default_text) << path;
    });
}

TEST(Keys, EveryKeyOfADayIsExplained) {
    for_each_key(day_keys(), "", [](const KeyInfo& key, const std::string& path) {
        EXPECT_THAT(explain_day_text(path), HasSubstr(key.meaning));
    });
    EXPECT_THAT(explain_day_text(""), HasSubstr("  races "));
    EXPECT_EQ(explain_day_text("legs[2].traffic"), explain_day_text("legs.traffic"));
}

TEST(Keys, EveryKeyIsExplainedWithMeaningAndEveryDefaultWithSource) {
    for_each_key(scenario_keys(), "", [](const KeyInfo& key, const std::string& path) {
        EXPECT_FALSE(key.meaning.empty()) << path;
        EXPECT_THAT(explain_text(path), HasSubstr(key.meaning));
        EXPECT_TRUE(key.default_text.empty() || is_in_words(path) || !key.source.empty()) << path;
    });
}

TEST(Keys, EveryDefaultCanBeWrittenAsItIsPrinted) {
    for_each_key(scenario_keys(), "", [](const KeyInfo& key, const std::string& path) {
        if (key.default_text.empty() || is_in_words(path) || !is_quantity(key.rule.kind)) return;
        const auto parsed = parse_quantity(key.rule.kind, key.default_text);
        ASSERT_TRUE(parsed) << path << ": " << key.default_text;
        EXPECT_EQ(quantity_text(key.rule.kind, *parsed), key.default_text) << path;
        EXPECT_GE(*parsed, key.rule.least) << path;
        EXPECT_LE(*parsed, key.rule.most) << path;
        EXPECT_TRUE(std::regex_search(key.default_text,
                                      std::regex(std::string(kind_pattern(key.rule.kind)))))
            << path << ": the schema would refuse " << key.default_text;
    });
}

TEST(Keys, ExplainGivesUnitRangeDefaultAndSource) {
    EXPECT_EQ(
        explain_text("motion.acceleration"),
        "motion.acceleration: how fast a runner gains speed\n"
        "  value:   acceleration, from 0.1 m/s2 to 5 m/s2, default 1.2 m/s2\n"
        "  write:   1.2 m/s2\n"
        "  source:  assumption: a set for the model of Treiber & Chaudhari 2023, arXiv 2310.16816, "
        "that gives a start wave of 1.2 m/s and 1.9-2.1 runners/s/m\n");
}

TEST(Keys, ExplainListsTheKeysBelowAPrefix) {
    EXPECT_THAT(explain_text("field.men"), HasSubstr("    median     median of the undisturbed"));
    EXPECT_THAT(explain_text(""), HasSubstr("  waves "));
}

TEST(Keys, ExplainTakesTheIndexOfAnItem) {
    EXPECT_EQ(explain_text("waves[2].gun"), explain_text("waves.gun"));
}

/// What is said of a key, or of a key that is none.
template <class Explain>
std::string answer_of(const Explain& explain, const char* key) {
    try {
        return explain(key);
    } catch (const std::invalid_argument& fault) {
        return fault.what();
    }
}

TEST(Keys, ExplainKnowsWhatWasMeant) {
    const auto answer = [](const char* key) { return answer_of(explain_text, key); };
    EXPECT_EQ(answer("field.man.median"),
              "no key is called 'field.man.median'. Did you mean `field.men.median`?");
    EXPECT_EQ(answer("course.width"),
              "no key is called 'course.width'. Did you mean `course.sections.width`?");
    EXPECT_EQ(answer("gun"), "no key is called 'gun'. Did you mean `waves.gun`?");
    EXPECT_EQ(answer("zzzzzz"), "no key is called 'zzzzzz'. `gineste explain` lists all keys.");
    EXPECT_THAT(answer("waves..gun"), HasSubstr("no key is called"));
    EXPECT_THAT(answer("waves[gun"), HasSubstr("no key is called"));
}

TEST(Keys, ExplainPointsFromScenariosToDaysAndBack) {
    EXPECT_EQ(answer_of(explain_text, "legs[1].traffic"),
              "no key is called 'legs[1].traffic'. See `gineste explain --day legs.traffic`.");
    EXPECT_EQ(answer_of(explain_day_text, "waves.gun"),
              "no key is called 'waves.gun'. See `gineste explain waves.gun`.");
    EXPECT_EQ(answer_of(explain_day_text, "traffik"),
              "no key is called 'traffik'. `gineste explain --day` lists all keys.");
    EXPECT_EQ(answer_of(explain_day_text, "leg.traffic"),
              "no key is called 'leg.traffic'. Did you mean `legs.traffic`?");
}

}  // namespace
}  // namespace gineste
