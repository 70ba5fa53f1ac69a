// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include "course/line.hpp"
#include "course_files.hpp"

namespace gineste {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const char* const kGpxHead = "<?xml version=\"1.0\"?>\n<gpx version=\"1.1\" creator=\"t\"><trk>\n";

std::string complaint(const std::string& name, const std::string& text) {
    const TestFolder folder;
    const auto file = folder.write(name, text);
    return complaint_of([&] { read_line(file); });
}

TracedLine line_of(const std::string& name, const std::string& text) {
    const TestFolder folder;
    return read_line(folder.write(name, text));
}

void expect_the_line(const TracedLine& line) {
    ASSERT_EQ(line.points.size(), 3U);
    EXPECT_NEAR(line.points[0].at.lon_deg, 5.40, 1e-9);
    EXPECT_NEAR(line.points[0].at.lat_deg, 43.20, 1e-9);
    EXPECT_NEAR(line.points[2].at.lon_deg, 5.41, 1e-9);
    EXPECT_NEAR(line.points[2].at.lat_deg, 43.205, 1e-9);
}

TEST(Line, IsTheSameFromEveryFormat) {
    expect_the_line(
        line_of("a.gpx", std::string(kGpxHead) +
                             "<trkseg><trkpt lat=\"43.20\" lon=\"5.40\"><ele>3</ele></trkpt>"
                             "<trkpt lat=\"43.205\" lon=\"5.405\"/></trkseg>"
                             "<trkseg><trkpt lat=\"43.205\" lon=\"5.41\"/></trkseg></trk></gpx>"));
    expect_the_line(line_of("a.csv", "lat;lon\n43,20;5,40\n43,205;5,405\n43,205;5,41\n"));
    expect_the_line(line_of(
        "a.geojson",
        R"({"type":"LineString","coordinates":[[5.40,43.20],[5.405,43.205],[5.41,43.205]]})"));
    expect_the_line(
        line_of("a.kml",
                "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><LineString>"
                "<coordinates>5.40,43.20,0 5.405,43.205,0 5.41,43.205,0</coordinates>"
                "</LineString></Placemark></Document></kml>"));
}

// With or without a CRS of its own.
std::filesystem::path write_gpkg(const TestFolder& folder, int epsg) {
    RegisterOGRGeoPackage();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const auto file = folder.path() / "line.gpkg";
    GDALDatasetUniquePtr dataset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference system;
    if (epsg != 0) system.importFromEPSG(epsg);
    OGRLayer* layer =
        dataset->CreateLayer("course", epsg != 0 ? &system : nullptr, wkbLineString, nullptr);
    OGRFeature feature(layer->GetLayerDefn());
    OGRLineString string;
    for (const GeoPoint point : {GeoPoint{5.40, 43.20}, {5.405, 43.205}, {5.41, 43.205}}) {
        const auto [east_m, north_m] = to_lambert93(point);
        string.addPoint(east_m, north_m);
    }
    feature.SetGeometry(&string);
    EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    return file;
}

TEST(Line, IsReadFromAGeoPackageInMetres) {
    const TestFolder folder;
    expect_the_line(read_line(write_gpkg(folder, 2154)));
}

TEST(Line, WithoutCrsIsRefused) {
    const TestFolder folder;
    const auto file = write_gpkg(folder, 0);
    EXPECT_THAT(complaint_of([&] { read_line(file); }),
                AllOf(HasSubstr("line.gpkg: no CRS"), HasSubstr("EPSG:4326")));
}

TEST(Line, GpxRouteServesWhereThereIsNoTrackAndWaypointsAreNoLine) {
    const TracedLine line =
        line_of("r.gpx",
                "<gpx><wpt lat=\"1\" lon=\"1\"/><rte><rtept lat=\"43.20\" lon=\"5.40\"/>"
                "<rtept lat=\"43.205\" lon=\"5.40\"/></rte><trk><name>empty</name></trk></gpx>");
    ASSERT_EQ(line.points.size(), 2U);
    EXPECT_EQ(line.points[1].at.lat_deg, 43.205);
}

TEST(Line, PointsThatRepeatAreOne) {
    EXPECT_EQ(line_of("a.csv", "lon,lat\n5,43\n5,43\n5,43.001\n").points.size(), 2U);
}

TEST(Line, GpxWithNanOrMissingCoordinatesIsRefusedWithTheLineOfEachPoint) {
    const std::string text = complaint("a.gpx", std::string(kGpxHead) +
                                                    "<trkseg>\n<trkpt lat=\"nan\" lon=\"5\"/>\n"
                                                    "<trkpt lon=\"5\"/>\n"
                                                    "<trkpt lat=\"43\" lon=\"5\"/>\n"
                                                    "<trkpt lat=\"43,1\" lon=\"5\"/>\n"
                                                    "</trkseg></trk></gpx>");
    EXPECT_THAT(text, HasSubstr("a.gpx:4:1: a point with lat=\"nan\""));
    EXPECT_THAT(text, HasSubstr("a.gpx:5:1: a point without lat"));
    EXPECT_THAT(text, HasSubstr("a.gpx:7:1: a point with lat=\"43,1\""));
}

TEST(Line, CoordinatesOffTheEarthAreRefusedInEveryFormat) {
    EXPECT_THAT(complaint("a.gpx", std::string(kGpxHead) + "<trkseg>\n"
                                                           "<trkpt lat=\"91\" lon=\"5\"/>\n"
                                                           "<trkpt lat=\"43\" lon=\"500\"/>\n"
                                                           "</trkseg></trk></gpx>"),
                AllOf(HasSubstr("a.gpx:4: point 1 is at longitude 5, latitude 91"),
                      HasSubstr("a.gpx:5: point 2 is at longitude 500")));
    EXPECT_THAT(complaint("a.csv", "lon,lat\n5,43\n5,91\n"), HasSubstr("a.csv:3: point 2 is at"));
    EXPECT_THAT(complaint("a.csv", "lon,lat\n5,43\n5,nan\n"),
                HasSubstr("a.csv:3:3: 'nan' is no coordinate"));
    EXPECT_THAT(complaint("a.geojson", R"({"type":"LineString","coordinates":[[5,43],[5,143]]})"),
                HasSubstr("point 2 is at longitude 5, latitude 143"));
}

TEST(Line, TruncatedGpxIsRefusedThoughItsFirstPartIsGood) {
    std::string text = std::string(kGpxHead) + "<trkseg>\n";
    for (int k = 0; k < 50; ++k) text += fmt::format("<trkpt lat=\"43.{:03}\" lon=\"5\"/>\n", k);
    EXPECT_THAT(complaint("cut.gpx", text),
                AllOf(HasSubstr("cut.gpx:54:1: the XML is broken off or damaged here"),
                      HasSubstr("Export or download")));
    EXPECT_THAT(complaint("cut.gpx", text + "<trkpt lat=\"43.1"), HasSubstr("cut.gpx:54:"));
    EXPECT_THAT(complaint("empty.gpx", ""), HasSubstr("broken off"));
}

TEST(Line, TruncatedFilesOfOtherFormatsAreRefused) {
    EXPECT_NE(complaint("a.geojson", R"({"type":"LineString","coordinates":[[5,43],[5,43.001)"),
              "");
    EXPECT_NE(complaint("a.kml",
                        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>"
                        "<LineString><coordinates>5,43,0 5,43.001,0</coordinates></LineString>"
                        "</Placemark><Placemark>"),
              "");
    EXPECT_NE(complaint("a.gpkg", "SQLite format 3"), "");
    const TestFolder folder;
    const auto whole = write_gpkg(folder, 2154);
    std::filesystem::resize_file(whole, std::filesystem::file_size(whole) / 2);
    EXPECT_NE(complaint_of([&] { read_line(whole); }), "");
}

TEST(Line, GpxWithADocumentTypeIsRefused) {
    EXPECT_THAT(complaint("bomb.gpx",
                          "<?xml version=\"1.0\"?>\n<!DOCTYPE gpx [<!ENTITY a \"aaaa\">]>\n"
                          "<gpx><trk><name>&a;</name></trk></gpx>"),
                HasSubstr("bomb.gpx:2: the file declares a document type"));
}

TEST(Line, OtherXmlIsNoGpx) {
    EXPECT_THAT(complaint("a.gpx", "<html><body/></html>"), HasSubstr("the file is no GPX"));
}

TEST(Line, FewerThanTwoPointsAreRefused) {
    EXPECT_THAT(complaint("a.csv", "lon,lat\n5,43\n"),
                HasSubstr("the line has 1 different points"));
    EXPECT_THAT(complaint("a.csv", "lon,lat\n5,43\n5,43\n"), HasSubstr("1 different points"));
    EXPECT_THAT(complaint("a.gpx", "<gpx/>"), HasSubstr("the line has 0 different points"));
    EXPECT_THAT(complaint("a.geojson", R"({"type":"Point","coordinates":[5,43]})"),
                HasSubstr("the line has 0 different points"));
}

TEST(Line, EveryJumpOfMoreThanOneKilometreIsRefusedWithItsPlace) {
    const std::string text =
        complaint("a.csv", "lon,lat\n5,43\n5,43.008\n5,43.02\n5,43.021\n5,43.04\n");
    EXPECT_THAT(text,
                HasSubstr("a.csv:4: the line jumps 1333 m from point 2 to point 3, at km 0.89"));
    EXPECT_THAT(text, HasSubstr("a.csv:6: the line jumps"));
    EXPECT_EQ(complaint("a.csv", "lon,lat\n5,43\n5,43.0089\n"), "");  // 989 m
}

TEST(Line, TwoLinesInOneFileAreRefused) {
    EXPECT_THAT(complaint("a.gpx",
                          "<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"1\"/></trkseg></trk>\n"
                          "<trk><trkseg><trkpt lat=\"1\" lon=\"1\"/></trkseg></trk></gpx>"),
                HasSubstr("a.gpx:2: the file holds 2 lines"));
    const std::string one =
        R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[5,43],[5,43.001]]}})";
    EXPECT_THAT(complaint("a.geojson",
                          R"({"type":"FeatureCollection","features":[)" + one + "," + one + "]}"),
                HasSubstr("the file holds 2 lines"));
}

