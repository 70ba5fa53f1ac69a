// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <netcdf.h>

#include <cstddef>
#include <string>
#include <vector>

#include "observers/record.hpp"

namespace gineste {

/// A netCDF-4 file made in memory, so that its bytes go to the disk like any others; dropped
/// without a trace where it is not taken. After a full disk nc_put fails and nc_close does not, so
/// every call is checked. Serial HDF5 is not thread-safe: one file at a time.
class NcMemory {
  public:
    NcMemory();
    ~NcMemory();
    NcMemory(const NcMemory&) = delete;
    NcMemory& operator=(const NcMemory&) = delete;

    int id() const { return id_; }

    int dimension(const char* name, std::size_t size) const;
    int variable(const char* name, nc_type type, const std::vector<int>& dimensions,
                 const char* long_name, const std::string& units = "") const;
    void attribute(int variable, const char* name, const std::string& text) const;

    template <class T>
    void write(int variable, const std::vector<T>& values, const char* name) const {
        if (!values.empty()) check(nc_put_var(id_, variable, values.data()), name);
    }

    /// @throws InternalError where the netCDF library refuses (out of memory among others)
    static void check(int status, const char* what);

    std::string take();

  private:
    int id_ = -1;
};

/// "seconds since 2024-10-27 08:00:00", the first gun in UTC.
std::string nc_time_units(const Record& record);

/// When each runner passed each mark, and what became of the runners:
///   passage_time(runner, mark)   int32 milliseconds, unpacked by scale_factor to seconds
///   bib, wave, status, gun_time, start_time, finish_time, time_lost, ... (runner)
///   mark, lon, lat (mark)        wave_name(wave_index, text)
/// An incomplete array: lon and lat belong to the mark and not to the runner's own path, so that
/// no CF featureType is claimed.
void write_passages(const NcMemory& file, const Record& record);

}  // namespace gineste
