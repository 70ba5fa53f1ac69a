// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

class OGRSpatialReference;

namespace gineste {

/// Registers the drivers we read and write with and no others, and shuts GDAL's side doors: no
/// looking round in folders, no network. May be called any number of times.
void prepare_gdal();

/// That the path is a plain file on this machine. @throws InputError for GDAL's virtual file
/// systems, addresses of the network and archives, MissingInput where there is no such file
void require_plain_file(const std::filesystem::path& file);

/// Whether a CRS says where on Earth it is: not one that is absent, local, or that GeoPackage names
/// "Undefined geographic SRS".
bool is_on_earth(const OGRSpatialReference* system);

/// Catches what GDAL reports instead of printing it; on the thread and for the time it lives.
class GdalErrors {
  public:
    GdalErrors();
    ~GdalErrors();
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;

    bool failed() const { return !failures_.empty(); }
    /// The first failure, or `otherwise` where GDAL gave no reason.
    std::string reason(const std::string& otherwise) const;

  private:
    std::vector<std::string> failures_;
};

}  // namespace gineste
