// SPDX-License-Identifier: Apache-2.0
#include "services/service_state.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "services/service_time.hpp"

namespace gineste {
namespace {

ServiceRecord described(const ServiceSpec& spec) {
    ServiceRecord record;
    record.name = spec.name;
    record.kind = kind_text(spec.kind);
    record.role = spec.role;
    record.servers = spec.kind == ServiceKind::open ? 0 : spec.servers;
    record.places = spec.places.value_or(0);
    record.hands = spec.hands;
    if (spec.kind == ServiceKind::coaches) {
        record.seats = spec.seats;
    } else {
        record.mean_s = spec.mean_s;
        record.spread = ServiceTime(spec).spread();
    }
    record.largest_queue_s = record.first_arrival_s = record.last_served_s = kNever;
    return record;
}

}  // namespace

const char* kind_text(ServiceKind kind) {
    if (kind == ServiceKind::counter) return "counter";
    return kind == ServiceKind::open ? "open" : "coaches";
}

ServiceState::ServiceState(const ServiceSpec& spec, double interval_s)
    : unlimited_(spec.kind == ServiceKind::open),
      interval_s_(interval_s),
      record_(described(spec)) {}

std::size_t ServiceState::interval(double time_s) {
    const auto k = static_cast<std::size_t>(std::max(0.0, time_s) / interval_s_);
    if (record_.arrivals.size() <= k) {
        for (auto* counts : {&record_.arrivals, &record_.served, &record_.peak_queue}) {
            counts->resize(k + 1, 0);
        }
        for (auto* sums : {&record_.present_s, &record_.busy_s, &record_.blocked_s}) {
            sums->resize(k + 1, 0.0);
        }
    }
    return k;
}

void ServiceState::pass_time(double now_s) {
    if (present_ == 0 && busy_ == 0 && blocked_ == 0) {
        since_s_ = now_s;
        return;
    }
    while (since_s_ < now_s) {
        const std::size_t k = interval(since_s_);
        const double end_s = std::min(now_s, static_cast<double>(k + 1) * interval_s_);
        const double lasting_s = end_s - since_s_;
        record_.present_s[k] += present_ * lasting_s;
        record_.busy_s[k] += busy_ * lasting_s;
        record_.blocked_s[k] += blocked_ * lasting_s;
        const auto waiting = static_cast<std::uint32_t>(line_.size());
        record_.peak_queue[k] = std::max(record_.peak_queue[k], waiting);
        since_s_ = end_s;
    }
}

void ServiceState::arrive(double now_s) {
    pass_time(now_s);
    ++present_;
    ++record_.arrivals[interval(now_s)];
    if (std::isnan(record_.first_arrival_s)) record_.first_arrival_s = now_s;
}

void ServiceState::stand_in_line(Guest guest, double now_s) {
    line_.push_back(guest);
    const std::size_t k = interval(now_s);
    const auto waiting = static_cast<std::uint32_t>(line_.size());
    record_.peak_queue[k] = std::max(record_.peak_queue[k], waiting);
    if (line_.size() <= record_.largest_queue) return;
    record_.largest_queue = line_.size();
    record_.largest_queue_s = now_s;
}

ServiceState::Guest ServiceState::take_from_line() {
    EXPECT(!line_.empty());
    const Guest guest = line_.front();
    line_.pop_front();
    return guest;
}

void ServiceState::begin(double now_s, double arrived_s) {
    pass_time(now_s);
    ++busy_;
    record_.wait_s.push_back(static_cast<float>(now_s - arrived_s));
}

void ServiceState::end(double now_s) {
    pass_time(now_s);
    --busy_;
}

void ServiceState::block(double now_s) {
    pass_time(now_s);
    ++blocked_;
}

void ServiceState::unblock(double now_s) {
    pass_time(now_s);
    --blocked_;
}

void ServiceState::leave(double now_s, double arrived_s) {
    pass_time(now_s);
    --present_;
    ++record_.served[interval(now_s)];
    record_.stayed_s += now_s - arrived_s;
    record_.last_served_s = now_s;
}

void ServiceState::depart(double now_s, int seats_used) {
    record_.departures.push_back({now_s, seats_used});
}

ServiceRecord ServiceState::close(double end_s, std::size_t intervals) {
    pass_time(end_s);
    ENSURE(present_ == static_cast<int>(line_.size()) + busy_ + blocked_);
    record_.remaining = static_cast<std::size_t>(present_);
    for (auto* counts : {&record_.arrivals, &record_.served, &record_.peak_queue}) {
        counts->resize(intervals, 0);
    }
    for (auto* sums : {&record_.present_s, &record_.busy_s, &record_.blocked_s}) {
        sums->resize(intervals, 0.0);
    }
    auto& departures = record_.departures;
    while (!departures.empty() && departures.back().seats_used == 0) departures.pop_back();
    return record_;
}

}  // namespace gineste
