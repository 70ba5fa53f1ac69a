// SPDX-License-Identifier: Apache-2.0
#include "exports/nc_memory.hpp"

#include <netcdf_mem.h>

#include <cstdlib>
#include <memory>
#include <utility>

#include "core/error.hpp"
#include "report/local_clock.hpp"

namespace gineste {

void NcMemory::check(int status, const char* what) {
    if (status == NC_NOERR) return;
    throw InternalError(std::string("results.nc: ") + what + ": " + nc_strerror(status));
}

// The size is the step in which the file grows; what is left of the last step stays in it.
NcMemory::NcMemory() { check(nc_create_mem("results.nc", NC_NETCDF4, 1U << 14U, &id_), "create"); }

NcMemory::~NcMemory() {
    if (id_ >= 0) nc_abort(id_);
}

int NcMemory::dimension(const char* name, std::size_t size) const {
    int dimension = 0;
    check(nc_def_dim(id_, name, size, &dimension), name);
    return dimension;
}

int NcMemory::variable(const char* name, nc_type type, const std::vector<int>& dimensions,
                       const char* long_name, const std::string& units) const {
    int variable = 0;
    check(nc_def_var(id_, name, type, static_cast<int>(dimensions.size()), dimensions.data(),
                     &variable),
          name);
    check(nc_def_var_deflate(id_, variable, NC_SHUFFLE, 1, 4), name);
    if (*long_name != '\0') attribute(variable, "long_name", long_name);
    if (!units.empty()) attribute(variable, "units", units);
    return variable;
}

void NcMemory::attribute(int variable, const char* name, const std::string& text) const {
    check(nc_put_att_text(id_, variable, name, text.size(), text.c_str()), name);
}

std::string NcMemory::take() {
    NC_memio memory{};
    check(nc_close_memio(std::exchange(id_, -1), &memory), "close");
    const std::unique_ptr<void, void (*)(void*)> owner(memory.memory, std::free);
    return {static_cast<const char*>(memory.memory), memory.size};
}

std::string nc_time_units(const Record& record) {
    return "seconds since " + LocalClock(record).utc_epoch();
}

}  // namespace gineste
