// SPDX-License-Identifier: Apache-2.0
#include "exports/course_gpx.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "course/gpx.hpp"
#include "exports/road_line.hpp"
#include "exports/units.hpp"
#include "exports/worksheet.hpp"

namespace gineste {
namespace {

constexpr double kLook_m = 100.0;  // over which a road narrows
constexpr double kNarrower = 0.9;

struct Narrowing {
    double at_m = 0.0;  ///< where the road has become narrow
    double from_width_m = 0.0;
    double width_m = 0.0;
};

std::vector<Narrowing> narrowings(const ProfileRecord& profile) {
    std::vector<Narrowing> found;
    const auto look = static_cast<std::ptrdiff_t>(std::lround(kLook_m / profile.spacing_m));
    const std::vector<float>& width = profile.width_m;
    for (std::ptrdiff_t k = 1; k < std::ssize(width); ++k) {
        const auto before = width.begin() + std::max<std::ptrdiff_t>(0, k - look);
        const float widest = *std::max_element(before, width.begin() + k);
        if (width[k] > static_cast<float>(kNarrower) * widest) continue;
        while (k + 1 < std::ssize(width) && width[k + 1] < width[k]) ++k;
        found.push_back({static_cast<double>(k) * profile.spacing_m, widest, width[k]});
        k += look;  // past all that is compared with the wide road
    }
    return found;
}

/// Collects the waypoints of a record.
class Waypoints {
  public:
    Waypoints(const RoadLine& road, Language language) : road_(road), language_(language) {}

    void add(double at_m, const std::string& name, const char* type) {
        const RoadPoint point = road_.at(at_m);
        points_.push_back({point.lon_deg, point.lat_deg, point.elevation_m, name, type});
    }
    void add(double at_m, const Words& name, const char* type) {
        add(at_m, name.in(language_), type);
    }
    void add_kilometres() {
        for (int km = 1; km * kKilometre < road_.length_m(); ++km) {
            add(km * kKilometre, fmt::format("km {}", km), "kilometre");
        }
    }
    void add_sections(const std::vector<SegmentRecord>& segments) {
        std::string place;
        for (const SegmentRecord& segment : segments) {
            if (!segment.place.empty() && segment.place != place) {
                add(segment.from_m, segment.place, "section");
            }
            place = segment.place;
        }
    }
    void add_narrowings(const ProfileRecord& profile) {
        const Words text{"narrows from {:.1f} m to {:.1f} m", "rétrécit de {:.1f} m à {:.1f} m"};
        for (const Narrowing& place : narrowings(profile)) {
            add(place.at_m,
                fmt::format(fmt::runtime(text.in(language_)), place.from_width_m, place.width_m),
                "narrowing");
        }
    }
    const std::vector<GpxPoint>& points() const { return points_; }

  private:
    const RoadLine& road_;
    Language language_;
    std::vector<GpxPoint> points_;
};

}  // namespace

std::string course_gpx(const Record& record, Language language) {
    const RoadLine road(record);
    if (!road.is_on_earth()) return "";
    Waypoints waypoints(road, language);
    waypoints.add(0.0, Words{"Start", "Départ"}, "start");
    waypoints.add(road.length_m(), Words{"Finish", "Arrivée"}, "finish");
    waypoints.add_kilometres();
    waypoints.add_sections(record.segments);
    for (const StationRecord& station : record.stations) {
        waypoints.add(station.at_m, station.name, "station");
    }
    waypoints.add_narrowings(record.profile);
    std::vector<GpxPoint> track;
    for (const RoadPoint& point : road.between(0.0, road.length_m())) {
        track.push_back({point.lon_deg, point.lat_deg, point.elevation_m});
    }
    return gpx_text(record.scenario, waypoints.points(), track);
}

}  // namespace gineste
