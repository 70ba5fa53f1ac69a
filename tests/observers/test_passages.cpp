// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "observers/passages.hpp"

namespace gineste {
namespace {

TEST(Passages, AreInterpolatedWithinTheStep) {
    PassageObserver observer(2, 1000.0, 100.0);
    EXPECT_EQ(observer.record().marks, 11u);
    observer.see({RunnerId(1), -1.0, 2.0, 10.0, 0.5});
    observer.see({RunnerId(1), 98.0, 102.0, 50.0, 0.5});
    const auto& times_ms = observer.record().passage_ms;
    EXPECT_EQ(times_ms[11 + 0], 10167);
    EXPECT_EQ(times_ms[11 + 1], 50250);
    EXPECT_EQ(times_ms[11 + 2], kNeverMs);
    EXPECT_EQ(times_ms[0], kNeverMs);
}

TEST(Passages, StepEndingOnAMarkPassesItOnce) {
    PassageObserver observer(1, 300.0, 100.0);
    observer.see({RunnerId(0), 98.5, 100.0, 10.0, 0.5});
    observer.see({RunnerId(0), 100.0, 101.5, 10.5, 0.5});
    EXPECT_EQ(observer.record().passage_ms[1], 10500);
}

TEST(Passages, TheFinishOfACourseOfWholeHundredsIsAMark) {
    PassageObserver observer(1, 20000.0, 100.0);
    EXPECT_EQ(observer.record().marks, 201u);
    EXPECT_DOUBLE_EQ(observer.next_mark_m(-0.5), 0.0);
    EXPECT_DOUBLE_EQ(observer.next_mark_m(100.0), 200.0);
}

}  // namespace
}  // namespace gineste
