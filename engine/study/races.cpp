// SPDX-License-Identifier: Apache-2.0
#include "study/races.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace gineste {
namespace {

std::vector<double> on_road_of(const CongestionView& view) {
    std::vector<double> on_road(view.intervals(), 0.0);
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            on_road[interval] += view.runners({segment, interval});
        }
    }
    return on_road;
}

std::size_t densest_segment(const CongestionView& view) {
    std::size_t densest = 0;
    double most_per_m2 = 0.0;
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        const double peak_per_m2 = segment_peak(view, segment).density_per_m2;
        if (peak_per_m2 <= most_per_m2) continue;
        most_per_m2 = peak_per_m2;
        densest = segment;
    }
    return densest;
}

std::vector<double> density_at(const CongestionView& view, std::size_t segment) {
    std::vector<double> density_per_m2;
    for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
        density_per_m2.push_back(view.density_per_m2({segment, interval}));
    }
    return density_per_m2;
}

std::vector<float> cells_of(const CongestionView& view) {
    std::vector<float> cells_per_m2;
    cells_per_m2.reserve(view.segments() * view.intervals());
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        for (const double density_per_m2 : density_at(view, segment)) {
            cells_per_m2.push_back(static_cast<float>(density_per_m2));
        }
    }
    return cells_per_m2;
}

/// The indices still to be done, and what went wrong first.
class Queue {
  public:
    Queue(std::size_t count, const std::function<void(std::size_t)>& one)
        : count_(count), one_(one) {}

    void work() {
        while (!stopped_) {
            const std::size_t index = next_++;
            if (index >= count_) return;
            try {
                one_(index);
            } catch (...) {
                note_fault(index);
            }
        }
    }
    void raise() const {
        if (fault_) std::rethrow_exception(fault_);
    }

  private:
    void note_fault(std::size_t index) {
        const std::lock_guard<std::mutex> lock(mutex_);
        if (fault_ && fault_index_ < index) return;
        fault_ = std::current_exception();
        fault_index_ = index;
        stopped_ = true;
    }

    std::size_t count_ = 0;
    const std::function<void(std::size_t)>& one_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> stopped_ = false;
    std::mutex mutex_;
    std::exception_ptr fault_;
    std::size_t fault_index_ = 0;
};

}  // namespace

Scenario replication(Scenario scenario, std::uint64_t index) {
    reseed(scenario, scenario.seed + index);
    return scenario;
}

Record run_race(const Scenario& scenario, const Course& course, int threads) {
    RaceOptions options;
    options.threads = threads;
    Race race(scenario, course, draw_field(scenario, course), options);
    while (race.advance()) {
    }
    return race.record();
}

RaceOutcome outcome_of(const Record& record, const Keep& keep) {
    const CongestionView view(record);
    RaceOutcome outcome;
    outcome.measures = measures_of(record, keep.threshold_per_m2);
    outcome.state_hash = record.state_hash;
    outcome.on_road = on_road_of(view);
    outcome.segment = keep.segment.value_or(densest_segment(view));
    outcome.density_per_m2 = density_at(view, outcome.segment);
    if (keep.cells) outcome.cells_per_m2 = cells_of(view);
    return outcome;
}

Workers workers_for(std::size_t races, int threads) {
    const int all =
        threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const int at_a_time =
        static_cast<int>(std::min<std::size_t>(std::max<std::size_t>(1, races), all));
    return {at_a_time, all / at_a_time};
}

void run_side_by_side(std::size_t count, int at_a_time,
                      const std::function<void(std::size_t index)>& one) {
    Queue queue(count, one);
    std::vector<std::thread> helpers;
    for (int k = 1; k < at_a_time; ++k) helpers.emplace_back([&queue] { queue.work(); });
    queue.work();
    for (std::thread& helper : helpers) helper.join();
    queue.raise();
}

}  // namespace gineste
