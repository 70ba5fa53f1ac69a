// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "observers/record.hpp"

namespace gineste {

/// What results.nc of a report tells of a race: `runners` (bib, wave, starts, finishes) and
/// `passages`; the rest of the record stays empty. @throws MissingInput, InputError
Record read_passages(const std::filesystem::path& file);

}  // namespace gineste
