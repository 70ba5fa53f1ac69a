// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <netcdf.h>
#include <netcdf_mem.h>

#include <cmath>

#include "exports/results_nc.hpp"
#include "report/synthetic.hpp"

namespace gineste {
namespace {

/// A file in memory, opened to be read.
class NetcdfReader {
  public:
    explicit NetcdfReader(std::string bytes) : bytes_(std::move(bytes)) {
        EXPECT_EQ(nc_open_mem("results.nc", NC_NOWRITE, bytes_.size(), bytes_.data(), &id_), 0);
    }
    ~NetcdfReader() { nc_close(id_); }

    std::string text(const char* variable, const char* attribute) const {
        const int id = variable == nullptr ? NC_GLOBAL : variable_id(variable);
        std::size_t size = 0;
        EXPECT_EQ(nc_inq_attlen(id_, id, attribute, &size), 0) << attribute;
        std::string value(size, ' ');
        EXPECT_EQ(nc_get_att_text(id_, id, attribute, value.data()), 0) << attribute;
        return value;
    }
    double number(const char* variable, const char* attribute) const {
        double value = NAN;
        EXPECT_EQ(nc_get_att_double(id_, variable_id(variable), attribute, &value), 0);
        return value;
    }
    std::vector<double> values(const char* variable, std::size_t size) const {
        std::vector<double> result(size);
        EXPECT_EQ(nc_get_var_double(id_, variable_id(variable), result.data()), 0);
        return result;
    }

  private:
    int variable_id(const char* name) const {
        int id = 0;
        EXPECT_EQ(nc_inq_varid(id_, name, &id), 0) << name;
        return id;
    }
    std::string bytes_;
    int id_ = 0;
};

Record two_runners() {
    Record record = empty_record(2, 6.0, 1);
    record.waves.resize(2);
    record.waves[0].name = "Élite";
    add_runner(record, 0, 1.5, 100.0, 0.0F);
    add_runner(record, 1, 20.0, NAN, 3.0F);
    return record;
}

TEST(ResultsNc, GivesSecondsAfterTheFirstGunInUtc) {
    const NetcdfReader file(results_nc(two_runners()));
    EXPECT_EQ(file.text(nullptr, "Conventions"), "CF-1.8");
    EXPECT_EQ(file.text("passage_time", "units"), "seconds since 2024-10-27 08:00:00");
    EXPECT_EQ(file.number("passage_time", "scale_factor"), 0.001);
    const std::vector<double> packed = file.values("passage_time", 6);
    EXPECT_EQ(packed, (std::vector<double>{1500, 51500, 101500, -1, -1, -1}));
    EXPECT_EQ(file.number("passage_time", "_FillValue"), -1.0);
}

TEST(ResultsNc, NamesRunnersByBibAndSaysWhatBecameOfThem) {
    const NetcdfReader file(results_nc(two_runners()));
    EXPECT_EQ(file.values("bib", 2), (std::vector<double>{1, 2}));
    EXPECT_EQ(file.values("wave", 2), (std::vector<double>{0, 1}));
    EXPECT_EQ(file.values("status", 2), (std::vector<double>{3, 2}));
    EXPECT_EQ(file.text("status", "flag_meanings"), "absent waiting running finished withdrawn");
    EXPECT_EQ(file.values("start_time", 2), (std::vector<double>{1.5, 20}));
    EXPECT_TRUE(std::isnan(file.values("finish_time", 2)[1]));
    EXPECT_EQ(file.values("mark", 3), (std::vector<double>{0, 100, 200}));
}

TEST(ResultsNc, PutsMarksOnTheMapWhereTheRecordDoes) {
    Record record = two_runners();
    record.passages.lat_deg = {43.1, 43.2, 43.3};
    record.passages.lon_deg = {5.1, 5.2, 5.3};
    const NetcdfReader file(results_nc(record));
    EXPECT_EQ(file.values("lat", 3), record.passages.lat_deg);
    EXPECT_EQ(file.text("lon", "units"), "degrees_east");
    EXPECT_EQ(file.text("passage_time", "coordinates"), "lat lon bib");
}

TEST(ResultsNc, HasDensityFlowSpeedAndOccupancyByTimeAndChainage) {
    Record record = empty_record(3, 6.0, 2);
    fill_cell(record, 1, 1, {0.5, 0.8});
    const NetcdfReader file(results_nc(record));
    const std::size_t cell = 1 * 3 + 1;  // time by time
    EXPECT_FLOAT_EQ(static_cast<float>(file.values("density", 6)[cell]), 0.5F);
    EXPECT_FLOAT_EQ(static_cast<float>(file.values("occupancy", 6)[cell]), 0.5F * 100.0F * 6.0F);
    EXPECT_FLOAT_EQ(static_cast<float>(file.values("speed", 6)[cell]), 0.8F * 3.0F);
    EXPECT_FLOAT_EQ(static_cast<float>(file.values("flow", 6)[cell]), 0.5F * 6.0F * 2.4F);
    EXPECT_EQ(file.values("density", 6)[0], 0.0);
    EXPECT_TRUE(std::isnan(file.values("speed", 6)[0]));
    EXPECT_EQ(file.values("time", 2), (std::vector<double>{30, 90}));
    EXPECT_EQ(file.values("chainage_bounds", 6), (std::vector<double>{0, 100, 100, 200, 200, 300}));
    EXPECT_EQ(file.text("density", "units"), "m-2");
}

TEST(ResultsNc, IsTheSameByteForByteEachTime) {
    const Record record = large_record();
    EXPECT_EQ(results_nc(record), results_nc(record));
}

TEST(ResultsNc, StandsWithoutRunners) { EXPECT_FALSE(results_nc(empty_record(1, 6.0, 1)).empty()); }

}  // namespace
}  // namespace gineste
