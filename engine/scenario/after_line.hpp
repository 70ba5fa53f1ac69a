// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace gineste {

// What a scenario says of the services after the finish line, the medical cover and the
// volunteers. As in scenario.hpp, every field is one row of the table of keys.

/// The word that stands for leaving the finish area in a routing.
inline constexpr const char* kAway = "away";

enum class ServiceKind {
    counter,  ///< servers who each see to one runner; the others stand in line
    open,     ///< everybody is served at once: a walk, a rest, a meal
    coaches,  ///< coaches go by timetable, each with as many as it has seats
};
enum class ServiceLaw { constant, exponential, lognormal, gamma };

/// Where runners go from a service.
struct ServiceRoute {
    SourcePlace where;
    std::string to;  ///< another service, or kAway
    double share = 1.0;
};

struct ServiceSpec {
    SourcePlace where;
    std::string name;
    ServiceKind kind = ServiceKind::counter;
    std::string role = "arrival";  ///< of the volunteers who stand there
    double entering_share = 0.0;   ///< of all finishers, straight from the line
    int servers = 1;               ///< of coaches: bays where they load
    ServiceLaw law = ServiceLaw::lognormal;
    double mean_s = 0.0;             ///< of the time that a service takes; 0: not given
    double spread = 0.5;             ///< standard deviation over mean
    std::optional<int> places;       ///< room for so many, waiting or served; none: for all
    double hands = 1.0;              ///< volunteers for each server or bay
    int seats = 50;                  ///< of a coach
    double interval_s = 0.0;         ///< between departures; 0: not given
    double loading_s = 300.0;        ///< before departure, with doors open
    std::optional<double> first_s;   ///< first departure, seconds after local midnight
    std::vector<ServiceRoute> next;  ///< empty: everybody goes away
};

/// The four steps of each of the indices of the French risk grid.
inline constexpr double kRisSteps[] = {0.25, 0.30, 0.35, 0.40};

struct MedicalSpec {
    double encounters_per_1000 = 5.1;
    double serious_per_1000 = 0.5;
    double collapses_per_1000 = 1.53;
    double arrests_per_100k = 0.6;
    double last_quarter_share = 0.667;  ///< of all that happens on the course
    double uphill_weight = 1.5;         ///< of a runner's minute on a climb, over one elsewhere
    double p2 = 0.35;                   ///< behaviour of those present
    double e1 = 0.30;                   ///< surroundings and access
    double e2 = 0.30;                   ///< delay of the public rescue services
    int others_present = 0;             ///< spectators and staff, in the largest number present
};

/// Volunteers whose number does not follow from a station or a service.
struct PostSpec {
    SourcePlace where;
    std::string name;
    std::string role = "course";
    int hands = 0;                          ///< all the time
    std::optional<double> begin_s;          ///< seconds after local midnight
    std::optional<double> end_s;            ///< seconds after local midnight
    std::optional<double> at_m;             ///< where runners pass; infinity: the finish
    std::optional<double> rate_per_minute;  ///< runners that one hand sees to
};

struct VolunteersSpec {
    std::optional<int> available;
    double slot_s = 900.0;
    double service_level = 0.9;  ///< share of runners, or of minutes, that the hands suffice for
    double longest_wait_s = 60.0;
    std::vector<PostSpec> posts;
};

}  // namespace gineste
