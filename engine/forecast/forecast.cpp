// SPDX-License-Identifier: Apache-2.0
#include "forecast/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "core/contract.hpp"
#include "field/waves.hpp"
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

}  // namespace

/// What does not depend on the plan of waves.
struct ForecastLaws {
    ForecastLaws(const Scenario& scenario, const Course& on)
        : course(on),
          grade(scenario.motion.grade),
          weather(scenario.weather),
          headway(headway_law(scenario.motion)),
          passing(passing_law(scenario.motion)),
          times(road(scenario), pacing_law(scenario, on.length_m())) {}

    // The start line of a plan may be of another width.
    Road road(const Scenario& plan) const { return {course, plan.start, grade, 0.0, weather}; }

    const Course& course;
    GradeLaw grade;
    WeatherSpec weather;
    HeadwayLaw headway;
    PassingLaw passing;
    FreeTimes times;
};

namespace {

/// One race, forecast piece by piece.
class Forecaster {
  public:
    Forecaster(const ForecastLaws& laws, const Scenario& scenario, const Field& field,
               const ForecastOptions& options)
        : scenario_(scenario),
          course_(laws.course),
          field_(field),
          options_(options),
          road_(laws.road(scenario)),
          law_(laws.headway),
          passing_(laws.passing),
          times_(laws.times),
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
    std::vector<double> sampled(const std::vector<double>& start_s) const;
    double next_stop_m(double at_m) const;
    void add_stations(std::vector<Narrowing>& narrowings) const;
    void run(Procession& procession, const std::vector<double>& marks_m, Forecast& forecast) const;

    const Scenario& scenario_;
    const Course& course_;
    const Field& field_;
    const ForecastOptions& options_;
    Road road_;
    const HeadwayLaw& law_;
    const PassingLaw& passing_;
    const FreeTimes& times_;
    Pace usual_;
};

// Everybody's start, NaN for those for whom another one of the pen stands.
std::vector<double> Forecaster::sampled(const std::vector<double>& start_s) const {
    if (options_.one_in <= 1) return start_s;
    std::vector<double> some(start_s.size(), std::numeric_limits<double>::quiet_NaN());
    std::size_t number = options_.one_in / 2;
    for (const auto& pen : pens_in_order(field_, scenario_.waves.size())) {
        for (const RunnerId id : pen) {
            if (number++ % options_.one_in == 0) some[id.value] = start_s[id.value];
        }
    }
    return some;
}

// Where the procession has to be brought together again at the latest.
double Forecaster::next_stop_m(double at_m) const {
    if (options_.crowd == Crowd::ignored) return at_m + kLongestStretch;
    const double segments = std::floor(at_m / CrowdForecast::kSegment + 1e-9);
    return CrowdForecast::kSegment * (segments + 1.0);
}

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

// A station lets fewer through than the road before it.
void Forecaster::add_stations(std::vector<Narrowing>& narrowings) const {
    for (const StationSpec& station : scenario_.stations) {
        if (station.at_m <= 0.0 || station.at_m >= road_.length_m()) continue;
        const double width_m = 2.0 * static_cast<double>(road_.half_width_m(station.at_m));
        narrowings.push_back({station.at_m, width_m, station_share(station)});
    }
    std::stable_sort(narrowings.begin(), narrowings.end(),
                     [](const Narrowing& a, const Narrowing& b) { return a.at_m < b.at_m; });
}

// From place to place: narrowings, marks, and a kilometre at most in between.
void Forecaster::run(Procession& procession, const std::vector<double>& marks_m,
                     Forecast& forecast) const {
    const std::function<double(double)> usual = [&](double at_m) { return usual_speed_mps(at_m); };
    std::vector<Narrowing> narrowings = find_narrowings(road_, law_, usual);
    if (options_.crowd == Crowd::costs_time) add_stations(narrowings);
    auto narrowing = narrowings.begin();
    auto mark = marks_m.begin();
    while (mark != marks_m.end()) {
        double to_m = std::min(*mark, next_stop_m(procession.at_m()));
        if (narrowing != narrowings.end()) to_m = std::min(to_m, narrowing->at_m);
        if (to_m > procession.at_m()) procession.advance(to_m);
        while (narrowing != narrowings.end() && narrowing->at_m == to_m) {
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
    const std::vector<double> start_s = sampled(forecast.start_s);
    Procession procession(field_, road_, law_, times_, start_s);
    if (options_.crowd == Crowd::costs_time) {
        procession.reckon_with({passing_, &scenario_.stations, scenario_.field.noise_sd,
                                static_cast<double>(options_.one_in)});
    }
    run(procession, marks_m, forecast);
    forecast.marks = procession.marks();
    forecast.finish_s = procession.passed_s();
    forecast.lost_s = procession.lost_s();
    forecast.crowd = procession.crowd();
    forecast.finished = forecast.marks.back().passed;
    if (forecast.finished > 0) {
        forecast.overtakes_per_runner =
            static_cast<double>(count_overtakes(forecast.start_s, forecast.finish_s)) /
            static_cast<double>(forecast.finished);
    }
    return forecast;
}

}  // namespace

RaceForecaster::RaceForecaster(const Scenario& scenario, const Course& course)
    : laws_(std::make_unique<const ForecastLaws>(scenario, course)) {}
RaceForecaster::~RaceForecaster() = default;
RaceForecaster::RaceForecaster(RaceForecaster&&) noexcept = default;

Forecast RaceForecaster::forecast(const Scenario& plan, const Field& field,
                                  const std::vector<double>& marks_m,
                                  const ForecastOptions& options) const {
    EXPECT(std::is_sorted(marks_m.begin(), marks_m.end()));
    EXPECT(marks_m.empty() || (marks_m.front() > 0.0 && marks_m.back() < laws_->course.length_m()));
    EXPECT(options.one_in >= 1);
    return Forecaster(*laws_, plan, field, options).forecast(marks_m);
}

Forecast forecast_race(const Scenario& scenario, const Course& course, const Field& field,
                       const std::vector<double>& marks_m, const ForecastOptions& options) {
    return RaceForecaster(scenario, course).forecast(scenario, field, marks_m, options);
}

}  // namespace gineste
