// SPDX-License-Identifier: Apache-2.0
// The services after the line as a network: who comes, where to, and whether everybody gets out.
#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

constexpr double kShareSlack = 1e-9;

// A sum of shares without the rounding of its last digits.
std::string sum_text(double sum) { return number_text(std::round(sum * 1e9) / 1e9); }

/// The routes of a scenario by index; those that name nothing known are left out.
class ServiceGraph {
  public:
    explicit ServiceGraph(const std::vector<ServiceSpec>& services) : services_(services) {
        for (std::size_t i = 0; i < services.size(); ++i) index_.emplace(services[i].name, i);
        next_.resize(services.size());
        for (std::size_t i = 0; i < services.size(); ++i) {
            for (const ServiceRoute& route : services[i].next) {
                const auto found = index_.find(route.to);
                if (found != index_.end() && route.share > 0.0) next_[i].push_back(found->second);
            }
        }
    }

    bool knows(const std::string& name) const { return index_.count(name) != 0; }
    std::size_t first_called(const std::string& name) const { return index_.at(name); }

    /// Which services somebody comes to.
    std::vector<bool> reached() const {
        std::vector<bool> seen(services_.size(), false);
        for (std::size_t i = 0; i < services_.size(); ++i) {
            if (services_[i].entering_share > 0.0) mark_from(i, seen, [](auto) { return true; });
        }
        return seen;
    }

    /// Whether somebody at `from` can come to leave.
    bool leads_away(std::size_t from) const {
        std::vector<bool> seen(services_.size(), false);
        mark_from(from, seen, [](auto) { return true; });
        for (std::size_t i = 0; i < services_.size(); ++i) {
            if (seen[i] && lets_go(services_[i])) return true;
        }
        return false;
    }

    /// Whether one comes back to `from` by way of services with limited room alone.
    bool can_lock(std::size_t from) const {
        const auto limited = [this](std::size_t i) { return services_[i].places.has_value(); };
        if (!limited(from)) return false;
        std::vector<bool> seen(services_.size(), false);
        for (const std::size_t i : next_[from]) {
            if (limited(i)) mark_from(i, seen, limited);
        }
        return seen[from];
    }

  private:
    static bool lets_go(const ServiceSpec& service) {
        return service.next.empty() ||
               std::any_of(service.next.begin(), service.next.end(), [](const auto& route) {
                   return route.to == kAway && route.share > 0.0;
               });
    }

    template <class Allowed>
    void mark_from(std::size_t from, std::vector<bool>& seen, Allowed allowed) const {
        std::vector<std::size_t> open{from};
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            if (seen[i] || !allowed(i)) continue;
            seen[i] = true;
            open.insert(open.end(), next_[i].begin(), next_[i].end());
        }
    }

    const std::vector<ServiceSpec>& services_;
    std::map<std::string, std::size_t> index_;
    std::vector<std::vector<std::size_t>> next_;
};

/// The checks of one scenario's services, each a few lines.
class ServiceChecks {
  public:
    ServiceChecks(const Scenario& scenario, const Decoder& decoder, ProblemList& problems)
        : scenario_(scenario),
          services_(scenario.services),
          graph_(scenario.services),
          decoder_(decoder),
          problems_(problems) {}

    void check() {
        bool readable = true;
        for (std::size_t i = 0; i < services_.size(); ++i) {
            check_name(i);
            if (services_[i].kind == ServiceKind::coaches)
                check_coaches(i);
            else
                check_service_time(i);
            readable = check_routes(i) && readable;
        }
        check_entering();
        if (readable) check_network();
    }

  private:
    void add(const std::string& key, std::string problem, std::string why, std::string remedy) {
        problems_.add(decoder_.spot_of(key), std::move(problem), std::move(why), std::move(remedy));
    }
    std::string key_of(std::size_t i) const { return item_key("services", i); }
    std::string label(std::size_t i) const {
        const std::string& name = services_[i].name;
        return name.empty() ? key_of(i) : key_of(i) + " '" + name + "'";
    }

    void check_name(std::size_t i) {
        const std::string key = key_of(i) + ".name";
        if (!decoder_.is_good(key)) return;
        const std::string& name = services_[i].name;
        if (name == kAway) {
            add(key, "a service is called 'away'", "in a routing it stands for leaving",
                "Give it another name.");
        } else if (const std::size_t first = graph_.first_called(name); first != i) {
            add(key, "service name '" + name + "' is taken", key_of(first) + " has it",
                "Give each service its own name.");
        }
    }

    void refuse_unused(std::size_t i, const char* name, const std::string& why) {
        const std::string key = key_of(i) + "." + name;
        if (!decoder_.has(key)) return;
        add(key, label(i) + " has `" + name + "`", why, "Take it away.");
    }

