// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
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

void check_fade(const FieldSpec& field, const Decoder& decoder, ProblemList& problems) {
    const std::string from = "field.drift_from";
    const std::string to = "field.drift_to";
    for (const std::string& key : {from, to}) {
        if (decoder.has(key) && !decoder.is_good(key)) return;
    }
    if (field.drift_to - field.drift_from >= 0.01) return;
    problems.add(decoder.spot_of(decoder.has(to) ? to : from),
                 from + " is " + number_text(field.drift_from),
                 to + " is " + number_text(field.drift_to) + ", and a fall takes 1 % at least",
                 "Let the fall begin before it ends.");
}

void check_quantiles(const TimeDistribution& law, const std::string& key, const Decoder& decoder,
                     ProblemList& problems) {
    if (!decoder.is_good(key + ".quantiles")) return;
    for (const char* other : {".median", ".spread", ".shift"}) {
        if (!decoder.has(key + other)) continue;
        problems.add(decoder.spot_of(key + other), key + other + " is given beside `quantiles`",
                     "those are the whole distribution", "Take it away, or the quantiles.");
    }
    for (std::size_t k = 1; k < law.quantiles.size(); ++k) {
        const TimeQuantile& before = law.quantiles[k - 1];
        const TimeQuantile& here = law.quantiles[k];
        if (here.share > before.share && here.time_s > before.time_s) continue;
        const std::string item = key + ".quantiles[" + std::to_string(k + 1) + "]";
        if (!decoder.is_good(item)) continue;
        problems.add(decoder.spot_of(item), item + " is not above the one before",
                     "more runners take at most a longer time", "List them from fast to slow.");
    }
}

// A wave has no law of its own to fall back on.
void check_wave_law(const TimeDistribution& law, const std::string& key, const Decoder& decoder,
                    ProblemList& problems) {
    if (!decoder.is_good(key)) return;
    check_quantiles(law, key, decoder, problems);
    const bool has_both = decoder.has(key + ".median") && decoder.has(key + ".spread");
    if (has_both || decoder.has(key + ".quantiles")) return;
    problems.add(decoder.spot_of(key), key + " is half a distribution",
                 "it has neither `quantiles` nor both `median` and `spread`",
                 "Give one or the other.");
}

}  // namespace

void check_time_laws(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    check_quantiles(scenario.field.men, "field.men", decoder, problems);
    check_quantiles(scenario.field.women, "field.women", decoder, problems);
    for (std::size_t w = 0; w < scenario.waves.size(); ++w) {
        const WaveSpec& wave = scenario.waves[w];
        const std::string key = item_key("waves", w);
        if (wave.men) check_wave_law(*wave.men, key + ".men", decoder, problems);
        if (wave.women) check_wave_law(*wave.women, key + ".women", decoder, problems);
    }
}

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
    for (std::size_t w = 0; w < scenario.waves.size() && law_known; ++w) {
        const bool by_time = field.law == AbilityLaw::log_normal;
        check_unused(item_key("waves", w) + ".men", by_time, "log_normal", decoder, problems);
        check_unused(item_key("waves", w) + ".women", by_time, "log_normal", decoder, problems);
    }
    check_fade(field, decoder, problems);
    check_cut(field.pace_s_per_km, "field.pace", decoder, problems);
    check_cut(field.speed_mps, "field.speed", decoder, problems);
    check_time_laws(scenario, decoder, problems);
}

}  // namespace gineste
