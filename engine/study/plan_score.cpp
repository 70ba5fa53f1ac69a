// SPDX-License-Identifier: Apache-2.0
#include "study/plan_score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "core/no_value.hpp"
#include "core/text.hpp"
#include "report/congestion.hpp"
#include "report/station_findings.hpp"

namespace gineste {
namespace {

constexpr double kMinute = 60.0;

std::string stretch_text(const ObjectiveSpec& one) {
    if (!one.from_m && !one.to_m) return "";
    const std::string from = number_text(one.from_m.value_or(0.0) / 1000.0);
    if (!one.to_m || !std::isfinite(*one.to_m)) return fmt::format(", km {} on", from);
    return fmt::format(", km {}-{}", from, number_text(*one.to_m / 1000.0));
}

ObjectiveName name_of(const ObjectiveSpec& one) {
    switch (one.goal) {
        case Goal::peak_density:
            return {"peak_density_per_m2", "1/m2", "peak density" + stretch_text(one)};
        case Goal::crowded_time:
            return {"crowded_runner_min", "runner min",
                    fmt::format("time at {} /m2 or more{}", number_text(one.threshold_per_m2),
                                stretch_text(one))};
        case Goal::time_lost:
            return {"lost_total_runner_h", "runner h", "time lost, all runners"};
        case Goal::start_duration:
            return {"start_duration_s", "s", "from the first gun to the last start"};
    }
    return {};
}

bool lies_in(const ObjectiveSpec& one, double middle_m) {
    return middle_m >= one.from_m.value_or(0.0) &&
           middle_m <= one.to_m.value_or(std::numeric_limits<double>::infinity());
}

/// Density, time and what is lost in each cell: of the forecast or of the agents.
template <class Cells>
double value_of(const ObjectiveSpec& one, const Cells& cells) {
    double peak_per_m2 = 0.0;
    double crowded_s = 0.0;
    double lost_s = 0.0;
    for (std::size_t segment = 0; segment < cells.segments(); ++segment) {
        if (!lies_in(one, cells.middle_m(segment))) continue;
        for (std::size_t interval = 0; interval < cells.intervals(); ++interval) {
            const double density = cells.density_per_m2(segment, interval);
            if (density <= 0.0) continue;
            peak_per_m2 = std::max(peak_per_m2, density);
            lost_s += cells.lost_s(segment, interval);
            if (density >= one.threshold_per_m2) crowded_s += cells.runner_s(segment, interval);
        }
    }
    if (one.goal == Goal::peak_density) return peak_per_m2;
    return one.goal == Goal::crowded_time ? crowded_s / kMinute : lost_s / 3600.0;
}

class ForecastCells {
  public:
    explicit ForecastCells(const CrowdForecast& crowd) : crowd_(crowd) {}
    std::size_t segments() const { return crowd_.segments; }
    std::size_t intervals() const { return crowd_.intervals; }
    double middle_m(std::size_t segment) const {
        return CrowdForecast::kSegment * (static_cast<double>(segment) + 0.5);
    }
    double density_per_m2(std::size_t s, std::size_t k) const {
        return crowd_.density_per_m2(s, k);
    }
    double runner_s(std::size_t s, std::size_t k) const {
        return crowd_.runner_s[s * crowd_.intervals + k];
    }
    double lost_s(std::size_t s, std::size_t k) const {
        return crowd_.lost_s[s * crowd_.intervals + k];
    }

  private:
    const CrowdForecast& crowd_;
};

class AgentsCells {
  public:
    explicit AgentsCells(const Record& record) : record_(record), view_(record) {}
    std::size_t segments() const { return view_.segments(); }
    std::size_t intervals() const { return view_.intervals(); }
    double middle_m(std::size_t segment) const {
        return 0.5 * (record_.segments[segment].from_m + record_.segments[segment].to_m);
    }
    double density_per_m2(std::size_t s, std::size_t k) const {
        return view_.density_per_m2({s, k});
    }
    double runner_s(std::size_t s, std::size_t k) const {
        return view_.runners({s, k}) * view_.interval_s();
    }
    double lost_s(std::size_t s, std::size_t k) const { return view_.runner_s_lost({s, k}); }

