// SPDX-License-Identifier: Apache-2.0
#include "course/course.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/commands.hpp"
#include "course/profile_text.hpp"
#include "report/atomic_files.hpp"
#include "report/output_folder.hpp"

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

}  // namespace

int course(const CourseRequest& request) {
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    const std::filesystem::path folder =
        request.folder.empty()
            ? std::filesystem::path("out") / (request.scenario.stem().string() + "-course")
            : request.folder;
    check_output_folder(folder);
    const Course road = survey_course(scenario);
    publish(folder,
            {{"profile.csv", profile_csv(road)},
             {"profile.gpx", profile_gpx(road, scenario.name)},
             {"profile.geojson", profile_geojson(road, scenario.name)}},
            kCourseManifest);
    print(profile_plot(road, plot_size()) + "\n" + profile_table(road));
    std::cerr << "profile.csv, profile.gpx and profile.geojson in " << folder.string() << "\n";
    return 0;
}

}  // namespace gineste
