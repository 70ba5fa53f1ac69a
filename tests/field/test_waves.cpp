// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "field/waves.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

Scenario three_waves() {
    Scenario scenario = test::plain_scenario(100, 3.0);
    scenario.field = FieldSpec{};
    scenario.field.no_show_share = 0.0;
    scenario.field.missed_seeding_share = 0.0;
    test::add_wave(scenario, 200, 300.0);
    test::add_wave(scenario, 300, 600.0);
    return scenario;
}

std::vector<double> predictions_of(const Field& field, std::uint16_t wave) {
    std::vector<double> found;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.wave[i] == wave) found.push_back(field.predicted_s[i]);
    }
    return found;
}

TEST(Waves, AreFilledFastestPredictionFirst) {
    const Field field = draw_field(three_waves(), straight_course(5000.0, 0.0, 8.0));
    const auto first = predictions_of(field, 0);
    const auto second = predictions_of(field, 1);
    const auto third = predictions_of(field, 2);
    EXPECT_EQ(first.size(), 100u);
    EXPECT_EQ(second.size(), 200u);
    EXPECT_EQ(third.size(), 300u);
    EXPECT_LE(*std::max_element(first.begin(), first.end()),
              *std::min_element(second.begin(), second.end()));
    EXPECT_LE(*std::max_element(second.begin(), second.end()),
              *std::min_element(third.begin(), third.end()));
}

TEST(Waves, MisplacedRunnersLeaveEveryWaveItsNumber) {
    Scenario scenario = three_waves();
    scenario.field.missed_seeding_share = 0.5;
    const Field field = draw_field(scenario, straight_course(5000.0, 0.0, 8.0));
    EXPECT_EQ(predictions_of(field, 0).size(), 100u);
    EXPECT_EQ(predictions_of(field, 1).size(), 200u);
    const auto first = predictions_of(field, 0);
    const auto third = predictions_of(field, 2);
    EXPECT_GT(*std::max_element(first.begin(), first.end()),
              *std::min_element(third.begin(), third.end()));
}

// Who may come: rules of three_waves, whose first has 100 places of 600 runners.
class EntryRules : public testing::Test {
  protected:
    std::vector<std::size_t> first_wave() {
        field_ = draw_field(scenario_, straight_course(5000.0, 0.0, 8.0));
        std::vector<std::size_t> ids;
        for (std::size_t i = 0; i < field_.size(); ++i) {
            if (field_.wave[i] == 0) ids.push_back(i);
        }
        return ids;
    }
    double middle_prediction_s() {
        const Field field = draw_field(scenario_, straight_course(5000.0, 0.0, 8.0));
        std::vector<double> sorted = field.predicted_s;
        std::nth_element(sorted.begin(), sorted.begin() + 300, sorted.end());
        return sorted[300];
    }
    Scenario scenario_ = three_waves();
    Field field_;
};

TEST_F(EntryRules, PredictedUnderLeavesPlacesFreeRatherThanLetSlowerOnesIn) {
    const Field all = draw_field(scenario_, straight_course(5000.0, 0.0, 8.0));
    std::vector<double> sorted = all.predicted_s;
    std::sort(sorted.begin(), sorted.end());
    scenario_.waves[0].predicted_under_s = sorted[40];
    EXPECT_EQ(first_wave().size(), 40U);
}

TEST_F(EntryRules, PredictedFromKeepsTheFastOut) {
    const double middle_s = middle_prediction_s();
    scenario_.waves[0].predicted_from_s = middle_s;
    const auto ids = first_wave();
    EXPECT_EQ(ids.size(), 100U);
    for (const std::size_t i : ids) EXPECT_GE(field_.predicted_s[i], middle_s);
}

TEST_F(EntryRules, SlowestFirstIsTheOtherEndOfTheField) {
    scenario_.waves[0].fill = WaveFill::slowest_first;
    const auto ids = first_wave();
    const auto rest = predictions_of(field_, 1);
    for (const std::size_t i : ids) {
        EXPECT_GE(field_.predicted_s[i], *std::max_element(rest.begin(), rest.end()));
    }
}

TEST_F(EntryRules, BibsChooseByNumber) {
    scenario_.waves[0].fill = WaveFill::by_bib;
    scenario_.waves[0].bib_from = 201.0;
    scenario_.waves[0].bib_to = 260.0;
    const auto ids = first_wave();
    ASSERT_EQ(ids.size(), 60U);
    EXPECT_EQ(field_.bib[ids.front()], 201U);
    EXPECT_EQ(field_.bib[ids.back()], 260U);
}

TEST_F(EntryRules, ABallotGivesItsShareToAnybody) {
    const double middle_s = middle_prediction_s();
    scenario_.waves[0].ballot_share = 0.4;
    const auto ids = first_wave();
    EXPECT_EQ(ids.size(), 100U);
    const auto slow = std::count_if(
        ids.begin(), ids.end(), [&](std::size_t i) { return field_.predicted_s[i] > middle_s; });
    // 40 drawn of 540 left, 300 of whom are slow: 22.2 ± 3.0 (hypergeometric)
    EXPECT_NEAR(static_cast<double>(slow), 22.2, 12.0);
}

TEST(Pens, ByPredictionPutTheFastestInFront) {
    Scenario scenario = three_waves();
    scenario.waves[1].order = PenOrder::by_prediction;
    const Field field = draw_field(scenario, straight_course(5000.0, 0.0, 8.0));
    std::vector<std::pair<std::uint32_t, double>> pen;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.wave[i] == 1) pen.emplace_back(field.pen_rank[i], field.predicted_s[i]);
    }
    std::sort(pen.begin(), pen.end());
    for (std::size_t k = 0; k < pen.size(); ++k) {
        EXPECT_EQ(pen[k].first, k);
        if (k > 0) {
            EXPECT_LE(pen[k - 1].second, pen[k].second);
        }
    }
}

TEST(Pens, MixedOnesAreShuffledAndComplete) {
    const Field field = draw_field(three_waves(), straight_course(5000.0, 0.0, 8.0));
    std::set<std::uint32_t> ranks;
    int in_order = 0;
    double last_s = 0.0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field.wave[i] != 2) continue;
        ranks.insert(field.pen_rank[i]);
        if (field.predicted_s[i] > last_s) ++in_order;
        last_s = field.predicted_s[i];
    }
    EXPECT_EQ(ranks.size(), 300u);
    EXPECT_EQ(*ranks.rbegin(), 299u);
    EXPECT_LT(in_order, 200);
}

}  // namespace
}  // namespace gineste
