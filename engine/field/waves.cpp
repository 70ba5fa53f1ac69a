// SPDX-License-Identifier: Apache-2.0
#include "field/waves.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/random.hpp"

namespace gineste {
namespace {

using Ids = std::vector<RunnerId>;

// Ties by id: the order must not depend on how the sort is written.
template <class Key>
void sort_by(Ids& ids, const Key& key) {
    std::sort(ids.begin(), ids.end(), [&](RunnerId a, RunnerId b) {
        return std::make_tuple(key(a), a) < std::make_tuple(key(b), b);
    });
}

// The first `count` of those left, fastest prediction first or by lot.
Ids take(Ids& left, const WaveSpec& wave, std::size_t count, const Field& field,
         const Random& random) {
    const auto prediction = [&](RunnerId id) { return field.predicted_s[id.value]; };
    const auto lot = [&](RunnerId id) { return random.uniform(id, Purpose::wave_lot); };
    if (wave.fill == WaveFill::by_prediction) {
        sort_by(left, prediction);
    } else {
        sort_by(left, lot);
    }
    const auto taken = static_cast<std::ptrdiff_t>(std::min(count, left.size()));
    Ids first(left.begin(), left.begin() + taken);
    left.erase(left.begin(), left.begin() + taken);
    return first;
}

// Some runners stand where their pace does not belong; among themselves they trade places at
// random, so that every wave keeps its number.
void trade_places(const Scenario& scenario, const Ids& drawn, const Random& random, Field& field) {
    Ids misplaced;
    for (const RunnerId id : drawn) {
        const double chance = random.uniform(id, Purpose::missed_seeding);
        if (chance < scenario.field.missed_seeding_share) misplaced.push_back(id);
    }
    Ids shuffled = misplaced;
    sort_by(shuffled, [&](RunnerId id) { return random.uniform(id, Purpose::missed_seeding, 1); });
    std::vector<std::uint16_t> waves;
    for (const RunnerId id : shuffled) waves.push_back(field.wave[id.value]);
    for (std::size_t k = 0; k < misplaced.size(); ++k) {
        field.wave[misplaced[k].value] = waves[k];
    }
}

}  // namespace

int entrants_of_waves(const Scenario& scenario) {
    const int in_waves =
        std::accumulate(scenario.waves.begin(), scenario.waves.end(), 0,
                        [](int sum, const WaveSpec& wave) { return sum + wave.entrants; });
    return in_waves > 0 ? in_waves : scenario.field.entrants;
}

void assign_waves(const Scenario& scenario, const std::vector<Entrant>& entrants, Field& field) {
    const Random random(scenario.seed);
    Ids drawn;
    for (std::size_t i = 0; i < entrants.size(); ++i) {
        if (entrants[i].wave) {
            field.wave[i] = static_cast<std::uint16_t>(entrants[i].wave->value);
        } else {
            drawn.push_back(RunnerId(i));
        }
    }
    Ids left = drawn;
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        const WaveSpec& wave = scenario.waves[w];
        const bool takes_the_rest = w + 1 == scenario.waves.size();
        const std::size_t count =
            takes_the_rest ? left.size() : static_cast<std::size_t>(wave.entrants);
        for (const RunnerId id : take(left, wave, count, field, random)) {
            field.wave[id.value] = static_cast<std::uint16_t>(w);
        }
    }
    trade_places(scenario, drawn, random, field);
}

void order_pens(const Scenario& scenario, Field& field) {
    const Random random(scenario.behaviour_seed);
    std::vector<Ids> pens(scenario.waves.size());
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.present[i] != 0) pens[field.wave[i]].push_back(RunnerId(i));
    }
    for (std::size_t w = 0; w < pens.size(); ++w) {
        const bool by_prediction = scenario.waves[w].order == PenOrder::by_prediction;
        sort_by(pens[w], [&](RunnerId id) {
            return by_prediction ? field.predicted_s[id.value]
                                 : random.uniform(id, Purpose::pen_place);
        });
        for (std::size_t k = 0; k < pens[w].size(); ++k) {
            field.pen_rank[pens[w][k].value] = static_cast<std::uint32_t>(k);
        }
    }
}

std::vector<Ids> pens_in_order(const Field& field, std::size_t waves) {
    std::vector<Ids> pens(waves);
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.present[i] != 0) pens[field.wave[i]].push_back(RunnerId(i));
    }
    for (Ids& pen : pens) {
        std::sort(pen.begin(), pen.end(), [&](RunnerId a, RunnerId b) {
            return field.pen_rank[a.value] < field.pen_rank[b.value];
        });
    }
    return pens;
}

}  // namespace gineste
