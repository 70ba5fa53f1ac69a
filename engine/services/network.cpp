// SPDX-License-Identifier: Apache-2.0
#include "services/network.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <queue>
#include <string>
#include <tuple>

#include "core/contract.hpp"
#include "core/random.hpp"
#include "services/coach_stand.hpp"
#include "services/service_state.hpp"
#include "services/service_time.hpp"

namespace gineste {
namespace {

constexpr double kPatience_s = 86400.0;  // nobody is followed for longer after the last finisher
constexpr double kRounding = 1e-6;
constexpr std::uint32_t kOutside = UINT32_MAX;  // the line where one comes from, or away

using Guest = ServiceState::Guest;

struct Event {
    enum class Kind : std::uint8_t { service_ends, coach_opens, seat_is_free, coach_leaves };
    double time_s = 0.0;
    Kind kind = Kind::service_ends;
    std::uint32_t service = 0;
    std::uint32_t number = 0;  ///< the guest, or the coach
};

// Ties go by kind, service and number: what ends makes room for what begins.
struct Later {
    bool operator()(const Event& a, const Event& b) const {
        return std::tie(a.time_s, a.kind, a.service, a.number) >
               std::tie(b.time_s, b.kind, b.service, b.number);
    }
};

// Where one goes, by cumulated shares; what is left over goes to `otherwise`.
struct Shares {
    std::vector<double> up_to;
    std::vector<std::uint32_t> target;
    std::uint32_t otherwise = kOutside;

    std::uint32_t at(double uniform) const {
        for (std::size_t k = 0; k < up_to.size(); ++k) {
            if (uniform < up_to[k]) return target[k];
        }
        return otherwise;
    }
    void add(std::uint32_t to, double share) {
        if (share <= 0.0) return;
        up_to.push_back((up_to.empty() ? 0.0 : up_to.back()) + share);
        target.push_back(to);
        // Shares that sum to one but for rounding must not send anybody home.
        if (up_to.back() > 1.0 - kRounding) otherwise = to;
    }
};

struct GuestState {
    std::uint32_t service = kOutside;
    std::uint32_t lap = 0;   ///< visits to a service that stands no later in the list
    double arrived_s = 0.0;  ///< at the service; behind the line: over it
};

// A service with what stands at its entrance for lack of room.
struct Node {
    ServiceState state;
    ServiceTime time;
    Shares next;
    CoachStand coaches;
    bool by_coach = false;
    double first_departure_s = kNever;
    bool runs = false;             ///< the first coach has been sent for
    std::deque<Guest> entrance{};  ///< held at the service they come from, or behind the line
};

class Network {
  public:
    Network(const std::vector<ServiceSpec>& services, const std::vector<Finisher>& finishers,
            std::uint64_t seed, double interval_s)
        : random_(seed), interval_s_(interval_s), finishers_(finishers) {
        std::map<std::string, std::uint32_t> index{{kAway, kOutside}};
        for (const ServiceSpec& spec : services) {
            index.emplace(spec.name, static_cast<std::uint32_t>(index.size() - 1));
        }
        for (const ServiceSpec& spec : services) {
            Shares next;
            for (const ServiceRoute& route : spec.next) next.add(index.at(route.to), route.share);
            entry_.add(index.at(spec.name), spec.entering_share);
            nodes_.push_back({ServiceState(spec, interval_s), ServiceTime(spec), next,
                              CoachStand(spec), spec.kind == ServiceKind::coaches,
                              spec.first_s.value_or(kNever)});
        }
        guests_.resize(finishers.size());
        away_s_.assign(finishers.size(), kNever);
        held_.most_s = held_.first_s = held_.last_s = kNever;
    }

