// SPDX-License-Identifier: Apache-2.0
#include "day/meetings.hpp"

#include <optional>

namespace gineste {
namespace {

/// Two passes of one leg, and where and when they were there together.
class PairOfPasses {
  public:
    PairOfPasses(const LegCells& leg, std::size_t pass, std::size_t other)
        : leg_(leg),
          pass_(pass),
          other_(other),
          one_race_(leg.passes[pass].pass.race == leg.passes[other].pass.race) {}

    /// Nothing where they never met.
    std::optional<MeetingRecord> meeting() const {
        MeetingRecord record;
        if (!find_cells(record)) return std::nullopt;
        record.pass = pass_;
        record.other = other_;
        const PassTimes& pass = leg_.passes[pass_];
        const PassTimes& other = leg_.passes[other_];
        record.same_direction = pass.pass.direction == other.pass.direction;
        record.met = met(pass_, other_);
        record.other_met = met(other_, pass_);
        if (record.same_direction) {
            record.overtakes = overtakes_by(pass, other);
            record.other_overtakes = overtakes_by(other, pass);
        }
        return record;
    }

  private:
    // A runner of one lap does not meet himself on another, as he would at every turn.
    bool meets(std::uint32_t who, std::uint32_t others) const {
        if (who == PassCells::kNobody || others == PassCells::kNobody) return false;
        return !one_race_ || who != others || who == PassCells::kSeveral;
    }

    bool find_cells(MeetingRecord& record) const {
        bool found = false;
        const PassCells& pass = leg_.cells[pass_];
        const PassCells& other = leg_.cells[other_];
        for (std::size_t cell = 0; cell < leg_.grid.cells(); ++cell) {
            if (!meets(pass.who[cell], other.who[cell])) continue;
            add_cell(record, cell, found);
            found = true;
        }
        return found;
    }

    void add_cell(MeetingRecord& record, std::size_t cell, bool found) const {
        const std::size_t segment = cell / leg_.grid.intervals;
        const double at_m = leg_.grid.middle_m(segment);
        const double begin_s =
            static_cast<double>(cell % leg_.grid.intervals) * leg_.grid.interval_s;
        const double end_s = begin_s + leg_.grid.interval_s;
        if (!found || begin_s < record.first_s) {
            record.first_s = begin_s;
            record.first_at_m = at_m;
        }
        if (!found || end_s > record.last_s) {
            record.last_s = end_s;
            record.last_at_m = at_m;
        }
        const double own_s = leg_.cells[pass_].runner_s[cell];
        const double both_s = own_s + leg_.cells[other_].runner_s[cell];
        const double density_per_m2 = leg_.density_per_m2(both_s, segment);
        if (density_per_m2 <= record.peak_density_per_m2) return;
        record.peak_density_per_m2 = density_per_m2;
        record.share = own_s / both_s;
        record.peak_at_m = at_m;
        record.peak_s = begin_s;
    }

    std::size_t met(std::size_t pass, std::size_t other) const {
        const std::vector<std::uint32_t>& others = leg_.cells[other].who;
        const Stays& stays = leg_.stays[pass];
        std::size_t count = 0;
        for (std::size_t runner = 0; runner < stays.runners(); ++runner) {
            bool alone = true;
            stays.walk(runner, [&](std::size_t cell, double) {
                alone = !meets(static_cast<std::uint32_t>(runner), others[cell]);
                return alone;
            });
            if (!alone) ++count;
        }
        return count;
    }

    const LegCells& leg_;
    std::size_t pass_;
    std::size_t other_;
    bool one_race_;
};

}  // namespace

std::vector<MeetingRecord> meetings_on(LegId leg, const LegCells& cells) {
    std::vector<MeetingRecord> meetings;
    for (std::size_t pass = 0; pass < cells.passes.size(); ++pass) {
        for (std::size_t other = pass + 1; other < cells.passes.size(); ++other) {
            std::optional<MeetingRecord> meeting = PairOfPasses(cells, pass, other).meeting();
            if (!meeting) continue;
            meeting->leg = leg.value;
            meetings.push_back(*meeting);
        }
    }
    return meetings;
}

}  // namespace gineste
