// SPDX-License-Identifier: Apache-2.0
#include "course/gdal_guard.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <mutex>
#include <string_view>

#include "core/error.hpp"

namespace gineste {
namespace {

void CPL_STDCALL collect(CPLErr level, CPLErrorNum, const char* message) {
    if (level < CE_Failure) return;
    static_cast<std::vector<std::string>*>(CPLGetErrorHandlerUserData())->emplace_back(message);
}

void register_drivers() {
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");  // writes no .aux.xml, believes none either
    OSRSetPROJEnableNetwork(FALSE);
    GDALRegister_GTiff();
    GDALRegister_AAIGrid();
    GDALRegister_SRTMHGT();
    GDALRegister_netCDF();
    RegisterOGRGeoJSON();
    RegisterOGRGeoPackage();
    RegisterOGRLIBKML();
}

[[noreturn]] void refuse(const std::filesystem::path& file, const char* problem, const char* why,
                         const char* suggestion) {
    throw InputError(Problem{{file.string()}, problem, why, suggestion, ""});
}

}  // namespace

void prepare_gdal() {
    static std::once_flag once;
    std::call_once(once, register_drivers);
}

void require_plain_file(const std::filesystem::path& file) {
    const std::string path = file.generic_string();
    // ":/" and not "://", because joining paths makes one slash of two.
    if (path.starts_with("/vsi") || path.find(":/") != std::string::npos) {
        refuse(file, "the path is no plain file", "archives and the network are not opened",
               "Fetch or unpack the file first and name the copy on disk.");
    }
    std::error_code error;
    if (!std::filesystem::exists(file, error)) throw MissingInput(file, "no such file");
    if (!std::filesystem::is_regular_file(file, error)) throw MissingInput(file, "is not a file");
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const char* archives[] = {".zip", ".gz", ".kmz", ".tar", ".tgz", ".7z", ".bz2", ".xz"};
    if (std::find(std::begin(archives), std::end(archives), extension) != std::end(archives)) {
        refuse(file, "the file is an archive", "archives are not opened",
               "Unpack it and name the file that was in it.");
    }
}

bool is_on_earth(const OGRSpatialReference* system) {
    if (system == nullptr || system->IsEmpty() || system->IsLocal()) return false;
    const char* name = system->GetName();
    return name == nullptr || !std::string_view(name).starts_with("Undefined");
}

GdalErrors::GdalErrors() { CPLPushErrorHandlerEx(collect, &failures_); }
GdalErrors::~GdalErrors() { CPLPopErrorHandler(); }

std::string GdalErrors::reason(const std::string& otherwise) const {
    return failures_.empty() ? otherwise : failures_.front();
}

}  // namespace gineste
