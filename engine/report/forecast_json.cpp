// SPDX-License-Identifier: Apache-2.0
#include "report/forecast_json.hpp"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "report/after_line_json.hpp"
#include "report/local_clock.hpp"
#include "report/quantile.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

Json wave_json(const WaveForecast& wave, const LocalClock& clock) {
    return {{"name", wave.name},
            {"started", wave.started},
            {"gun_s", rounded(wave.gun_s)},
            {"gun_clock", clock.second(wave.gun_s)},
            {"first_over_line_s", rounded(wave.first_over_s)},
            {"last_over_line_s", rounded(wave.last_over_s)}};
}

Json narrowing_json(const NarrowingForecast& at, const LocalClock& clock) {
    return {{"km", rounded(at.at_m / 1000.0)},
            {"place", at.place},
            {"width_m", rounded(at.width_m)},
            {"grade", rounded(at.grade)},
            {"passed", at.passed},
            {"capacity_per_min", rounded(at.capacity_per_min)},
            {"demand_peak_per_min", at.demand_peak_per_min},
            {"demand_peak_s", rounded(at.demand_peak_s)},
            {"delayed", at.delayed},
            {"total_delay_s", rounded(at.total_delay_s)},
            {"longest_delay_s", rounded(at.longest_delay_s)},
            {"most_late", at.most_late},
            {"queue_length_m", rounded(at.queue_length_m)},
            {"queue_runners", at.queue_runners},
            {"queue_density_per_m2", rounded(at.queue_density_per_m2)},
            {"from_s", rounded(at.from_s)},
            {"to_s", rounded(at.to_s)},
            {"from_clock", clock.second(at.from_s)},
            {"to_clock", clock.second(at.to_s)}};
}

Json mark_json(const MarkForecast& mark, const LocalClock& clock) {
    return {{"km", rounded(mark.at_m / 1000.0)},
            {"width_m", rounded(mark.width_m)},
            {"passed", mark.passed},
            {"first_s", rounded(mark.first_s)},
            {"median_s", rounded(mark.median_s)},
            {"last_s", rounded(mark.last_s)},
            {"first_clock", clock.second(mark.first_s)},
            {"last_clock", clock.second(mark.last_s)},
            {"peak_per_min", mark.peak_per_min},
            {"peak_s", rounded(mark.peak_s)},
            {"peak_density_per_m2", rounded(mark.peak_density_per_m2)},
            {"per_minute", mark.per_minute}};
}

Json crowd_json(const CrowdForecast& crowd) {
    Json peaks = Json::array();
    Json lost = Json::array();
    for (std::size_t segment = 0; segment < crowd.segments; ++segment) {
        const double middle_m = CrowdForecast::kSegment * (static_cast<double>(segment) + 0.5);
        peaks.push_back(rounded(crowd.peak_per_m2(middle_m, middle_m)));
        double lost_s = 0.0;
        for (std::size_t k = 0; k < crowd.intervals; ++k) {
            lost_s += crowd.lost_s[segment * crowd.intervals + k];
        }
        lost.push_back(rounded(lost_s / 3600.0));
    }
    return {{"lost_runner_h", rounded(crowd.lost_runner_s() / 3600.0)},
            {"segment_m", CrowdForecast::kSegment},
            {"segment_peaks_per_m2", peaks},
            {"segment_lost_runner_h", lost}};
}

template <class Parts, class ToJson>
Json list(const Parts& parts, const LocalClock& clock, const ToJson& to_json) {
    Json all = Json::array();
    for (const auto& part : parts) all.push_back(to_json(part, clock));
    return all;
}

}  // namespace

std::string forecast_json(const Forecast& forecast, double forecast_s, std::string_view version) {
    const LocalClock clock(forecast.zone, forecast.first_gun_instant_s);
    Json json;
    json["scenario"] = forecast.scenario;
    json["scenario_file"] = std::filesystem::path(forecast.scenario_file).filename().string();
    json["version"] = version;
    json["seed"] = forecast.seed;
    json["first_gun"] = {{"local", clock.iso(0.0)}, {"zone", forecast.zone}};
    json["course"] = {{"length_m", forecast.course_length_m}};
    json["runners"] = {{"present", forecast.present}, {"finished", forecast.finished}};
    json["line"] = {{"width_m", forecast.line_width_m},
                    {"capacity_per_min", rounded(forecast.line_capacity_per_min)},
                    {"last_over_line_s", rounded(forecast.last_over_line_s)}};
    json["lost"] = {{"total_delay_s", rounded(forecast.total_delay_s)},
                    {"lost_median_s", rounded(quantile(forecast.lost_s, 0.5))},
                    {"lost_p95_s", rounded(quantile(forecast.lost_s, 0.95))}};
    json["overtakes_per_runner"] = rounded(forecast.overtakes_per_runner);
    json["waves"] = list(forecast.waves, clock, wave_json);
    json["narrowings"] = list(forecast.narrowings, clock, narrowing_json);
    json["marks"] = list(forecast.marks, clock, mark_json);
    if (forecast.crowd.segments > 0) json["crowd"] = crowd_json(forecast.crowd);
    json["engine"] = {{"threads", 1}, {"forecast_s", forecast_s}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gineste
