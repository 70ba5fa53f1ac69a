// SPDX-License-Identifier: Apache-2.0
#include "report/day_json.hpp"

#include <cmath>
#include <filesystem>

#include "core/state_hash.hpp"
#include "report/after_line_json.hpp"
#include "report/day_words.hpp"
#include "report/local_clock.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

/// Makes JSON of the parts of a record, with its clock.
class DayDocument {
  public:
    explicit DayDocument(const LocalClock& clock) : clock_(clock) {}

    template <class Part>
    Json list(const std::vector<Part>& parts) const {
        Json all = Json::array();
        for (const Part& part : parts) all.push_back(json(part));
        return all;
    }

  private:
    // `name` without its "_s".
    void add_time(Json& json, const std::string& name, double time_s) const {
        json[name + "_s"] = rounded(time_s);
        json[name + "_clock"] = clock_.second(time_s);
    }

    Json json(const DayRaceRecord& race) const {
        Json json{{"name", race.name}, {"colour", race.colour}};
        add_time(json, "first_gun", race.first_gun_s);
        json["length_m"] = rounded(race.length_m);
        json["entrants"] = race.entrants;
        json["started"] = race.started;
        json["finished"] = race.finished;
        add_time(json, "first_finish", race.first_finish_s);
        add_time(json, "median_finish", race.median_finish_s);
        add_time(json, "last_finish", race.last_finish_s);
        json["lost_median_s"] = rounded(race.lost_median_s);
        json["lost_p95_s"] = rounded(race.lost_p95_s);
        return json;
    }

    Json json(const LegPass& pass) const {
        Json json{{"race", pass.race},
                  {"step", pass.step},
                  {"direction", to_word(pass.direction)},
                  {"begin_m", rounded(pass.begin_m)}};
        add_time(json, "first", pass.first_s);
        add_time(json, "last", pass.last_s);
        json["runners"] = pass.runners;
        json["peak_per_min"] = rounded(pass.peak_per_min);
        json["out_per_min"] = pass.out_per_min;
        return json;
    }

    Json json(const LegRecord& leg) const {
        Json json{{"name", leg.name},
                  {"length_m", rounded(leg.length_m)},
                  {"traffic", to_word(leg.traffic)},
                  {"passes", list(leg.passes)},
                  {"segment_m", rounded(leg.segment_m)},
                  {"interval_s", leg.interval_s},
                  {"segments", leg.segments},
                  {"intervals", leg.intervals},
                  {"runner_s", tenths(leg.runner_s)},
                  {"area_m2", tenths(leg.area_m2)},
                  {"peak_density_per_m2", rounded(leg.peak_density_per_m2)},
                  {"peak_at_m", rounded(leg.peak_at_m)}};
        add_time(json, "peak", leg.peak_s);
        return json;
    }

    // Most cells are empty: a whole number is written without its decimal.
    static Json tenths(const std::vector<float>& values) {
        Json all = Json::array();
        for (const float value : values) {
            const double rounded_value = std::round(10.0 * static_cast<double>(value)) / 10.0;
            const bool whole = std::trunc(rounded_value) == rounded_value;
            all.push_back(whole ? Json(std::llround(rounded_value)) : Json(rounded_value));
        }
        return all;
    }

    Json json(const MeetingRecord& meeting) const {
        Json json{{"leg", meeting.leg},
                  {"pass", meeting.pass},
                  {"other", meeting.other},
                  {"same_direction", meeting.same_direction}};
        add_time(json, "first", meeting.first_s);
        json["first_at_m"] = rounded(meeting.first_at_m);
        add_time(json, "last", meeting.last_s);
        json["last_at_m"] = rounded(meeting.last_at_m);
        add_time(json, "peak", meeting.peak_s);
        json["peak_at_m"] = rounded(meeting.peak_at_m);
        json["peak_density_per_m2"] = rounded(meeting.peak_density_per_m2);
        json["share"] = rounded(meeting.share);
        json["met"] = meeting.met;
        json["other_met"] = meeting.other_met;
        json["overtakes"] = meeting.overtakes;
        json["other_overtakes"] = meeting.other_overtakes;
        return json;
    }

