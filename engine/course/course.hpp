// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "scenario/scenario.hpp"

namespace gineste {

/// A stretch of road with a profile of its own, sampled every `spacing_m` from its beginning.
/// All arrays have the same size; index k stands at chainage k·spacing_m of the leg, the last
/// one at length_m.
struct Leg {
    std::string name;
    double length_m = 0.0;
    double spacing_m = 5.0;
    std::vector<double> elevation_m;
    std::vector<double> grade;  ///< rise over run, positive uphill in the running direction
    std::vector<double> width_m;
    std::vector<double> heading_rad;  ///< clockwise from north
    std::vector<double> lon_deg;
    std::vector<double> lat_deg;
};

/// Where on the network: a leg, a chainage on it, and the distance left of the centre line.
struct Position {
    LegId leg;
    double chainage_m = 0.0;
    double offset_m = 0.0;
};

/// A named stretch of the route.
struct NamedSection {
    double from_m = 0.0;
    double to_m = 0.0;
    std::string name;
};

/// A surveyed height the profile was made to pass through.
struct PinnedHeight {
    double at_m = 0.0;
    double elevation_m = 0.0;
    double lift_m = 0.0;  ///< what the survey added to the smoothed terrain there
    std::string name;     ///< empty where it has none
};

/// What the survey did to get from the files to the profile; for the report and `gineste course`.
struct SurveyNotes {
    double traced_length_m = 0.0;
    double smoothing_m = 0.0;
    double raw_climb_m = 0.0;     ///< of the DEM along the line before smoothing
    std::string dem_description;  ///< driver, cell size, CRS
    std::vector<PinnedHeight> pins;
};

/// The road by chainage of the race's route: frozen after `survey_course`. Chainage below 0 and
/// beyond length_m() is answered with the value at that end.
class Course {
  public:
    Course(std::vector<Leg> legs, std::vector<LegId> route, std::vector<NamedSection> sections,
           SurveyNotes notes);

    double length_m() const { return length_m_; }
    double elevation_m(double chainage_m) const;
    double grade(double chainage_m) const;
    double width_m(double chainage_m) const;
    double heading_rad(double chainage_m) const;
    double lon_deg(double chainage_m) const;
    double lat_deg(double chainage_m) const;
    const std::string& place_name(double chainage_m) const;  ///< empty where no section is named
    double climb_m() const { return climb_m_; }              ///< sum of all rises
    double descent_m() const { return descent_m_; }          ///< sum of all falls, positive

    Position position(double chainage_m, double offset_m = 0.0) const;
    double chainage_m(const Position& position) const;

    const std::vector<Leg>& legs() const { return legs_; }
    const std::vector<LegId>& route() const { return route_; }
    const std::vector<NamedSection>& sections() const { return sections_; }
    const SurveyNotes& notes() const { return notes_; }

  private:
    std::size_t route_index(double chainage_m) const;
    double interpolated(const std::vector<double> Leg::*values, double chainage_m) const;

    std::vector<Leg> legs_;
    std::vector<LegId> route_;
    std::vector<double> route_begin_m_;  ///< chainage at which each leg of the route begins
    std::vector<NamedSection> sections_;
    SurveyNotes notes_;
    double length_m_ = 0.0;
    double climb_m_ = 0.0;
    double descent_m_ = 0.0;
};

/// Reads line and DEM of the scenario, and gives the road. @throws InputError, MissingInput
Course survey_course(const Scenario& scenario);

/// The files that survey_course reads, in this order: line, terrain model, the .prj beside it where
/// there is one, sections. What these hold is what the course depends on.
std::vector<std::filesystem::path> survey_files(const Scenario& scenario);

/// A straight road of constant grade and width: for tests and first experiments.
Course straight_course(double length_m, double grade, double width_m);

/// The same road as several legs, cut at the samples nearest to the given chainages: every query
/// answers the same to the last bit. The course must have one leg.
Course cut_course(const Course& course, const std::vector<double>& at_m);

}  // namespace gineste
