// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "course/network.hpp"
#include "day/day_record.hpp"
#include "day/day_stations.hpp"
#include "day/sight.hpp"
#include "field/field.hpp"
#include "motion/road.hpp"
#include "race/race.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {

/// A race as it comes into a day: its scenario with the stations of the day (`place_stations`).
struct DayRace {
    const Scenario* scenario = nullptr;
    const Course* course = nullptr;
    Field field;
};

/// All races of a day, step by step on the same roads. Each is the race it is alone, and what
/// others do to it comes in four ways and no other: company that its runners see (sight.hpp), edges
/// that move (merge.hpp, counterflow.hpp), gates (crossing.hpp), tables that serve others too.
class Day {
  public:
    /// Spec, network, scenarios and courses must outlive the day. @throws InputError where the
    /// races have steps of different length, or guns that are no whole number of steps apart.
    Day(const DaySpec& spec, const Network& network, std::vector<DayRace> races,
        const std::vector<StationPass>& stations = {}, RaceOptions options = {});
    ~Day();
    Day(const Day&) = delete;
    Day& operator=(const Day&) = delete;

    /// One step of every race that has begun and is not over. False once all are.
    bool advance();

    double time_s() const { return time_s_; }  ///< after the first gun of the day
    std::size_t size() const { return starts_s_.size(); }
    const Race& race(std::size_t k) const;
    const Road& road(std::size_t k) const;
    /// First gun of each race, as planned, after that of the day.
    const std::vector<double>& starts_s() const { return starts_s_; }
    double first_gun_instant_s() const { return first_gun_instant_s_; }

    /// What each race leaves behind, on its own clock.
    std::vector<Record> records() const;
    /// What crossings held.
    std::vector<HoldNotes> holds() const;

  private:
    struct Parts;
    void connect(const DaySpec& spec, const Network& network);
    void share_stations(const std::vector<StationPass>& stations);
    bool is_on(std::size_t k) const;
    void release(std::size_t k);
    void divide_roads();
    void rule_crossings();
    void look_round(std::size_t k);
    void move(const std::vector<std::size_t>& on);
    float left_m(const Sight& sight) const;

    std::vector<double> starts_s_;
    double first_gun_instant_s_ = 0.0;
    double step_s_ = 0.5;
    std::size_t step_ = 0;
    double time_s_ = 0.0;
    std::unique_ptr<Parts> parts_;
};

}  // namespace gineste
