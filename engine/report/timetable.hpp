// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

// When the race has each road. Times are seconds after the first gun, NaN for what did not happen.

/// One place of the road timetable.
struct TimetableRow {
    double at_m = 0.0;
    std::string name;  ///< of the junction, or "Finish"; empty: a kilometre
    std::string road;  ///< the closed stretch it lies on; empty: none
    double closes_s = 0.0;
    double first_s = 0.0;
    double median_s = 0.0;
    double last_s = 0.0;
    double sweeper_s = 0.0;
    double opens_s = 0.0;  ///< earliest: the last runner or the sweeper, and the clearing
};

/// One closed stretch, from its first runner to its earliest reopening as a whole.
struct StretchFindings {
    double first_s = 0.0;
    double last_s = 0.0;
    double opens_s = 0.0;
    double closed_s = 0.0;  ///< from closing to the earliest reopening, on a stopwatch
    /// Announced opening less the earliest one; negative: announced too early. NaN: none announced.
    double spare_s = 0.0;
};

/// When a runner came by, between two marks of the record in proportion; NaN: not at all.
double passage_s(const Record& record, std::size_t runner, double at_m);

/// Every kilometre, every junction and the finish, in order of place; empty where the scenario says
/// nothing of roads.
std::vector<TimetableRow> timetable(const Record& record);
/// In the order of RoadsRecord::closures.
std::vector<StretchFindings> stretch_findings(const Record& record,
                                              const std::vector<TimetableRow>& rows);

/// timetable.csv
std::string timetable_csv(const Record& record, const std::vector<TimetableRow>& rows);

}  // namespace gineste
