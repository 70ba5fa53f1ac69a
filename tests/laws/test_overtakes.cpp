// SPDX-License-Identifier: Apache-2.0
// Overtakes between two places are the inversions of the order there: model notes, § 2.9.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/random.hpp"
#include "support/corridor.hpp"
#include "support/figures.hpp"

namespace gineste {
namespace {

// Pairs (a, b) with a over the first mark before b and over the second after b.
long inversions(const std::vector<double>& first, const std::vector<double>& second) {
    long count = 0;
    for (std::size_t a = 0; a < first.size(); ++a) {
        for (std::size_t b = a + 1; b < first.size(); ++b) {
            if ((first[a] < first[b]) != (second[a] < second[b])) ++count;
        }
    }
    return count;
}

std::vector<double> passages(const Record& record, std::size_t mark) {
    std::vector<double> times_ms;
    const PassageRecord& kept = record.passages;
    for (std::size_t at = mark; at < kept.passage_ms.size(); at += kept.marks) {
        times_ms.push_back(kept.passage_ms[at]);
    }
    return times_ms;
}

// Pairs within a millisecond of one another at a mark, whose order a record in milliseconds loses.
long ties(std::vector<double> times_ms) {
    std::sort(times_ms.begin(), times_ms.end());
    long count = 0;
    for (std::size_t k = 1; k < times_ms.size(); ++k) {
        if (times_ms[k] - times_ms[k - 1] <= 1.0) ++count;
    }
    return count;
}

// On 30 m of road, at one in 50 m2. They come to the line at their own speeds, so that no row of
// the pen crosses it in the same instant.
Scenario sparse_field() {
    Scenario scenario = test::plain_scenario(600, 3.0);
    scenario.field.speed_mps = {3.0, 0.4, 1.5, 5.0};
    scenario.start.pen_density_per_m2 = 0.02;
    scenario.start.run_up_m = 60.0;
    test::set_width(scenario, 30.0);
    test::set_approach_speed(scenario.start, test::kOwnPace);
    return scenario;
}

/// How often each pair changed its order between two chainages.
class PassCount {
  public:
    PassCount(double from_m, double to_m) : from_m_(from_m), to_m_(to_m) {}
    void see(const test::Pass& pass) {
        const double at_m = pass.chainage_m();
        if (at_m < from_m_ || at_m >= to_m_) return;
        const auto pair = std::minmax(pass.passer.runner, pass.passed.runner);
        ++of_pair_[{pair.first, pair.second}];
        ++events_;
    }
    long events() const { return events_; }
    /// Pairs whose order was another one in the end: an even number of passes undoes itself, as
    /// where one of two who overtook is held up by a third.
    long overtakes() const {
        return std::count_if(of_pair_.begin(), of_pair_.end(),
                             [](const auto& pair) { return pair.second % 2 == 1; });
    }

  private:
    double from_m_ = 0.0;
    double to_m_ = 0.0;
    long events_ = 0;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> of_pair_;
};

TEST(Overtakes, AtLowDensityAreTheInversionsOfTheOrderExactly) {
    const Scenario scenario = sparse_field();
    const Course course = straight_course(2000.0, 0.0, 30.0);
    PassCount whole(0.0, 2000.0);
    PassCount kilometre(500.0, 1500.0);
    const Record record = test::run_watched(scenario, course, draw_field(scenario, course),
                                            [&](test::Film& film, double) {
                                                film.for_each_pass([&](const test::Pass& pass) {
                                                    whole.see(pass);
                                                    kilometre.see(pass);
                                                });
                                            });
    const long expected = inversions(record.runners.start_s, record.runners.finish_s);
    const std::vector<double> from_ms = passages(record, 5);
    const std::vector<double> to_ms = passages(record, 15);
    const long between = inversions(from_ms, to_ms);
    const long undecided = ties(from_ms) + ties(to_ms);
    test::tell("overtakes: %ld from line to line, %ld inversions; %ld in a kilometre, %ld (+- %ld)",
               whole.overtakes(), expected, kilometre.overtakes(), between, undecided);
    const double undone = static_cast<double>(whole.events() - expected) / 2.0;
    test::tell("passes that were undone: %.2f %% of the overtakes",
               100.0 * undone / static_cast<double>(expected));
    EXPECT_EQ(whole.overtakes(), expected);
    EXPECT_NEAR(static_cast<double>(kilometre.overtakes()), static_cast<double>(between),
                static_cast<double>(undecided));
    EXPECT_LT(undone, 0.005 * static_cast<double>(expected));
}

// The example of § 2.9: start offset with standard deviation 520 s, pace 345 +- 58 s/km, correlated
// 0.643 as in the Fredericton half. One runner in ten of the 20,000, the pairs per runner scaled
// up; both normal variables in even steps, which leaves no sampling error to average over seeds.
constexpr int kWaves = 200;
constexpr int kPerWave = 10;
constexpr double kOffsetSd = 520.0;  // s
constexpr double kPace = 0.345;      // s/m
constexpr double kPaceSd = 0.058;    // s/m
constexpr double kCorrelation = 0.643;

double wave_z(int wave) { return normal_quantile((wave + 0.5) / kWaves); }

Scenario fredericton_start() {
    Scenario scenario = test::plain_scenario(kPerWave, 3.0);
    scenario.field.law = AbilityLaw::normal_pace;
    scenario.start.pen_density_per_m2 = 0.5;
    test::set_width(scenario, 40.0);
    for (int wave = 1; wave < kWaves; ++wave) {
        test::add_wave(scenario, kPerWave, kOffsetSd * (wave_z(wave) - wave_z(0)));
    }
    return scenario;
}

void set_correlated_paces(Field& field) {
    const double own_share = std::sqrt(1.0 - kCorrelation * kCorrelation);
    std::vector<int> placed(kWaves);
    for (std::size_t i = 0; i < field.size(); ++i) {
        const int wave = field.wave[i];
        const int rank = wave * kPerWave + placed[static_cast<std::size_t>(wave)]++;
        const double even = std::fmod((rank + 0.5) * 0.6180339887498949, 1.0);
        const double z = kCorrelation * wave_z(wave) + own_share * normal_quantile(even);
        field.flat_speed_mps[i] = static_cast<float>(1.0 / std::max(0.15, kPace + kPaceSd * z));
    }
}

TEST(Overtakes, OfTheFrederictonStartAreThoseOfTheNormalLaw) {
    const Scenario scenario = fredericton_start();
    const Course course = straight_course(20000.0, 0.0, 40.0);
    Field field = draw_field(scenario, course);
    set_correlated_paces(field);
    const Record record = test::run_watched(scenario, course, field, [](test::Film&, double) {});
    struct Case {
        std::size_t mark;
        double per_runner;
    };
    for (const Case& at : {Case{50, 1939.0}, Case{100, 2939.0}, Case{200, 3896.0}}) {
        const double pairs =
            static_cast<double>(inversions(record.runners.start_s, passages(record, at.mark)));
        const double present = static_cast<double>(field.size());
        const double per_runner = pairs / (present * (present - 1.0) / 2.0) * 19999.0;
        test::tell("overtaking pairs per runner to km %zu: %.0f (law: %.0f +- 3 %%)", at.mark / 10,
                   per_runner, at.per_runner);
        EXPECT_NEAR(per_runner, at.per_runner, 0.03 * at.per_runner);
    }
}

}  // namespace
}  // namespace gineste
