// SPDX-License-Identifier: Apache-2.0
// The stations' half: lines, hands, stock and counts, all of it in slot order.
#include <algorithm>
#include <cmath>

#include "stations/stations.hpp"

namespace gineste {
namespace {

constexpr double kGrabbed = 12.5;  // m on which one who grabs is slow: 10-15 m (model notes, § 4.3)

}  // namespace

void Stations::note(const StationEvent& event, double time_s) {
    StationBook& book = posts_[event.station.value].book;
    const Visit& visit = visits_[event.runner.value];
    switch (event.kind) {
        case StationEvent::Kind::arrived:
            book.note_arrival(time_s, guests_.wave[event.runner.value]);
            break;
        case StationEvent::Kind::wants:
            book.note_wish(time_s, units(basket_of(visit)));
            break;
        case StationEvent::Kind::found_none:
            book.note_nothing_left();
            book.note_unserved(time_s);
            break;
        case StationEvent::Kind::gave_up:
            book.note_unserved(time_s);
            break;
        case StationEvent::Kind::asks:
            ask(event.station, event.runner, time_s);
            break;
        case StationEvent::Kind::left:
            book.note_leaving({visit.entered_s, event.at_s, event.lost_s, visit.wants});
            break;
    }
}

void Stations::ask(StationId station, RunnerId runner, double time_s) {
    Post& post = posts_[station.value];
    Visit& visit = visits_[runner.value];
    const std::size_t index = table_index(visit);
    const auto places = static_cast<std::size_t>(post.spec.places);
    if (post.tables[index].queue() >= places && next_table(visit)) return;
    join(post, index, runner, time_s);
    visit.phase = VisitPhase::waiting;
}

void Stations::join(Post& post, std::size_t table, RunnerId runner, double time_s) {
    if (post.tables[table].queue() == 0) post.busy.push_back(table);
    post.tables[table].join({runner, units(basket_of(visits_[runner.value])), time_s});
    ++post.waiting;
}

// Off the road: no longer in a line, on the way to a table or in the zone.
void Stations::forget(RunnerId runner, double time_s) {
    Visit& visit = visits_[runner.value];
    if (visit.phase == VisitPhase::none) return;
    Post& post = posts_[visit.station];
    const bool in_line = visit.phase == VisitPhase::waiting;
    const bool on_the_way =
        visit.phase == VisitPhase::approaching || visit.phase == VisitPhase::asking;
    if (in_line && post.tables[table_index(visit)].leave(runner)) --post.waiting;
    if (in_line || on_the_way) post.book.note_unserved(time_s);
    post.book.note_leaving({visit.entered_s, time_s, 0.0F, visit.wants});
    visit.phase = VisitPhase::none;
    ++visit.station;
}

void Stations::welcome(RunnerId runner, double time_s) {
    forget(runner, time_s);
    Visit& visit = visits_[runner.value];
    for (std::size_t station = on_road_; station < posts_.size(); ++station) {
        Post& post = posts_[station];
        visit.station = static_cast<std::uint16_t>(station);
        decide(post, {runner, road_->length_m(), 0.0F, 0.0F, time_s}, visit);
        post.book.note_arrival(time_s, guests_.wave[runner.value]);
        if (!visit.wants) continue;
        post.book.note_wish(time_s, units(basket_of(visit)));
        const auto shortest =
            std::min_element(post.tables.begin(), post.tables.end(),
                             [](const Table& a, const Table& b) { return a.queue() < b.queue(); });
        join(post, static_cast<std::size_t>(shortest - post.tables.begin()), runner, time_s);
    }
}

std::size_t Stations::waiting() const {
    std::size_t sum = 0;
    for (const Post& post : posts_) sum += post.waiting;
    return sum;
}

std::vector<StationRecord> Stations::records() const {
    std::vector<StationRecord> records;
    for (const Post& post : posts_) {
        records.push_back(post.book.record());
        records.back().goods = post.stock.records();
    }
    return records;
}

void Stations::serve(const std::vector<StationEvent>& events, double time_s) {
    for (const StationEvent& event : events) note(event, time_s);
    for (Post& post : posts_) {
        post.stock.tick(time_s);
        if (post.waiting > 0) serve_post(post, time_s);
        post.book.end_step(time_s, post.waiting);
    }
}

void Stations::serve_post(Post& post, double time_s) {
    std::sort(post.busy.begin(), post.busy.end());
    for (const std::size_t index : post.busy) {
        Table& table = post.tables[index];
        while (table.is_ready(time_s)) serve_first(post, table, time_s);
    }
    std::erase_if(post.busy, [&](std::size_t index) { return post.tables[index].queue() == 0; });
}

void Stations::serve_first(Post& post, Table& table, double time_s) {
    const Visit& visit = visits_[table.line().front().runner.value];
    const int pieces = units(post.stock.hand_out(basket_of(visit), time_s));
    const Customer customer = table.serve_first(pieces);
    --post.waiting;
    if (pieces == 0) {
        post.book.note_nothing_left();
        post.book.note_unserved(time_s);
    } else {
        const double wait_s = static_cast<double>(visit.stood_s) + time_s - customer.since_s;
        post.book.note_service(time_s, pieces, wait_s);
    }
    if (post.layout.is_after_line()) return;
    if (pieces == 0) {
        visits_[customer.runner.value].phase = VisitPhase::leaving;
    } else {
        let_drink(post, customer.runner, time_s);
    }
}

void Stations::let_drink(const Post& post, RunnerId runner, double time_s) {
    Visit& visit = visits_[runner.value];
    const double here_m = table_m(visit);
    visit.last_m[static_cast<std::size_t>(post.spec.kind)] = static_cast<float>(here_m);
    if (visit.mode == DrinkMode::stop) {
        const double z = random_.normal(runner, Purpose::stop_time, visit.station);
        visit.phase = VisitPhase::standing;
        visit.until_s = time_s + post.spec.stop_median_s * std::exp(post.spec.stop_log_sd * z);
        return;
    }
    const double on_m = visit.mode == DrinkMode::grab ? kGrabbed : post.spec.drink_zone_m;
    visit.phase = VisitPhase::drinking;
    visit.until_m = static_cast<float>(here_m + on_m);
}

}  // namespace gineste
