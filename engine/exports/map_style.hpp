// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace gineste {

/// How one layer of results.gpkg is drawn,.
struct MapStyle {
    std::string layer;
    std::string description;
    std::string qml;  ///< of QGIS 3
    std::string sld;  ///< OGC Styled Layer Descriptor 1.0
};

std::vector<MapStyle> map_styles();

}  // namespace gineste