    Json json(const PlacePassRecord& pass) const {
        Json json{{"race", pass.race}, {"at_m", rounded(pass.at_m)}};
        add_time(json, "first", pass.first_s);
        add_time(json, "median", pass.median_s);
        add_time(json, "last", pass.last_s);
        json["runners"] = pass.runners;
        return json;
    }

    Json json(const PlaceRecord& place) const {
        return {
            {"kind", to_word(place.kind)}, {"name", place.name}, {"passes", list(place.passes)}};
    }

    Json json(const MergeRecord::Stream& stream) const {
        return {{"from", stream.from},
                {"runners", stream.runners},
                {"busiest_share", rounded(stream.busiest_share)}};
    }

    Json json(const MergeRecord& merge) const {
        Json json{{"into", merge.into},
                  {"rule", to_word(merge.rule)},
                  {"streams", list(merge.streams)},
                  {"busiest_per_min", rounded(merge.busiest_per_min)}};
        add_time(json, "busiest", merge.busiest_s);
        return json;
    }

    Json json(const CrossingRecord::Flow& flow) const {
        Json json{{"leg", flow.leg},
                  {"runners", flow.runners},
                  {"held", flow.held},
                  {"held_mean_s", rounded(flow.held_mean_s)},
                  {"held_most_s", rounded(flow.held_most_s)}};
        add_time(json, "first", flow.first_s);
        add_time(json, "last", flow.last_s);
        return json;
    }

    Json json(const CrossingRecord& crossing) const {
        return {{"name", crossing.name},
                {"rule", to_word(crossing.rule)},
                {"flows", list(crossing.flows)},
                {"releases", crossing.releases},
                {"at_once", crossing.at_once}};
    }

    const LocalClock& clock_;
};

// Names are the user's text, perhaps not UTF-8: replaced rather than refused after the race.
std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Entries of a list on lines of their own: cells are too many for a line each.
std::string lines_of(const Json& json) {
    const bool has_lines = json.is_array() && !json.empty() && json.front().is_object();
    if (!has_lines) return line_of(json);
    std::string text;
    for (const Json& entry : json) text += (text.empty() ? "[\n    " : ",\n    ") + line_of(entry);
    return text + "\n  ]";
}

}  // namespace

Json day_document(const DayRecord& record, std::string_view version) {
    const LocalClock clock(record.zone, record.first_gun_instant_s);
    const DayDocument parts(clock);
    Json day;
    day["$schema"] = "day.schema.json";
    day["format"] = 1;
    day["version"] = version;
    day["name"] = record.name;
    // The folder it lies in is the user's own business and differs between machines.
    day["file"] = std::filesystem::path(record.file).filename().string();
    day["zone"] = record.zone;
    day["first_gun"] = clock.iso(0.0);
    day["complete"] = record.complete;
    day["races"] = parts.list(record.races);
    day["legs"] = parts.list(record.legs);
    day["meetings"] = parts.list(record.meetings);
    day["places"] = parts.list(record.places);
    day["merges"] = parts.list(record.merges);
    day["crossings"] = parts.list(record.crossings);
    day["remarks"] = record.remarks;
    day["state_hashes"] = Json::array();
    for (const std::uint64_t hash : record.state_hashes) {
        day["state_hashes"].push_back(hash_text(hash));
    }
    return day;
}

std::string day_json(const DayRecord& record, std::string_view version) {
    const Json day = day_document(record, version);
    std::string text;
    for (const auto& [key, value] : day.items()) {
        text += (text.empty() ? "{\n  " : ",\n  ") + line_of(Json(key)) + ": " + lines_of(value);
    }
    return text + "\n}\n";
}

}  // namespace gineste
