// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>

#include "scenario/after_line.hpp"
#include "services/service_record.hpp"

namespace gineste {

inline constexpr double kNever = std::numeric_limits<double>::quiet_NaN();

/// The runners at one service at one time, and what is counted of them. Runners are guests of the
/// network, by their index there.
class ServiceState {
  public:
    using Guest = std::uint32_t;

    ServiceState(const ServiceSpec& spec, double interval_s);

    bool has_room() const { return record_.places == 0 || present_ < record_.places; }
    bool has_idle_server() const { return unlimited_ || busy_ + blocked_ < record_.servers; }
    std::size_t queue() const { return line_.size(); }

    void arrive(double now_s);
    void stand_in_line(Guest guest, double now_s);
    Guest take_from_line();
    void begin(double now_s, double arrived_s);
    void end(double now_s);  ///< of somebody's service; then block or leave
    void block(double now_s);
    void unblock(double now_s);
    void leave(double now_s, double arrived_s);
    void depart(double now_s, int seats_used);  ///< a coach

    /// Everything counted, in lists of one length; those still there stay till `end_s`.
    ServiceRecord close(double end_s, std::size_t intervals);

  private:
    std::size_t interval(double time_s);
    void pass_time(double now_s);

    bool unlimited_ = false;
    double interval_s_ = 60.0;
    double since_s_ = 0.0;  ///< up to here time has been counted
    int present_ = 0;
    int busy_ = 0;
    int blocked_ = 0;
    std::deque<Guest> line_;
    ServiceRecord record_;
};

/// "counter", "open", "coaches"
const char* kind_text(ServiceKind kind);

}  // namespace gineste
