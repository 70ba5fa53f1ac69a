// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

void check_pair(const std::string& given, const std::string& absent, const std::string& why,
                const std::string& example, const Decoder& decoder, ProblemList& problems) {
    if (!decoder.is_good(given) || decoder.has(absent)) return;
    problems.add(decoder.spot_of(given), given + " is given without `" + absent + "`", why,
                 "Add " + example + ".");
}

void check_stretch(const IncidentSpec& incident, const std::string& key, const Decoder& decoder,
                   const Scenario& scenario, ProblemList& problems) {
    if (!decoder.is_good(key + ".from") || !decoder.is_good(key + ".to")) return;
    if (incident.to_m <= incident.from_m) {
        problems.add(decoder.spot_of(key + ".to"), key + " ends at " + length_text(incident.to_m),
                     "it begins at " + length_text(incident.from_m),
                     "A closed stretch has a length.");
    }
    const auto& length_m = scenario.course.length_m;
    if (length_m && incident.from_m >= *length_m) {
        problems.add(decoder.spot_of(key + ".from"),
                     key + ".from is " + length_text(incident.from_m),
                     "the course ends at " + length_text(*length_m), "Give a place on the course.");
    }
}

void check_times(const IncidentSpec& incident, const std::string& key, const Decoder& decoder,
                 ProblemList& problems) {
    if (!decoder.is_good(key + ".begin") || !decoder.is_good(key + ".end")) return;
    if (incident.end_s > incident.begin_s) return;
    problems.add(decoder.spot_of(key + ".end"),
                 key + ".end is '" + clock_text(incident.end_s) + "'",
                 "the road closes at " + clock_text(incident.begin_s),
                 "Let it open after it has closed, on the same day.");
}

}  // namespace

void check_clock(double clock_s, const std::string& key, const Decoder& decoder,
                 const Scenario& scenario, ProblemList& problems) {
    if (!decoder.is_good(key) || !decoder.is_good("date") || !decoder.is_good("zone")) return;
    try {
        scenario.zone.instant_s(scenario.date, clock_s);
    } catch (const std::invalid_argument& fault) {
        problems.add(decoder.spot_of(key),
                     key + " is '" + clock_text(clock_s) + "' on " + to_text(scenario.date),
                     fault.what(), "Choose a time outside the change of the clocks.");
    }
}

void check_walking(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    const WalkingSpec& walking = scenario.motion.walking;
    const std::string least = "motion.walking.least_speed";
    const std::string most = "motion.walking.most_speed";
    for (const std::string& key : {least, most}) {
        if (decoder.has(key) && !decoder.is_good(key)) return;
    }
    if (walking.least_speed_mps <= walking.most_speed_mps) return;
    problems.add(decoder.spot_of(decoder.has(least) ? least : most),
                 least + " is " + number_text(walking.least_speed_mps) + " m/s",
                 most + " is " + number_text(walking.most_speed_mps) + " m/s",
                 "Put least below most.");
}

void check_weather(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (decoder.is_good("weather.wbgt_c") && decoder.has("weather.temperature_c")) {
        problems.add(decoder.spot_of("weather.temperature_c"),
                     "weather has both `wbgt_c` and `temperature_c`",
                     "which of the two counts would be a guess", "Keep one of them.");
    }
    check_pair("weather.temperature_c", "weather.humidity",
               "heat depends on how much sweat the air takes", "`humidity: 60 %`", decoder,
               problems);
    check_pair("weather.humidity", "weather.temperature_c", "alone it says nothing of heat",
               "`temperature_c: 24`", decoder, problems);
    check_pair("weather.wind_speed", "weather.wind_from_deg",
               "head wind or tail wind would be a guess", "`wind_from_deg: 315`", decoder,
               problems);
    check_pair("weather.wind_from_deg", "weather.wind_speed", "without a speed it does nothing",
               "`wind_speed: 5 m/s`", decoder, problems);
    const WeatherSpec& weather = scenario.weather;
    const std::string warmest = "weather.warmest_optimum_c";
    const std::string coldest = "weather.coldest_optimum_c";
    if (weather.coldest_optimum_c <= weather.warmest_optimum_c) return;
    problems.add(decoder.spot_of(decoder.has(warmest) ? warmest : coldest),
                 coldest + " is " + number_text(weather.coldest_optimum_c),
                 warmest + " is " + number_text(weather.warmest_optimum_c),
                 "Put coldest below warmest.");
}

void check_incidents(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    for (std::size_t i = 0; i < scenario.incidents.size(); ++i) {
        const IncidentSpec& incident = scenario.incidents[i];
        const std::string key = item_key("incidents", i);
        check_stretch(incident, key, decoder, scenario, problems);
        check_clock(incident.begin_s, key + ".begin", decoder, scenario, problems);
        check_clock(incident.end_s, key + ".end", decoder, scenario, problems);
        check_times(incident, key, decoder, problems);
    }
}

}  // namespace gineste
