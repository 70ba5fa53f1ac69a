// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "scenario/day_spec.hpp"
#include "scenario/scenario.hpp"
#include "scenario/table.hpp"

namespace gineste {

/// The table of the top level, with those of its sections and lists within.
Table<Scenario> scenario_table();

/// The same of a race day.
Table<DaySpec> day_table();

Table<CourseSpec> course_table();
Table<StartSpec> start_table();
Table<WaveSpec> wave_table();
/// Distribution of times with these defaults, which come from `source`.
Table<TimeDistribution> time_table(const TimeDistribution& defaults, const std::string& source);
Table<FieldSpec> field_table();
Table<GroupSpec> group_table();
Table<NamedSpec> named_table();
Table<MotionSpec> motion_table();
Table<WeatherSpec> weather_table();
Table<IncidentSpec> incident_table();
Table<VehicleSpec> vehicle_table();
Table<SweeperSpec> sweeper_table();
Table<RoadsSpec> roads_table();
Table<StationSpec> station_table();
Table<ServiceSpec> service_table();
Table<MedicalSpec> medical_table();
Table<VolunteersSpec> volunteers_table();
Table<ThirstSpec> thirst_table();
Table<ObserveSpec> observe_table();
Table<ThresholdsSpec> thresholds_table();

}  // namespace gineste
