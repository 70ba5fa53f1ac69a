// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "observers/record.hpp"

namespace gineste {

/// trajectories.sqlite, as bytes: the positions of `record.trajectories` in JuPedSim's schema,
/// version 2. The frame of reference is the road laid straight: x is the chainage and y the
/// distance left of the course's centre line, both in metres; the walkable area is the open road;
/// an id is a bib, and everybody faces along the road. Empty where there is no frame. Equal records
/// give equal bytes.
/// @throws InternalError where SQLite refuses
std::string trajectories_sqlite(const Record& record);

}  // namespace gineste
