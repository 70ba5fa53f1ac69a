// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

#include "stations/layout.hpp"
#include "stations/station_record.hpp"

namespace gineste {

/// Time that one runner spent in a station's zone.
struct Stay {
    double from_s = 0.0;
    double to_s = 0.0;
    float lost_s = 0.0F;     ///< to other runners
    bool took_part = false;  ///< wanted something
};

/// Keeps the account of one station.
class StationBook {
  public:
    StationBook(const StationSpec& spec, const StationLayout& layout, double interval_s,
                std::size_t waves);

    void note_arrival(double time_s, std::size_t wave);
    void note_wish(double time_s, int pieces);
    void note_service(double time_s, int pieces, double wait_s);
    void note_unserved(double time_s);
    void note_nothing_left() { ++record_.found_none; }
    void note_leaving(const Stay& stay);
    /// Once a step, after its events.
    void end_step(double time_s, std::size_t waiting);

    ZoneRecord& zone() { return record_.zone; }
    const StationRecord& record() const { return record_; }

  private:
    std::size_t interval(double time_s);

    StationRecord record_;
    double interval_s_ = 60.0;
    std::uint32_t present_ = 0;
};

}  // namespace gineste
