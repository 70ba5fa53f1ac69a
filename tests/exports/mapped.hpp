// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "report/synthetic.hpp"

namespace gineste {

/// A course of 2 km due north from 43.27° N, 5.4° E, 8 m wide and from 1 km on 5 m, a profile entry
/// every 20 m, and one crowded place.
inline Record mapped_record() {
    Record record = empty_record(20, 6.0, 30);
    for (int k = 0; k <= 100; ++k) {
        record.profile.lon_deg.push_back(5.4);
        record.profile.lat_deg.push_back(43.27 + 0.00018 * k);
        record.profile.elevation_m.push_back(static_cast<float>(k));
        record.profile.width_m.push_back(k < 50 ? 8.0F : 5.0F);
        record.profile.grade.push_back(0.05F);
    }
    fill_cell(record, 3, 4, {1.0, 0.5, 12, 3});
    fill_cell(record, 3, 5, {0.1, 0.9, 0, 3});
    add_runner(record, 0, 1.0, 400.0, 3.0F);
    return record;
}

}  // namespace gineste