    void check_coaches(std::size_t i) {
        const ServiceSpec& coaches = services_[i];
        const std::string why = "coaches go by `interval`, `seats` and `loading`";
        for (const char* name : {"mean", "law", "spread"}) refuse_unused(i, name, why);
        refuse_unused(i, "next", "who sits in a coach has gone away");
        if (!decoder_.has(key_of(i) + ".interval")) {
            add(key_of(i), label(i) + " has no `interval`", "coaches go by timetable",
                "Add it, for example `interval: 5 min`.");
        } else if (decoder_.is_good(key_of(i) + ".interval") && coaches.servers > 0 &&
                   coaches.servers * coaches.interval_s < coaches.loading_s) {
            add(key_of(i) + ".interval",
                label(i) + " lets a coach go every " + duration_text(coaches.interval_s),
                number_text(coaches.servers) + " bays with a loading time of " +
                    duration_text(coaches.loading_s) + " cannot keep that up",
                "Give it " + number_text(std::ceil(coaches.loading_s / coaches.interval_s)) +
                    " bays in `servers`.");
        }
        if (coaches.first_s) {
            check_clock(*coaches.first_s, key_of(i) + ".first", decoder_, scenario_, problems_);
        }
    }

    void check_service_time(std::size_t i) {
        const ServiceSpec& service = services_[i];
        for (const char* name : {"seats", "interval", "loading", "first"}) {
            refuse_unused(i, name, "only `kind: coaches` has it");
        }
        if (service.kind == ServiceKind::open) {
            refuse_unused(i, "servers", "at an `open` service nobody waits for one");
            refuse_unused(i, "hands", "they are for each server; write a post of `volunteers`");
        }
        if (!decoder_.has(key_of(i) + ".mean")) {
            add(key_of(i), label(i) + " has no `mean`", "how long it takes would be a guess",
                "Add it, for example `mean: 20 s`.");
        }
        if (service.law == ServiceLaw::constant || service.law == ServiceLaw::exponential) {
            refuse_unused(i, "spread", "its law has none to choose");
        }
    }

    // False where a route cannot be followed.
    bool check_routes(std::size_t i) {
        const ServiceSpec& service = services_[i];
        double sum = 0.0;
        bool readable = true;
        for (std::size_t k = 0; k < service.next.size(); ++k) {
            const std::string key = item_key(key_of(i) + ".next", k);
            if (!decoder_.is_good(key + ".to") ||
                (decoder_.has(key + ".share") && !decoder_.is_good(key + ".share"))) {
                return false;
            }
            sum += service.next[k].share;
            readable = check_target(service.next[k].to, key + ".to") && readable;
        }
        if (service.next.empty() || std::abs(sum - 1.0) <= kShareSlack) return readable;
        add(key_of(i) + ".next", "the routing of " + label(i) + " sums to " + sum_text(sum),
            "everybody who is served goes somewhere",
            "Let the shares sum to 1; `to: away` is for those who leave.");
        return false;
    }

    bool check_target(const std::string& name, const std::string& key) {
        if (name == kAway || graph_.knows(name)) return true;
        std::vector<std::string> names{kAway};
        for (const ServiceSpec& service : services_) names.push_back(service.name);
        const auto nearest = nearest_word(name, names);
        add(key, key + " is '" + name + "'", "no service is called that",
            nearest ? "Did you mean `" + *nearest + "`?" : "Name one of them, or `away`.");
        return false;
    }

    void check_entering() {
        double sum = 0.0;
        for (std::size_t i = 0; i < services_.size(); ++i) sum += services_[i].entering_share;
        if (sum <= 1.0 + kShareSlack) return;
        std::size_t last = services_.size() - 1;
        while (services_[last].entering_share == 0.0) --last;
        add(key_of(last) + ".entering_share",
            "the entering shares of all services sum to " + sum_text(sum),
            "there are no more than all finishers", "Make one of them smaller.");
    }

    void check_network() {
        const std::vector<bool> reached = graph_.reached();
        for (std::size_t i = 0; i < services_.size(); ++i) {
            const ServiceSpec& service = services_[i];
            if (!reached[i]) {
                add(key_of(i), "nobody can reach " + label(i),
                    "it has no `entering_share`, and no service that is reached leads to it",
                    "Add one of them, or take the service away.");
            } else if (service.kind != ServiceKind::open && service.servers == 0) {
                add(key_of(i) + ".servers", label(i) + " has no servers",
                    "runners come there and would wait for ever", "Give it at least 1.");
            }
            if (!graph_.leads_away(i)) {
                add(key_of(i), "nobody gets away from " + label(i), "its routes only lead round",
                    "Let a share go `to: away`.");
            } else if (graph_.can_lock(i)) {
                add(key_of(i) + ".places", label(i) + " can lock itself up",
                    "its routes lead back to it through limited room, where all could wait for "
                    "one another",
                    "Take `places` from one service of that round.");
            }
        }
    }

    const Scenario& scenario_;
    const std::vector<ServiceSpec>& services_;
    ServiceGraph graph_;
    const Decoder& decoder_;
    ProblemList& problems_;
};

}  // namespace

void check_services(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (!scenario.services.empty()) ServiceChecks(scenario, decoder, problems).check();
}

}  // namespace gineste
