// SPDX-License-Identifier: Apache-2.0
#include "exports/results_gpkg.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "course/gdal_guard.hpp"
#include "exports/map_style.hpp"
#include "exports/road_line.hpp"
#include "exports/units.hpp"
#include "report/congestion.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

constexpr const char* kPath = "/vsimem/gineste-results.gpkg";  // GDAL's files in memory
constexpr int kEpsg = 4326;
constexpr int kUtc = 100;  // as GDAL counts zones

/// What GDAL would take from the clock on the wall, taken from the race while it lives.
class FixedDate {
  public:
    explicit FixedDate(const std::string& date) {
        CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", date.c_str());
    }
    ~FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr); }
    FixedDate(const FixedDate&) = delete;
    FixedDate& operator=(const FixedDate&) = delete;
};

/// The first gun as ISO 8601 in UTC.
std::string first_gun(const Record& record) {
    std::string text = LocalClock(record).utc_epoch() + ".000Z";
    text[10] = 'T';
    return text;
}

/// A GeoPackage in memory, one transaction from beginning to end.
class GeoPackage {
  public:
    GeoPackage() {
        prepare_gdal();
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        if (driver != nullptr) set_.reset(driver->Create(kPath, 0, 0, 0, GDT_Unknown, nullptr));
        must(set_ != nullptr, "create");
        must(system_.importFromEPSG(kEpsg) == OGRERR_NONE, "coordinate system");
        system_.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        must(set_->StartTransaction() == OGRERR_NONE, "begin");
    }
    ~GeoPackage() {
        set_.reset();
        VSIUnlink(kPath);
    }
    GeoPackage(const GeoPackage&) = delete;
    GeoPackage& operator=(const GeoPackage&) = delete;

    /// A layer without geometry where `type` is wkbNone; the order of its fields is theirs.
    OGRLayer& layer(const char* name, OGRwkbGeometryType type,
                    const std::vector<std::pair<const char*, OGRFieldType>>& fields) {
        OGRLayer* layer =
            set_->CreateLayer(name, type == wkbNone ? nullptr : &system_, type, nullptr);
        must(layer != nullptr, name);
        for (const auto& [field, field_type] : fields) {
            OGRFieldDefn definition(field, field_type);
            must(layer->CreateField(&definition) == OGRERR_NONE, field);
        }
        return *layer;
    }

    std::string take() {
        must(set_->CommitTransaction() == OGRERR_NONE, "commit");
        set_.reset();  // writes the rest, and says nothing where that fails but to GdalErrors
        must(!errors_.failed(), "close");
        vsi_l_offset size = 0;
        const GByte* bytes = VSIGetMemFileBuffer(kPath, &size, FALSE);
        must(bytes != nullptr, "read");
        return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
    }

    void must(bool good, const char* what) const {
        if (good) return;
        throw InternalError(std::string("results.gpkg: ") + what + ": " +
                            errors_.reason("GDAL refuses"));
    }

  private:
    GdalErrors errors_;
    std::unique_ptr<GDALDataset> set_;
    OGRSpatialReference system_;
};

/// One feature, filled field by field in the layer's order.
class Feature {
  public:
    explicit Feature(OGRLayer& layer) : layer_(layer), feature_(layer.GetLayerDefn()) {}

    Feature& text(const std::string& value) {
        feature_.SetField(next_++, value.c_str());
        return *this;
    }
    Feature& number(double value) {
        if (std::isfinite(value)) feature_.SetField(next_, value);
        ++next_;
        return *this;
    }
    Feature& count(std::size_t value) {
        feature_.SetField(next_++, static_cast<GIntBig>(value));
        return *this;
    }
    /// Seconds after the first gun, as UTC.
    Feature& time(const Record& record, double time_s) {
        if (std::isfinite(time_s)) {
            const std::string iso = Zone().iso_text(record.first_gun_instant_s + time_s);
            const auto part = [&iso](std::size_t from, std::size_t digits) {
                return std::stoi(iso.substr(from, digits));
            };
            feature_.SetField(next_, part(0, 4), part(5, 2), part(8, 2), part(11, 2), part(14, 2),
                              static_cast<float>(part(17, 2)), kUtc);
        }
        ++next_;
        return *this;
    }
    Feature& line(const std::vector<RoadPoint>& points) {
        auto* line = new OGRLineString;  // the feature's from here on
        for (const RoadPoint& point : points) line->addPoint(point.lon_deg, point.lat_deg);
        feature_.SetGeometryDirectly(line);
        return *this;
    }
    Feature& point(const RoadPoint& point) {
        feature_.SetGeometryDirectly(new OGRPoint(point.lon_deg, point.lat_deg));
        return *this;
    }
    void add(const GeoPackage& package) {
        package.must(layer_.CreateFeature(&feature_) == OGRERR_NONE, layer_.GetName());
    }

  private:
    OGRLayer& layer_;
    OGRFeature feature_;
    int next_ = 0;
};

void add_course(GeoPackage& package, const Record& record, const RoadLine& road) {
    OGRLayer& layer =
        package.layer("course", wkbLineString, {{"name", OFTString}, {"length_km", OFTReal}});
    Feature feature(layer);
    feature.text(record.scenario).number(record.course_length_m / kKilometre);
    feature.line(road.between(0.0, road.length_m())).add(package);
}

