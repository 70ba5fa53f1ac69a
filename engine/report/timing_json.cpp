// SPDX-License-Identifier: Apache-2.0
#include "report/timing_json.hpp"

#include <nlohmann/json.hpp>

namespace gineste {

std::string timing_json(const EngineRecord& engine) {
    const nlohmann::ordered_json timing = {{"threads", engine.threads},
                                           {"simulation_s", engine.simulation_s},
                                           {"phases",
                                            {{"release_s", engine.phases.release_s},
                                             {"move_s", engine.phases.move_s},
                                             {"serve_s", engine.phases.serve_s},
                                             {"reorder_s", engine.phases.reorder_s},
                                             {"tick_s", engine.phases.tick_s}}},
                                           {"move_parts",
                                            {{"pace_s", engine.move_parts.pace_s},
                                             {"steer_s", engine.move_parts.steer_s},
                                             {"jostle_s", engine.move_parts.jostle_s},
                                             {"observe_s", engine.move_parts.observe_s},
                                             {"order_s", engine.move_parts.order_s}}}};
    return timing.dump(2) + "\n";
}

}  // namespace gineste
