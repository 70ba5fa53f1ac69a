// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <stdexcept>

#include "core/civil_time.hpp"

namespace gineste {
namespace {

TEST(CivilTime, NineInMarseilleOnRaceDayIsEightUtc) {
    const Zone paris("Europe/Paris");
    EXPECT_EQ(paris.instant_s({2024, 10, 27}, 9 * 3600.0), 1730016000);
    EXPECT_EQ(paris.clock_text(1730016000.0), "09:00:00");
    EXPECT_EQ(paris.iso_text(1730016000.0), "2024-10-27T09:00:00+01:00");
    EXPECT_EQ(paris.abbreviation(1730016000.0), "CET");
}

TEST(CivilTime, TheNightOfTheClockChangeIsAnHourLonger) {
    const Zone paris("Europe/Paris");
    const auto closed = paris.instant_s({2026, 10, 24}, 18 * 3600.0);
    const auto open = paris.instant_s({2026, 10, 25}, 14.5 * 3600.0);
    EXPECT_EQ(open - closed, static_cast<std::int64_t>(21.5 * 3600));
}

TEST(CivilTime, RefusesATimeShownTwiceAndOneNeverShown) {
    const Zone paris("Europe/Paris");
    EXPECT_THROW(paris.instant_s({2026, 10, 25}, 2.5 * 3600.0), std::invalid_argument);
    EXPECT_THROW(paris.instant_s({2026, 3, 29}, 2.5 * 3600.0), std::invalid_argument);
}

TEST(CivilTime, RefusesAZoneThatDoesNotExist) {
    EXPECT_THROW(Zone("Europe/Marseille"), std::invalid_argument);
}

TEST(CivilTime, KnowsTheDaysOfTheCalendar) {
    EXPECT_TRUE(is_valid({2024, 2, 29}));
    EXPECT_FALSE(is_valid({2023, 2, 29}));
    EXPECT_EQ(to_text(CivilDate{2024, 10, 27}), "2024-10-27");
}

}  // namespace
}  // namespace gineste
