// SPDX-License-Identifier: Apache-2.0
#include "course/gpx.hpp"

#include <fmt/format.h>

#include "core/text.hpp"

namespace gineste {
namespace {

std::string opened(const char* element, const GpxPoint& point) {
    return fmt::format("<{} lat=\"{:.7f}\" lon=\"{:.7f}\"><ele>{:.2f}</ele>", element,
                       point.lat_deg, point.lon_deg, point.elevation_m);
}

std::string child(const char* element, const std::string& content) {
    if (content.empty()) return "";
    return fmt::format("<{0}>{1}</{0}>", element, xml_text(content));
}

}  // namespace

std::string gpx_text(const std::string& name, const std::vector<GpxPoint>& waypoints,
                     const std::vector<GpxPoint>& track) {
    std::string text = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gpx version=\"1.1\" creator=\"gineste\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n"
        "<metadata><name>{}</name></metadata>\n",
        xml_text(name));
    for (const GpxPoint& point : waypoints) {
        text += opened("wpt", point) + child("time", point.time) + child("name", point.name) +
                child("desc", point.description) + child("type", point.type) + "</wpt>\n";
    }
    if (track.empty()) return text + "</gpx>\n";
    text += fmt::format("<trk><name>{}</name><trkseg>\n", xml_text(name));
    for (const GpxPoint& point : track) text += opened("trkpt", point) + "</trkpt>\n";
    return text + "</trkseg></trk>\n</gpx>\n";
}

}  // namespace gineste
