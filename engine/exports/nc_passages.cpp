// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>

#include "exports/nc_memory.hpp"

namespace gineste {
namespace {

struct Dimensions {
    int runner = 0;
    int mark = 0;
    int wave = 0;
    int text = 0;
};

void write_times(const NcMemory& file, const Record& record, const Dimensions& dimensions) {
    const PassageRecord& passages = record.passages;
    const int variable =
        file.variable("passage_time", NC_INT, {dimensions.runner, dimensions.mark},
                      "time at which the runner passed the mark", nc_time_units(record));
    file.attribute(variable, "standard_name", "time");
    file.attribute(variable, "calendar", "standard");
    file.attribute(variable, "coordinates", passages.lat_deg.empty() ? "bib" : "lat lon bib");
    const double scale = 0.001;
    NcMemory::check(nc_put_att_double(file.id(), variable, "scale_factor", NC_DOUBLE, 1, &scale),
                    "scale");
    const int never = kNeverMs;
    NcMemory::check(nc_def_var_fill(file.id(), variable, NC_FILL, &never), "fill value");
    const std::size_t runners = record.runners.bib.size();
    if (runners > 0 && passages.marks > 0) {
        const std::size_t chunk[] = {std::min<std::size_t>(runners, 4096), passages.marks};
        NcMemory::check(nc_def_var_chunking(file.id(), variable, NC_CHUNKED, chunk), "chunks");
    }
    file.write(variable, passages.passage_ms, "passage_time");
}

void write_marks(const NcMemory& file, const Record& record, const Dimensions& dimensions) {
    const PassageRecord& passages = record.passages;
    std::vector<double> mark_m(passages.marks);
    for (std::size_t k = 0; k < passages.marks; ++k) {
        mark_m[k] = static_cast<double>(k) * passages.spacing_m;
    }
    const auto write = [&](const char* name, const char* meaning, const char* units,
                           const char* standard_name, const std::vector<double>& values) {
        if (values.size() != passages.marks) return;
        const int variable = file.variable(name, NC_DOUBLE, {dimensions.mark}, meaning, units);
        if (*standard_name != '\0') file.attribute(variable, "standard_name", standard_name);
        file.write(variable, values, name);
    };
    write("mark", "distance along the course from the start line", "m", "", mark_m);
    write("lat", "latitude of the mark", "degrees_north", "latitude", passages.lat_deg);
    write("lon", "longitude of the mark", "degrees_east", "longitude", passages.lon_deg);
}

template <class T>
void write_per_runner(const NcMemory& file, int runner, const char* name, nc_type type,
                      const char* meaning, const std::string& units, const std::vector<T>& values) {
    const int variable = file.variable(name, type, {runner}, meaning, units);
    if (units.starts_with("seconds since")) {
        file.attribute(variable, "standard_name", "time");
        file.attribute(variable, "calendar", "standard");
    }
    file.write(variable, values, name);
}

void write_status(const NcMemory& file, const RunnerRecord& runners, int runner) {
    std::vector<signed char> status(runners.status.size());
    std::transform(runners.status.begin(), runners.status.end(), status.begin(),
                   [](RunnerStatus value) { return static_cast<signed char>(value); });
    const int variable = file.variable("status", NC_BYTE, {runner}, "what became of the runner");
    const signed char flags[] = {0, 1, 2, 3, 4};
    NcMemory::check(nc_put_att_schar(file.id(), variable, "flag_values", NC_BYTE, 5, flags),
                    "flags");
    file.attribute(variable, "flag_meanings", "absent waiting running finished withdrawn");
    file.write(variable, status, "status");
}

void write_runners(const NcMemory& file, const Record& record, int runner) {
    const RunnerRecord& runners = record.runners;
    const std::string time = nc_time_units(record);
    const std::vector<std::int32_t> bib(runners.bib.begin(), runners.bib.end());
    const std::vector<std::int16_t> wave(runners.wave.begin(), runners.wave.end());
    const auto write = [&](const char* name, nc_type type, const char* meaning,
                           const std::string& units, const auto& values) {
        write_per_runner(file, runner, name, type, meaning, units, values);
    };
    write("bib", NC_INT, "bib number", "", bib);
    write("wave", NC_SHORT, "index of the wave, from 0", "", wave);
    write_status(file, runners, runner);
    write("gun_time", NC_DOUBLE, "gun of the runner's wave", time, runners.gun_s);
    write("start_time", NC_DOUBLE, "over the start line", time, runners.start_s);
    write("finish_time", NC_DOUBLE, "over the finish line", time, runners.finish_s);
    write("time_lost", NC_FLOAT, "lost to other runners between the lines", "s", runners.lost_s);
    write("time_at_stations", NC_FLOAT, "spent at stations beyond running through", "s",
          runners.at_stations_s);
    write("ideal_time", NC_FLOAT, "net time alone on the road without stations", "s",
          runners.ideal_s);
}

void write_wave_names(const NcMemory& file, const Record& record, const Dimensions& dimensions,
                      std::size_t width) {
    std::vector<char> text(record.waves.size() * width, '\0');
    for (std::size_t k = 0; k < record.waves.size(); ++k) {
        std::copy(record.waves[k].name.begin(), record.waves[k].name.end(),
                  text.begin() + static_cast<std::ptrdiff_t>(k * width));
    }
    const int variable =
        file.variable("wave_name", NC_CHAR, {dimensions.wave, dimensions.text}, "name of the wave");
    file.attribute(variable, "_Encoding", "utf-8");
    file.write(variable, text, "wave_name");
}

}  // namespace

void write_passages(const NcMemory& file, const Record& record) {
    std::size_t width = 1;
    for (const WaveRecord& wave : record.waves) width = std::max(width, wave.name.size());
    // No dimension may bear the name of a variable over another dimension: the variable "wave"
    // runs over runners, and a dimension "wave" made every later call an HDF error.
    const Dimensions dimensions{
        file.dimension("runner", record.runners.bib.size()),
        file.dimension("mark", record.passages.marks),
        file.dimension("wave_index", std::max<std::size_t>(1, record.waves.size())),
        file.dimension("wave_name_bytes", width)};
    write_times(file, record, dimensions);
    write_marks(file, record, dimensions);
    write_runners(file, record, dimensions.runner);
    if (!record.waves.empty()) write_wave_names(file, record, dimensions, width);
}

}  // namespace gineste
