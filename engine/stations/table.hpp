// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "core/ids.hpp"

namespace gineste {

class Stations;

/// Someone who waits at a table, or was just served there.
struct Customer {
    RunnerId runner;
    int cups = 1;
    double since_s = 0.0;    ///< joined at
    Stations* of = nullptr;  ///< the race's own half of all its stations
    std::size_t post = 0;    ///< which of them this one is
};

/// One table: a line of runners, first come first served, and hands that each pass one cup after
/// another. Who is served leaves at once; the hand is busy until the next cup is ready.
class Table {
  public:
    Table(int hands, double s_per_cup)
        : s_per_cup_(s_per_cup), free_at_s_(static_cast<std::size_t>(hands), 0.0) {}

    void join(const Customer& customer) { waiting_.push_back(customer); }
    std::size_t queue() const { return waiting_.size(); }
    const std::deque<Customer>& line() const { return waiting_; }

    /// Gives up waiting. False where the runner does not.
    bool leave(RunnerId runner, const Stations* of = nullptr) {
        return std::erase_if(waiting_, [runner, of](const Customer& customer) {
                   return customer.runner == runner && customer.of == of;
               }) > 0;
    }

    /// Whether a hand can serve the first in line by `now_s`.
    bool is_ready(double now_s) const {
        const auto hand = next_hand();
        return !waiting_.empty() && hand != free_at_s_.end() && *hand <= now_s;
    }

    /// Serves the first in line, to whom `cups` are handed. To be called where `is_ready`.
    Customer serve_first(int cups) {
        const Customer customer = waiting_.front();
        waiting_.pop_front();
        const auto hand = std::min_element(free_at_s_.begin(), free_at_s_.end());
        // Counted from when the hand could have begun, not from the end of the step, so that a
        // table's rate does not depend on the step.
        *hand = std::max(*hand, customer.since_s) + cups * s_per_cup_;
        return customer;
    }

    /// The next customer whom a hand can serve by `now_s`, and who gets all that is wanted.
    std::optional<Customer> serve(double now_s) {
        if (!is_ready(now_s)) return std::nullopt;
        return serve_first(waiting_.front().cups);
    }

  private:
    std::vector<double>::const_iterator next_hand() const {
        return std::min_element(free_at_s_.begin(), free_at_s_.end());
    }

    double s_per_cup_ = 3.0;
    std::vector<double> free_at_s_;
    std::deque<Customer> waiting_;
};

}  // namespace gineste
