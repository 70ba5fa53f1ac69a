// SPDX-License-Identifier: Apache-2.0
#include <cpl_vsi.h>
#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "exports/results_gpkg.hpp"
#include "mapped.hpp"

namespace gineste {
namespace {

constexpr const char* kPath = "/vsimem/read-back.gpkg";

/// A GeoPackage in memory, opened to be read.
class Reader {
  public:
    explicit Reader(std::string bytes) : bytes_(std::move(bytes)) {
        VSIFCloseL(VSIFileFromMemBuffer(kPath, reinterpret_cast<GByte*>(bytes_.data()),
                                        bytes_.size(), FALSE));
        set_.reset(GDALDataset::Open(kPath, GDAL_OF_VECTOR));
    }
    ~Reader() {
        set_.reset();
        VSIUnlink(kPath);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    OGRLayer& layer(const char* name) const { return *set_->GetLayerByName(name); }
    std::unique_ptr<OGRFeature> feature(const char* layer_name, GIntBig id) const {
        return std::unique_ptr<OGRFeature>(layer(layer_name).GetFeature(id));
    }

  private:
    std::string bytes_;
    std::unique_ptr<GDALDataset> set_;
};

std::string package(const Record& record) { return results_gpkg(record, find_all(record)); }

TEST(ResultsGpkg, HasALineForEachSegmentAndMinuteThatSomebodyIsThere) {
    const Record record = mapped_record();
    const Reader file(package(record));
    EXPECT_EQ(file.layer("segments").GetFeatureCount(), 2);
    const auto cell = file.feature("segments", 1);
    EXPECT_EQ(cell->GetFieldAsDouble("from_km"), 0.3);
    EXPECT_DOUBLE_EQ(cell->GetFieldAsDouble("density_per_m2"), 1.0);
    EXPECT_DOUBLE_EQ(cell->GetFieldAsDouble("flow_per_s"), 1.0 * 6.0 * 1.5);  // ρ·w·v
    EXPECT_STREQ(cell->GetFieldAsString("level"), "shuffle");
    EXPECT_STREQ(cell->GetFieldAsString("begin"), "2024/10/27 08:04:00+00");
    EXPECT_STREQ(cell->GetFieldAsString("end"), "2024/10/27 08:05:00+00");
    const OGRLineString* line = cell->GetGeometryRef()->toLineString();
    EXPECT_EQ(line->getNumPoints(), 6);
    EXPECT_NEAR(line->getY(0), 43.27 + 0.00018 * 15, 1e-12);
    EXPECT_EQ(line->getX(0), 5.4);
}

TEST(ResultsGpkg, HasTheCourseItsStationsAndItsWorstPlaces) {
    Record record = mapped_record();
    StationRecord& station = record.stations.emplace_back();
    station.name = "=1+1";
    station.at_m = 1000.0;
    const Reader file(package(record));
    EXPECT_EQ(file.feature("course", 1)->GetFieldAsDouble("length_km"), 2.0);
    EXPECT_STREQ(file.feature("stations", 1)->GetFieldAsString("name"), "=1+1");
    EXPECT_NEAR(file.feature("stations", 1)->GetGeometryRef()->toPoint()->getY(), 43.279, 1e-9);
    EXPECT_EQ(file.feature("worst_places", 1)->GetFieldAsInteger("rank"), 1);
    EXPECT_EQ(file.feature("worst_places", 1)->GetFieldAsInteger("runners_delayed"), 12);
}

TEST(ResultsGpkg, BringsAStyleForEachOfItsLayers) {
    const Reader file(package(mapped_record()));
    std::vector<std::string> styled;
    for (const auto& style : file.layer("layer_styles")) {
        styled.emplace_back(style->GetFieldAsString("f_table_name"));
        EXPECT_STREQ(style->GetFieldAsString("f_table_schema"), "");
        EXPECT_TRUE(style->IsFieldSetAndNotNull(style->GetFieldIndex("f_table_schema")));
        EXPECT_STREQ(file.layer(styled.back().c_str()).GetGeometryColumn(),
                     style->GetFieldAsString("f_geometry_column"));
        EXPECT_EQ(style->GetFieldAsInteger("useAsDefault"), 1);
    }
    EXPECT_THAT(styled,
                testing::UnorderedElementsAre("course", "segments", "worst_places", "stations"));
}

TEST(ResultsGpkg, IsTheSameByteForByteEachTime) {
    const Record record = mapped_record();
    EXPECT_EQ(package(record), package(record));
}

TEST(ResultsGpkg, IsNoFileWhereTheCourseIsNowhere) {
    EXPECT_EQ(package(empty_record(1, 6.0, 1)), "");
}

}  // namespace
}  // namespace gineste
