// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/read_back.hpp"

namespace gineste {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(ReadBack, LetsPassWhatMeansTheSame) {
    EXPECT_NO_THROW(require_read_back("plan.yaml", [] { return true; }));
}

TEST(ReadBack, StopsWhatMeansSomethingElse) {
    EXPECT_THAT([] { require_read_back("plan.yaml", [] { return false; }); },
                ThrowsMessage<InternalError>(HasSubstr("plan.yaml was not written")));
}

TEST(ReadBack, StopsWhatCannotBeReadAndSaysWhy) {
    const auto refused = []() -> bool {
        throw InputError(Problem{{"plan.yaml", 2, 1}, "no waves", "a race needs one", "", ""});
    };
    EXPECT_THAT([&] { require_read_back("plan.yaml", refused); },
                ThrowsMessage<InternalError>(HasSubstr("no waves")));
}

}  // namespace
}  // namespace gineste
