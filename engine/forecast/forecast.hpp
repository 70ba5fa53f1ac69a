// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "course/course.hpp"
#include "field/field.hpp"
#include "forecast/crowd.hpp"
#include "forecast/release.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

// Times are seconds after the first gun as planned, durations without the wait for one's gun; NaN
// stands for what did not happen. A minute is one of the clock that starts with the first gun.

/// What a place passes, and what stands before it.
struct NarrowingForecast {
    double at_m = 0.0;
    double width_m = 0.0;
    double grade = 0.0;
    std::string place;                    ///< empty where the course names none
    std::size_t passed = 0;               ///< runners
    double capacity_per_min = 0.0;        ///< of those who passed, by their free speeds there
    std::size_t demand_peak_per_min = 0;  ///< who came, behind queues farther back
    double demand_peak_s = 0.0;           ///< beginning of that minute
    std::size_t delayed = 0;              ///< by 5 s or more
    double total_delay_s = 0.0;
    double longest_delay_s = 0.0;
    std::size_t most_late = 0;  ///< who would have been through without the queue: the point queue
    double queue_length_m = 0.0;
    std::size_t queue_runners = 0;      ///< who stand in it when it is longest
    double queue_density_per_m2 = 0.0;  ///< where it is densest; 0 without a queue
    double from_s = 0.0;                ///< the first comes who is delayed by 5 s or more
    double to_s = 0.0;                  ///< the last of them is through
};

/// What passes a chainage.
struct MarkForecast {
    double at_m = 0.0;
    double width_m = 0.0;
    std::size_t passed = 0;
    double first_s = 0.0;
    double median_s = 0.0;
    double last_s = 0.0;
    std::size_t peak_per_min = 0;
    double peak_s = 0.0;               ///< beginning of that minute
    double peak_density_per_m2 = 0.0;  ///< of a minute: sum of 1/speed over time and width
    std::vector<std::size_t> per_minute;
};

/// The same race as the agents run, from cumulative curves. Arrays by RunnerId.
struct Forecast {
    std::string scenario;
    std::string scenario_file;
    std::string zone;
    double first_gun_instant_s = 0.0;  ///< seconds since the epoch
    std::uint64_t seed = 0;
    double line_width_m = 0.0;
    double course_length_m = 0.0;
    std::size_t present = 0;
    std::size_t finished = 0;
    double line_capacity_per_min = 0.0;
    double last_over_line_s = 0.0;
    double total_delay_s = 0.0;         ///< at all narrowings
    double overtakes_per_runner = 0.0;  ///< made by one finisher in the mean, line to line
    std::vector<WaveForecast> waves;
    std::vector<NarrowingForecast> narrowings;  ///< in chainage order
    std::vector<MarkForecast> marks;            ///< as asked for, the finish last
    std::vector<double> start_s;                ///< over the start line
    std::vector<double> finish_s;               ///< over the finish line
    std::vector<double> lost_s;                 ///< by those who finish
    CrowdForecast crowd;                        ///< empty where it is ignored
};

enum class Crowd {
    ignored,     ///< runners meet at narrowings alone
    costs_time,  ///< they hold one another up everywhere, and stations hold up all
};
struct ForecastOptions {
    Crowd crowd = Crowd::ignored;
    /// Every so many-th runner of each pen stands for as many. Starts are everybody's own.
    std::size_t one_in = 1;
};

/// The whole race on one thread: in milliseconds, or ten times as long with the crowd. `marks_m`:
/// chainages, ascending and between the lines, at which flows are wanted; the finish comes by
/// itself.
Forecast forecast_race(const Scenario& scenario, const Course& course, const Field& field,
                       const std::vector<double>& marks_m, const ForecastOptions& options = {});

struct ForecastLaws;

/// The same for many plans of waves on one road: what does not depend on them is worked out once.
/// May be asked from several threads.
class RaceForecaster {
  public:
    /// Road and laws are those of this scenario. The course must outlive it.
    RaceForecaster(const Scenario& scenario, const Course& course);
    ~RaceForecaster();
    RaceForecaster(RaceForecaster&&) noexcept;

    Forecast forecast(const Scenario& plan, const Field& field, const std::vector<double>& marks_m,
                      const ForecastOptions& options) const;

  private:
    std::unique_ptr<const ForecastLaws> laws_;
};

}  // namespace gineste
