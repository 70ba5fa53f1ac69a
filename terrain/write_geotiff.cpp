// SPDX-License-Identifier: Apache-2.0
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include "core/error.hpp"
#include "model.hpp"

namespace gineste::terrain {

void write_geotiff(const TerrainModel& model, const std::filesystem::path& file) {
    GDALRegister_GTiff();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    const char* options[] = {"COMPRESS=DEFLATE", "ZLEVEL=9", "PREDICTOR=3", "BLOCKYSIZE=64",
                             nullptr};
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDatasetUniquePtr dataset(driver->Create(file.c_str(), model.columns, model.rows, 1,
                                                GDT_Float32, const_cast<char**>(options)));
    if (!dataset) {
        throw OutputError(OutputError::Stage::create, file, CPLGetLastErrorMsg());
    }
    double corner[6] = {model.west_m, model.cell_m, 0.0, model.north_m, 0.0, -model.cell_m};
    dataset->SetGeoTransform(corner);
    OGRSpatialReference lambert93;
    lambert93.importFromEPSG(2154);
    dataset->SetSpatialRef(&lambert93);
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    band.SetUnitType("m");
    CPLErrorReset();
    const CPLErr status = band.RasterIO(GF_Write, 0, 0, model.columns, model.rows,
                                        const_cast<float*>(model.height_m.data()), model.columns,
                                        model.rows, GDT_Float32, 0, 0);
    dataset.reset();  // a full disk shows only when the file is closed, and only in the last error
    const bool failed = status != CE_None || CPLGetLastErrorType() >= CE_Failure;
    const std::string reason = CPLGetLastErrorMsg();
    CPLPopErrorHandler();
    if (failed) throw OutputError(OutputError::Stage::write, file, reason);
}

}  // namespace gineste::terrain
