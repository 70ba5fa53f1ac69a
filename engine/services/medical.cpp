// SPDX-License-Identifier: Apache-2.0
#include "services/medical.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace gineste {
namespace {

constexpr double kLevel = 0.95;
constexpr double kClimb = 0.03;  // rise over run from where `uphill_weight` counts
constexpr double kLastQuarter = 0.75;
constexpr double kHalfCounted = 100'000.0;

ExpectedCases cases(double rate, std::size_t starters) {
    const double mean = rate * static_cast<double>(starters);
    return {mean, poisson_quantile(mean, kLevel)};
}

/// Exposure in cells of a kilometre and a quarter of an hour, the last quarter of the course and
/// the rest each summing to its share of all cases.
class CaseMap {
  public:
    CaseMap(const MedicalSpec& spec, const Exposure& exposure) : spec_(spec), exposure_(exposure) {}

    void fill(MedicalRecord& record) const {
        const double rest = weight_of(false);
        const double last = weight_of(true);
        const double end_s = static_cast<double>(exposure_.intervals) * exposure_.interval_s;
        record.slots = static_cast<std::size_t>(std::ceil(end_s / record.slot_s));
        record.stretches =
            static_cast<std::size_t>(std::ceil(exposure_.course_length_m / record.stretch_m));
        record.share.assign(record.stretches * record.slots, 0.0);
        for (std::size_t segment = 0; segment < exposure_.grade.size(); ++segment) {
            const bool late = is_last_quarter(segment);
            const double all = late ? last : rest;
            if (all <= 0.0) continue;
            const double part = late ? spec_.last_quarter_share : 1.0 - spec_.last_quarter_share;
            const std::size_t stretch =
                std::min(record.stretches - 1,
                         static_cast<std::size_t>(middle_m(segment) / record.stretch_m));
            for (std::size_t k = 0; k < exposure_.intervals; ++k) {
                const auto slot = static_cast<std::size_t>(static_cast<double>(k) *
                                                           exposure_.interval_s / record.slot_s);
                record.share[stretch * record.slots + slot] += part * weight(segment, k) / all;
            }
        }
    }

  private:
    double middle_m(std::size_t segment) const {
        return (static_cast<double>(segment) + 0.5) * exposure_.segment_m;
    }
    bool is_last_quarter(std::size_t segment) const {
        return middle_m(segment) >= kLastQuarter * exposure_.course_length_m;
    }
    double weight(std::size_t segment, std::size_t interval) const {
        const double uphill = exposure_.grade[segment] >= kClimb ? spec_.uphill_weight : 1.0;
        return uphill * exposure_.runner_s[segment * exposure_.intervals + interval];
    }
    double weight_of(bool last_quarter) const {
        double sum = 0.0;
        for (std::size_t segment = 0; segment < exposure_.grade.size(); ++segment) {
            if (is_last_quarter(segment) != last_quarter) continue;
            for (std::size_t k = 0; k < exposure_.intervals; ++k) sum += weight(segment, k);
        }
        return sum;
    }

    const MedicalSpec& spec_;
    const Exposure& exposure_;
};

const char* device_for(double ris) {
    if (ris <= 0.25) return "none required";
    if (ris <= 1.125) return "PAPS";
    if (ris <= 12.0) return "DPS-PE";
    return ris <= 36.0 ? "DPS-ME" : "DPS-GE";
}

}  // namespace

int poisson_quantile(double mean, double level) {
    // The logarithm of the first term: exp(−mean) alone would vanish for a mean over 700.
    double log_term = -mean;
    double below = std::exp(log_term);
    int n = 0;
    while (below < level && n < 1'000'000) {
        ++n;
        log_term += std::log(mean / n);
        below += std::exp(log_term);
    }
    return n;
}

LargestNumber largest_number(const std::vector<double>& from_s, const std::vector<double>& to_s) {
    std::vector<std::pair<double, int>> changes;
    for (std::size_t i = 0; i < from_s.size(); ++i) {
        if (std::isnan(from_s[i])) continue;
        changes.emplace_back(from_s[i], 1);
        if (!std::isnan(to_s[i])) changes.emplace_back(to_s[i], -1);
    }
    std::sort(changes.begin(), changes.end());
    LargestNumber largest;
    largest.time_s = std::numeric_limits<double>::quiet_NaN();
    long now = 0;
    for (const auto& [time_s, change] : changes) {
        now += change;
        if (now <= static_cast<long>(largest.runners)) continue;
        largest = {static_cast<std::size_t>(now), time_s};
    }
    return largest;
}

RescuerRatio rescuer_ratio(const MedicalSpec& spec, double persons) {
    RescuerRatio ratio;
    ratio.index = spec.p2 + spec.e1 + spec.e2;
    ratio.persons = persons - 0.5 * std::max(0.0, persons - kHalfCounted);
    ratio.ris = ratio.index * ratio.persons / 1000.0;
    ratio.device = device_for(ratio.ris);
    return ratio;
}

MedicalRecord medical_cover(const MedicalSpec& spec, const Exposure& exposure,
                            const Presence& presence) {
    MedicalRecord record;
    record.asked = true;
    record.starters = static_cast<std::size_t>(
        std::count_if(presence.start_s.begin(), presence.start_s.end(),
                      [](double start_s) { return !std::isnan(start_s); }));
    record.encounters = cases(spec.encounters_per_1000 / 1e3, record.starters);
    record.serious = cases(spec.serious_per_1000 / 1e3, record.starters);
    record.collapses = cases(spec.collapses_per_1000 / 1e3, record.starters);
    record.arrests = cases(spec.arrests_per_100k / 1e5, record.starters);
    record.on_course = largest_number(presence.start_s, presence.off_course_s);
    record.present = largest_number(presence.start_s, presence.away_s);
    record.others_present = spec.others_present;
    const auto runners = static_cast<double>(record.present.runners);
    record.rescuers = rescuer_ratio(spec, runners + spec.others_present);
    if (exposure.intervals > 0) CaseMap(spec, exposure).fill(record);
    return record;
}

}  // namespace gineste
