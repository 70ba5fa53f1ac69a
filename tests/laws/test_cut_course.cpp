// SPDX-License-Identifier: Apache-2.0
// How finely a course is described is no part of the race: 10 km in one piece or in a thousand.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/figures.hpp"
#include "support/small_race.hpp"

namespace gineste {
namespace {

constexpr double kLength = 10000.0;  // m
constexpr int kPieces = 1000;
constexpr int kBends = 10;  // the line turns every kilometre
constexpr double kSouth = 43.0;
constexpr double kStepNorth = 0.085 / kBends;  // degrees
constexpr double kStepEast = 0.004;

/// Line and terrain of a winding road over rolling hills, in a folder of this test's own.
class WindingRoad {
  public:
    WindingRoad() {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  fmt::format("gineste-cut-course-{}", getpid());
        std::filesystem::create_directories(folder_);
        write_terrain();
    }
    ~WindingRoad() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    WindingRoad(const WindingRoad&) = delete;
    WindingRoad& operator=(const WindingRoad&) = delete;

    /// The line cut into so many pieces, and its width given in so many sections.
    Course surveyed(int line_pieces, int sections) const {
        Scenario scenario;
        scenario.file = folder_ / "race.yaml";
        scenario.course.line = write_line(line_pieces);
        scenario.course.dem = folder_ / "dem.asc";
        scenario.course.length_m = kLength;
        for (int k = 0; k < sections; ++k) {
            const double each_m = kLength / sections;
            scenario.course.sections.push_back(
                {{}, each_m * k, each_m * (k + 1), 7.0, fmt::format("piece {}", k + 1)});
        }
        return survey_course(scenario);
    }

  private:
    std::filesystem::path write_line(int pieces) const {
        const auto file = folder_ / fmt::format("line-{}.csv", pieces);
        std::ofstream text(file);
        text << "lon_deg,lat_deg\n";
        for (int k = 0; k <= pieces; ++k) {
            const double at = static_cast<double>(k) * kBends / pieces;
            const double beyond = std::fmod(at, 2.0);  // there and back
            const double east = 5.0 + kStepEast * std::min(beyond, 2.0 - beyond);
            text << fmt::format("{:.12f},{:.12f}\n", east, kSouth + kStepNorth * at);
        }
        return file;
    }
    void write_terrain() const {
        constexpr int rows = 120;
        constexpr int columns = 12;
        std::ofstream grid(folder_ / "dem.asc");
        grid << fmt::format("ncols {}\nnrows {}\nxllcorner 4.99\nyllcorner 42.98\n", columns, rows)
             << "cellsize 0.002\nNODATA_value -9999\n";
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                grid << fmt::format("{:.2f} ", 150.0 + 40.0 * std::sin(row / 4.0) + column);
            }
            grid << "\n";
        }
        std::ofstream(folder_ / "dem.prj")
            << "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
               "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";
    }
    std::filesystem::path folder_;
};

/// The default field over half its distance, everybody there and to the finish.
Scenario drawn_race(int runners) {
    Scenario scenario = test::plain_scenario(runners, 2.9);
    scenario.field = FieldSpec{};
    scenario.field.men.median_s *= 0.5;
    scenario.field.women.median_s *= 0.5;
    scenario.field.no_show_share = scenario.field.withdraw_share = 0.0;
    return scenario;
}

/// 2,000 runners in four waves, the fastest first.
Scenario four_waves() {
    Scenario scenario = drawn_race(500);
    for (const double after_s : {300.0, 600.0, 900.0}) test::add_wave(scenario, 500, after_s);
    return scenario;
}

TEST(CutCourse, AThousandSectionsOfOneWidthGiveTheSameBytes) {
    const WindingRoad road;
    const Scenario scenario = four_waves();
    EXPECT_EQ(test::run(scenario, road.surveyed(kBends, kPieces)).state_hash,
              test::run(scenario, road.surveyed(kBends, 1)).state_hash);
}

