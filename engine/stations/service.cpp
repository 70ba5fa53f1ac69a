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
    if (post.counter->tables[index].queue() >= places && next_table(visit)) return;
    join(station.value, index, runner, time_s);
    visit.phase = VisitPhase::waiting;
}

void Stations::join(std::size_t station, std::size_t table, RunnerId runner, double time_s) {
    Post& post = posts_[station];
    Counter& counter = *post.counter;
    if (counter.tables[table].queue() == 0) counter.busy.push_back(table);
    counter.tables[table].join({runner, units(basket_of(visits_[runner.value])),
                                counter_time_s(post, time_s), this, station});
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
    if (in_line && post.counter->tables[table_index(visit)].leave(runner, this)) --post.waiting;
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
        const std::vector<Table>& tables = post.counter->tables;
        const auto shortest =
            std::min_element(tables.begin(), tables.end(),
                             [](const Table& a, const Table& b) { return a.queue() < b.queue(); });
        join(station, static_cast<std::size_t>(shortest - tables.begin()), runner, time_s);
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
        records.back().goods = goods(post);
    }
    return records;
}

// All that the counter handed out, on this race's clock.
std::vector<GoodRecord> Stations::goods(const Post& post) const {
    std::vector<GoodRecord> goods = post.counter->stock.records();
    if (!post.shared) return goods;
    for (std::size_t k = 0; k < goods.size(); ++k) {
        goods[k].first_out_s -= clock_s_;
        goods[k].left_by_quarter.clear();
        if (k < post.left_by_quarter.size()) goods[k].left_by_quarter = post.left_by_quarter[k];
    }
    return goods;
}

// What a shared store is at every full quarter of an hour of this race.
void Stations::look_at_stock(Post& post, double time_s) const {
    constexpr double quarter_s = 900.0;
    const std::size_t looks = post.left_by_quarter.empty() ? 0 : post.left_by_quarter[0].size();
    if (!post.shared || time_s < quarter_s * static_cast<double>(looks)) return;
    const std::vector<GoodRecord> goods = post.counter->stock.records();
    post.left_by_quarter.resize(goods.size());
    for (std::size_t k = 0; k < goods.size(); ++k) post.left_by_quarter[k].push_back(goods[k].left);
}

void Stations::serve(const std::vector<StationEvent>& events, double time_s) {
    for (const StationEvent& event : events) note(event, time_s);
    for (Post& post : posts_) {
        post.counter->stock.tick(counter_time_s(post, time_s));
        look_at_stock(post, time_s);
        serve_counter(*post.counter, counter_time_s(post, time_s));
        post.book.end_step(time_s, post.waiting);
    }
}

// Whoever is next in line, of whatever race.
void Stations::serve_counter(Counter& counter, double counter_s) {
    if (counter.busy.empty()) return;
    std::sort(counter.busy.begin(), counter.busy.end());
    for (const std::size_t index : counter.busy) {
        Table& table = counter.tables[index];
        while (table.is_ready(counter_s)) {
            const Customer& first = table.line().front();
            Stations& of = *first.of;
            const Basket wanted = basket_of(of.visits_[first.runner.value]);
            const int pieces = units(counter.stock.hand_out(wanted, counter_s));
            const Customer customer = table.serve_first(pieces);
            of.hand_over(of.posts_[customer.post], customer, pieces, counter_s);
        }
    }
    std::erase_if(counter.busy,
                  [&](std::size_t index) { return counter.tables[index].queue() == 0; });
}

void Stations::hand_over(Post& post, const Customer& customer, int pieces, double counter_s) {
    const double time_s = post.shared ? counter_s - clock_s_ : counter_s;
    Visit& visit = visits_[customer.runner.value];
    --post.waiting;
    if (pieces == 0) {
        post.book.note_nothing_left();
        post.book.note_unserved(time_s);
    } else {
        const double wait_s = static_cast<double>(visit.stood_s) + counter_s - customer.since_s;
        post.book.note_service(time_s, pieces, wait_s);
    }
    if (post.layout.is_after_line()) return;
    if (pieces == 0) {
        visit.phase = VisitPhase::leaving;
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
