// SPDX-License-Identifier: Apache-2.0
#include "exports/read_passages.hpp"

#include <netcdf.h>

#include <string>

#include "core/error.hpp"

namespace gineste {
namespace {

/// A netCDF file open for reading.
class OpenFile {
  public:
    explicit OpenFile(const std::filesystem::path& path) : path_(path) {
        if (!std::filesystem::is_regular_file(path)) throw MissingInput(path, "no such file");
        if (nc_open(path.c_str(), NC_NOWRITE, &id_) != NC_NOERR) refuse("it is no netCDF");
    }
    ~OpenFile() { nc_close(id_); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    /// How far a variable reaches along its k-th dimension.
    std::size_t extent(const char* name, int k) const {
        int dimensions[NC_MAX_VAR_DIMS];
        std::size_t length = 0;
        check(nc_inq_vardimid(id_, variable(name), dimensions), name);
        check(nc_inq_dimlen(id_, dimensions[k], &length), name);
        return length;
    }
    void read(const char* name, std::vector<double>& values) const {
        check(nc_get_var_double(id_, variable(name), values.data()), name);
    }
    void read(const char* name, std::vector<std::int32_t>& values) const {
        check(nc_get_var_int(id_, variable(name), values.data()), name);
    }

  private:
    int variable(const char* name) const {
        int found = -1;
        check(nc_inq_varid(id_, name, &found), name);
        return found;
    }
    void check(int status, const char* what) const {
        if (status != NC_NOERR) refuse(std::string("it has no ") + what);
    }
    [[noreturn]] void refuse(std::string why) const {
        throw InputError(Problem{{path_.string()},
                                 "these are no passages of a race",
                                 std::move(why),
                                 "Name the folder that `gineste run` wrote.",
                                 ""});
    }

    std::filesystem::path path_;
    int id_ = -1;
};

}  // namespace

Record read_passages(const std::filesystem::path& path) {
    const OpenFile file(path);
    Record record;
    const std::size_t runners = file.extent("passage_time", 0);
    record.passages.marks = file.extent("passage_time", 1);
    std::vector<double> mark_m(record.passages.marks);
    file.read("mark", mark_m);
    if (mark_m.size() > 1) record.passages.spacing_m = mark_m[1] - mark_m[0];
    record.passages.passage_ms.resize(runners * record.passages.marks);
    file.read("passage_time", record.passages.passage_ms);
    record.runners.start_s.resize(runners);
    record.runners.finish_s.resize(runners);
    file.read("start_time", record.runners.start_s);
    file.read("finish_time", record.runners.finish_s);
    std::vector<std::int32_t> whole(runners);
    file.read("bib", whole);
    record.runners.bib.assign(whole.begin(), whole.end());
    file.read("wave", whole);
    record.runners.wave.assign(whole.begin(), whole.end());
    return record;
}

}  // namespace gineste
