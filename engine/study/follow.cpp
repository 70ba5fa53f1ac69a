// SPDX-License-Identifier: Apache-2.0
#include "study/follow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/contract.hpp"
#include "report/quantile.hpp"
#include "report/timetable.hpp"

namespace gineste {
namespace {

constexpr std::size_t kEnough = 30;
constexpr std::array<double, 4> kWithin{0.01, 0.02, 0.04, 0.08};
constexpr double kEarly = 0.1;
constexpr double kLate = 0.9;

using Runners = std::vector<std::size_t>;

double net_s(const Record& record, std::size_t runner) {
    return record.runners.finish_s[runner] - record.runners.start_s[runner];
}

std::optional<std::size_t> runner_of(const Field& field, std::uint32_t bib) {
    const auto found = std::find(field.bib.begin(), field.bib.end(), bib);
    if (found == field.bib.end()) return std::nullopt;
    return static_cast<std::size_t>(found - field.bib.begin());
}

/// What runners are compared by, and with what.
struct Likeness {
    const Field& field;
    const Record& record;
    double wanted_s = 0.0;
    bool by_prediction = false;
    std::optional<std::uint16_t> wave;

    Runners within(double share) const {
        Runners alike;
        for (std::size_t i = 0; i < field.size(); ++i) {
            if (wave && record.runners.wave[i] != *wave) continue;
            if (std::isnan(record.runners.finish_s[i])) continue;
            const double own_s = by_prediction ? field.predicted_s[i] : net_s(record, i);
            if (std::abs(own_s / wanted_s - 1.0) <= share) alike.push_back(i);
        }
        return alike;
    }
};

std::uint16_t most_common_wave(const Record& record, const Runners& runners) {
    std::map<std::uint16_t, std::size_t> count;
    for (const std::size_t i : runners) ++count[record.runners.wave[i]];
    const auto less = [](const auto& a, const auto& b) { return a.second < b.second; };
    return std::max_element(count.begin(), count.end(), less)->first;
}

std::optional<std::uint16_t> wave_called(const Scenario& scenario, const std::string& name) {
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        if (scenario.waves[w].name == name) return static_cast<std::uint16_t>(w);
    }
    return std::nullopt;
}

std::string kilometre(double at_m) {
    return "km " + std::to_string(static_cast<int>(std::lround(at_m / 1000.0)));
}

std::vector<FollowPlace> places_of(const Scenario& scenario, const Course& course) {
    std::vector<FollowPlace> places;
    const auto add = [&](double at_m, const std::string& name) {
        if (name.empty() || !(at_m >= 0.0 && at_m < course.length_m())) return;
        places.push_back({at_m, name, 0.0, 0.0, 0.0, 0.0});
    };
    add(0.0, "Start");
    for (double at_m = 1000.0; at_m < course.length_m() - 1.0; at_m += 1000.0) {
        add(at_m, kilometre(at_m));
    }
    for (const NamedSection& section : course.sections()) {
        if (section.from_m > 0.0) add(section.from_m, section.name);
    }
    for (const SurveyedHeight& height : scenario.course.heights) add(height.at_m, height.name);
    for (const StationSpec& station : scenario.stations) add(station.at_m, station.name);
    if (scenario.roads) {
        for (const JunctionSpec& junction : scenario.roads->junctions) {
            add(junction.at_m, junction.name);
        }
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.at_m < b.at_m; });
    places.push_back({course.length_m(), "Finish", 0.0, 0.0, 0.0, 0.0});
    return places;
}

void time_place(const Record& record, const Runners& alike, FollowPlace& place) {
    std::vector<double> passed_s;
    std::vector<double> since_s;
    for (const std::size_t i : alike) {
        passed_s.push_back(passage_s(record, i, place.at_m));
        // At the line itself the mark is kept as a float.
        const double since = passed_s.back() - record.runners.start_s[i];
        since_s.push_back(place.at_m > 0.0 ? since : 0.0);
    }
    place.likely_s = quantile(passed_s, 0.5);
    place.early_s = quantile(passed_s, kEarly);
    place.late_s = quantile(passed_s, kLate);
    place.since_start_s = quantile(since_s, 0.5);
}

}  // namespace

std::optional<FollowPlan> follow(const Scenario& scenario, const Course& course, const Field& field,
                                 const Record& record, const FollowWish& wish) {
    EXPECT(wish.finish_s.has_value() != wish.bib.has_value());
    Likeness likeness{field, record, wish.finish_s.value_or(0.0), false,
                      wave_called(scenario, wish.wave)};
    if (wish.bib) {
        const auto runner = runner_of(field, *wish.bib);
        if (!runner) return std::nullopt;
        likeness.wanted_s = field.predicted_s[*runner];
        likeness.by_prediction = true;
        likeness.wave = field.wave[*runner];
    }
    Runners alike;
    double share = 0.0;
    for (const double within : kWithin) {
        alike = likeness.within(share = within);
        if (alike.size() >= kEnough) break;
    }
    if (alike.empty()) return std::nullopt;
    const std::uint16_t wave = likeness.wave.value_or(most_common_wave(record, alike));
    std::erase_if(alike, [&](std::size_t i) { return record.runners.wave[i] != wave; });
    FollowPlan plan{record.waves[wave].name, record.waves[wave].gun_s, alike.size(), share,
                    places_of(scenario, course)};
    for (FollowPlace& place : plan.places) time_place(record, alike, place);
    return plan;
}

}  // namespace gineste
