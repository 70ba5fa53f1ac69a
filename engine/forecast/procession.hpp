// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "field/field.hpp"
#include "forecast/crowd.hpp"
#include "forecast/forecast.hpp"
#include "forecast/free_times.hpp"
#include "forecast/narrowings.hpp"
#include "forecast/queue_space.hpp"
#include "forecast/turns.hpp"

namespace gineste {

inline constexpr double kHere = 50.0;  ///< m over which a speed at a place is taken

/// How the crowd is reckoned with, beside the queues.
struct CrowdCosts {
    PassingLaw law;
    const std::vector<StationSpec>* stations = nullptr;
    double noise_sd = 0.0;  ///< of the pace
    double weight = 1.0;    ///< runners for whom each one stands
};

/// All runners on their way, brought together from one chainage to the next. Whoever has no start
/// time takes no part; who withdraws leaves.
class Procession {
  public:
    /// All of them must outlive it. `start_s` by RunnerId, NaN: absent.
    Procession(const Field& field, const Road& road, const HeadwayLaw& law, const FreeTimes& times,
               const std::vector<double>& start_s);

    /// From now on runners cost one another time, and are counted by cells. Before anybody moves.
    void reckon_with(const CrowdCosts& costs);
    /// Everybody runs undisturbed from here to `to_m`, a kilometre on at most; or, where the crowd
    /// is reckoned with, held up by others, to the end of the segment at most.
    void advance(double to_m);
    /// Everybody takes a turn at the narrowing that has been reached; marks that its queue covers
    /// are passed later than noted. `free_mps` is the usual free speed at a chainage.
    NarrowingForecast pass(const Narrowing& narrowing,
                           const std::function<double(double)>& free_mps);
    /// Notes when each comes by the chainage that has been reached.
    void note();

    double at_m() const { return at_m_; }
    /// What was noted, in the order of noting; call when nobody runs any more.
    std::vector<MarkForecast> marks() const;
    /// By RunnerId; NaN for those who are not here.
    std::vector<double> passed_s() const;
    std::vector<double> lost_s() const;
    const CrowdForecast& crowd() const { return crowd_; }

  private:
    struct Mark {
        double at_m = 0.0;
        std::vector<double> time_s;   // by RunnerId; NaN: never
        std::vector<double> s_per_m;  // the runner's there
    };
    struct Coming;  // who comes to a narrowing, in order
    Pace pace(std::uint32_t id) const {
        return {static_cast<double>(field_.flat_speed_mps[id]),
                static_cast<double>(field_.hill_response[id]),
                static_cast<double>(field_.drift[id])};
    }
    Coming coming(const Narrowing& narrowing) const;
    double hold(const Coming& coming, const Turns& turns);  // capacity, runners/s
    void hold_up_marks(const QueueSpace& queue, double length_m);
    void hold_up_cells(const QueueSpace& queue, double length_m);
    void advance_in_crowd(const FreeTimes::Stretch& stretch, double to_m);
    MarkForecast summed_up(const Mark& mark) const;
    std::vector<double> of_those_here(const std::vector<double>& values) const;

    const Field& field_;
    const Road& road_;
    const HeadwayLaw& law_;
    const FreeTimes& times_;
    double at_m_ = 0.0;
    std::vector<std::uint32_t> here_;  // ids, ascending
    std::vector<double> now_s_;        // by RunnerId, as all that follow
    std::vector<double> lost_s_;
    std::vector<double> delay_s_;  // at the latest narrowing
    std::vector<Mark> marks_;
    CrowdCosts costs_;
    CrowdForecast crowd_;
    std::vector<double> alone_s_;  // over the piece of road that is being run
    std::vector<double> alone_mps_;
};

}  // namespace gineste
