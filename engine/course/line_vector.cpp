// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <limits>
#include <memory>

#include "course/gdal_guard.hpp"
#include "course/line.hpp"

namespace gineste {
namespace {

[[noreturn]] void refuse_line(const std::filesystem::path& file, std::string problem,
                              std::string why, std::string suggestion) {
    throw InputError(
        Problem{{file.string()}, std::move(problem), std::move(why), std::move(suggestion), ""});
}

GDALDatasetUniquePtr open_vector(const std::filesystem::path& file, const GdalErrors& errors) {
    const char* drivers[] = {"GeoJSON", "GPKG", "LIBKML", nullptr};
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers));
    if (!dataset || errors.failed()) {
        refuse_line(file, "the line cannot be read", errors.reason("unknown content"),
                    "Export the course again as GPX, GeoJSON, GPKG, KML or CSV.");
    }
    return dataset;
}

// To WGS 84 with longitude first, whatever order the file's own system prefers.
class ToDegrees {
  public:
    ToDegrees(const OGRSpatialReference* from, const std::filesystem::path& file,
              const GdalErrors& errors) {
        if (!is_on_earth(from)) {
            refuse_line(file, "no CRS", "the coordinates could be anywhere",
                        "Save the line again with its coordinate system, such as EPSG:4326.");
        }
        OGRSpatialReference source(*from);
        OGRSpatialReference wgs84;
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        wgs84.SetWellKnownGeogCS("WGS84");
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        transformation_.reset(OGRCreateCoordinateTransformation(&source, &wgs84));
        if (!transformation_) {
            refuse_line(file, "the CRS of the line cannot be used",
                        errors.reason("no way to degrees"), "Save the line again in EPSG:4326.");
        }
    }

    // What cannot be transformed comes back as NaN, which the check of coordinates refuses.
    GeoPoint operator()(double x, double y) const {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        if (!std::isfinite(x) || !std::isfinite(y)) return {x, y};
        int good = FALSE;
        const bool all_good = transformation_->Transform(1, &x, &y, nullptr, &good) != FALSE;
        return all_good && good != FALSE ? GeoPoint{x, y} : GeoPoint{nan, nan};
    }

  private:
    std::unique_ptr<OGRCoordinateTransformation> transformation_;
};

void append(const OGRLineString& string, const ToDegrees& to_degrees, TracedLine& line) {
    for (int k = 0; k < string.getNumPoints(); ++k) {
        line.points.push_back({to_degrees(string.getX(k), string.getY(k)), 0});
    }
}

void append(const OGRGeometry& geometry, const ToDegrees& to_degrees, TracedLine& line) {
    if (wkbFlatten(geometry.getGeometryType()) == wkbLineString) {
        append(*geometry.toLineString(), to_degrees, line);
        return;
    }
    for (const OGRLineString* part : *geometry.toMultiLineString()) {
        append(*part, to_degrees, line);
    }
}

bool is_line(const OGRGeometry* geometry) {
    if (geometry == nullptr || geometry->IsEmpty()) return false;
    const auto type = wkbFlatten(geometry->getGeometryType());
    return type == wkbLineString || type == wkbMultiLineString;
}

}  // namespace

TracedLine read_vector_line(const std::filesystem::path& file) {
    prepare_gdal();
    const GdalErrors errors;
    const GDALDatasetUniquePtr dataset = open_vector(file, errors);
    TracedLine line{file.string(), {}};
    int lines = 0;
    for (OGRLayer* layer : dataset->GetLayers()) {
        for (const OGRFeatureUniquePtr& feature : *layer) {
            const OGRGeometry* geometry = feature->GetGeometryRef();
            if (!is_line(geometry) || ++lines > 1) continue;
            append(*geometry, ToDegrees(layer->GetSpatialRef(), file, errors), line);
        }
    }
    if (errors.failed()) {
        refuse_line(file, "the line is broken off or damaged", errors.reason(""),
                    "Export or download the file again.");
    }
    if (lines > 1) {
        refuse_line(file, fmt::format("the file holds {} lines", lines),
                    "nobody can tell which one is the course",
                    "Keep the one that is the course and remove the others.");
    }
    return line;
}

}  // namespace gineste
