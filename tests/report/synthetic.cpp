// SPDX-License-Identifier: Apache-2.0
#include "synthetic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace gineste {
namespace {

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

void name_sections(Record& record) {
    const struct {
        double from_m;
        double width_m;
        double grade;
        const char* name;
    } sections[] = {{0, 18, 0.004, "Boulevard Michelet (allée centrale)"},
                    {2000, 9, 0.006, "Obélisque de Mazargues"},
                    {2600, 8, 0.012, "Avenue du Maréchal de Lattre de Tassigny"},
                    {4400, 6.5, 0.035, "Route Léon Lachamp"},
                    {6600, 6.5, 0.055, "Montée de la Gineste (D559 three hairpins)"},
                    {10000, 6.5, -0.010, "Plateau de Carpiagne (D559)"},
                    {15500, 6.5, -0.062, "Descente vers Cassis (D559 route de Marseille)"},
                    {17500, 6, -0.04, "Entrée de Cassis – le Mussuguet"},
                    {18400, 6, 0.031, "Avenue de Carnoux (montée)"},
                    {19200, 7, -0.02, "Avenue des Albizzi (arrivée)"}};
    for (SegmentRecord& segment : record.segments) {
        for (const auto& section : sections) {
            if (segment.from_m < section.from_m) continue;
            segment.width_m = segment.least_width_m = section.width_m;
            segment.grade = section.grade;
            segment.place = section.name;
        }
    }
}

void crowd_sections(Record& record) {
    const std::size_t peaks[] = {1, 19, 21, 30, 50, 70, 98, 140, 176, 186, 195};
    double height = 1.9;
    for (const std::size_t peak : peaks) {
        for (std::size_t k = peak - std::min<std::size_t>(peak, 3); k < peak + 3; ++k) {
            const double off = std::abs(static_cast<double>(k) - static_cast<double>(peak));
            for (std::size_t minute = 5 + k / 2; minute < 40 + k / 2; ++minute) {
                fill_cell(record, k, minute,
                          {height * std::exp(-0.2 * off), 1.0 / (1.0 + height), 300, 3});
            }
        }
        height *= 0.89;
    }
}

void send_runners(Record& record) {
    for (std::uint16_t wave = 0; wave < 10; ++wave) {
        const double gun_s = wave * 300.0;
        record.waves.push_back({"Vague " + std::to_string(wave + 1), 2000, 1800, 1780, gun_s, gun_s,
                                gun_s + 2.0, gun_s + 190.5, 12.0, 0.79, 1.32});
        for (int k = 0; k < 1800; ++k) {
            const double net_s = 3900.0 + 300.0 * wave + 1.3 * k;
            add_runner(record, wave, gun_s + k * 0.1, k % 90 == 7 ? kNever : net_s,
                       static_cast<float>(20 + k % 200));
        }
    }
}

void open_stations(Record& record) {
    const char* names[] = {"Vaufrèges",
                           "Montée de la Gineste",
                           "Col de la Gineste",
                           "Plateau de Carpiagne (épongeage)",
                           "Plateau de Carpiagne",
                           "Descente vers Cassis",
                           "Arrivée"};
    const double at_m[] = {5000, 7500, 9900, 12500, 14000, 17000, 20000};
    for (std::size_t k = 0; k < 7; ++k) {
        StationRecord station;
        station.name = names[k];
        station.kind = k % 2 == 1 ? "sponge" : "refreshment";
        station.side = "both";
        station.at_m = at_m[k];
        station.length_m = 60.0;
        station.tables = 20;
        station.volunteers = 60;
        station.cups_per_minute = 1200.0;
        station.after_line = k == 6;
        for (auto* counts : {&station.arrivals, &station.takers, &station.served, &station.unserved,
                             &station.cups, &station.peak_queue}) {
            counts->assign(record.congestion.intervals, 0);
        }
        for (std::size_t minute = 20; minute < 110; ++minute) {
            const auto arrivals = static_cast<std::uint32_t>(
                300.0 * std::exp(-std::pow((static_cast<double>(minute) - 60.0) / 30.0, 2)));
            station.arrivals[minute] = arrivals;
            station.takers[minute] = arrivals * 3 / 4;
            station.served[minute] = arrivals * 7 / 10;
            station.cups[minute] = arrivals;
            station.peak_queue[minute] = arrivals / 8;
        }
        for (int n = 0; n < 400; ++n) station.wait_s.push_back(0.05F * static_cast<float>(n));
        record.stations.push_back(station);
    }
}

}  // namespace

Record empty_record(std::size_t segments, double width_m, std::size_t intervals) {
    Record record;
    record.scenario = "Test race";
    record.scenario_file = "folder/test.yaml";
    record.zone = "Europe/Paris";
    record.first_gun_instant_s = 1730016000.0;  // 2024-10-27 08:00 UTC, 09:00 CET
    record.input_sha256 = std::string(64, 'a');
    record.seed = 7;
    record.course_length_m = static_cast<double>(segments) * 100.0;
    for (std::size_t k = 0; k < segments; ++k) {
        SegmentRecord segment;
        segment.from_m = static_cast<double>(k) * 100.0;
        segment.to_m = segment.from_m + 100.0;
        segment.width_m = segment.least_width_m = width_m;
        segment.place = "Road";
        record.segments.push_back(segment);
    }
    CongestionRecord& congestion = record.congestion;
    congestion.segments = segments;
    congestion.intervals = intervals;
    for (auto* values :
         {&congestion.runner_s, &congestion.distance_m, &congestion.free_distance_m}) {
        values->assign(segments * intervals, 0.0);
    }
    for (auto* values : {&congestion.wave_mask, &congestion.delayed, &congestion.left}) {
        values->assign(segments * intervals, 0);
    }
    record.passages.marks = segments + 1;
    return record;
}

