// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "app/commands.hpp"
#include "course/network.hpp"
#include "report/text_table.hpp"
#include "scenario/day_spec.hpp"

namespace gineste {
namespace {

// Least and greatest width, every ten metres: a bridge is longer than that.
std::string width_text(const Course& course) {
    double least_m = course.width_m(0.0);
    double most_m = least_m;
    for (double at_m = 10.0; at_m < course.length_m(); at_m += 10.0) {
        least_m = std::min(least_m, course.width_m(at_m));
        most_m = std::max(most_m, course.width_m(at_m));
    }
    return fmt::format("{:.1f} to {:.1f} m wide", least_m, most_m);
}

// "1 wave", "2,500 entrants"
std::string counted(std::size_t count, const char* noun) {
    return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string field_text(const Scenario& scenario) {
    std::size_t in_waves = 0;
    for (const WaveSpec& wave : scenario.waves) in_waves += static_cast<std::size_t>(wave.entrants);
    const auto listed = static_cast<std::size_t>(scenario.field.entrants);
    const std::filesystem::path& file = scenario.field.entrants_file;
    const std::string entrants = file.empty() ? counted(std::max(in_waves, listed), "entrant")
                                              : "entrants of " + file.filename().string();
    return entrants + ", " + counted(scenario.waves.size(), "wave") + ", " +
           counted(scenario.stations.size(), "station");
}

void check_day(const CheckRequest& request) {
    const DaySpec day = load_day(request.scenario);
    const std::vector<Scenario> races = load_day_races(day, request.overrides);
    const Network network = survey_network(day, races);
    std::string text = fmt::format("ok  {}\n    {}, {}\n", day.name, counted(races.size(), "race"),
                                   counted(network.legs.size(), "leg"));
    for (std::size_t k = 0; k < races.size(); ++k) {
        const Course& course = network.routes[k].course;
        text += fmt::format("    {}: first gun {}, {}; {:.2f} km, {}\n", day.races[k].name,
                            races[k].zone.iso_text(first_gun_instant_s(races[k])),
                            field_text(races[k]), course.length_m() / 1000.0, width_text(course));
    }
    for (const std::string& remark : network.remarks) text += "    " + remark + "\n";
    print(text);
}

}  // namespace

int check(const CheckRequest& request) {
    if (is_day_file(request.scenario)) {
        check_day(request);
        return 0;
    }
    const Scenario scenario = load_scenario(request.scenario, request.overrides);
    const Course course = survey_course(scenario);
    const double gun_s = first_gun_instant_s(scenario);
    print(fmt::format(
        "ok  {}\n"
        "    first gun {}\n"
        "    {}\n"
        "    course {:.2f} km, {:.0f} m up and {:.0f} m down, {}\n",
        scenario.name, scenario.zone.iso_text(gun_s), field_text(scenario),
        course.length_m() / 1000.0, course.climb_m(), course.descent_m(), width_text(course)));
    return 0;
}

}  // namespace gineste
