// SPDX-License-Identifier: Apache-2.0
#include "field/waves.hpp"

#include <algorithm>
#include <cmath>
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

// Moves the first `count` of those left, or as many as there are, to the end of `taken`.
void move_first(Ids& left, std::size_t count, Ids& taken) {
    const auto end = left.begin() + static_cast<std::ptrdiff_t>(std::min(count, left.size()));
    taken.insert(taken.end(), left.begin(), end);
    left.erase(left.begin(), end);
}

bool may_come(const WaveSpec& wave, const Field& field, RunnerId id) {
    const double predicted_s = field.predicted_s[id.value];
    const auto bib = static_cast<double>(field.bib[id.value]);
    return predicted_s < wave.predicted_under_s.value_or(predicted_s + 1.0) &&
           predicted_s >= wave.predicted_from_s.value_or(predicted_s) &&
           bib >= wave.bib_from.value_or(bib) && bib <= wave.bib_to.value_or(bib);
}

void sort_by_fill(Ids& left, const WaveSpec& wave, const Field& field, const Random& random) {
    switch (wave.fill) {
        case WaveFill::by_prediction:
            return sort_by(left, [&](RunnerId id) { return field.predicted_s[id.value]; });
        case WaveFill::slowest_first:
            return sort_by(left, [&](RunnerId id) { return -field.predicted_s[id.value]; });
        case WaveFill::by_lot:
            return sort_by(left,
                           [&](RunnerId id) { return random.uniform(id, Purpose::wave_lot); });
        case WaveFill::by_bib:
            return sort_by(left, [&](RunnerId id) { return field.bib[id.value]; });
    }
}

// The first `count` of those left who may come, as the wave is filled; then those of the ballot.
Ids take(Ids& left, const WaveSpec& wave, std::size_t count, const Field& field,
         const Random& random) {
    const auto balloted =
        static_cast<std::size_t>(std::llround(wave.ballot_share * static_cast<double>(count)));
    sort_by_fill(left, wave, field, random);
    const auto barred = std::stable_partition(
        left.begin(), left.end(), [&](RunnerId id) { return may_come(wave, field, id); });
    const auto eligible = static_cast<std::size_t>(barred - left.begin());
    Ids taken;
    move_first(left, std::min(count - balloted, eligible), taken);
    if (balloted == 0) return taken;
    sort_by(left, [&](RunnerId id) { return random.uniform(id, Purpose::ballot); });
    move_first(left, balloted, taken);
    return taken;
}

// Places of a wave that are not the named runners' already.
std::size_t free_places(const Scenario& scenario, std::size_t wave, const Field& field) {
    auto places = static_cast<std::size_t>(scenario.waves[wave].entrants);
    if (!scenario.field.entrants_file.empty()) return places;
    for (const RunnerId id : field.named) {
        if (field.wave[id.value] == wave && places > 0) --places;
    }
    return places;
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
        Ids taken;
        if (takes_the_rest) {
            move_first(left, left.size(), taken);
        } else {
            taken = take(left, wave, free_places(scenario, w, field), field, random);
        }
        for (const RunnerId id : taken) field.wave[id.value] = static_cast<std::uint16_t>(w);
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
