// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "scenario/after_line.hpp"

namespace gineste {

/// The coaches that stand with open doors at one stop. Each gives its seats one by one, every
/// `loading`/`seats`; runners take the coach that goes first.
class CoachStand {
  public:
    struct Coach {
        std::uint32_t number = 0;
        double next_seat_s = 0.0;  ///< from when the next one can board
        int boarded = 0;
    };

    explicit CoachStand(const ServiceSpec& spec)
        : seats_(spec.seats), interval_s_(spec.interval_s), loading_s_(spec.loading_s) {}

    double interval_s() const { return interval_s_; }
    double loading_s() const { return loading_s_; }

    /// The first departure, where no time of day is given: as soon as a coach can be loaded after
    /// the first runner has come.
    double first_departure_s(double first_arrival_s) const;

    void open(std::uint32_t number, double now_s) { coaches_.push_back({number, now_s, 0}); }
    /// Gives a seat away; the coach that gave it and will give another later, or none if no coach
    /// has one just now.
    std::optional<Coach> board(double now_s);
    /// Closes the doors of the coach that goes first and says how many sit in it.
    int leave();

  private:
    int seats_ = 0;
    double interval_s_ = 0.0;
    double loading_s_ = 0.0;
    std::deque<Coach> coaches_;
};

}  // namespace gineste
