// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace gineste {

/// A number of cases as expected, and one that is not exceeded in 19 races of 20 (Poisson).
struct ExpectedCases {
    double mean = 0.0;
    int most = 0;
};

/// How many are together at one time, and when that is most.
struct LargestNumber {
    std::size_t runners = 0;
    double time_s = 0.0;  ///< after the first gun; NaN: never anybody
};

/// France's ratio of rescuers, RIS = (P2 + E1 + E2)·P/1000, arrêté of 7 November 2006.
struct RescuerRatio {
    double index = 0.0;    ///< P2 + E1 + E2
    double persons = 0.0;  ///< P: those present; of those beyond 100,000 every other one
    double ris = 0.0;
    std::string device;  ///< "none required", "PAPS", "DPS-PE", "DPS-ME" or "DPS-GE"
};

struct MedicalRecord {
    bool asked = false;  ///< false: the scenario has no `medical`
    std::size_t starters = 0;
    ExpectedCases encounters;
    ExpectedCases serious;
    ExpectedCases collapses;
    ExpectedCases arrests;
    LargestNumber on_course;
    LargestNumber present;  ///< on the course and in the finish area
    int others_present = 0;
    RescuerRatio rescuers;
    double stretch_m = 1000.0;
    double slot_s = 900.0;
    std::size_t stretches = 0;
    std::size_t slots = 0;
    /// Share of all cases by stretch of road and time, stretch-major: stretch · slots + slot.
    std::vector<double> share;
};

}  // namespace gineste
