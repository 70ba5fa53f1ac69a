// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/packing.hpp"
#include "report/page.hpp"
#include "report/page_columns.hpp"
#include "report/page_data.hpp"
#include "synthetic.hpp"

namespace gineste {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Packing, Base64IsThatOfRfc4648) {
    // Section 10 of the RFC.
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Packing, PngBeginsAndEndsAsTheStandardSays) {
    const std::vector<std::uint8_t> tone{0, 1, 2, 3, 4, 5};
    const std::string png = grey_png(tone, 3, 2);
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(png.substr(12, 4), "IHDR");
    EXPECT_EQ(png[19], 3);  // columns, big-endian
    EXPECT_EQ(png[23], 2);  // rows
    // The checksum of an empty IEND is a constant.
    EXPECT_EQ(png.substr(png.size() - 8), std::string("IEND\xae\x42\x60\x82"));
}

// Undoes what packed() does, as viz/src/load/passages.ts has it.
std::vector<std::int32_t> half_seconds(const PackedPassages& packed, std::size_t runner,
                                       std::size_t runners) {
    std::vector<std::int32_t> ticks{(packed.start_ms[runner] + 250) / 500};
    std::int32_t last = 0;
    for (std::size_t k = 0; k < packed.median.size(); ++k) {
        const std::size_t at = k * runners + runner;
        const int code = packed.low[at] + 256 * packed.high[at];
        if (code == 0xFFFF) break;
        const std::int32_t now = packed.median[k];
        const std::int32_t before = k == 0 ? now : packed.median[k - 1];
        const std::int32_t guess = k == 0 ? now : (2 * last * now + before) / (2 * before);
        last = guess + (code % 2 == 0 ? code / 2 : -(code + 1) / 2);
        ticks.push_back(ticks.back() + last);
    }
    return ticks;
}

TEST(PageColumns, PassagesComeBackToTheHalfSecond) {
    PassageRecord passages;
    passages.marks = 5;
    passages.passage_ms = {400,   30'000, 60'900,   90'100,    120'000,    // steady
                           1'000, 29'000, 200'000,  7'200'250, 7'230'000,  // stops for two hours
                           5'000, 40'000, kNeverMs, kNeverMs,  kNeverMs};  // gives up
    const PackedPassages columns = packed(passages);
    for (std::size_t runner = 0; runner < 3; ++runner) {
        const std::vector<std::int32_t> ticks = half_seconds(columns, runner, 3);
        for (std::size_t k = 0; k < 5; ++k) {
            const std::int32_t time_ms = passages.passage_ms[runner * 5 + k];
            if (time_ms == kNeverMs) {
                EXPECT_EQ(ticks.size(), k);
                break;
            }
            EXPECT_LE(std::abs(ticks.at(k) * 500 - time_ms), 250) << runner << " at mark " << k;
        }
    }
}

TEST(PageColumns, EachBeginsAtAMultipleOfEightBytes) {
    const PageColumns columns(large_record());
    for (const auto& column : columns.directory()) {
        EXPECT_EQ(column["offset"].get<int>() % 8, 0) << column["name"];
    }
}

TEST(Page, KnowsTheChangeOfTheClocksOfThatNight) {
    // 27 October 2024, 09:00 in Paris: summer time ended at 03:00, six hours and a change ago.
    const auto offsets = page_data(large_record())["clock"]["utc_offsets"];
    ASSERT_EQ(offsets.size(), 2);
    EXPECT_EQ(offsets[0][1], 7200);
    EXPECT_EQ(offsets[1][0], -7.0 * 3600.0);
    EXPECT_EQ(offsets[1][1], 3600);
}

TEST(Page, KnowsTheClocksOfTheDaysOnWhichRoadsMayClose) {
    Record record = large_record();
    record.first_gun_instant_s += 14.0 * 86400.0;
    const auto offsets = page_data(record)["clock"]["utc_offsets"];
    ASSERT_EQ(offsets.size(), 2);
    EXPECT_EQ(offsets[0][1], 7200);
    EXPECT_EQ(offsets[1][0], -(14.0 * 24.0 + 7.0) * 3600.0);
}

TEST(Page, TextOfTheScenarioCannotCloseItsElement) {
    if (!has_page()) GTEST_SKIP() << "this build was asked to have no page";
    Record record = large_record();
    record.scenario = "</script><img src=x onerror=alert(1)>";
    const std::string page = page_html(record, find_all(record), "1.2.3", Language::english);
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, HasSubstr("\\u003c/script\\u003e\\u003cimg src=x"));
}

// As a race has them: no two steps of a runner alike, by up to three seconds each way.
void jolt(PassageRecord& passages) {
    std::uint32_t state = 1;
    for (std::size_t at = 0; at < passages.passage_ms.size(); ++at) {
        if (at % passages.marks == 0 || passages.passage_ms[at] == kNeverMs) continue;
        state = state * 1664525U + 1013904223U;
        passages.passage_ms[at] += static_cast<std::int32_t>(state >> 16U) % 6000 - 3000;
    }
}

TEST(Page, OfAFullRaceIsBelowFiveMegabytes) {
    if (!has_page()) GTEST_SKIP() << "this build was asked to have no page";
    Record record = large_record();
    jolt(record.passages);
    const Findings findings = find_all(record);
    const std::clock_t begin = std::clock();
    const std::string page = page_html(record, findings, "1.2.3", Language::english);
    const double taken_s = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::cout << "[ measured ] page of " << record.runners.bib.size() << " runners: " << taken_s
              << " s of one core (goal for everything written: under 2 s), " << page.size()
              << " bytes\n";
    EXPECT_LE(page.size(), 5'000'000U);
}

TEST(Page, IsBuiltAnewFromItsOwnDataInEitherLanguage) {
    if (!has_page()) GTEST_SKIP() << "this build was asked to have no page";
    const Record record = large_record();
    const Findings findings = find_all(record);
    const std::string english = page_html(record, findings, "1.2.3", Language::english);
    const std::string french = page_html(record, findings, "1.2.3", Language::french);
    EXPECT_TRUE(renewed_page(english, Language::french) == french);
    EXPECT_TRUE(renewed_page(french, Language::english) == english);
    EXPECT_FALSE(renewed_page("<html>something else</html>", Language::english));
}

}  // namespace
}  // namespace gineste
