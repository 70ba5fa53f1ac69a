// SPDX-License-Identifier: Apache-2.0
#include "report/forecast_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "report/local_clock.hpp"
#include "report/quantile.hpp"
#include "report/text_table.hpp"

namespace gineste {
namespace {

constexpr std::size_t kForecastColumns = 20;

std::string rounded_count(double count) {
    return grouped(static_cast<std::size_t>(std::llround(std::max(0.0, count))));
}

/// The pieces of the text, each of a few lines.
class ForecastText {
  public:
    ForecastText(const Forecast& forecast, Style style)
        : forecast_(forecast), clock_(forecast.zone, forecast.first_gun_instant_s), style_(style) {}

    std::string text() const {
        return title() + "\n" + start() + finish() + "\n" + narrowings() + "\n" + flows();
    }

  private:
    std::string heading(const std::string& words) const {
        return style_ == Style::terminal ? "\x1b[1m" + words + "\x1b[0m" : words;
    }

    std::string title() const {
        return heading(fitted(forecast_.scenario, 40)) +
               fmt::format(" · forecast · {}, first gun {} {} · {:.2f} km · seed {}\n",
                           clock_.date(), clock_.minute(0.0), clock_.zone_label(),
                           forecast_.course_length_m / 1000.0, forecast_.seed);
    }

    std::string start() const {
        return heading("Start ") +
               fmt::format("   {} at the line, which passes {} a minute; last over it {}\n",
                           grouped(forecast_.present),
                           rounded_count(forecast_.line_capacity_per_min),
                           or_dash(clock_.second(forecast_.last_over_line_s)));
    }

    std::string finish() const {
        const MarkForecast& finish = forecast_.marks.back();
        if (finish.passed == 0) return heading("Finish") + "   nobody\n";
        std::string text = heading("Finish");
        text += fmt::format("   {}: first {}, median {}, last {}\n", grouped(finish.passed),
                            clock_.minute(finish.first_s), clock_.minute(finish.median_s),
                            clock_.minute(finish.last_s));
        text += fmt::format("         busiest minute {} with {}; {:.0f} overtakes by each\n",
                            clock_.minute(finish.peak_s), grouped(finish.peak_per_min),
                            forecast_.overtakes_per_runner);
        return text + fmt::format(
                          "         lost {}: median {} min, one in twenty more than {} min, "
                          "all together {:.0f} h\n",
                          forecast_.crowd.segments > 0 ? "to others" : "in queues",
                          minutes_text(quantile(forecast_.lost_s, 0.5)),
                          minutes_text(quantile(forecast_.lost_s, 0.95)),
                          forecast_.crowd.segments > 0 ? forecast_.crowd.lost_runner_s() / 3600.0
                                                       : forecast_.total_delay_s / 3600.0);
    }

    std::string narrowings() const {
        if (forecast_.narrowings.empty()) return heading("Narrowings") + " none\n";
        TextTable table({{"", "km"},
                         {"", "place", Align::left, kForecastColumns},
                         {"width", "m"},
                         {"passes", "/min"},
                         {"demand", "/min"},
                         {"queue", "runners"},
                         {"", "m"},
                         {"", "/m²"},
                         {"delay", "h"},
                         {"most", "min:s"},
                         {"", "from"},
                         {"", "to"}});
        for (const NarrowingForecast& at : forecast_.narrowings) {
            table.add_row(
                {number_or_dash(at.at_m / 1000.0, 2), at.place, number_or_dash(at.width_m, 1),
                 rounded_count(at.capacity_per_min), grouped(at.demand_peak_per_min),
                 grouped(at.queue_runners), rounded_count(at.queue_length_m),
                 number_or_dash(at.queue_density_per_m2, 2),
                 number_or_dash(at.total_delay_s / 3600.0, 1), minutes_text(at.longest_delay_s),
                 or_dash(clock_.minute(at.from_s)), or_dash(clock_.minute(at.to_s))});
        }
        return heading("Narrowings") + "\n" + table.text(kTextIndent);
    }

    std::string flows() const {
        TextTable table({{"", "km"},
                         {"width", "m"},
                         {"", "passed"},
                         {"", "first"},
                         {"", "median"},
                         {"", "last"},
                         {"peak", "/min"},
                         {"", "at"},
                         {"peak", "/m²"}});
        for (const MarkForecast& mark : forecast_.marks) {
            table.add_row({number_or_dash(mark.at_m / 1000.0, 1), number_or_dash(mark.width_m, 1),
                           grouped(mark.passed), or_dash(clock_.minute(mark.first_s)),
                           or_dash(clock_.minute(mark.median_s)),
                           or_dash(clock_.minute(mark.last_s)), grouped(mark.peak_per_min),
                           mark.passed > 0 ? clock_.minute(mark.peak_s) : "–",
                           number_or_dash(mark.peak_density_per_m2, 2)});
        }
        return heading("Flow") + "\n" + table.text(kTextIndent);
    }

    const Forecast& forecast_;
    LocalClock clock_;
    Style style_;
};

}  // namespace

std::string forecast_text(const Forecast& forecast, Style style) {
    return ForecastText(forecast, style).text();
}

}  // namespace gineste
