// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "day/day.hpp"
#include "day/leg_run.hpp"
#include "race/state.hpp"
#include "support/small_race.hpp"

namespace gineste::test {

/// A day of straight legs and plain races, put together in a test.
struct DayScene {
    DaySpec spec;
    std::vector<Scenario> scenarios;

    LegSpec& leg(const std::string& name, double length_m, double width_m,
                 Traffic traffic = Traffic::one_way, double grade = 0.0) {
        LegSpec& leg = spec.legs.emplace_back();
        leg.name = name;
        leg.length_m = length_m;
        leg.width_m = width_m;
        leg.traffic = traffic;
        leg.grade = grade;
        return leg;
    }
    /// "bridge" or "bridge back".
    static RouteStepSpec step(const std::string& text) {
        const std::string back = " back";
        const bool is_back = text.size() > back.size() &&
                             text.compare(text.size() - back.size(), back.size(), back) == 0;
        RouteStepSpec step;
        step.leg = is_back ? text.substr(0, text.size() - back.size()) : text;
        step.direction = is_back ? Direction::back : Direction::forward;
        return step;
    }
    void race(const std::string& name, Scenario scenario, const std::vector<std::string>& route) {
        DayRaceSpec& race = spec.races.emplace_back();
        race.name = name;
        for (const std::string& leg : route) race.route.push_back(step(leg));
        scenario.name = name;
        scenarios.push_back(std::move(scenario));
    }
};

/// A day that is run, and what it stands on.
class RunDay {
  public:
    explicit RunDay(const DayScene& scene, RaceOptions options = {1, best_instruction_set()})
        : scene_(scene), network_(survey_network(scene_.spec, scene_.scenarios)) {
        const auto stations = place_stations(scene_.spec, network_, scene_.scenarios);
        std::vector<DayRace> races;
        for (std::size_t k = 0; k < scene_.scenarios.size(); ++k) {
            const Scenario& scenario = scene_.scenarios[k];
            const Course& course = network_.routes[k].course;
            races.push_back({&scenario, &course, draw_field(scenario, course)});
        }
        day_ = std::make_unique<Day>(scene_.spec, network_, std::move(races), stations, options);
    }
    /// Calls see() after every step.
    template <class See>
    void run(const See& see) {
        bool more = true;
        while (more) {
            more = day_->advance();
            see();
        }
    }
    void run() {
        run([] {});
    }
    void advance() { day_->advance(); }
    const Day& day() const { return *day_; }
    const Network& network() const { return network_; }
    const DaySpec& spec() const { return scene_.spec; }
    Record record(std::size_t k) const { return day_->race(k).record(); }
    DayRecord together() const {
        return day_record(scene_.spec, network_, day_->records(), day_->starts_s(), day_->holds());
    }
    /// The race's scenario and course by themselves.
    Record alone(std::size_t k) const {
        return test::run(scene_.scenarios[k], network_.routes[k].course);
    }

  private:
    DayScene scene_;
    Network network_;
    std::unique_ptr<Day> day_;
};

/// Where somebody is on a leg, run one way.
struct OnLeg {
    std::uint32_t leg = 0;
    Direction direction = Direction::forward;
    double at_m = 0.0;
    double offset_m = 0.0;
};

/// Pairs of runners of all races that are in one another on a leg which both run the same way, or
/// in the last metres before it, where roads lie side by side.
inline long overlaps(const RunDay& run, double depth_m, double width_m) {
    constexpr double rounding_m = 2e-3;
    std::vector<OnLeg> all;
    for (const auto& runs : leg_runs(run.network())) {
        for (const LegRun& leg : runs) {
            const Race::State& state = run.day().race(leg.race).state();
            for (std::size_t slot = 0; slot < state.size(); ++slot) {
                const double at_m = state.chainage_m(slot) - leg.begin_m;
                const float centre_m = run.day().road(leg.race).centre_m(leg.begin_m + 8.0);
                if (at_m < -kSideBySide || at_m >= leg.end_m - leg.begin_m) continue;
                all.push_back({leg.leg.value, leg.direction, at_m,
                               static_cast<double>(state.offset_m(slot) - centre_m)});
            }
        }
    }
    std::sort(all.begin(), all.end(), [](const OnLeg& a, const OnLeg& b) {
        return std::tuple(a.leg, a.direction, a.at_m) < std::tuple(b.leg, b.direction, b.at_m);
    });
    long count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[j].leg != all[i].leg || all[j].direction != all[i].direction) break;
            if (all[j].at_m - all[i].at_m >= depth_m - rounding_m) break;
            count += std::abs(all[j].offset_m - all[i].offset_m) < width_m - rounding_m ? 1 : 0;
        }
    }
    return count;
}

}  // namespace gineste::test
