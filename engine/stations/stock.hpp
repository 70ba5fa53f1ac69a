// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "scenario/scenario.hpp"
#include "stations/station_record.hpp"
#include "stations/visit.hpp"

namespace gineste {

inline constexpr std::size_t kMostGoods = 8;

/// How many of each good, in the order of the station's goods.
using Basket = std::array<int, kMostGoods>;
int units(const Basket& basket);
/// What a runner wants of a station.
Basket basket_of(const Visit& visit);

/// What a station has to hand out: one store for all of its tables. A good whose store falls to
/// `refill_at` is sent for, once at a time, and `refill` of it is there `refill_delay` later.
class Stock {
  public:
    explicit Stock(const StationSpec& spec);

    /// Takes out what is there of what is wanted, and keeps account of both.
    Basket hand_out(const Basket& wanted, double time_s);
    /// Deliveries that have come by now, and what the store is at every full quarter of an hour.
    void tick(double time_s);
    /// Nothing at all is left.
    bool is_dry() const { return dry_; }
    std::size_t goods() const { return shelves_.size(); }

    std::vector<GoodRecord> records() const;

  private:
    struct Shelf {
        GoodRecord record;
        std::int64_t refill_at = -1;
        std::int64_t refill = 0;
        double refill_delay_s = 0.0;
        double due_s = std::numeric_limits<double>::infinity();
    };
    void send_for_more(Shelf& shelf, double time_s) const;
    void look_for_dryness();

    std::vector<Shelf> shelves_;
    bool dry_ = false;
    double next_look_s_ = 0.0;
};

}  // namespace gineste
