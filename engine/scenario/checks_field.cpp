// SPDX-License-Identifier: Apache-2.0
#include "scenario/checks.hpp"

namespace gineste {
namespace {

// A value that its law never looks at would be ignored in silence.
void check_unused(const std::string& key, bool used, const std::string& law, const Decoder& decoder,
                  ProblemList& problems) {
    if (used || !decoder.has(key) || !decoder.is_good(key)) return;
    problems.add(decoder.spot_of(key), key + " is given",
                 "only `law: " + law + "` would look at it", "Take it away, or choose that law.");
}

void check_cut(const CutNormal& law, const std::string& key, const Decoder& decoder,
               ProblemList& problems) {
    if (!decoder.is_good(key)) return;
    for (const char* part : {".mean", ".sd", ".least", ".most"}) {
        if (decoder.has(key + part) && !decoder.is_good(key + part)) return;
    }
    if (law.least < law.most && law.least <= law.mean && law.mean <= law.most) return;
    problems.add(decoder.spot_of(key), key + " has its mean outside `least` and `most`",
                 "nobody would be drawn from it", "Put least below the mean and most above.");
}

}  // namespace

void check_field(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    const FieldSpec& field = scenario.field;
    const bool law_known = !decoder.has("field.law") || decoder.is_good("field.law");
    if (law_known) {
        const bool by_time = field.law == AbilityLaw::log_normal;
        check_unused("field.men", by_time, "log_normal", decoder, problems);
        check_unused("field.women", by_time, "log_normal", decoder, problems);
        check_unused("field.pace", field.law == AbilityLaw::normal_pace, "normal_pace", decoder,
                     problems);
        check_unused("field.speed", field.law == AbilityLaw::normal_speed, "normal_speed", decoder,
                     problems);
    }
    check_cut(field.pace_s_per_km, "field.pace", decoder, problems);
    check_cut(field.speed_mps, "field.speed", decoder, problems);
}

}  // namespace gineste
