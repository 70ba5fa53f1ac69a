// SPDX-License-Identifier: Apache-2.0
#include "report/passages_nc.hpp"

#include <netcdf.h>
#include <netcdf_mem.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

// Layout (CF-1.8; an incomplete array, since lat and lon belong to the mark and not to the runner,
// so that no featureType is claimed):
//   passage_time(runner, mark)   int32 milliseconds, unpacked by scale_factor to seconds
//   bib, wave, status, gun_time, start_time, finish_time, time_lost, ... (runner)
//   chainage, lon, lat (mark)    wave_name(wave, text)

// After a full disk nc_put fails and nc_close does not, so every call is checked. Serial HDF5 is
// not thread-safe: one file at a time.
void check(int status, const char* what) {
    if (status == NC_NOERR) return;
    throw InternalError(std::string("passages.nc: ") + what + ": " + nc_strerror(status));
}

/// An open in-memory file; dropped without a trace where it is not taken.
class MemoryFile {
  public:
    // The size is the step in which the file grows; what is left of the last step stays in it.
    MemoryFile() { check(nc_create_mem("passages.nc", NC_NETCDF4, 1U << 14U, &id_), "create"); }
    ~MemoryFile() {
        if (id_ >= 0) nc_abort(id_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    int id() const { return id_; }

    int dimension(const char* name, std::size_t size) const {
        int dimension = 0;
        check(nc_def_dim(id_, name, size, &dimension), name);
        return dimension;
    }

    int variable(const char* name, nc_type type, const std::vector<int>& dimensions,
                 const char* long_name, const std::string& units = "") const {
        int variable = 0;
        check(nc_def_var(id_, name, type, static_cast<int>(dimensions.size()), dimensions.data(),
                         &variable),
              name);
        check(nc_def_var_deflate(id_, variable, NC_SHUFFLE, 1, 4), name);
        attribute(variable, "long_name", long_name);
        if (!units.empty()) attribute(variable, "units", units);
        return variable;
    }

    void attribute(int variable, const char* name, const std::string& text) const {
        check(nc_put_att_text(id_, variable, name, text.size(), text.c_str()), name);
    }

    template <class T>
    void write(int variable, const std::vector<T>& values, const char* name) const {
        if (!values.empty()) check(nc_put_var(id_, variable, values.data()), name);
    }

    std::string take() {
        NC_memio memory{};
        check(nc_close_memio(std::exchange(id_, -1), &memory), "close");
        const std::unique_ptr<void, void (*)(void*)> owner(memory.memory, std::free);
        return {static_cast<const char*>(memory.memory), memory.size};
    }

  private:
    int id_ = -1;
};

struct Dimensions {
    int runner = 0;
    int mark = 0;
    int wave = 0;
    int text = 0;
};

std::string time_units(const Record& record) {
    return "seconds since " + LocalClock(record).utc_epoch();
}

void write_globals(const MemoryFile& file, const Record& record) {
    file.attribute(NC_GLOBAL, "Conventions", "CF-1.8");
    file.attribute(NC_GLOBAL, "title", "Passage times of " + record.scenario);
    file.attribute(NC_GLOBAL, "source", "gineste, simulated");
    file.attribute(NC_GLOBAL, "input_sha256", record.input_sha256);
    file.attribute(NC_GLOBAL, "complete", record.complete ? "yes" : "no");
    // All times are UTC; this zone is where the clocks on the course are.
    file.attribute(NC_GLOBAL, "local_time_zone", record.zone);
    file.attribute(NC_GLOBAL, "seed", std::to_string(record.seed));  // CF-1.8 has no 64 bits
}

void write_passages(const MemoryFile& file, const Record& record, const Dimensions& dimensions) {
    const PassageRecord& passages = record.passages;
    const int variable =
        file.variable("passage_time", NC_INT, {dimensions.runner, dimensions.mark},
                      "time at which the runner passed the mark", time_units(record));
    file.attribute(variable, "standard_name", "time");
    file.attribute(variable, "calendar", "standard");
    file.attribute(variable, "coordinates",
                   passages.lat_deg.empty() ? "chainage bib" : "chainage lat lon bib");
    const double scale = 0.001;
    check(nc_put_att_double(file.id(), variable, "scale_factor", NC_DOUBLE, 1, &scale), "scale");
    const int never = kNeverMs;
    check(nc_def_var_fill(file.id(), variable, NC_FILL, &never), "fill value");
    const std::size_t runners = record.runners.bib.size();
    if (runners > 0 && passages.marks > 0) {
        const std::size_t chunk[] = {std::min<std::size_t>(runners, 4096), passages.marks};
        check(nc_def_var_chunking(file.id(), variable, NC_CHUNKED, chunk), "chunks");
    }
    file.write(variable, passages.passage_ms, "passage_time");
}

void write_marks(const MemoryFile& file, const Record& record, const Dimensions& dimensions) {
    const PassageRecord& passages = record.passages;
    std::vector<double> chainage_m(passages.marks);
    for (std::size_t k = 0; k < passages.marks; ++k) {
        chainage_m[k] = static_cast<double>(k) * passages.spacing_m;
    }
    const auto write = [&](const char* name, const char* meaning, const char* units,
                           const char* standard_name, const std::vector<double>& values) {
        if (values.size() != passages.marks) return;
        const int variable = file.variable(name, NC_DOUBLE, {dimensions.mark}, meaning, units);
        if (*standard_name != '\0') file.attribute(variable, "standard_name", standard_name);
        file.write(variable, values, name);
    };
    write("chainage", "distance along the course from the start line", "m", "", chainage_m);
    write("lat", "latitude of the mark", "degrees_north", "latitude", passages.lat_deg);
    write("lon", "longitude of the mark", "degrees_east", "longitude", passages.lon_deg);
}

template <class T>
void write_per_runner(const MemoryFile& file, int runner, const char* name, nc_type type,
                      const char* meaning, const std::string& units, const std::vector<T>& values) {
    const int variable = file.variable(name, type, {runner}, meaning, units);
    if (units.starts_with("seconds since")) {
        file.attribute(variable, "standard_name", "time");
        file.attribute(variable, "calendar", "standard");
    }
    file.write(variable, values, name);
}

void write_status(const MemoryFile& file, const RunnerRecord& runners, int runner) {
    std::vector<signed char> status(runners.status.size());
    std::transform(runners.status.begin(), runners.status.end(), status.begin(),
                   [](RunnerStatus value) { return static_cast<signed char>(value); });
    const int variable = file.variable("status", NC_BYTE, {runner}, "what became of the runner");
    const signed char flags[] = {0, 1, 2, 3, 4};
    check(nc_put_att_schar(file.id(), variable, "flag_values", NC_BYTE, 5, flags), "flags");
    file.attribute(variable, "flag_meanings", "absent waiting running finished withdrawn");
    file.write(variable, status, "status");
}

void write_runners(const MemoryFile& file, const Record& record, int runner) {
    const RunnerRecord& runners = record.runners;
    const std::string time = time_units(record);
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

void write_wave_names(const MemoryFile& file, const Record& record, const Dimensions& dimensions,
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

std::string passages_nc(const Record& record) {
    std::size_t width = 1;
    for (const WaveRecord& wave : record.waves) width = std::max(width, wave.name.size());
    MemoryFile file;
    // No dimension may bear the name of a variable over another dimension: the variable "wave"
    // runs over runners, and a dimension "wave" made every later call an HDF error.
    const Dimensions dimensions{
        file.dimension("runner", record.runners.bib.size()),
        file.dimension("mark", record.passages.marks),
        file.dimension("wave_index", std::max<std::size_t>(1, record.waves.size())),
        file.dimension("wave_name_bytes", width)};
    write_globals(file, record);
    write_passages(file, record, dimensions);
    write_marks(file, record, dimensions);
    write_runners(file, record, dimensions.runner);
    if (!record.waves.empty()) write_wave_names(file, record, dimensions, width);
    return file.take();
}

}  // namespace gineste
