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
};

/// Reads scenario.field.entrants_file: one entrant a row, French or English headings (bib/dossard,
/// sex/sexe, wave/vague/sas, predicted time/temps visé). Other columns, names among them, are not
/// kept. @throws InputError with every bad row, MissingInput
std::vector<Entrant> read_entrants(const Scenario& scenario);

}  // namespace gineste
