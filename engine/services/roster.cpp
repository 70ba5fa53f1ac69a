// SPDX-License-Identifier: Apache-2.0
#include "services/roster.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "services/erlang.hpp"

namespace gineste {
namespace {

constexpr double kRoundingHand = 1e-9;  // 3.0000000001 hands are 3

int whole_hands(double hands) { return static_cast<int>(std::ceil(hands - kRoundingHand)); }

// The least value that `level` of the values do not exceed.
double covering(std::vector<double> values, double level) {
    if (values.empty()) return 0.0;
    const double rank = std::ceil(level * static_cast<double>(values.size()) - kRoundingHand);
    const auto k = static_cast<std::size_t>(std::max(1.0, rank)) - 1;
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(k), values.end());
    return values[k];
}

/// Draws up the rows one by one; every row has as many slots as the roster.
class Roster {
  public:
    explicit Roster(const RosterLoads& loads) : loads_(loads), spec_(loads.spec) {
        record_.asked = true;
        record_.available = spec_.available;
        record_.service_level = spec_.service_level;
        record_.longest_wait_s = spec_.longest_wait_s;
        record_.slot_s = spec_.slot_s;
        lay_out_slots();
    }

    RosterRecord draw_up() {
        for (const StationRecord& station : loads_.stations) add_station(station);
        for (const ServiceRecord& service : loads_.services.services) add_service(service);
        for (std::size_t k = 0; k < spec_.posts.size(); ++k) add_post(k);
        add_totals();
        return std::move(record_);
    }

  private:
    // Slots begin at full multiples of their length on the clock, from the first post's beginning
    // to the end of the last.
    void lay_out_slots() {
        double from_s = 0.0;
        double to_s = std::max(loads_.end_s, 1.0);
        for (const PostSpec& post : spec_.posts) {
            from_s = std::min(from_s, post.begin_s.value_or(0.0));
            to_s = std::max(to_s, post.end_s.value_or(0.0));
        }
        const double first = std::floor((loads_.gun_clock_s + from_s) / spec_.slot_s);
        record_.begin_s = first * spec_.slot_s - loads_.gun_clock_s;
        record_.slots =
            static_cast<std::size_t>(std::ceil((to_s - record_.begin_s) / spec_.slot_s));
    }

    double slot_begin_s(std::size_t slot) const {
        return record_.begin_s + static_cast<double>(slot) * spec_.slot_s;
    }

    // The intervals [first, last) of a list that share time with a slot.
    std::pair<std::size_t, std::size_t> intervals_of(std::size_t slot, double interval_s,
                                                     std::size_t size) const {
        const double begin = std::max(0.0, std::floor(slot_begin_s(slot) / interval_s));
        const double end = std::max(0.0, std::ceil(slot_begin_s(slot + 1) / interval_s));
        return {std::min(size, static_cast<std::size_t>(begin)),
                std::min(size, static_cast<std::size_t>(end))};
    }

    template <class Hands>
    void add_row(std::string name, std::string role, Hands hands_in) {
        HandsRecord row{std::move(name), std::move(role), {}, 0, 0};
        for (std::size_t slot = 0; slot < record_.slots; ++slot)
            row.hands.push_back(hands_in(slot));
        if (!row.hands.empty()) row.most = *std::max_element(row.hands.begin(), row.hands.end());
        row.posted = row.most;
        record_.posts.push_back(std::move(row));
    }

    // Runners who went on without would have taken as many cups as those who were served.
    void add_station(const StationRecord& station) {
        const auto sum = [](const std::vector<std::uint32_t>& counts) {
            return std::accumulate(counts.begin(), counts.end(), 0.0);
        };
        const double served = sum(station.served);
        const double cups_each = served > 0.0 ? sum(station.cups) / served : 1.0;
        const double hand_per_minute =
            station.volunteers > 0 ? station.cups_per_minute / station.volunteers : 0.0;
        if (hand_per_minute <= 0.0) return;
        const double per_minute = 60.0 / loads_.interval_s;
        const char* role = station.kind == "sponge" ? "sponges" : "refreshments";
        add_row(station.name, role, [&](std::size_t slot) {
            const auto [from, to] = intervals_of(slot, loads_.interval_s, station.cups.size());
            std::vector<double> rates;
            for (std::size_t k = from; k < to; ++k) {
                rates.push_back((station.cups[k] + cups_each * station.unserved[k]) * per_minute);
            }
            return whole_hands(covering(rates, spec_.service_level) / hand_per_minute);
        });
    }

