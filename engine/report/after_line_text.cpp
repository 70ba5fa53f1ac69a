// SPDX-License-Identifier: Apache-2.0
#include "report/after_line_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/local_clock.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

using Heading = std::function<std::string(const std::string&)>;

std::string percent_text(double share) {
    return std::isfinite(share) ? fmt::format("{:.0f}", 100.0 * share) : "–";
}

std::string services_table(const Record& record, const Findings& findings,
                           const LocalClock& clock) {
    TextTable table({{"", "service", Align::left, kNameColumns},
                     {"", "servers"},
                     {"", "came"},
                     {"wait min:s", "median"},
                     {"", "95 %"},
                     {"most", "queue"},
                     {"", "at"},
                     {"in use", "%"},
                     {"last", "served"}});
    for (std::size_t k = 0; k < record.services.services.size(); ++k) {
        const ServiceRecord& service = record.services.services[k];
        const ServiceFindings& found = findings.services[k];
        const bool waits = service.servers > 0;
        table.add_row(
            {service.name, waits ? grouped(static_cast<std::size_t>(service.servers)) : "–",
             grouped(found.arrivals), waits ? or_dash(minutes_text(found.wait_median_s)) : "–",
             waits ? or_dash(minutes_text(found.wait_p95_s)) : "–",
             waits ? grouped(service.largest_queue) : "–",
             or_dash(clock.minute(service.largest_queue_s)), percent_text(found.utilisation),
             or_dash(clock.minute(service.last_served_s))});
    }
    return table.text(kTextIndent);
}

std::string held_line(const HeldRecord& held, const HeldFindings& found, const LocalClock& clock) {
    if (found.runners == 0) return "";
    return fmt::format(
        "  no room behind the line from {} to {}: {} runners held before it,\n"
        "  {} at most at one time, for up to {} min\n",
        clock.minute(held.first_s), or_dash(clock.minute(held.last_s)), grouped(found.runners),
        grouped(held.most), or_dash(minutes_text(found.most_s)));
}

std::string coach_lines(const Record& record, const Findings& findings, const LocalClock& clock) {
    std::string text;
    for (std::size_t k = 0; k < record.services.services.size(); ++k) {
        const ServiceFindings& found = findings.services[k];
        if (found.coaches == 0) continue;
        text += fmt::format(
            "  {}: {} went, {} seats used of {}, the last at {}\n",
            record.services.services[k].name, grouped(found.coaches), grouped(found.seats_used),
            grouped(found.coaches * static_cast<std::size_t>(record.services.services[k].seats)),
            clock.minute(found.last_coach_s));
    }
    return text;
}

std::string services_text(const Record& record, const Findings& findings, const LocalClock& clock,
                          const Heading& heading) {
    if (record.services.services.empty()) return "";
    std::string text = "\n" + heading("After the line") + "\n";
    text += services_table(record, findings, clock);
    text += held_line(record.services.held, findings.held, clock);
    return text + coach_lines(record, findings, clock);
}

std::string medical_text(const MedicalRecord& medical, const LocalClock& clock,
                         const Heading& heading) {
    if (!medical.asked) return "";
    std::string text = "\n" + heading("Medical");
    text += fmt::format(
        "  {:.0f} encounters expected (19 races of 20: up to {}), {:.0f} serious, {:.0f} severe "
        "collapses\n",
        medical.encounters.mean, grouped(static_cast<std::size_t>(medical.encounters.most)),
        medical.serious.mean, medical.collapses.mean);
    text += fmt::format(
        "         most at one time: {} on the course at {}, {} with the finish at {}\n",
        grouped(medical.on_course.runners), or_dash(clock.minute(medical.on_course.time_s)),
        grouped(medical.present.runners), or_dash(clock.minute(medical.present.time_s)));
    const RescuerRatio& ratio = medical.rescuers;
    return text +
           fmt::format("         RIS {:.1f} = {:.2f} × {} / 1,000: {}\n", ratio.ris, ratio.index,
                       grouped(static_cast<std::size_t>(std::lround(ratio.persons))), ratio.device);
}

std::string available_text(const RosterRecord& roster) {
    if (!roster.available) return "";
    const int spare = *roster.available - roster.all.posted;
    const auto count = grouped(static_cast<std::size_t>(std::abs(spare)));
    return fmt::format("; {} available, {} {}",
                       grouped(static_cast<std::size_t>(*roster.available)), count,
                       spare < 0 ? "short" : "to spare");
}

std::string roster_text(const RosterRecord& roster, const Heading& heading) {
    if (!roster.asked) return "";
    std::string text = "\n" + heading("Volunteers");
    text += fmt::format(" {} if nobody changes post, {} at one time{}\n",
                        grouped(static_cast<std::size_t>(roster.all.posted)),
                        grouped(static_cast<std::size_t>(roster.all.most)), available_text(roster));
    std::vector<std::string> lines{""};
    for (const HandsRecord& role : roster.roles) {
        const std::string part =
            fmt::format("{} {}", role.role, grouped(static_cast<std::size_t>(role.posted)));
        const bool wraps =
            !lines.back().empty() && display_width(lines.back()) + display_width(part) > 85;
        if (wraps) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : ", ") + part;
    }
    for (const std::string& line : lines) {
        if (!line.empty()) text += "           " + fitted(line, 88) + "\n";
    }
    return text;
}

}  // namespace

std::string after_line_text(const Record& record, const Findings& findings,
                            const Heading& heading) {
    const LocalClock clock(record);
    return services_text(record, findings, clock, heading) +
           medical_text(record.medical, clock, heading) + roster_text(record.roster, heading);
}

}  // namespace gineste
