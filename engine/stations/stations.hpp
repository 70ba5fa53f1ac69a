// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/random.hpp"
#include "motion/road.hpp"
#include "scenario/scenario.hpp"
#include "stations/book.hpp"
#include "stations/layout.hpp"
#include "stations/station_record.hpp"
#include "stations/stock.hpp"
#include "stations/table.hpp"
#include "stations/visit.hpp"

namespace gineste {

/// What a station knows of the field; by RunnerId.
struct Guests {
    std::vector<float> rank;          ///< share of the field that is faster
    std::vector<std::uint16_t> wave;  ///< WaveId

    /// So many of one wave, each as fast as the middle of the field.
    static Guests alike(std::size_t runners) {
        return {std::vector<float>(runners, 0.5F), std::vector<std::uint16_t>(runners, 0)};
    }
};

/// What a runner brings to a station in one step.
struct StationApproach {
    RunnerId runner;
    double chainage_m = 0.0;
    float offset_m = 0.0F;
    float free_speed_mps = 0.0F;  ///< with nobody else on the road
    double time_s = 0.0;
    float speed_mps = 0.0F;  ///< now
    float lost_s = 0.0F;     ///< to other runners, since the start
};

/// Every station of a race: the tables, who waits at them, and what is counted.
class Stations {
  public:
    /// `road` must outlive the stations.
    Stations(const Scenario& scenario, const Road& road, Guests guests);

    /// Chainage from which a runner must be steered; infinity after the last station.
    double attention_m(RunnerId runner) const;

    /// Moves the runner's own visit on and says what it asks of the next step. Touches nothing of
    /// another runner: safe in parallel. Events for `serve` are appended to `events`.
    Wish steer(const StationApproach& approach, std::vector<StationEvent>& events);

    /// Those who came over the line take what is offered after it.
    void welcome(RunnerId runner, double time_s);

    /// A runner who leaves the road leaves the stations, unserved if waiting or on the way to a
    /// table.
    void forget(RunnerId runner, double time_s);

    /// Runners waiting at any table.
    std::size_t waiting() const;

    /// Deals with a step's events, then lets every table serve. Serial, in slot order.
    void serve(const std::vector<StationEvent>& events, double time_s);

    /// In running order.
    std::vector<StationRecord> records() const;
    /// Two races pass one station: from now on its tables and its stock serve both, each by its own
    /// choices and each with a book of its own. `mirrored`: they run past it in opposite
    /// directions. Both have as many tables and sides. To be called before anybody comes by.
    void share(StationId own, Stations& with, StationId theirs, bool mirrored);
    /// The first gun of this race is so long after the one that shared stations count from.
    void set_clock(double later_s) { clock_s_ = later_s; }

    bool is_at_station(RunnerId runner) const {
        return visits_[runner.value].phase != VisitPhase::none;
    }

  private:
    struct Counter {  ///< what stands on the road, whoever comes by
        Stock stock;
        std::vector<Table> tables;
        std::vector<std::size_t> busy;  ///< tables where somebody waits
    };
    struct Post {  ///< a station as this race passes it
        StationSpec spec;
        StationLayout layout;
        StationBook book;
        std::shared_ptr<Counter> counter;
        bool mirrored = false;  ///< its tables are counted from the other end and side
        bool shared = false;    ///< its counter goes by the day's clock
        std::vector<std::vector<std::int64_t>>
            left_by_quarter{};  ///< shared: by good, on our clock
        std::size_t waiting = 0;

        const Table& table(int side, int number) const {
            return counter->tables[index(side, number)];
        }
        std::size_t index(int side, int number) const {
            if (!mirrored) return layout.index(side, number);
            return layout.index(layout.sides() == 2 ? -side : side, spec.tables - 1 - number);
        }
    };

    // The runner's own half: stations.cpp
    void decide(const Post& post, const StationApproach& approach, Visit& visit) const;
    void fill_basket(const Post& post, RunnerId runner, Visit& visit) const;
    void come_by(const StationApproach& approach, Visit& visit, std::vector<StationEvent>& events);
    Wish approach_table(const StationApproach& approach, Visit& visit,
                        std::vector<StationEvent>& events) const;
    Wish drink_on(const StationApproach& approach, const Visit& visit) const;
    bool takes_nearest_table(const StationApproach& approach, Visit& visit) const;
    void pass_full_table(const StationApproach& approach, Visit& visit) const;
    float edge_offset_m(const Visit& visit, double chainage_m) const;
    double table_m(const Visit& visit) const;
    std::size_t table_index(const Visit& visit) const;
    bool next_table(Visit& visit) const;

    // The station's half: service.cpp
    void note(const StationEvent& event, double time_s);
    void ask(StationId station, RunnerId runner, double time_s);
    void join(std::size_t station, std::size_t table, RunnerId runner, double time_s);
    static void serve_counter(Counter& counter, double counter_s);
    void hand_over(Post& post, const Customer& customer, int pieces, double counter_s);
    void let_drink(const Post& post, RunnerId runner, double time_s);
    double counter_time_s(const Post& post, double time_s) const {
        return post.shared ? time_s + clock_s_ : time_s;
    }
    void look_at_stock(Post& post, double time_s) const;
    std::vector<GoodRecord> goods(const Post& post) const;

    Random random_;
    ThirstSpec thirst_;
    float step_s_ = 0.5F;
    double clock_s_ = 0.0;  ///< of shared counters, when this race's clock is at 0
    double heat_ = 0.0;
    double lateral_speed_mps_ = 0.8;
    float half_body_m_ = 0.25F;
    const Road* road_ = nullptr;
    Guests guests_;
    std::vector<Post> posts_;  ///< in running order
    std::vector<Visit> visits_;
    std::size_t on_road_ = 0;  ///< the posts before this index stand on the road
};

}  // namespace gineste