    void add_service(const ServiceRecord& service) {
        if (service.servers == 0 || service.hands <= 0.0) return;
        add_row(service.name, service.role, [&](std::size_t slot) {
            const int servers = service.kind == "coaches" ? bays_manned(service, slot)
                                                          : servers_wanted(service, slot);
            return whole_hands(servers * service.hands);
        });
    }

    int servers_wanted(const ServiceRecord& service, std::size_t slot) const {
        const double interval_s = loads_.services.interval_s;
        const auto [from, to] = intervals_of(slot, interval_s, service.arrivals.size());
        if (from == to) return 0;
        double arrivals = 0.0;
        double busy_s = 0.0;
        for (std::size_t k = from; k < to; ++k) {
            arrivals += service.arrivals[k];
            busy_s += service.busy_s[k];
        }
        const double lasting_s = static_cast<double>(to - from) * interval_s;
        const Demand demand{arrivals / lasting_s, service.mean_s, service.spread,
                            spec_.longest_wait_s, spec_.service_level};
        // Those who came before the slot are still to be seen to when nobody comes any more.
        return std::max(servers_needed(demand), whole_hands(busy_s / lasting_s));
    }

    int bays_manned(const ServiceRecord& service, std::size_t slot) const {
        if (service.departures.empty()) return 0;
        const double last_s = service.departures.back().time_s;
        const bool runs =
            slot_begin_s(slot + 1) > service.first_arrival_s && slot_begin_s(slot) <= last_s;
        return runs ? service.servers : 0;
    }

    void add_post(std::size_t index) {
        const PostSpec& post = spec_.posts[index];
        const double begin_s = post.begin_s.value_or(0.0);
        const double end_s = post.end_s.value_or(loads_.end_s);
        const std::vector<double> rates = rates_at(index);
        add_row(post.name, post.role, [&](std::size_t slot) {
            const bool manned = slot_begin_s(slot + 1) > begin_s && slot_begin_s(slot) < end_s;
            const auto [from, to] = intervals_of(slot, 60.0, rates.size());
            const std::vector<double> within(rates.begin() + static_cast<std::ptrdiff_t>(from),
                                             rates.begin() + static_cast<std::ptrdiff_t>(to));
            const double load = covering(within, spec_.service_level);
            const int asked = manned ? post.hands : 0;
            return std::max(asked, whole_hands(load / post.rate_per_minute.value_or(1.0)));
        });
    }

    // Runners by minute past the place of a post.
    std::vector<double> rates_at(std::size_t index) const {
        std::vector<double> by_minute;
        for (const double time_s : loads_.passing_s[index]) {
            const auto minute = static_cast<std::size_t>(std::max(0.0, time_s) / 60.0);
            if (by_minute.size() <= minute) by_minute.resize(minute + 1, 0.0);
            by_minute[minute] += 1.0;
        }
        return by_minute;
    }

    static void add_to(HandsRecord& total, const HandsRecord& post) {
        total.hands.resize(post.hands.size(), 0);
        for (std::size_t k = 0; k < post.hands.size(); ++k) total.hands[k] += post.hands[k];
        total.most =
            total.hands.empty() ? 0 : *std::max_element(total.hands.begin(), total.hands.end());
        total.posted += post.most;
    }

    void add_totals() {
        record_.all.name = record_.all.role = "all";
        for (const HandsRecord& post : record_.posts) {
            auto role = std::find_if(record_.roles.begin(), record_.roles.end(),
                                     [&](const auto& known) { return known.role == post.role; });
            if (role == record_.roles.end()) {
                role = record_.roles.insert(role, {post.role, post.role, {}, 0, 0});
            }
            add_to(*role, post);
            add_to(record_.all, post);
        }
    }

    const RosterLoads& loads_;
    const VolunteersSpec& spec_;
    RosterRecord record_;
};

}  // namespace

RosterRecord draw_up_roster(const RosterLoads& loads) { return Roster(loads).draw_up(); }

}  // namespace gineste
