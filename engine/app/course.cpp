// SPDX-License-Identifier: Apache-2.0
#include "course/course.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/commands.hpp"
#include "course/network_text.hpp"
#include "course/profile_text.hpp"
#include "report/atomic_files.hpp"
#include "report/output_folder.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {
namespace {

constexpr int kLeastColumns = 60;
constexpr int kMostColumns = 140;

PlotSize plot_size() {
    PlotSize size;
    winsize window{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) {
        size.columns = std::clamp<int>(window.ws_col, kLeastColumns, kMostColumns);
    }
    return size;
}

// The network of a race day instead of the profile of one race.
void show_network(const CourseRequest& request, const std::filesystem::path& folder) {
    DaySpec day = load_day(request.scenario);
    if (request.overrides.dem) {
        for (LineSpec& line : day.lines) line.course.dem = *request.overrides.dem;
    }
    const std::vector<Scenario> races = load_day_races(day, request.overrides);
    const Network network = survey_network(day, races);
    check_output_folder(folder);
    const std::string table = network_table(day, network);
    publish(folder,
            {{"network.txt", table},
             {"network.svg", network_svg(day, network)},
             {"network.geojson", network_geojson(day, network)}},
            kCourseManifest);
    print(table);
    std::cerr << "network.txt, network.svg and network.geojson in " << folder.string() << "\n";
}

void show_profile(const CourseRequest& request, const std::filesystem::path& folder) {
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    check_output_folder(folder);
    const Course road = survey_course(scenario);
    publish(folder,
            {{"profile.csv", profile_csv(road)},
             {"profile.gpx", profile_gpx(road, scenario.name)},
             {"profile.geojson", profile_geojson(road, scenario.name)}},
            kCourseManifest);
    print(profile_plot(road, plot_size()) + "\n" + profile_table(road));
    std::cerr << "profile.csv, profile.gpx and profile.geojson in " << folder.string() << "\n";
}

}  // namespace

int course(const CourseRequest& request) {
    const std::filesystem::path folder =
        request.folder.empty()
            ? std::filesystem::path("out") / (request.scenario.stem().string() + "-course")
            : request.folder;
    if (is_day_file(request.scenario)) {
        show_network(request, folder);
    } else {
        show_profile(request, folder);
    }
    return 0;
}

}  // namespace gineste