void fill_cell(Record& record, std::size_t segment, std::size_t interval,
               const CellContent& content) {
    CongestionRecord& congestion = record.congestion;
    const std::size_t cell = segment * congestion.intervals + interval;
    const SegmentRecord& road = record.segments[segment];
    const double area_m2 = (road.to_m - road.from_m) * road.width_m;
    congestion.runner_s[cell] = content.density_per_m2 * area_m2 * congestion.interval_s;
    congestion.free_distance_m[cell] = 3.0 * congestion.runner_s[cell];
    congestion.distance_m[cell] = content.speed_share * congestion.free_distance_m[cell];
    congestion.wave_mask[cell] = content.wave_mask;
    congestion.delayed[cell] = content.delayed;
}

void add_runner(Record& record, std::uint16_t wave, double start_s, double net_s, float lost_s) {
    RunnerRecord& runners = record.runners;
    runners.bib.push_back(static_cast<std::uint32_t>(runners.bib.size() + 1));
    runners.woman.push_back(runners.woman.size() % 3 == 0 ? 1 : 0);
    runners.wave.push_back(wave);
    runners.status.push_back(std::isnan(net_s) ? RunnerStatus::running : RunnerStatus::finished);
    runners.gun_s.push_back(start_s - 5.0);
    runners.start_s.push_back(start_s);
    runners.finish_s.push_back(start_s + net_s);
    runners.lost_s.push_back(lost_s);
    runners.at_stations_s.push_back(0.0F);
    runners.ideal_s.push_back(3600.0F);
    const PassageRecord& passages = record.passages;
    for (std::size_t k = 0; k < passages.marks; ++k) {
        const double share = static_cast<double>(k) / static_cast<double>(passages.marks - 1);
        const double time_ms = std::isnan(net_s) ? kNeverMs : 1000.0 * (start_s + share * net_s);
        record.passages.passage_ms.push_back(static_cast<std::int32_t>(std::lround(time_ms)));
    }
}

Record large_record() {
    Record record = empty_record(200, 6.5, 240);
    record.scenario = "Marseille–Cassis 2024";
    record.engine = {2,
                     0.5,
                     24000,
                     250000000,
                     9.87,
                     12000.0,
                     {0.0, 9.5, 0.1, 0.2, 0.02},
                     {3.0, 0.1, 12.0, 3.0, 0.5}};
    name_sections(record);
    crowd_sections(record);
    send_runners(record);
    open_stations(record);
    for (int km = 0; km <= 20; ++km) {
        record.road.push_back({km * 1000.0, km * 180.0, 3600.0 + km * 400.0});
    }
    return record;
}

void add_finish_area(Record& record) {
    ServicesRecord& services = record.services;
    services.intervals = 3;
    ServiceRecord massage;
    massage.name = "Massage, kiné";
    massage.kind = "counter";
    massage.role = "massage";
    massage.servers = 2;
    massage.hands = 1.0;
    massage.mean_s = 60.0;
    massage.arrivals = {0, 4, 0};
    massage.served = {0, 2, 2};
    massage.peak_queue = {0, 2, 1};
    massage.present_s = {0.0, 180.0, 60.0};
    massage.busy_s = {0.0, 120.0, 60.0};
    massage.blocked_s = {0.0, 0.0, 30.0};
    massage.wait_s = {0.0F, 0.0F, 60.0F, 60.0F};
    massage.largest_queue = 2;
    massage.largest_queue_s = 60.0;
    massage.stayed_s = 240.0;
    massage.first_arrival_s = 60.0;
    massage.last_served_s = 180.0;
    ServiceRecord coaches = massage;
    coaches.name = "Cars";
    coaches.kind = "coaches";
    coaches.seats = 3;
    coaches.departures = {{120.0, 3}, {180.0, 1}};
    services.services = {massage, coaches};
    services.held.held_s = {5.0F, 15.0F};
    services.held.most = 2;
    services.held.most_s = services.held.first_s = 61.0;
    services.held.last_s = 80.0;
    MedicalRecord& medical = record.medical;
    medical.asked = true;
    medical.starters = 20'000;
    medical.encounters = {102.0, 119};
    medical.serious = {10.0, 15};
    medical.on_course = {19'000, 3600.0};
    medical.present = {19'500, 3700.0};
    medical.rescuers = {0.9, 19'500.0, 17.55, "DPS-ME"};
    medical.stretches = medical.slots = 1;
    medical.share = {0.5};
    RosterRecord& roster = record.roster;
    roster.asked = true;
    roster.available = 10;
    roster.begin_s = -900.0;
    roster.slots = 2;
    roster.posts = {{"Massage, kiné", "massage", {0, 2}, 2, 2}, {"Pens", "start", {9, 0}, 9, 9}};
    roster.roles = {{"massage", "massage", {0, 2}, 2, 2}, {"start", "start", {9, 0}, 9, 9}};
    roster.all = {"all", "all", {9, 2}, 9, 11};
}

}  // namespace gineste
