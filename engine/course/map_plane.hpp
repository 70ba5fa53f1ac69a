// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "course/geodesy.hpp"

namespace gineste {

/// A place on the plane that touches the ellipsoid, metres from where it does.
struct MapPlace {
    double east_m = 0.0;
    double north_m = 0.0;
};

double apart_m(MapPlace a, MapPlace b);

/// The map around a place as a plane: over the 50 km of a race day it is some 10 m off at its rim,
/// and centimetres off where two roads beside each other are compared.
class MapPlane {
  public:
    explicit MapPlane(GeoPoint origin);
    MapPlace place(double lon_deg, double lat_deg) const {
        return {(lon_deg - origin_.lon_deg) * east_m_per_deg_,
                (lat_deg - origin_.lat_deg) * north_m_per_deg_};
    }

  private:
    GeoPoint origin_;
    double east_m_per_deg_ = 0.0;
    double north_m_per_deg_ = 0.0;
};

}  // namespace gineste
