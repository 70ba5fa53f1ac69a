// SPDX-License-Identifier: Apache-2.0
#include "exports/results_nc.hpp"

#include <limits>
#include <vector>

#include "exports/nc_memory.hpp"
#include "report/congestion.hpp"

namespace gineste {
namespace {

// Layout of the fields, beside that of write_passages:
//   density, flow, speed, occupancy (time, chainage)   float, over a segment and an interval
//   time, chainage and their bounds; width (chainage)

void write_globals(const NcMemory& file, const Record& record) {
    file.attribute(NC_GLOBAL, "Conventions", "CF-1.8");
    file.attribute(NC_GLOBAL, "title", "Simulated crowd of " + record.scenario);
    file.attribute(NC_GLOBAL, "source", "gineste, simulated");
    file.attribute(NC_GLOBAL, "input_sha256", record.input_sha256);
    file.attribute(NC_GLOBAL, "complete", record.complete ? "yes" : "no");
    // All times are UTC; this zone is where the clocks on the course are.
    file.attribute(NC_GLOBAL, "local_time_zone", record.zone);
    file.attribute(NC_GLOBAL, "seed", std::to_string(record.seed));  // CF-1.8 has no 64 bits
}

/// An axis of cells that lie end to end.
struct Axis {
    const char* name;
    const char* letter;
    const char* long_name;
    std::vector<double> bounds;  ///< two by cell

    std::vector<double> middles() const {
        std::vector<double> middles;
        for (std::size_t k = 0; k < bounds.size(); k += 2) {
            middles.push_back((bounds[k] + bounds[k + 1]) / 2.0);
        }
        return middles;
    }
};

Axis time_axis(const CongestionView& view) {
    Axis axis{"time", "T", "middle of the interval", {}};
    for (std::size_t k = 0; k < view.intervals(); ++k) {
        axis.bounds.insert(axis.bounds.end(), {view.begin_s(k), view.begin_s(k + 1)});
    }
    return axis;
}

Axis chainage_axis(const Record& record) {
    Axis axis{"chainage",
              "X",
              "distance of the segment's middle along the course from the start line",
              {}};
    for (const SegmentRecord& segment : record.segments) {
        axis.bounds.insert(axis.bounds.end(), {segment.from_m, segment.to_m});
    }
    return axis;
}

// CF gives no units to bounds: they are those of the axis.
void write_axis(const NcMemory& file, const Axis& axis, int dimension, int two,
                const std::string& units) {
    const int variable = file.variable(axis.name, NC_DOUBLE, {dimension}, axis.long_name, units);
    const std::string bounds_name = std::string(axis.name) + "_bounds";
    file.attribute(variable, "axis", axis.letter);
    file.attribute(variable, "bounds", bounds_name);
    if (*axis.letter == 'T') {
        file.attribute(variable, "standard_name", "time");
        file.attribute(variable, "calendar", "standard");
    }
    const int bounds = file.variable(bounds_name.c_str(), NC_DOUBLE, {dimension, two}, "");
    file.write(variable, axis.middles(), axis.name);
    file.write(bounds, axis.bounds, axis.name);
}

/// A quantity of every cell, time by time.
template <class Quantity>
std::vector<float> of_cells(const CongestionView& view, const Quantity& quantity) {
    std::vector<float> values;
    values.reserve(view.intervals() * view.segments());
    for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
        for (std::size_t segment = 0; segment < view.segments(); ++segment) {
            values.push_back(static_cast<float>(quantity(Cell{segment, interval})));
        }
    }
    return values;
}

struct Field {
    const char* name;
    const char* units;
    const char* long_name;
    const char* cell_methods;
    std::vector<float> values;
};

std::vector<Field> fields_of(const CongestionView& view) {
    const char* mean = "time: mean chainage: mean";
    return {{"density", "m-2", "runners per area of road", mean,
             of_cells(view, [&](Cell cell) { return view.density_per_m2(cell); })},
            {"flow", "s-1", "runners passing per time", mean,
             of_cells(view, [&](Cell cell) { return view.flow_per_s(cell); })},
            {"speed", "m s-1", "mean speed of the runners; missing where nobody was", mean,
             of_cells(view, [&](Cell cell) { return view.speed_mps(cell); })},
            {"occupancy", "1", "runners on the segment", "time: mean chainage: sum",
             of_cells(view, [&](Cell cell) { return view.runners(cell); })}};
}

void write_fields(const NcMemory& file, const Record& record) {
    const CongestionView view(record);
    const int time = file.dimension("time", view.intervals());
    const int chainage = file.dimension("chainage", view.segments());
    const int two = file.dimension("bound", 2);
    write_axis(file, time_axis(view), time, two, nc_time_units(record));
    write_axis(file, chainage_axis(record), chainage, two, "m");
    std::vector<double> width_m;
    for (const SegmentRecord& segment : record.segments) width_m.push_back(segment.width_m);
    file.write(file.variable("width", NC_DOUBLE, {chainage}, "mean width of the road", "m"),
               width_m, "width");
    for (const Field& field : fields_of(view)) {
        const int variable =
            file.variable(field.name, NC_FLOAT, {time, chainage}, field.long_name, field.units);
        file.attribute(variable, "cell_methods", field.cell_methods);
        file.attribute(variable, "coordinates", "width");
        const float missing = std::numeric_limits<float>::quiet_NaN();
        NcMemory::check(nc_def_var_fill(file.id(), variable, NC_FILL, &missing), field.name);
        file.write(variable, field.values, field.name);
    }
}

}  // namespace

std::string results_nc(const Record& record) {
    NcMemory file;
    write_globals(file, record);
    write_fields(file, record);
    write_passages(file, record);
    return file.take();
}

}  // namespace gineste
