// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>

namespace gineste {

/// Races done and time left, on standard error: one line that is wiped at the end where that is a
/// terminal, a line a minute where it is a log. Any thread may report.
class StudyProgress {
  public:
    explicit StudyProgress(std::size_t races);
    ~StudyProgress();
    StudyProgress(const StudyProgress&) = delete;
    StudyProgress& operator=(const StudyProgress&) = delete;

    void race_done();
    double elapsed_s() const;  ///< wall time since construction

  private:
    using Clock = std::chrono::steady_clock;

    std::mutex mutex_;
    std::size_t races_ = 0;
    std::size_t done_ = 0;
    bool terminal_ = false;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point told_ = begin_;  ///< last line in a log
};

}  // namespace gineste
