// SPDX-License-Identifier: Apache-2.0
#include "app/trajectory_window.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace gineste {
namespace {

constexpr double kMostMetreFrames = 4e6;
constexpr const char* kExample = "Write such as \"3.2-3.6 km, 09:20-09:30, every 1 s\".";

Parsed<TrajectoryWindow> refused(std::string why) { return {{}, std::move(why), kExample}; }

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, begin)) {
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

// "3.2-3.6 km": the unit is of both.
bool read_stretch(const std::string& text, TrajectoryWindow& window) {
    const std::vector<std::string> ends = split(text, '-');
    if (ends.size() != 2) return false;
    const std::size_t unit = ends[1].find_first_not_of("0123456789.");
    if (unit == std::string::npos) return false;
    const auto from = parse_length_m(ends[0] + ends[1].substr(unit));
    const auto to = parse_length_m(ends[1]);
    if (!from || !to || *from >= *to) return false;
    window.from_m = *from;
    window.to_m = *to;
    return true;
}

bool read_clock(const std::string& text, const Scenario& scenario, TrajectoryWindow& window) {
    const std::vector<std::string> ends = split(text, '-');
    if (ends.size() != 2) return false;
    const auto from = parse_clock_s(ends[0]);
    const auto to = parse_clock_s(ends[1]);
    if (!from || !to) return false;
    const auto after_gun_s = [&](double clock_s) {
        return static_cast<double>(scenario.zone.instant_s(scenario.date, clock_s)) -
               first_gun_instant_s(scenario);
    };
    window.from_s = after_gun_s(*from);
    window.to_s = after_gun_s(*to);
    return window.from_s < window.to_s;
}

// "every 1 s"
bool read_rate(const std::string& text, double step_s, TrajectoryWindow& window) {
    constexpr std::string_view every = "every ";
    if (!text.starts_with(every)) return false;
    const auto every_s = parse_duration_s(text.substr(every.size()));
    if (!every_s || *every_s <= 0.0) return false;
    const double steps = *every_s / step_s;
    window.every_s = *every_s;
    return steps > 0.5 && std::abs(steps - std::round(steps)) < 1e-9;
}

}  // namespace

Parsed<TrajectoryWindow> parse_trajectory_window(const std::string& text,
                                                 const Scenario& scenario) {
    const std::vector<std::string> parts = split(text, ',');
    TrajectoryWindow window;
    window.every_s = scenario.step_s;
    if (parts.size() < 2 || parts.size() > 3) return refused("no place and time");
    if (!read_stretch(parts[0], window)) return refused("no stretch of road");
    try {
        if (!read_clock(parts[1], scenario, window)) return refused("no stretch of time");
    } catch (const std::invalid_argument& error) {
        return refused(error.what());
    }
    if (parts.size() == 3 && !read_rate(parts[2], scenario.step_s, window)) {
        return refused(fmt::format("no multiple of the step of {} s", scenario.step_s));
    }
    const double frames = (window.to_s - window.from_s) / window.every_s;
    if (frames * (window.to_m - window.from_m) > kMostMetreFrames) {
        return refused("more than 4,000,000 metres of road times frames: take less road or time");
    }
    return {window, "", ""};
}

}  // namespace gineste
