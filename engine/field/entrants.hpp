// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
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
    std::optional<double> net_s;             ///< undisturbed time that they do run, from results
    std::optional<double> start_offset_s;    ///< over the line, s after the first gun
};

/// Reads scenario.field.entrants_file: one entrant a row, French or English headings (bib/dossard,
/// sex/sexe, wave/vague/sas, predicted time/temps visé, distance, net time/temps réel, start
/// offset/décalage). Other columns, names among them, are not kept. @throws InputError with every
/// bad row, MissingInput
std::vector<Entrant> read_entrants(const Scenario& scenario);

/// What F, W, femme …, M, H, homme … stand for, however it is spelt.
std::optional<Sex> sex_of(std::string_view text);

/// The time over `to_m` of somebody who takes `time_s` over `from_m`: T2 = T1 (to / from)^exponent.
/// Riegel 1981, American Scientist 69:285. Hills are not part of it.
double riegel_time_s(double time_s, double from_m, double to_m, double exponent);

}  // namespace gineste
