// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "scenario/optimise_spec.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// The sum of `values` made `sum` by the same shift of all, each held within [least, most] (the
/// projection on a simplex with bounds). Needs count · least <= sum <= count · most.
std::vector<double> shifted_to_sum(std::vector<double> values, double least, double most,
                                   double sum);

/// The plans that a search may try, as points of the unit cube:
///
///     number of waves | size of each | gap before each | order | line width | stations
///
/// Sizes are shifted until they make the field, gaps that end too late until the last gun goes in
/// time; both lie on their steps. A point is one plan, and a plan has a point.
class PlanSpace {
  public:
    /// @throws InputError where the scenario has not what the search varies, or where no plan can
    /// be within the ranges and keep to what is asked
    PlanSpace(const OptimiseSpec& spec, const Scenario& base);

    std::size_t dimension() const;
    /// The plan at a point, with the runners of the base.
    Scenario plan(const std::vector<double>& point) const;
    /// The base itself, or what is nearest to it within the ranges.
    std::vector<double> base_point() const;
    const Scenario& base() const { return base_; }
    const OptimiseSpec& spec() const { return spec_; }
    /// Which keys of a scenario differ from the base, as a scenario that extends it says them.
    std::string changes_text(const Scenario& plan) const;

  private:
    void check_waves() const;
    void check_stations() const;
    void check_keep() const;
    std::size_t most_waves() const;
    std::size_t waves_at(double part) const;
    std::vector<int> sizes(const std::vector<double>& point, std::size_t count) const;
    std::vector<double> gaps_s(const std::vector<double>& point, std::size_t count) const;
    std::optional<double> room_for_gaps_s() const;
    bool varies_waves() const;
    std::string waves_text(const Scenario& plan) const;
    void set_waves(const std::vector<double>& point, Scenario& plan) const;
    [[noreturn]] void refuse(const SourcePlace& place, const std::string& problem,
                             const std::string& why, const std::string& suggestion) const;

    OptimiseSpec spec_;
    Scenario base_;
    std::size_t kept_ = 0;
    int runners_ = 0;        ///< in the waves that vary
    double before_s_ = 0.0;  ///< gun of the last wave that is kept, or of the first wave
};

}  // namespace gineste