TEST(Line, CsvWithoutItsColumnsIsRefused) {
    EXPECT_THAT(complaint("a.csv", "east,north\n1,2\n"), HasSubstr("a.csv:1: no columns"));
}

TEST(Line, ProblemsBeyondTwentyAreCounted) {
    std::string text = "lon,lat\n";
    for (int k = 0; k < 30; ++k) text += "5,95\n";
    EXPECT_THAT(complaint("a.csv", text), HasSubstr("10 more like these"));
}

TEST(Line, NetworkVirtualFilesArchivesAndUnknownEndingsAreRefused) {
    for (const char* path :
         {"/vsicurl/http://x.org/a.gpx", "https://x.org/a.gpx", "/vsizip/a.zip/a.gpx"}) {
        EXPECT_THAT(complaint_of([&] { read_line(path); }), HasSubstr("no plain file")) << path;
    }
    const TestFolder folder;
    std::filesystem::create_directory(folder.path() / "vsi");  // a folder like any other
    EXPECT_EQ(read_line(folder.write("vsi/a.csv", "lon,lat\n5,43\n5,43.001\n")).points.size(), 2U);
    EXPECT_THAT(complaint("a.kmz", "x"), HasSubstr("Unpack it"));
    EXPECT_THAT(complaint("a.shp", "x"), AllOf(HasSubstr("'.shp'"), HasSubstr(".gpx")));
    EXPECT_THAT(complaint_of([] { read_line("no/such.gpx"); }), HasSubstr("no such file"));
    EXPECT_THAT(complaint_of([] { read_line("."); }), HasSubstr("is not a file"));
}

}  // namespace
}  // namespace gineste