    ServicesRecord run() {
        for (std::uint32_t s = 0; s < nodes_.size(); ++s) {
            if (nodes_[s].by_coach && !std::isnan(nodes_[s].first_departure_s)) send_coaches(s);
        }
        const double last_s = finishers_.empty() ? 0.0 : finishers_.back().time_s;
        std::size_t arrived = 0;
        while (true) {
            const bool more = arrived < finishers_.size();
            const bool first =
                !events_.empty() && (!more || events_.top().time_s <= finishers_[arrived].time_s);
            if (first) {
                if (events_.top().time_s > last_s + kPatience_s) break;
                const Event event = events_.top();
                events_.pop();
                now_s_ = event.time_s;
                happen(event);
            } else if (more) {
                now_s_ = finishers_[arrived].time_s;
                cross_line(static_cast<Guest>(arrived++));
            } else {
                break;
            }
            let_in();
        }
        return close();
    }

  private:
    void schedule(double time_s, Event::Kind kind, std::uint32_t service, std::uint32_t number) {
        events_.push({time_s, kind, service, number});
    }
    double uniform(Guest guest, Purpose purpose, std::uint32_t service) const {
        return random_.uniform(finishers_[guest].runner, purpose,
                               service_draw(service, guests_[guest].lap));
    }

    void happen(const Event& event) {
        switch (event.kind) {
            case Event::Kind::service_ends:
                end_service(event.number);
                break;
            case Event::Kind::coach_opens:
                open_coach(event.service, event.number);
                break;
            case Event::Kind::seat_is_free:
                board(event.service);
                break;
            case Event::Kind::coach_leaves:
                nodes_[event.service].state.depart(now_s_, nodes_[event.service].coaches.leave());
                break;
        }
    }

    void cross_line(Guest guest) {
        guests_[guest].arrived_s = now_s_;
        const std::uint32_t to =
            entry_.at(random_.uniform(finishers_[guest].runner, Purpose::service_entry));
        if (to == kOutside) {
            away_s_[guest] = now_s_;
            ++gone_;
        } else if (nodes_[to].state.has_room() && nodes_[to].entrance.empty()) {
            enter(guest, to);
        } else {
            hold(guest, to);
        }
    }

    void hold(Guest guest, std::uint32_t at) {
        nodes_[at].entrance.push_back(guest);
        ++held_now_;
        if (std::isnan(held_.first_s)) held_.first_s = now_s_;
        if (held_now_ <= held_.most) return;
        held_.most = held_now_;
        held_.most_s = now_s_;
    }

    void release_held(Guest guest) {
        --held_now_;
        held_.last_s = now_s_;
        held_.held_s.push_back(static_cast<float>(now_s_ - guests_[guest].arrived_s));
    }

    void enter(Guest guest, std::uint32_t service) {
        GuestState& self = guests_[guest];
        if (self.service != kOutside && service <= self.service) ++self.lap;
        self.service = service;
        self.arrived_s = now_s_;
        Node& node = nodes_[service];
        node.state.arrive(now_s_);
        if (node.by_coach) {
            node.state.stand_in_line(guest, now_s_);
            if (!node.runs) {
                node.first_departure_s = node.coaches.first_departure_s(now_s_);
                send_coaches(service);
            }
            board(service);
        } else if (node.state.has_idle_server()) {
            begin(guest);
        } else {
            node.state.stand_in_line(guest, now_s_);
        }
    }

    void begin(Guest guest) {
        const GuestState& self = guests_[guest];
        Node& node = nodes_[self.service];
        node.state.begin(now_s_, self.arrived_s);
        const double lasting_s = node.time.draw_s(random_, finishers_[guest].runner,
                                                  service_draw(self.service, self.lap));
        schedule(now_s_ + lasting_s, Event::Kind::service_ends, self.service, guest);
    }

    void end_service(Guest guest) {
        const std::uint32_t from = guests_[guest].service;
        Node& node = nodes_[from];
        node.state.end(now_s_);
        const std::uint32_t to = node.next.at(uniform(guest, Purpose::service_route, from));
        if (to == kOutside) {
            leave(guest);
            away_s_[guest] = now_s_;
            ++gone_;
        } else if (nodes_[to].state.has_room() && nodes_[to].entrance.empty()) {
            leave(guest);
            enter(guest, to);
        } else {
            node.state.block(now_s_);
            nodes_[to].entrance.push_back(guest);
        }
    }

