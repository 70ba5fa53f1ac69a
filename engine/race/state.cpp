// SPDX-License-Identifier: Apache-2.0
#include "race/state.hpp"

#include "core/state_hash.hpp"

namespace gineste {

void Race::State::append(std::uint32_t id, double chainage_m, float offset_m) {
    for_each_lasting(now, [](auto& row) { row.push_back({}); });
    now.place.back() = place_of(chainage_m);
    now.offset_m.back() = offset_m;
    attention.back() = next_event.back() = std::numeric_limits<Place>::min();
    runner.back() = id;
    fit_passing();
}

void Race::State::fit_passing() {
    next.resize(size());
    free_mps.resize(size());
    intent.resize(size());
}

void Race::State::flip() {
    now.swap(next);
    for_each_lasting(now, [](auto& row) { row.fence(); });
}

// Moves the runner in a slot ahead of all those it is ahead of, as far as slot `first`; false if
// it stays where it is.
bool Race::State::sink(Generation& generation, std::size_t first, std::size_t slot) {
    std::size_t k = slot;
    for (; k > first; --k) {
        const Place behind = generation.place[k - 1];
        const Place place = generation.place[k];
        if (place < behind || (place == behind && runner[k] > runner[k - 1])) break;
        for_each_lasting(generation, [k](auto& row) { std::swap(row[k], row[k - 1]); });
    }
    return k != slot;
}

void Race::State::reorder(Generation& generation, std::size_t begin, std::size_t end) {
    for (std::size_t slot = begin + 1; slot < end; ++slot) sink(generation, begin, slot);
}

void Race::State::reorder_across(Generation& generation, std::size_t begin) {
    for (std::size_t slot = begin; slot < size(); ++slot) {
        if (!sink(generation, 0, slot)) return;
    }
}

std::uint64_t Race::State::hash() const {
    StateHash sum;
    const auto add = [&](const auto& row) { sum.add(std::span(row.data(), row.size())); };
    add(runner);
    add(now.place);
    add(footing.part);
    add(now.offset_m);
    add(now.speed_mps);
    add(pace.hills);
    return sum.value();
}

}  // namespace gineste
