// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

/// One station and where its keys stand.
struct StationItem {
    const StationSpec& station;
    std::string key;
    const Decoder& decoder;
    ProblemList& problems;

    // Where the first of these keys that is given stands; else the station itself.
    void refuse(std::initializer_list<const char*> names, const std::string& what,
                const std::string& why, const std::string& remedy) const {
        const auto given = std::find_if(names.begin(), names.end(), [&](const char* name) {
            return decoder.has(key + "." + name);
        });
        const std::string at = given == names.end() ? key : key + "." + *given;
        problems.add(decoder.spot_of(at), key + what, why, remedy);
    }
    // Not given, or given and read.
    bool is_known(const char* name) const {
        return !decoder.has(key + "." + name) || decoder.is_good(key + "." + name);
    }
};

bool is_on_road(const StationSpec& station) { return !std::isinf(station.at_m); }

void check_place(const StationItem& item, const std::optional<double>& course_m) {
    const StationSpec& station = item.station;
    if (!course_m || !item.decoder.is_good(item.key + ".at") || !is_on_road(station)) return;
    if (station.at_m > *course_m) {
        item.refuse({"at"}, ".at is " + length_text(station.at_m),
                    "beyond the finish at " + length_text(*course_m),
                    "Write `at: finish` for what is served after the line.");
        return;
    }
    const bool known = item.is_known("length") && item.is_known("stagger") && item.is_known("side");
    if (!known || station.at_m == *course_m || end_m(station) <= *course_m) return;
    item.refuse({"length", "at"}, " reaches to " + length_text(end_m(station)),
                "the course ends at " + length_text(*course_m),
                "Put it further back or make it shorter.");
}

void check_tables(const StationItem& item) {
    const StationSpec& station = item.station;
    if (!item.is_known("tables") || !item.is_known("table_length") || !item.is_known("length")) {
        return;
    }
    const double needed_m = station.tables * station.table_length_m;
    if (needed_m <= station.length_m + 1e-9) return;
    item.refuse({"tables", "table_length", "length"},
                " has " + std::to_string(station.tables) + " tables of " +
                    length_text(station.table_length_m) + " on a side",
                "they take " + length_text(needed_m) + " and it is " +
                    length_text(station.length_m) + " long",
                "Make it longer or leave tables out.");
}

void check_hands(const StationItem& item) {
    const StationSpec& station = item.station;
    if (!item.decoder.is_good(item.key + ".volunteers") || !item.is_known("take_share")) return;
    if (station.volunteers > 0 || station.take_share <= 0.0) return;
    item.refuse({"volunteers"}, ".volunteers is 0",
                "runners want something and nobody hands it out",
                "Give it volunteers, or `take_share: 0`.");
}

void check_modes(const StationItem& item) {
    const StationSpec& station = item.station;
    if (station.grab_share + station.walk_share <= 1.0 + 1e-12) return;
    item.refuse({"walk_share", "grab_share"},
                " has grab_share " + number_text(station.grab_share) + " and walk_share " +
                    number_text(station.walk_share),
                "together more than 1, and the others stop", "Make one of them smaller.");
}

void check_stagger(const StationItem& item) {
    if (!item.decoder.is_good(item.key + ".stagger") || !item.is_known("side")) return;
    if (item.station.side == StationSide::staggered) return;
    item.refuse({"stagger"}, ".stagger is given", "its sides are not staggered",
                "Write `side: staggered` or leave it out.");
}

void check_refill(const StationItem& item, const GoodSpec& good) {
    const auto given = [&](const char* name) {
        return item.decoder.is_good(item.key + "." + name);
    };
    if (given("refill") && good.refill > 0.0 && !given("stock")) {
        item.refuse({"refill"}, ".refill is given without `stock`",
                    "what never runs out needs none", "Add `stock` or leave it out.");
    }
    for (const char* name : {"refill_at", "refill_delay"}) {
        if (!given(name) || good.refill > 0.0 || !item.is_known("refill")) continue;
        item.refuse({name}, "." + std::string(name) + " is given without `refill`",
                    "nothing would come", "Add `refill: 5000` or leave it out.");
    }
    if (given("refill_at") && given("stock") && *good.refill_at > *good.stock) {
        item.refuse({"refill_at"}, ".refill_at is " + number_text(*good.refill_at),
                    "the station never has more than its stock of " + number_text(*good.stock),
                    "Make it smaller.");
    }
}

