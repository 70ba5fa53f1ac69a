// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "field/field.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// What is known of one entrant before anything is drawn; nothing, where the field is drawn.
struct Entrant {
    std::optional<std::uint32_t> bib;
    std::optional<Sex> sex;
    std::optional<WaveId> wave;
    std::optional<double> predicted_s;
    std::optional<double> predicted_over_m;  ///< none: over this course
};

/// Reads scenario.field.entrants_file: one entrant a row, French or English headings (bib/dossard,
/// sex/sexe, wave/vague/sas, predicted time/temps visé, distance). Other columns, names among them,
/// are not kept. @throws InputError with every bad row, MissingInput
std::vector<Entrant> read_entrants(const Scenario& scenario);

/// The time over `to_m` of somebody who takes `time_s` over `from_m`: T2 = T1 (to / from)^exponent.
/// Riegel 1981, American Scientist 69:285. Hills are not part of it.
double riegel_time_s(double time_s, double from_m, double to_m, double exponent);

}  // namespace gineste
