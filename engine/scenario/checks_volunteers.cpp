// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/quantity.hpp"
#include "core/text.hpp"
#include "scenario/checks.hpp"

namespace gineste {
namespace {

void check_risk_index(double index, const std::string& key, const Decoder& decoder,
                      ProblemList& problems) {
    if (!decoder.is_good(key)) return;
    const bool known = std::any_of(std::begin(kRisSteps), std::end(kRisSteps),
                                   [&](double step) { return std::abs(index - step) < 1e-9; });
    if (known) return;
    problems.add(decoder.spot_of(key), key + " is " + number_text(index),
                 "the risk grid knows 0.25, 0.3, 0.35 and 0.4", "Write one of these four.");
}

void check_hours(const PostSpec& post, const std::string& key, const Scenario& scenario,
                 const Decoder& decoder, ProblemList& problems) {
    if (post.begin_s) check_clock(*post.begin_s, key + ".begin", decoder, scenario, problems);
    if (post.end_s) check_clock(*post.end_s, key + ".end", decoder, scenario, problems);
    if (!post.begin_s || !post.end_s || *post.end_s > *post.begin_s) return;
    problems.add(decoder.spot_of(key + ".end"), key + ".end is '" + clock_text(*post.end_s) + "'",
                 "the post begins at " + clock_text(*post.begin_s),
                 "Let it end after it has begun, on the same day.");
}

void check_load(const PostSpec& post, const std::string& key, const Scenario& scenario,
                const Decoder& decoder, ProblemList& problems) {
    if (decoder.has(key + ".at") != decoder.has(key + ".rate")) {
        const bool at = decoder.has(key + ".at");
        problems.add(decoder.spot_of(key + (at ? ".at" : ".rate")),
                     key + " has " + (at ? "`at` without `rate`" : "`rate` without `at`"),
                     "hands follow from the runners who pass and what one hand can do",
                     at ? "Add `rate: 20 /min`." : "Add `at: finish`.");
    } else if (!decoder.has(key + ".at") && !decoder.has(key + ".hands")) {
        problems.add(decoder.spot_of(key), key + " has neither `hands` nor `at` and `rate`",
                     "how many it needs would be a guess", "Add `hands: 4`.");
    }
    const auto& length_m = scenario.course.length_m;
    const bool beyond = post.at_m && !std::isinf(*post.at_m) && length_m && *post.at_m > *length_m;
    if (!beyond) return;
    problems.add(decoder.spot_of(key + ".at"), key + ".at is " + length_text(*post.at_m),
                 "the course ends at " + length_text(*length_m), "Write `at: finish`.");
}

}  // namespace

void check_medical(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (!scenario.medical) return;
    check_risk_index(scenario.medical->p2, "medical.p2", decoder, problems);
    check_risk_index(scenario.medical->e1, "medical.e1", decoder, problems);
    check_risk_index(scenario.medical->e2, "medical.e2", decoder, problems);
    const bool more = scenario.medical->serious_per_1000 > scenario.medical->encounters_per_1000;
    if (!more) return;
    const bool serious = decoder.has("medical.serious_per_1000");
    problems.add(
        decoder.spot_of(serious ? "medical.serious_per_1000" : "medical.encounters_per_1000"),
        "medical.serious_per_1000 is " + number_text(scenario.medical->serious_per_1000),
        "of all encounters there are only " + number_text(scenario.medical->encounters_per_1000) +
            " for 1,000",
        "Serious ones are part of them.");
}

void check_volunteers(const Scenario& scenario, const Decoder& decoder, ProblemList& problems) {
    if (!scenario.volunteers) return;
    const auto& posts = scenario.volunteers->posts;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const std::string key = item_key("volunteers.posts", i);
        check_hours(posts[i], key, scenario, decoder, problems);
        check_load(posts[i], key, scenario, decoder, problems);
    }
}

}  // namespace gineste
