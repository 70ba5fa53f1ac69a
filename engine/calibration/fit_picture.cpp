// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "calibration/calibrate_text.hpp"
#include "calibration/curves.hpp"
#include "calibration/fit_times.hpp"

namespace gineste {
namespace {

constexpr double kWidth = 420.0;
constexpr double kHeight = 260.0;
constexpr std::size_t kPoints = 120;
constexpr std::array<const char*, 6> kColours{"#1b6ca8", "#c8553d", "#3a7d44",
                                              "#7d4f9e", "#b8860b", "#4d4d4d"};

struct Line {
    std::vector<double> x;
    std::vector<double> share;
    const char* colour = "#000";
    bool is_law = false;  ///< dashed
};

/// One diagram: shares from 0 to 1 over minutes.
class Diagram {
  public:
    Diagram(std::string title, double left, double top)
        : title_(std::move(title)), left_(left), top_(top) {}
    void add(Line line) {
        if (line.x.empty()) return;
        most_x_ = std::max(most_x_, line.x.back());
        lines_.push_back(std::move(line));
    }
    std::string svg() const {
        std::string text = fmt::format(
            "<text x=\"{:.0f}\" y=\"{:.0f}\" font-weight=\"bold\">{}</text>\n"
            "<path d=\"M{:.0f} {:.0f}v{:.0f}h{:.0f}\" fill=\"none\" stroke=\"#888\"/>\n",
            left_, top_ - 10.0, title_, left_, top_, kHeight, kWidth);
        for (int k = 0; k <= 4; ++k) {
            const double part = 0.25 * k;
            text += fmt::format(
                "<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"end\">{:.0f} %</text>\n"
                "<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{:.0f} min</text>\n",
                left_ - 5.0, y(part) + 4.0, 100.0 * part, left_ + part * kWidth,
                top_ + kHeight + 16.0, part * most_x_ / 60.0);
        }
        for (const Line& line : lines_) text += path(line);
        return text;
    }

  private:
    double y(double share) const { return top_ + kHeight * (1.0 - share); }
    std::string path(const Line& line) const {
        std::string text = "<path d=\"";
        for (std::size_t k = 0; k < line.x.size(); ++k) {
            text += fmt::format("{}{:.1f} {:.1f}", k == 0 ? "M" : "L",
                                left_ + kWidth * line.x[k] / most_x_, y(line.share[k]));
        }
        return text +
               fmt::format("\" fill=\"none\" stroke=\"{}\"{}/>\n", line.colour,
                           line.is_law ? " stroke-width=\"2\" stroke-dasharray=\"5 3\"" : "");
    }

    std::string title_;
    double left_ = 0.0;
    double top_ = 0.0;
    double most_x_ = 1.0;
    std::vector<Line> lines_;
};

std::vector<double> evenly(double from, double to) {
    std::vector<double> places;
    for (std::size_t k = 0; k < kPoints; ++k) {
        places.push_back(from + (to - from) * static_cast<double>(k) / (kPoints - 1.0));
    }
    return places;
}

double law_share(const WaveFit& wave, double time_s) {
    const double men = share_under(wave.men.law(), time_s);
    if (std::isnan(wave.women_share.value)) return men;
    const double women = wave.women.is_fitted() ? share_under(wave.women.law(), time_s) : men;
    return wave.women_share.value * women + (1.0 - wave.women_share.value) * men;
}

}  // namespace

std::string fit_picture(const Calibration& found, const Scenario& scenario) {
    Diagram starts("Over the start line after the gun", 60.0, 60.0);
    Diagram times("Net time", 560.0, 60.0);
    std::string legend;
    for (std::size_t w = 0; w < found.waves.size(); ++w) {
        const WaveFit& wave = found.waves[w];
        const char* colour = kColours[w % kColours.size()];
        if (!wave.crossed_s.empty()) {
            const std::vector<double> at = evenly(0.0, wave.crossed_s.back());
            starts.add({at, shares_at(wave.crossed_s, at), colour, false});
            starts.add({at, shares_at(wave.released_s, at), colour, true});
        }
        if (wave.men.is_fitted()) {
            std::vector<double> sorted_s = wave.times_s;
            std::sort(sorted_s.begin(), sorted_s.end());
            const std::vector<double> at = evenly(0.0, sorted_s.back());
            Line law{at, {}, colour, true};
            for (const double time_s : at) law.share.push_back(law_share(wave, time_s));
            times.add({at, shares_at(sorted_s, at), colour, false});
            times.add(std::move(law));
        }
        legend += fmt::format("<text x=\"{:.0f}\" y=\"375\" fill=\"{}\">wave {}</text>\n",
                              60.0 + 90.0 * static_cast<double>(w % 10), colour, w + 1);
    }
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1020 390\" "
               "font-family=\"sans-serif\" font-size=\"12\">\n"
               "<title>Fit of {} waves; results whole, law dashed</title>\n"
               "<rect width=\"1020\" height=\"390\" fill=\"#fff\"/>\n",
               scenario.waves.size()) +
           starts.svg() + times.svg() + legend + "</svg>\n";
}

}  // namespace gineste
