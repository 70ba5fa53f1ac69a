// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <limits>
#include <vector>

#include "core/random.hpp"
#include "motion/road.hpp"
#include "scenario/scenario.hpp"
#include "stations/station_record.hpp"
#include "stations/table.hpp"
#include "stations/visit.hpp"

namespace gineste {

/// What a runner brings to a station in one step.
struct StationApproach {
    RunnerId runner;
    double chainage_m = 0.0;
    float offset_m = 0.0F;
    float free_speed_mps = 0.0F;  ///< with nobody else on the road
    double time_s = 0.0;
};

/// Every station of a race: the tables, who waits at them, and what is counted.
class Stations {
  public:
    Stations(const Scenario& scenario, const Road& road, std::size_t runners);

    /// Chainage from which a runner must be steered; infinity after the last station.
    double attention_m(RunnerId runner) const;

    /// Moves the runner's own visit on and says what it asks of the next step. Touches nothing of
    /// another runner: safe in parallel. Events for `serve` are appended to `events`.
    Wish steer(const StationApproach& approach, std::vector<StationEvent>& events);

    /// Those who came over the line take what is offered after it.
    void welcome(RunnerId runner, double time_s);

    /// A runner who leaves the road leaves the stations, unserved if on the way to a table.
    void forget(RunnerId runner, double time_s);

    /// Runners waiting at any table.
    std::size_t waiting() const;

    /// Deals with a step's events, then lets every table serve. Serial, in slot order.
    void serve(const std::vector<StationEvent>& events, double time_s);

    const std::vector<StationRecord>& records() const { return records_; }
    bool is_at_station(RunnerId runner) const {
        return visits_[runner.value].phase != VisitPhase::none;
    }

  private:
    struct Post {  ///< a station with its tables; tables of the right side follow the left's
        StationSpec spec;
        double approach_m = 0.0;
        double pitch_m = 0.0;  ///< from one table to the next
        int sides = 1;
        std::vector<Table> tables;
        std::vector<std::size_t> busy;  ///< tables where somebody waits
        std::size_t waiting = 0;
    };

    Visit decided(const Post& post, const StationApproach& approach, bool& wants) const;
    void come_by(const StationApproach& approach, Visit& visit, std::vector<StationEvent>& events);
    Wish approach_table(const StationApproach& approach, Visit& visit,
                        std::vector<StationEvent>& events);
    float edge_offset_m(const Visit& visit, double chainage_m) const;
    double table_m(const Visit& visit) const;
    std::size_t table_index(const Visit& visit) const;
    void next_station(Visit& visit) const;
    bool next_table(Visit& visit) const;

    void note(const StationEvent& event, double time_s);
    void ask(StationId station, RunnerId runner, double time_s);
    void serve_post(std::size_t station, double time_s);
    void hand_over(std::size_t station, const Customer& customer, double time_s);
    std::size_t interval(StationRecord& record, double time_s) const;

    Random random_;
    double interval_s_ = 60.0;
    float half_body_m_ = 0.25F;
    const Road* road_ = nullptr;
    std::vector<Post> posts_;  ///< in running order; spec position in origin_
    std::vector<Visit> visits_;
    std::vector<StationRecord> records_;
    std::size_t on_road_ = 0;  ///< the posts before this index stand on the road
};

}  // namespace gineste