    // The server is free for the next in line, and the place for one at the entrance.
    void leave(Guest guest) {
        const std::uint32_t service = guests_[guest].service;
        Node& node = nodes_[service];
        node.state.leave(now_s_, guests_[guest].arrived_s);
        if (node.state.queue() > 0 && !node.by_coach) begin(node.state.take_from_line());
        if (!node.entrance.empty()) freed_.push_back(service);
    }

    // Those who stand at an entrance, first come first let in. A place taken there may free one
    // at the service they were held at, and so on upstream to the line.
    void let_in() {
        while (!freed_.empty()) {
            const std::uint32_t service = freed_.front();
            freed_.pop_front();
            Node& node = nodes_[service];
            while (!node.entrance.empty() && node.state.has_room()) {
                const Guest guest = node.entrance.front();
                node.entrance.pop_front();
                if (guests_[guest].service == kOutside) {
                    release_held(guest);
                } else {
                    nodes_[guests_[guest].service].state.unblock(now_s_);
                    leave(guest);
                }
                enter(guest, service);
            }
        }
    }

    void send_coaches(std::uint32_t service) {
        Node& node = nodes_[service];
        node.runs = true;
        schedule(node.first_departure_s - node.coaches.loading_s(), Event::Kind::coach_opens,
                 service, 0);
    }

    void open_coach(std::uint32_t service, std::uint32_t number) {
        Node& node = nodes_[service];
        const double leaves_s = node.first_departure_s + number * node.coaches.interval_s();
        node.coaches.open(number, now_s_);
        schedule(leaves_s, Event::Kind::coach_leaves, service, number);
        board(service);
        if (gone_ == finishers_.size()) return;
        schedule(leaves_s + node.coaches.interval_s() - node.coaches.loading_s(),
                 Event::Kind::coach_opens, service, number + 1);
    }

    void board(std::uint32_t service) {
        Node& node = nodes_[service];
        while (node.state.queue() > 0) {
            const auto coach = node.coaches.board(now_s_);
            if (!coach) return;
            if (coach->next_seat_s > now_s_) {
                schedule(coach->next_seat_s, Event::Kind::seat_is_free, service, coach->number);
            }
            const Guest guest = node.state.take_from_line();
            node.state.begin(now_s_, guests_[guest].arrived_s);
            node.state.end(now_s_);
            leave(guest);
            away_s_[guest] = now_s_;
            ++gone_;
        }
    }

    ServicesRecord close() {
        ServicesRecord record;
        record.interval_s = interval_s_;
        const bool counted = !finishers_.empty() && !nodes_.empty();
        record.intervals =
            counted ? static_cast<std::size_t>(std::max(0.0, now_s_) / interval_s_) + 1 : 0;
        for (Node& node : nodes_) {
            record.services.push_back(node.state.close(now_s_, record.intervals));
        }
        record.held = std::move(held_);
        record.held.remaining = held_now_;
        record.away_s = std::move(away_s_);
        return record;
    }

    Random random_;
    double interval_s_ = 60.0;
    const std::vector<Finisher>& finishers_;
    double now_s_ = 0.0;
    std::vector<Node> nodes_;
    Shares entry_;
    std::vector<GuestState> guests_;
    std::vector<double> away_s_;
    std::size_t gone_ = 0;
    std::size_t held_now_ = 0;
    HeldRecord held_;
    std::deque<std::uint32_t> freed_;
    std::priority_queue<Event, std::vector<Event>, Later> events_;
};

}  // namespace

ServicesRecord serve_finishers(const std::vector<ServiceSpec>& services,
                               const std::vector<Finisher>& finishers, std::uint64_t seed,
                               double interval_s) {
    EXPECT(
        std::is_sorted(finishers.begin(), finishers.end(),
                       [](const Finisher& a, const Finisher& b) { return a.time_s < b.time_s; }));
    return Network(services, finishers, seed, interval_s).run();
}

}  // namespace gineste
