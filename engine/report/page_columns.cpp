// SPDX-License-Identifier: Apache-2.0
#include "report/page_columns.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>

#include "report/congestion.hpp"

namespace gineste {
namespace {

static_assert(std::endian::native == std::endian::little, "columns are written as they lie");

constexpr std::int32_t kTick_ms = 500;
constexpr std::int32_t kNeverTick = -1;
constexpr std::uint16_t kNeverCode = 0xFFFF;

template <class T>
constexpr const char* type_name() {
    if constexpr (std::is_same_v<T, float>) return "f4";
    if constexpr (std::is_same_v<T, double>) return "f8";
    if constexpr (std::is_same_v<T, std::int32_t>) return "i4";
    if constexpr (std::is_same_v<T, std::uint32_t>) return "u4";
    if constexpr (std::is_same_v<T, std::uint16_t>) return "u2";
    if constexpr (std::is_same_v<T, std::uint8_t>) return "u1";
}

std::int32_t milliseconds(double time_s) {
    return std::isnan(time_s) ? kNeverMs : static_cast<std::int32_t>(std::llround(time_s * 1e3));
}

std::uint16_t whole(double value) {
    if (std::isnan(value)) return 0;
    return static_cast<std::uint16_t>(std::clamp(std::round(value), 0.0, 65534.0));
}

// Half seconds, mark-major; made of the clock and not of differences, so that nothing adds up.
std::vector<std::int32_t> ticks_of(const PassageRecord& passages, std::size_t runners) {
    std::vector<std::int32_t> ticks(passages.passage_ms.size());
    for (std::size_t i = 0; i < runners; ++i) {
        for (std::size_t k = 0; k < passages.marks; ++k) {
            const std::int32_t time_ms = passages.passage_ms[i * passages.marks + k];
            ticks[k * runners + i] =
                time_ms == kNeverMs ? kNeverTick : (time_ms + kTick_ms / 2) / kTick_ms;
        }
    }
    return ticks;
}

std::uint16_t median_between(const std::vector<std::int32_t>& ticks, std::size_t mark,
                             std::size_t runners) {
    std::vector<std::int32_t> taken;
    for (std::size_t i = 0; i < runners; ++i) {
        const std::int32_t from = ticks[mark * runners + i];
        const std::int32_t to = ticks[(mark + 1) * runners + i];
        if (from != kNeverTick && to != kNeverTick) taken.push_back(to - from);
    }
    if (taken.empty()) return 1;
    const auto middle = taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2);
    std::nth_element(taken.begin(), middle, taken.end());
    return static_cast<std::uint16_t>(std::clamp(*middle, 1, 65535));
}

// The last one, scaled as the field's median goes; in whole numbers, which every browser divides
// alike.
std::int32_t expected(std::int32_t last, std::int32_t median_before, std::int32_t median_now) {
    return (2 * last * median_now + median_before) / (2 * median_before);
}

// 0, -1, 1, -2, 2 ... as 0, 1, 2, 3, 4 ...
std::uint16_t zigzag(std::int32_t difference) {
    const std::int32_t code = difference < 0 ? -2 * difference - 1 : 2 * difference;
    return static_cast<std::uint16_t>(std::min(code, kNeverCode - 1));
}

std::int32_t unzigzag(std::uint16_t code) { return code % 2 == 0 ? code / 2 : -(code + 1) / 2; }

}  // namespace

