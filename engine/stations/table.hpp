// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "core/ids.hpp"

namespace gineste {

/// Someone who waits at a table, or was just served there.
struct Customer {
    RunnerId runner;
    int cups = 1;
    double since_s = 0.0;  ///< joined at
};

/// One table: a line of runners, first come first served, and hands that each pass one cup after
/// another. Who is served leaves at once; the hand is busy until the next cup is ready.
class Table {
  public:
    Table(int hands, double s_per_cup)
        : s_per_cup_(s_per_cup), free_at_s_(static_cast<std::size_t>(hands), 0.0) {}

    void join(const Customer& customer) { waiting_.push_back(customer); }
    std::size_t queue() const { return waiting_.size(); }

    /// The next customer whom a hand can serve by `now_s`.
    std::optional<Customer> serve(double now_s) {
        if (waiting_.empty()) return std::nullopt;
        const auto hand = std::min_element(free_at_s_.begin(), free_at_s_.end());
        if (hand == free_at_s_.end() || *hand > now_s) return std::nullopt;
        const Customer customer = waiting_.front();
        waiting_.pop_front();
        // Counted from when the hand could have begun, not from the end of the step, so that a
        // table's rate does not depend on the step.
        const double begin_s = std::max(*hand, customer.since_s);
        *hand = begin_s + customer.cups * s_per_cup_;
        return customer;
    }

  private:
    double s_per_cup_ = 3.0;
    std::vector<double> free_at_s_;
    std::deque<Customer> waiting_;
};

}  // namespace gineste
