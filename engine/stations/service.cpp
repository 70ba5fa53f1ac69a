// SPDX-License-Identifier: Apache-2.0
// The serial half of a station: queues, hands and counts.
#include <algorithm>
#include <cmath>

#include "stations/stations.hpp"

namespace gineste {
namespace {

constexpr std::size_t kLongQueue = 4;  // from here on runners try the next table

void grow(std::vector<std::uint32_t>& counts, std::size_t size) {
    if (counts.size() < size) counts.resize(size, 0);
}

}  // namespace

std::size_t Stations::interval(StationRecord& record, double time_s) const {
    const auto k = static_cast<std::size_t>(std::max(0.0, time_s) / interval_s_);
    for (auto* counts : {&record.arrivals, &record.takers, &record.served, &record.unserved,
                         &record.cups, &record.peak_queue}) {
        grow(*counts, k + 1);
    }
    return k;
}

void Stations::note(const StationEvent& event, double time_s) {
    StationRecord& record = records_[event.station.value];
    const std::size_t k = interval(record, time_s);
    switch (event.kind) {
        case StationEvent::Kind::arrived:
            ++record.arrivals[k];
            break;
        case StationEvent::Kind::wants:
            ++record.takers[k];
            break;
        case StationEvent::Kind::gave_up:
            ++record.unserved[k];
            break;
        case StationEvent::Kind::asks:
            ask(event.station, event.runner, time_s);
            break;
    }
}

void Stations::ask(StationId station, RunnerId runner, double time_s) {
    Post& post = posts_[station.value];
    Visit& visit = visits_[runner.value];
    const std::size_t index = table_index(visit);
    Table& table = post.tables[index];
    if (table.queue() >= kLongQueue && next_table(visit)) return;
    if (table.queue() == 0) post.busy.push_back(index);
    table.join({runner, visit.cups, time_s});
    visit.phase = VisitPhase::waiting;
    ++post.waiting;
}

void Stations::forget(RunnerId runner, double time_s) {
    Visit& visit = visits_[runner.value];
    if (visit.phase == VisitPhase::approaching) {
        note({StationEvent::Kind::gave_up, StationId(visit.station), runner}, time_s);
    }
    visit.phase = VisitPhase::none;
}

std::size_t Stations::waiting() const {
    std::size_t sum = 0;
    for (const Post& post : posts_) sum += post.waiting;
    return sum;
}

void Stations::serve(const std::vector<StationEvent>& events, double time_s) {
    for (const StationEvent& event : events) note(event, time_s);
    for (std::size_t station = 0; station < posts_.size(); ++station) {
        if (posts_[station].waiting > 0) serve_post(station, time_s);
    }
}

void Stations::serve_post(std::size_t station, double time_s) {
    Post& post = posts_[station];
    std::sort(post.busy.begin(), post.busy.end());
    for (const std::size_t index : post.busy) {
        while (const auto customer = post.tables[index].serve(time_s)) {
            hand_over(station, *customer, time_s);
        }
    }
    std::erase_if(post.busy, [&](std::size_t index) { return post.tables[index].queue() == 0; });
    StationRecord& record = records_[station];
    const std::size_t k = interval(record, time_s);
    record.peak_queue[k] = std::max(record.peak_queue[k], static_cast<std::uint32_t>(post.waiting));
}

void Stations::hand_over(std::size_t station, const Customer& customer, double time_s) {
    Post& post = posts_[station];
    --post.waiting;
    StationRecord& record = records_[station];
    const std::size_t k = interval(record, time_s);
    ++record.served[k];
    record.cups[k] += static_cast<std::uint32_t>(customer.cups);
    record.wait_s.push_back(static_cast<float>(time_s - customer.since_s));
    if (record.after_line) return;
    Visit& visit = visits_[customer.runner.value];
    switch (visit.mode) {
        case DrinkMode::grab:
            next_station(visit);
            break;
        case DrinkMode::walk:
            visit.phase = VisitPhase::walking;
            visit.until_m = static_cast<float>(table_m(visit) + post.spec.drink_zone_m);
            break;
        case DrinkMode::stop: {
            const double z = random_.normal(customer.runner, Purpose::stop_time, visit.station);
            visit.phase = VisitPhase::standing;
            visit.until_s = time_s + post.spec.stop_median_s * std::exp(post.spec.stop_log_sd * z);
            break;
        }
    }
}

}  // namespace gineste
