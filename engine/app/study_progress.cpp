// SPDX-License-Identifier: Apache-2.0
#include "app/study_progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "app/progress.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {
constexpr auto kLogEvery = std::chrono::minutes(1);
}  // namespace

StudyProgress::StudyProgress(std::size_t races)
    : races_(races), terminal_(::isatty(STDERR_FILENO) == 1) {}

StudyProgress::~StudyProgress() {
    if (terminal_) std::fputs(kWipe, stderr);
}

void StudyProgress::race_done() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++done_;
    if (!terminal_ && Clock::now() - told_ < kLogEvery) return;
    told_ = Clock::now();
    const double share = static_cast<double>(done_) / static_cast<double>(races_);
    const double left_s = elapsed_s() * (1.0 / share - 1.0);
    std::fputs(
        fmt::format("{}race {} of {}, about {:.0f} s left{}", terminal_ ? kWipe : "",
                    grouped(done_), grouped(races_), std::ceil(left_s), terminal_ ? "" : "\n")
            .c_str(),
        stderr);
}

double StudyProgress::elapsed_s() const {
    return std::chrono::duration<double>(Clock::now() - begin_).count();
}

}  // namespace gineste
