// SPDX-License-Identifier: Apache-2.0
#include "study/compare_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/text.hpp"
#include "report/text_table.hpp"
#include "report/trust.hpp"
#include "study/figure_text.hpp"

namespace gineste {
namespace {

// Above this a difference is said to need "too many" seeds: nobody will run them.
constexpr std::size_t kTooMany = 100000;

std::string seeds_text(const Difference& difference) {
    if (difference.verdict == Verdict::same || !difference.seeds_needed) return "–";
    if (*difference.seeds_needed > kTooMany) return "many";
    return grouped(*difference.seeds_needed);
}

std::string interval_text(const Interval& interval) {
    if (!std::isfinite(interval.low)) return "–";
    return signed_figure(interval.low) + " … " + signed_figure(interval.high);
}

std::string word_of(const Difference& difference) {
    switch (difference.verdict) {
        case Verdict::less:
            return "better";
        case Verdict::more:
            return "worse";
        case Verdict::same:
            return "the same";
        case Verdict::not_weighed:
            return "–";
        case Verdict::not_shown:
            break;
    }
    return "open";
}

TextTable table_of(const CompareReport& report, std::size_t plan) {
    TextTable table({{"", "", Align::left, 44},
                     {"", "unit", Align::left},
                     {"A", "mean"},
                     {std::string(1, static_cast<char>('A' + plan)), "mean"},
                     {"difference", "mean"},
                     {"", "95 % interval"},
                     {"seeds", "needed"},
                     {"same runners", "save"},
                     {"", "", Align::left}});
    for (const Comparison& row : report.comparisons) {
        const Difference& difference = row.differences[plan - 1];
        table.add_row({row.label, row.unit, figure(row.plans.front().mean),
                       figure(row.plans[plan].mean), signed_figure(difference.paired.mean),
                       interval_text(difference.interval), seeds_text(difference),
                       difference.variance_ratio
                           ? fmt::format("{}×", figure(*difference.variance_ratio))
                           : "–",
                       word_of(difference)});
    }
    return table;
}

std::string listed(const CompareReport& report, std::size_t plan, Verdict verdict) {
    std::vector<std::string> labels;
    for (const Comparison& row : report.comparisons) {
        const bool of_the_whole = !row.key.starts_with("wave_") && !row.key.starts_with("station_");
        if (of_the_whole && row.differences[plan - 1].verdict == verdict) {
            labels.push_back(fmt::format("{} ({} {})", row.label,
                                         signed_figure(row.differences[plan - 1].paired.mean),
                                         row.unit));
        }
    }
    return joined(labels, ", ");
}

// No trade, and no better plan.
std::string collapse_words(const CompareReport& report, std::size_t plan) {
    std::vector<std::string> who;
    for (const std::size_t one : {std::size_t{0}, plan}) {
        if (collapses(report.comparisons, one)) who.emplace_back(1, static_cast<char>('A' + one));
    }
    if (who.empty()) return "";
    return fmt::format(
        "COLLAPSE in {}: the crowd goes past what the model knows ({:.0f} runners/m² moving, "
        "{:.0f} "
        "standing),\nso its other figures say nothing, and the two are not weighed against each "
        "other.\n",
        joined(who, " and "), kTrustedMovingPerM2, kTrustedStandingPerM2);
}

// A verdict speaks of the race as a whole; waves and stations are in the table.
std::string verdict_words(const CompareReport& report, std::size_t plan) {
    const std::string collapse = collapse_words(report, plan);
    if (!collapse.empty()) return collapse;
    const std::string name = std::string(1, static_cast<char>('A' + plan));
    const std::string better = listed(report, plan, Verdict::less);
    const std::string worse = listed(report, plan, Verdict::more);
    const std::string open = listed(report, plan, Verdict::not_shown);
    std::string text;
    if (better.empty() && worse.empty()) {
        text = fmt::format("No difference between A and {} is shown.\n", name);
    } else if (worse.empty()) {
        text =
            fmt::format("{} is better than A in {}, and worse in nothing shown.\n", name, better);
    } else if (better.empty()) {
        text = fmt::format("{} is worse than A in {}, and better in nothing shown.\n", name, worse);
    } else {
        text = fmt::format("{0} against A is a trade. Better: {1}. Worse: {2}.\n", name, better,
                           worse);
    }
    if (!open.empty()) text += fmt::format("Open after these seeds: {}.\n", open);
    return text;
}

std::string heading(const CompareReport& report) {
    const std::size_t races = report.plans.front().races.size();
    std::string text = fmt::format("{} plans, {} seeds each, the first {}\n", report.plans.size(),
                                   races, report.seed);
    for (std::size_t plan = 0; plan < report.plans.size(); ++plan) {
        text += fmt::format("  {}  {} ({})\n", static_cast<char>('A' + plan),
                            report.plans[plan].name, report.plans[plan].file);
    }
    if (!report.same_runners) {
        text +=
            "The plans do not have the same runners: differences are also those of the field.\n";
    }
    return text;
}

}  // namespace

std::string compare_text(const CompareReport& report) {
    std::string text = heading(report);
    for (std::size_t plan = 1; plan < report.plans.size(); ++plan) {
        text += "\n" + table_of(report, plan).text(2) + "\n" + verdict_words(report, plan);
    }
    return text +
           "\nOf every measure less is better. Each interval holds the true difference with 95 %: "
           "of\ntwenty open rows one is expected to look decided. Seeds needed: for a difference "
           "of this\nsize to show. Save: how many times fewer seeds than with runners of their "
           "own.\n";
}

}  // namespace gineste
