// SPDX-License-Identifier: Apache-2.0
#include "course/dem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

#include "core/contract.hpp"
#include "core/error.hpp"
#include "course/dem_file.hpp"
#include "course/gdal_guard.hpp"

namespace gineste {
namespace {

// "km 3.20-4.75, 12.00-12.40": the stretches whose points are missing.
std::string stretches(std::span<const double> chainage_m, const std::vector<bool>& missing) {
    constexpr int most = 6;
    std::string text;
    int count = 0;
    for (std::size_t k = 0; k < missing.size(); ++k) {
        if (!missing[k] || (k > 0 && missing[k - 1])) continue;
        std::size_t last = k;
        while (last + 1 < missing.size() && missing[last + 1]) ++last;
        if (++count > most) return text + " and more";
        text += fmt::format("{}{:.2f}-{:.2f}", text.empty() ? "km " : ", ", chainage_m[k] / 1000.0,
                            chainage_m[last] / 1000.0);
    }
    return text;
}

void require_none(const std::vector<bool>& missing, std::span<const double> chainage_m,
                  const std::filesystem::path& dem, const char* problem, const char* why,
                  const char* suggestion) {
    if (std::find(missing.begin(), missing.end(), true) == missing.end()) return;
    throw InputError(Problem{{dem.string()},
                             fmt::format("{} at {}", problem, stretches(chainage_m, missing)),
                             why,
                             suggestion,
                             ""});
}

}  // namespace

GroundProfile ground_under(const std::filesystem::path& dem, std::span<const GeoPoint> points,
                           std::span<const double> chainage_m) {
    EXPECT(points.size() == chainage_m.size() && !points.empty());
    require_plain_file(dem);
    DemFile file(dem);
    const std::vector<RasterPoint> places = file.places(points);
    std::vector<bool> missing(points.size());
    for (std::size_t k = 0; k < places.size(); ++k) missing[k] = !file.covers(places[k]);
    require_none(missing, chainage_m, dem, "the terrain model does not cover the line",
                 "no height is known there",
                 "Take a model, or join tiles into one, that reaches over the whole course.");
    const HeightWindow window = file.read_window(places);
    GroundProfile ground{std::vector<double>(points.size()), file.description()};
    for (std::size_t k = 0; k < places.size(); ++k) {
        const std::optional<double> height_m = window.sample(places[k]);
        missing[k] = !height_m;
        ground.height_m[k] = height_m.value_or(0.0);
    }
    require_none(missing, chainage_m, dem, "the terrain model has voids under the line",
                 "no height is known there",
                 "Fill them (gdal_fillnodata.py) or take a void-filled model.");
    return ground;
}

}  // namespace gineste