void check_goods(const StationItem& item) {
    const std::vector<GoodSpec>& goods = item.station.goods;
    for (std::size_t i = 0; i < goods.size(); ++i) {
        const StationItem good{item.station, item_key(item.key + ".goods", i), item.decoder,
                               item.problems};
        check_refill(good, goods[i]);
        const bool twice =
            std::any_of(goods.begin(), goods.begin() + static_cast<long>(i),
                        [&](const GoodSpec& other) { return other.name == goods[i].name; });
        if (!twice || !item.decoder.is_good(good.key + ".name")) continue;
        good.refuse({"name"}, ".name is '" + goods[i].name + "'",
                    "the station has a good of that name already", "Keep one of them.");
    }
}

}  // namespace

double end_m(const StationSpec& station) {
    const bool staggered = station.side == StationSide::staggered;
    const double stagger_m = staggered ? station.stagger_m.value_or(station.length_m) : 0.0;
    return station.at_m + station.length_m + stagger_m;
}

void check_station(const StationSpec& station, const std::string& key, const Decoder& decoder,
                   ProblemList& problems) {
    const StationItem item{station, key, decoder, problems};
    check_tables(item);
    check_hands(item);
    check_modes(item);
    check_stagger(item);
    check_goods(item);
}

// Runners deal with one station after the other.
void check_spacing(std::vector<KeyedStation> stations, const Decoder& decoder,
                   ProblemList& problems) {
    std::erase_if(stations, [&](const KeyedStation& one) {
        return !decoder.is_good(one.key + ".at") || !is_on_road(*one.station);
    });
    std::stable_sort(stations.begin(), stations.end(),
                     [](const KeyedStation& a, const KeyedStation& b) {
                         return a.station->at_m < b.station->at_m;
                     });
    for (std::size_t k = 1; k < stations.size(); ++k) {
        const StationSpec& before = *stations[k - 1].station;
        const StationSpec& after = *stations[k].station;
        if (after.at_m >= end_m(before)) continue;
        const std::string key = stations[k].key + ".at";
        problems.add(decoder.spot_of(key), key + " is " + length_text(after.at_m),
                     "'" + before.name + "' reaches from " + length_text(before.at_m) + " to " +
                         length_text(end_m(before)),
                     "Put it behind that, or both into the `goods` of one station.");
    }
}

void check_stations(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    std::vector<KeyedStation> keyed;
    for (std::size_t i = 0; i < scenario.stations.size(); ++i) {
        const StationSpec& station = scenario.stations[i];
        keyed.push_back({&station, item_key("stations", i)});
        check_place({station, keyed.back().key, decoder, problems}, scenario.course.length_m);
        check_station(station, keyed.back().key, decoder, problems);
    }
    check_spacing(std::move(keyed), decoder, problems);
}

void check_thirst(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    const ThirstSpec& thirst = scenario.thirst;
    const std::string cool = "thirst.cool_wbgt_c";
    const std::string hot = "thirst.hot_wbgt_c";
    if (thirst.cool_wbgt_c < thirst.hot_wbgt_c) return;
    for (const std::string& key : {cool, hot}) {
        if (decoder.has(key) && !decoder.is_good(key)) return;
    }
    problems.add(decoder.spot_of(decoder.has(hot) ? hot : cool),
                 hot + " is " + number_text(thirst.hot_wbgt_c),
                 cool + " is " + number_text(thirst.cool_wbgt_c), "Put cool below hot.");
}

}  // namespace gineste