  private:
    const Record& record_;
    CongestionView view_;
};

template <class Cells>
std::vector<double> objectives_of(const OptimiseSpec& spec, const Cells& cells,
                                  double last_start_s) {
    std::vector<double> values;
    for (const ObjectiveSpec& one : spec.objectives) {
        values.push_back(one.goal == Goal::start_duration ? last_start_s : value_of(one, cells));
    }
    return values;
}

// What is known from the plan and its last start alone; `last_start_s` after the first gun.
std::vector<KeptBound> plan_bounds(const KeepSpec& keep, const Scenario& plan,
                                   double last_start_s) {
    std::vector<KeptBound> bounds;
    double last_gun_s = 0.0;
    int largest = 0;
    for (const WaveSpec& wave : plan.waves) {
        last_gun_s = std::max(last_gun_s, wave.gun_s.value_or(0.0));
        largest = std::max(largest, wave.entrants);
    }
    const double first_s = plan.waves.front().gun_s.value_or(0.0);
    if (keep.last_gun_s) bounds.push_back({"last_gun", *keep.last_gun_s, last_gun_s, kMinute});
    if (keep.last_start_s) {
        bounds.push_back({"last_start", *keep.last_start_s, first_s + last_start_s, kMinute});
    }
    if (keep.pen_density_per_m2) {
        const double area_m2 = *keep.pen_length_m * plan.start.pen_width_m;
        bounds.push_back({"pen_density", *keep.pen_density_per_m2, largest / area_m2, 1.0});
    }
    return bounds;
}

// When the last runner passes, from the record's places a kilometre apart.
double last_at(const std::vector<RoadRecord>& road, double at_m) {
    for (std::size_t k = 1; k < road.size(); ++k) {
        if (road[k].at_m < at_m) continue;
        const double part = (at_m - road[k - 1].at_m) / (road[k].at_m - road[k - 1].at_m);
        return road[k - 1].last_s + part * (road[k].last_s - road[k - 1].last_s);
    }
    return road.empty() ? kNaN : road.back().last_s;
}

}  // namespace

std::vector<ObjectiveName> objective_names(const OptimiseSpec& spec) {
    std::vector<ObjectiveName> names;
    for (const ObjectiveSpec& one : spec.objectives) names.push_back(name_of(one));
    return names;
}

double PlanScore::excess() const {
    double sum = 0.0;
    for (const KeptBound& bound : bounds) {
        if (!bound.is_kept()) sum += (bound.found - bound.most) / bound.scale;
    }
    return sum;
}

ForecastJudge::ForecastJudge(const PlanSpace& space, const Course& course)
    : space_(space),
      course_(course),
      drawn_(draw_field(space.base(), course)),
      forecaster_(space.base(), course) {
    for (const ReopenSpec& road : space.spec().keep.roads) {
        if (road.at_m > 0.0 && road.at_m < course.length_m()) marks_m_.push_back(road.at_m);
    }
    std::sort(marks_m_.begin(), marks_m_.end());
    marks_m_.erase(std::unique(marks_m_.begin(), marks_m_.end()), marks_m_.end());
}

PlanScore ForecastJudge::score(const Scenario& plan) const {
    const OptimiseSpec& spec = space_.spec();
    const std::optional<Field> moved = with_waves(drawn_, plan);
    const Forecast forecast =
        forecaster_.forecast(plan, moved ? *moved : draw_field(plan, course_), marks_m_,
                             {Crowd::costs_time, static_cast<std::size_t>(spec.one_in)});
    const double last_start_s = forecast.last_over_line_s;
    PlanScore score;
    score.objectives = objectives_of(spec, ForecastCells(forecast.crowd), last_start_s);
    score.bounds = plan_bounds(spec.keep, plan, last_start_s);
    const double first_s = plan.waves.front().gun_s.value_or(0.0);
    for (const ReopenSpec& road : spec.keep.roads) {
        double last_s = forecast.marks.back().last_s;
        for (const MarkForecast& mark : forecast.marks) {
            if (mark.at_m == road.at_m) last_s = mark.last_s;
        }
        score.bounds.push_back({"roads", road.by_s, first_s + last_s, kMinute});
    }
    return score;
}

PlanScore score_of(const OptimiseSpec& spec, const Scenario& plan, const Record& record) {
    double last_start_s = kNaN;
    for (const WaveRecord& wave : record.waves) {
        last_start_s = std::fmax(last_start_s, wave.last_over_s);
    }
    PlanScore score;
    score.objectives = objectives_of(spec, AgentsCells(record), last_start_s);
    score.bounds = plan_bounds(spec.keep, plan, last_start_s);
    const double first_s = plan.waves.front().gun_s.value_or(0.0);
    for (const ReopenSpec& road : spec.keep.roads) {
        score.bounds.push_back(
            {"roads", road.by_s, first_s + last_at(record.road, road.at_m), kMinute});
    }
    if (spec.keep.wait_p95_s) {
        double wait_s = 0.0;
        for (const StationRecord& station : record.stations) {
            const double here_s =
                station_findings(station, record.congestion.interval_s).wait_p95_s;
            if (std::isfinite(here_s)) wait_s = std::max(wait_s, here_s);
        }
        score.bounds.push_back({"wait_p95", *spec.keep.wait_p95_s, wait_s, 1.0});
    }
    return score;
}

}  // namespace gineste