TEST(CutCourse, AThousandLegsGiveTheSameBytes) {
    const Scenario scenario = four_waves();
    const Course whole = straight_course(kLength, 0.01, 7.0);
    std::vector<double> cuts_m;
    for (int k = 1; k < kPieces; ++k) cuts_m.push_back(kLength / kPieces * k);
    const Course cut = cut_course(whole, cuts_m);
    EXPECT_EQ(cut.legs().size(), static_cast<std::size_t>(kPieces));
    EXPECT_EQ(test::run(scenario, cut).state_hash, test::run(scenario, whole).state_hash);
}

Record run_field(const Scenario& scenario, const Course& course, Field field) {
    Race race(scenario, course, std::move(field), {1, best_instruction_set()});
    while (race.advance()) {
    }
    return race.record();
}

/// Net times of everybody.
std::vector<double> net_times_s(const Record& record) {
    std::vector<double> times_s;
    for (std::size_t i = 0; i < record.runners.finish_s.size(); ++i) {
        times_s.push_back(record.runners.finish_s[i] - record.runners.start_s[i]);
    }
    return times_s;
}

double largest_apart_s(const std::vector<double>& a, const std::vector<double>& b) {
    double most_s = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) most_s = std::max(most_s, std::abs(a[i] - b[i]));
    return most_s;
}

/// How far the mean net time of a field moves, by seed, and that of the one whom it moves most.
struct Moved {
    std::vector<double> mean_s;
    double most_s = 0.0;

    void add(const std::vector<double>& before_s, const std::vector<double>& after_s) {
        mean_s.push_back(test::mean(after_s) - test::mean(before_s));
        most_s = std::max(most_s, largest_apart_s(before_s, after_s));
    }
    void tell(const char* what) const {
        const double seeds = static_cast<double>(mean_s.size());
        test::tell(
            "%s: the mean of 2,000 finish times moves by %+.3f s (standard error %.3f s), "
            "that of one runner by at most %.1f s",
            what, test::mean(mean_s), test::standard_deviation(mean_s) / std::sqrt(seeds), most_s);
    }
};

// A line through more points is another line by rounding, 0.1 mm, and a crowd of 2,000 makes of any
// rounding minutes for one runner and a second for the mean, up or down: the second figure printed
// is what one runner who is a hair's breadth faster does. So the mean is over seeds. Where runners
// are handed from edge to edge and rounded at each, a thousand pieces cost everybody 175 s.
TEST(CutCourse, AThousandPiecesMoveTheMeanFinishByUnderASecond) {
    const WindingRoad road;
    const Course whole = road.surveyed(kBends, 1);
    const Course cut = road.surveyed(kPieces, kPieces);
    Scenario scenario = four_waves();
    Moved by_cuts;
    Moved by_a_hair;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        scenario.seed = scenario.behaviour_seed = seed;
        const auto before_s = net_times_s(test::run(scenario, whole));
        by_cuts.add(before_s, net_times_s(test::run(scenario, cut)));
        if (seed > 3) continue;
        Field field = draw_field(scenario, whole);
        field.flat_speed_mps[0] *= 1.0F + 1e-6F;
        by_a_hair.add(before_s, net_times_s(run_field(scenario, whole, std::move(field))));
    }
    by_cuts.tell("10 km in 1,000 pieces");
    by_a_hair.tell("one runner faster by a millionth");
    EXPECT_LT(std::abs(test::mean(by_cuts.mean_s)), 1.0);
}

TEST(CutCourse, AThousandPiecesMoveARunnerAloneByUnderAHundredthOfASecond) {
    const WindingRoad road;
    const Course whole = road.surveyed(kBends, 1);
    const Course cut = road.surveyed(kPieces, kPieces);
    double most_s = 0.0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        Scenario scenario = drawn_race(1);
        scenario.seed = scenario.behaviour_seed = seed;
        most_s = std::max(most_s, largest_apart_s(net_times_s(test::run(scenario, cut)),
                                                  net_times_s(test::run(scenario, whole))));
    }
    test::tell("10 km in 1,000 pieces: a runner alone moves by at most %.5f s", most_s);
    EXPECT_LT(most_s, 0.01);
}

}  // namespace
}  // namespace gineste
