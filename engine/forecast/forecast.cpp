// SPDX-License-Identifier: Apache-2.0
#include "forecast/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/contract.hpp"
#include "forecast/free_times.hpp"
#include "forecast/narrowings.hpp"
#include "forecast/overtakes.hpp"
#include "forecast/procession.hpp"
#include "motion/capacity.hpp"
#include "motion/pacing.hpp"
#include "motion/pens.hpp"
#include "motion/road.hpp"

namespace gineste {
namespace {

constexpr double kLongestStretch = 1000.0;  // m, for FreeTimes
constexpr double kHere = 50.0;              // m over which a speed at a place is taken

// The runner in the middle of those present, who answers hills as most do.
Pace usual_pace(const Field& field) {
    std::vector<double> speeds_mps;
    double drift = 0.0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.present[i] == 0) continue;
        speeds_mps.push_back(static_cast<double>(field.flat_speed_mps[i]));
        drift += static_cast<double>(field.drift[i]);
    }
    if (speeds_mps.empty()) return {};
    const auto middle = speeds_mps.begin() + static_cast<std::ptrdiff_t>(speeds_mps.size() / 2);
    std::nth_element(speeds_mps.begin(), middle, speeds_mps.end());
    return {*middle, 1.0, drift / static_cast<double>(speeds_mps.size())};
}

/// The laws on one road, and the race forecast from them piece by piece.
class Forecaster {
  public:
    Forecaster(const Scenario& scenario, const Course& course, const Field& field)
        : scenario_(scenario),
          course_(course),
          field_(field),
          road_(course, scenario.start, scenario.motion.grade, 0.0, scenario.weather),
          law_(headway_law(scenario.motion)),
          times_(road_, pacing_law(scenario, course.length_m())),
          usual_(usual_pace(field)) {}

    Forecast forecast(std::vector<double> marks_m) const;

  private:
    double usual_speed_mps(double chainage_m) const {
        const double from_m =
            std::clamp(chainage_m - 0.5 * kHere, 0.0, std::max(0.0, road_.length_m() - kHere));
        const double to_m = std::min(from_m + kHere, road_.length_m());
        return times_.speed_mps(times_.stretch(from_m, to_m), usual_);
    }
    void start(Forecast& forecast) const;
    void run(Procession& procession, const std::vector<double>& marks_m, Forecast& forecast) const;

    const Scenario& scenario_;
    const Course& course_;
    const Field& field_;
    Road road_;
    HeadwayLaw law_;
    FreeTimes times_;
    Pace usual_;
};

void Forecaster::start(Forecast& forecast) const {
    const FreeTimes::Stretch here = times_.stretch(0.0, std::min(kHere, road_.length_m()));
    std::vector<double> speed_mps(field_.size());
    std::vector<double> headway_s(field_.size());
    double headways_s = 0.0;
    for (std::size_t i = 0; i < field_.size(); ++i) {
        speed_mps[i] = times_.speed_mps(here, {static_cast<double>(field_.flat_speed_mps[i]),
                                               static_cast<double>(field_.hill_response[i]),
                                               static_cast<double>(field_.drift[i])});
        const double flow_per_s_per_m =
            std::min(capacity_per_s_per_m(law_, speed_mps[i]),
                     approach_flow_per_s_per_m(scenario_, speed_mps[i]));
        headway_s[i] = 1.0 / (scenario_.start.line_width_m * flow_per_s_per_m);
        if (field_.present[i] == 0) continue;
        headways_s += headway_s[i];
        ++forecast.present;
    }
    Release release = release_waves(scenario_, field_, headway_s, speed_mps);
    forecast.start_s = std::move(release.over_line_s);
    forecast.waves = std::move(release.waves);
    forecast.last_over_line_s = std::numeric_limits<double>::quiet_NaN();
    for (const WaveForecast& wave : forecast.waves) {
        forecast.last_over_line_s = std::fmax(forecast.last_over_line_s, wave.last_over_s);
    }
    if (forecast.present > 0) {
        forecast.line_capacity_per_min = 60.0 * static_cast<double>(forecast.present) / headways_s;
    }
}

// From place to place: narrowings, marks, and a kilometre at most in between.
void Forecaster::run(Procession& procession, const std::vector<double>& marks_m,
                     Forecast& forecast) const {
    const std::function<double(double)> usual = [&](double at_m) { return usual_speed_mps(at_m); };
    const std::vector<Narrowing> narrowings = find_narrowings(road_, law_, usual);
    auto narrowing = narrowings.begin();
    auto mark = marks_m.begin();
    while (mark != marks_m.end()) {
        double to_m = std::min(*mark, procession.at_m() + kLongestStretch);
        if (narrowing != narrowings.end()) to_m = std::min(to_m, narrowing->at_m);
        if (to_m > procession.at_m()) procession.advance(to_m);
        if (narrowing != narrowings.end() && narrowing->at_m == to_m) {
            NarrowingForecast passed = procession.pass(*narrowing++, usual);
            passed.grade = course_.grade(to_m);
            passed.place = course_.place_name(to_m);
            forecast.total_delay_s += passed.total_delay_s;
            forecast.narrowings.push_back(std::move(passed));
        }
        if (*mark == to_m) {
            procession.note();
            ++mark;
        }
    }
}

Forecast Forecaster::forecast(std::vector<double> marks_m) const {
    marks_m.push_back(road_.length_m());
    Forecast forecast;
    forecast.scenario = scenario_.name;
    forecast.scenario_file = scenario_.file.string();
    forecast.zone = scenario_.zone.name();
    forecast.first_gun_instant_s = first_gun_instant_s(scenario_);
    forecast.seed = scenario_.seed;
    forecast.line_width_m = scenario_.start.line_width_m;
    forecast.course_length_m = road_.length_m();
    start(forecast);
    Procession procession(field_, road_, law_, times_, forecast.start_s);
    run(procession, marks_m, forecast);
    forecast.marks = procession.marks();
    forecast.finish_s = procession.passed_s();
    forecast.lost_s = procession.lost_s();
    forecast.finished = forecast.marks.back().passed;
    if (forecast.finished > 0) {
        forecast.overtakes_per_runner =
            static_cast<double>(count_overtakes(forecast.start_s, forecast.finish_s)) /
            static_cast<double>(forecast.finished);
    }
    return forecast;
}

}  // namespace

Forecast forecast_race(const Scenario& scenario, const Course& course, const Field& field,
                       const std::vector<double>& marks_m) {
    EXPECT(std::is_sorted(marks_m.begin(), marks_m.end()));
    EXPECT(marks_m.empty() || (marks_m.front() > 0.0 && marks_m.back() < course.length_m()));
    return Forecaster(scenario, course, field).forecast(marks_m);
}

}  // namespace gineste
