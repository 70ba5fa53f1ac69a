// SPDX-License-Identifier: Apache-2.0
#include "races/start_lines.hpp"

#include "core/csv.hpp"
#include "gineste.hpp"

namespace gineste::test {
namespace {

constexpr double kBin = 10.0;  // s

WaveId wave_at(double start_s, const Scenario& scenario) {
    std::size_t wave = 0;
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        if (*scenario.waves[w].gun_s - *scenario.waves.front().gun_s <= start_s) wave = w;
    }
    return WaveId(wave);
}

}  // namespace

Scenario race_scenario(const std::string& name) {
    return load_scenario(std::string(GINESTE_SOURCE_DIR) + "/tests/races/" + name + ".yaml");
}

Results start_crossings(const std::filesystem::path& file, const std::string& race,
                        const std::string& year, const Scenario& scenario) {
    const CsvTable table = read_csv(file);
    Results results;
    results.file = file.string();
    results.has_starts = true;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.text(row, 0) != race || table.text(row, 1) != year) continue;
        const double begin_s = *table.number(row, 2);
        const double count = *table.number(row, 3);
        for (int k = 0; k < static_cast<int>(count); ++k) {
            Result runner;
            runner.start_s = begin_s + kBin * (k + 0.5) / count;
            runner.wave = wave_at(begin_s, scenario);
            results.runners.push_back(runner);
        }
    }
    results.rows = results.runners.size();
    return results;
}

void set_entrants(const Results& results, Scenario& scenario) {
    for (WaveSpec& wave : scenario.waves) wave.entrants = 0;
    for (const Result& runner : results.runners) {
        ++scenario.waves[runner.wave->value].entrants;
    }
    scenario.field.entrants = static_cast<int>(results.runners.size());
}

Results starts_of_race(Scenario scenario, int k) {
    scenario.seed += static_cast<std::uint64_t>(k);
    scenario.behaviour_seed += static_cast<std::uint64_t>(k);
    const Course course = survey_course(scenario);
    const Field field = draw_field(scenario, course);
    Race race(scenario, course, field);
    while (race.advance() && race.waiting() > 0) {
    }
    return timed(race.record(), field, {});
}

Agreement whole_start(const Results& observed, const std::vector<Results>& runs) {
    Scenario one_wave;
    one_wave.waves.resize(1);
    one_wave.waves[0].gun_s = 0.0;
    const auto in_one = [](Results side) {
        for (Result& runner : side.runners) runner.wave = WaveId(std::size_t{0});
        return side;
    };
    std::vector<Results> all;
    for (const Results& run : runs) all.push_back(in_one(run));
    return compare(in_one(observed), all, one_wave).front();
}

}  // namespace gineste::test