void add_segments(GeoPackage& package, const Record& record, const RoadLine& road) {
    OGRLayer& layer = package.layer("segments", wkbLineString,
                                    {{"from_km", OFTReal},
                                     {"to_km", OFTReal},
                                     {"begin", OFTDateTime},
                                     {"end", OFTDateTime},
                                     {"runners", OFTReal},
                                     {"density_per_m2", OFTReal},
                                     {"speed_mps", OFTReal},
                                     {"flow_per_s", OFTReal},
                                     {"level", OFTString}});
    const CongestionView view(record);
    for (std::size_t k = 0; k < view.segments(); ++k) {
        const SegmentRecord& segment = record.segments[k];
        const std::vector<RoadPoint> line = road.between(segment.from_m, segment.to_m);
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            const Cell cell{k, interval};
            if (view.runners(cell) <= 0.0) continue;
            const double density_per_m2 = view.density_per_m2(cell);
            Feature feature(layer);
            feature.number(segment.from_m / kKilometre).number(segment.to_m / kKilometre);
            feature.time(record, view.begin_s(interval)).time(record, view.begin_s(interval + 1));
            feature.number(view.runners(cell)).number(density_per_m2);
            feature.number(view.speed_mps(cell)).number(view.flow_per_s(cell));
            feature.text(to_text(crowding(density_per_m2))).line(line).add(package);
        }
    }
}

void add_places(GeoPackage& package, const Record& record, const Findings& findings,
                const RoadLine& road) {
    OGRLayer& layer = package.layer("worst_places", wkbLineString,
                                    {{"rank", OFTInteger64},
                                     {"from_km", OFTReal},
                                     {"to_km", OFTReal},
                                     {"name", OFTString},
                                     {"begin", OFTDateTime},
                                     {"end", OFTDateTime},
                                     {"peak", OFTDateTime},
                                     {"peak_density_per_m2", OFTReal},
                                     {"level", OFTString},
                                     {"runners_delayed", OFTInteger64},
                                     {"least_width_m", OFTReal},
                                     {"grade", OFTReal},
                                     {"likely_cause", OFTString}});
    std::size_t rank = 0;
    for (const CrowdedPlace& place : findings.congestion.worst_places) {
        Feature feature(layer);
        feature.count(++rank).number(place.from_m / kKilometre).number(place.to_m / kKilometre);
        feature.text(place.name).time(record, place.begin_s).time(record, place.end_s);
        feature.time(record, place.peak_s).number(place.peak_density_per_m2);
        feature.text(to_text(crowding(place.peak_density_per_m2))).count(place.delayed);
        feature.number(place.least_width_m).number(place.grade).text(to_text(place.cause));
        feature.line(road.between(place.from_m, place.to_m)).add(package);
    }
}

void add_stations(GeoPackage& package, const Record& record, const Findings& findings,
                  const RoadLine& road) {
    OGRLayer& layer = package.layer("stations", wkbPoint,
                                    {{"km", OFTReal},
                                     {"name", OFTString},
                                     {"kind", OFTString},
                                     {"tables", OFTInteger64},
                                     {"volunteers", OFTInteger64},
                                     {"runners", OFTInteger64},
                                     {"served", OFTInteger64},
                                     {"cups", OFTInteger64},
                                     {"peak_queue", OFTInteger64},
                                     {"wait_p95_s", OFTReal},
                                     {"opens", OFTDateTime},
                                     {"closes", OFTDateTime}});
    for (std::size_t k = 0; k < record.stations.size(); ++k) {
        const StationRecord& station = record.stations[k];
        const StationFindings& found = findings.stations[k];
        Feature feature(layer);
        feature.number(station.at_m / kKilometre).text(station.name).text(station.kind);
        feature.count(static_cast<std::size_t>(station.tables));
        feature.count(static_cast<std::size_t>(station.volunteers));
        feature.count(found.arrivals).count(found.served).count(found.cups);
        feature.count(found.peak_queue).number(found.wait_p95_s);
        feature.time(record, found.zone.opens_s).time(record, found.zone.closes_s);
        feature.point(road.at(station.at_m)).add(package);
    }
}

// Fields as QGIS makes them; it looks for an empty schema, not for none.
void add_styles(GeoPackage& package, const Record& record) {
    OGRLayer& layer = package.layer("layer_styles", wkbNone,
                                    {{"f_table_catalog", OFTString},
                                     {"f_table_schema", OFTString},
                                     {"f_table_name", OFTString},
                                     {"f_geometry_column", OFTString},
                                     {"styleName", OFTString},
                                     {"styleQML", OFTString},
                                     {"styleSLD", OFTString},
                                     {"useAsDefault", OFTInteger64},
                                     {"description", OFTString},
                                     {"owner", OFTString},
                                     {"ui", OFTString},
                                     {"update_time", OFTDateTime}});
    for (const MapStyle& style : map_styles()) {
        Feature feature(layer);
        feature.text("").text("").text(style.layer).text("geom").text(style.layer);
        feature.text(style.qml).text(style.sld).count(1).text(style.description);
        feature.text("gineste").text("").time(record, 0.0).add(package);
    }
}

}  // namespace

std::string results_gpkg(const Record& record, const Findings& findings) {
    const RoadLine road(record);
    if (!road.is_on_earth()) return "";
    const FixedDate date(first_gun(record));
    GeoPackage package;
    add_course(package, record, road);
    add_segments(package, record, road);
    add_places(package, record, findings, road);
    add_stations(package, record, findings, road);
    add_styles(package, record);
    return package.take();
}

}  // namespace gineste