PackedPassages packed(const PassageRecord& passages) {
    PackedPassages packed;
    if (passages.marks < 2) return packed;
    const std::size_t runners = passages.passage_ms.size() / passages.marks;
    const std::vector<std::int32_t> ticks = ticks_of(passages, runners);
    for (std::size_t i = 0; i < runners; ++i) {
        packed.start_ms.push_back(passages.passage_ms[i * passages.marks]);
    }
    const std::size_t steps = passages.marks - 1;
    packed.low.resize(steps * runners);
    packed.high.resize(steps * runners);
    // What the page will have: a difference too large for its code (9 hours over 100 m) is cut,
    // and made up for by the next.
    std::vector<std::int32_t> shown(ticks.begin(), ticks.begin() + runners);
    std::vector<std::int32_t> last(runners, 0);
    for (std::size_t k = 0; k < steps; ++k) {
        packed.median.push_back(median_between(ticks, k, runners));
        const std::int32_t now = packed.median[k];
        const std::int32_t before = k == 0 ? now : packed.median[k - 1];
        for (std::size_t i = 0; i < runners; ++i) {
            const std::int32_t tick = ticks[(k + 1) * runners + i];
            std::uint16_t code = kNeverCode;
            if (tick != kNeverTick && shown[i] != kNeverTick) {
                const std::int32_t guess = k == 0 ? now : expected(last[i], before, now);
                code = zigzag(tick - shown[i] - guess);
                last[i] = guess + unzigzag(code);
                shown[i] += last[i];
            } else {
                shown[i] = kNeverTick;
            }
            packed.low[k * runners + i] = static_cast<std::uint8_t>(code & 0xFFU);
            packed.high[k * runners + i] = static_cast<std::uint8_t>(code >> 8U);
        }
    }
    return packed;
}

template <class T>
void PageColumns::add(const char* name, const std::vector<T>& values) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
    directory_.push_back({{"name", name},
                          {"type", type_name<T>()},
                          {"offset", bytes_.size()},
                          {"count", values.size()}});
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

PageColumns::PageColumns(const Record& record) {
    add_runners(record.runners);
    add_passages(record.passages);
    add_cells(record);
    add_profile(record.profile);
}

void PageColumns::add_runners(const RunnerRecord& runners) {
    std::vector<std::uint8_t> status;
    std::vector<std::int32_t> finish_ms;
    std::vector<std::uint16_t> lost_s;
    std::vector<std::uint16_t> at_stations_s;
    for (std::size_t i = 0; i < runners.bib.size(); ++i) {
        status.push_back(static_cast<std::uint8_t>(runners.status[i]));
        finish_ms.push_back(milliseconds(runners.finish_s[i]));
        lost_s.push_back(whole(runners.lost_s[i]));
        at_stations_s.push_back(whole(runners.at_stations_s[i]));
    }
    add("bib", runners.bib);
    add("wave", runners.wave);
    add("status", status);
    add("finish_ms", finish_ms);
    add("lost_s", lost_s);
    add("at_stations_s", at_stations_s);
}

void PageColumns::add_passages(const PassageRecord& passages) {
    const PackedPassages columns = packed(passages);
    add("start_ms", columns.start_ms);
    add("passage_median", columns.median);
    add("passage_low", columns.low);
    add("passage_high", columns.high);
}

void PageColumns::add_cells(const Record& record) {
    const CongestionView view(record);
    std::vector<std::uint32_t> runner_s;
    std::vector<std::uint16_t> speed_cmps;
    std::vector<std::uint8_t> speed_share;
    for (std::size_t segment = 0; segment < view.segments(); ++segment) {
        for (std::size_t interval = 0; interval < view.intervals(); ++interval) {
            const Cell cell{segment, interval};
            const double speed = view.speed_mps(cell);
            const double share = view.speed_share(cell);
            const double time_s = view.runners(cell) * view.interval_s();
            runner_s.push_back(static_cast<std::uint32_t>(std::llround(time_s)));
            speed_cmps.push_back(std::isnan(speed) ? 0xFFFF : whole(speed * 100.0));
            speed_share.push_back(
                std::isnan(share) ? 255 : static_cast<std::uint8_t>(std::min(share, 1.0) * 250.0));
        }
    }
    add("cell_runner_s", runner_s);
    add("cell_speed_cmps", speed_cmps);
    add("cell_speed_share", speed_share);
}

void PageColumns::add_profile(const ProfileRecord& profile) {
    add("profile_elevation_m", profile.elevation_m);
    add("profile_grade", profile.grade);
    add("profile_width_m", profile.width_m);
    add("profile_lon_deg", profile.lon_deg);
    add("profile_lat_deg", profile.lat_deg);
}

}  // namespace gineste
