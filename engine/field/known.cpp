// SPDX-License-Identifier: Apache-2.0
#include "field/known.hpp"

#include <algorithm>
#include <limits>

#include "core/contract.hpp"
#include "core/random.hpp"

namespace gineste {
namespace {

WaveId wave_called(const Scenario& scenario, const std::string& name) {
    const auto& waves = scenario.waves;
    const auto found = std::find_if(waves.begin(), waves.end(),
                                    [&](const WaveSpec& wave) { return wave.name == name; });
    EXPECT(found != waves.end());
    return WaveId(found - waves.begin());
}

bool is_named(const Field& field, RunnerId id) {
    return std::find(field.named.begin(), field.named.end(), id) != field.named.end();
}

void take_traits(Field& field, std::size_t from, std::size_t to) {
    field.predicted_s[to] = field.predicted_s[from];
    field.ideal_s[to] = field.ideal_s[from];
    field.flat_speed_mps[to] = field.flat_speed_mps[from];
    field.hill_response[to] = field.hill_response[from];
    field.drift[to] = field.drift[from];
}

}  // namespace

std::vector<RunnerId> add_named(const Scenario& scenario, std::vector<Entrant>& entrants) {
    const std::size_t count = scenario.named.size();
    if (!scenario.field.entrants_file.empty()) entrants.resize(entrants.size() + count);
    EXPECT(entrants.size() >= count);
    std::uint32_t highest = static_cast<std::uint32_t>(entrants.size());
    for (const Entrant& entrant : entrants) highest = std::max(highest, entrant.bib.value_or(0));
    std::vector<RunnerId> ids;
    for (const NamedSpec& named : scenario.named) {
        const RunnerId id(entrants.size() - count + ids.size());
        Entrant& entrant = entrants[id.value];
        entrant.wave = wave_called(scenario, named.wave);
        entrant.sex = named.sex == NamedSex::woman ? Sex::woman : Sex::man;
        entrant.bib = named.bib ? static_cast<std::uint32_t>(*named.bib) : ++highest;
        ids.push_back(id);
    }
    return ids;
}

void join_parties(const Scenario& scenario, Field& field) {
    if (scenario.field.companions_share <= 0.0) return;
    const Random random(scenario.seed);
    const auto size = static_cast<std::size_t>(scenario.field.companions);
    const std::size_t drawn = field.size() - field.named.size();
    field.party.resize(field.size());
    for (std::size_t i = 0; i < field.size(); ++i) field.party[i] = RunnerId(i);
    for (std::size_t first = 0; first < drawn; first += size) {
        const RunnerId leader(first);
        if (random.uniform(leader, Purpose::party) >= scenario.field.companions_share) continue;
        const std::size_t end = std::min(first + size, drawn);
        std::size_t slowest = first;
        for (std::size_t i = first; i < end; ++i) {
            if (field.ideal_s[i] > field.ideal_s[slowest]) slowest = i;
        }
        for (std::size_t i = first; i < end; ++i) {
            take_traits(field, slowest, i);
            field.party[i] = leader;
        }
    }
}

void slow_groups(const Scenario& scenario, const IdealTimes& times, Field& field) {
    if (scenario.groups.empty()) return;
    const Random random(scenario.seed);
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (is_named(field, RunnerId(i))) continue;
        double lot = random.uniform(RunnerId(i), Purpose::group);
        for (const GroupSpec& group : scenario.groups) {
            lot -= group.share;
            if (lot >= 0.0) continue;
            field.flat_speed_mps[i] *= static_cast<float>(group.speed_share);
            field.ideal_s[i] = times.time_s(static_cast<double>(field.flat_speed_mps[i]),
                                            static_cast<double>(field.hill_response[i]),
                                            static_cast<double>(field.drift[i]));
            break;
        }
    }
}

void set_named(const Scenario& scenario, const Course& course, const IdealTimes& times,
               Field& field) {
    constexpr double response = 1.0;
    constexpr double drift = 0.0;
    for (std::size_t k = 0; k < scenario.named.size(); ++k) {
        const NamedSpec& named = scenario.named[k];
        const std::size_t i = field.named[k].value;
        double flat_mps = 0.0;
        if (named.flat_pace_s_per_km) {
            flat_mps = 1000.0 / *named.flat_pace_s_per_km;
        } else {
            const double pace = named.pace_s_per_km.value_or(0.0);
            const double finish_s = named.finish_s.value_or(pace * course.length_m() / 1000.0);
            flat_mps = times.flat_speed_mps(finish_s, response, drift);
        }
        field.flat_speed_mps[i] = static_cast<float>(flat_mps);
        field.hill_response[i] = static_cast<float>(response);
        field.drift[i] = static_cast<float>(drift);
        field.ideal_s[i] = field.predicted_s[i] = times.time_s(flat_mps, response, drift);
        field.present[i] = 1;
        field.withdraws_at_m[i] = std::numeric_limits<double>::infinity();
    }
}

}  // namespace gineste
