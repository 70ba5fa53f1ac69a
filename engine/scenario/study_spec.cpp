// SPDX-License-Identifier: Apache-2.0
#include "scenario/study_spec.hpp"

#include <optional>
#include <string_view>

#include "scenario/checks.hpp"
#include "scenario/extends.hpp"
#include "scenario/key_search.hpp"
#include "scenario/read_study.hpp"
#include "scenario/tables.hpp"

namespace gineste {
namespace {

constexpr double kMostPoints = 1000000.0;
constexpr double kMostSeeds = 100000.0;
constexpr double kMostSeed = 9007199254740991.0;
constexpr double kMostFactors = 100.0;

/// A list of plain values.
Key<FactorSpec> texts(std::string name, std::vector<std::string> FactorSpec::*member,
                      std::string meaning) {
    KeyInfo info{std::move(name), {Kind::list}, std::move(meaning), "", "", {}, {}, {}};
    return {std::move(info), [member](const YamlNode& node, const std::string& key,
                                      FactorSpec& target, Decoder& decoder) {
                const auto* items = decoder.list(node, key, {Kind::list, 1.0, kMostPoints});
                if (items == nullptr) return;
                for (const YamlNode& item : *items) {
                    if (const auto text = decoder.text(item, key)) {
                        (target.*member).push_back(*text);
                    }
                }
            }};
}

Table<FactorSpec> factor_table() {
    const FactorSpec d;
    return {
        value("key", &FactorSpec::key, d, {Kind::text}, "key of the scenario that varies")
            .required(),
        texts("values", &FactorSpec::values, "values it takes, as a scenario would have them"),
        value("from", &FactorSpec::from, d, {Kind::text}, "least value of a range"),
        value("to", &FactorSpec::to, d, {Kind::text}, "greatest value of a range"),
        value("steps", &FactorSpec::steps, d, {Kind::count, 2.0, kMostPoints},
              "values of the range in a grid, both ends included"),
    };
}

Table<StudySpec> study_table() {
    const StudySpec d;
    return {
        checked<StudySpec>("gineste_study", {Kind::version, 1.0, 1.0}, "version of this format")
            .required(),
        value("name", &StudySpec::name, d, {Kind::text}, "name of the study").required(),
        value("scenario", &StudySpec::scenario, d, {Kind::path}, "the scenario that is varied")
            .required(),
        choice("design", &StudySpec::design, d,
               {{"grid", DesignLaw::grid},
                {"latin_hypercube", DesignLaw::latin_hypercube},
                {"sobol", DesignLaw::sobol}},
               "which points are run"),
        value("points", &StudySpec::points, d, {Kind::count, 2.0, kMostPoints},
              "how many points, of a Latin hypercube or Sobol's sequence"),
        value("design_seed", &StudySpec::design_seed, d, {Kind::count, 0.0, kMostSeed},
              "number from which those points are drawn"),
        value("seeds", &StudySpec::seeds, d, {Kind::count, 1.0, kMostSeeds},
              "races of each point, the same runners at all of them"),
        value("threshold", &StudySpec::threshold_per_m2, d, {Kind::density, 0.01, 10.0},
              "density from which a place counts as crowded"),
        list("factors", &StudySpec::factors, factor_table(), {Kind::list, 1.0, kMostFactors},
             "what varies")
            .required(),
    };
}

/// What the scenario's own table says of each factor's key, and whether its values fit together.
class FactorCheck {
  public:
    FactorCheck(const StudySpec& study, FactorSpec& factor, std::string name, Decoder& decoder)
        : study_(study), factor_(factor), name_(std::move(name)), decoder_(decoder) {}

    void run() const {
        const KeyInfo* key = find_key(factor_.key);
        if (key == nullptr || !key->children.empty() || factor_.key.empty()) {
            refuse("key", key == nullptr ? "no key of a scenario" : "not a single value",
                   key_suggestion(factor_.key));
            return;
        }
        if (key->name == "extends") {
            refuse("key", "the scenario that is varied is one", "Name it with `scenario`.");
            return;
        }
        if (key->name == "seed" || key->name == "behaviour_seed") {
            refuse("key", "every point has the same seeds", "Say how many with `seeds`.");
            return;
        }
        factor_.rule = key->rule;
        factor_.words = key->words;
        const bool range = !factor_.from.empty() || !factor_.to.empty();
        if (range == !factor_.values.empty()) {
            refuse("key", range ? "both a list and a range" : "neither a list nor a range",
                   "Give `values`, or `from` and `to`.");
        } else if (range) {
            check_range();
        }
    }

  private:
    void refuse(const std::string& key, const std::string& why, const std::string& what) const {
        const std::string name = dotted(name_, key);
        decoder_.problems().add(decoder_.spot_of(name), name + " of '" + factor_.key + "'", why,
                                what);
    }

    std::optional<double> end_of(const std::string& key, const std::string& text) const {
        if (text.empty()) {
            refuse(key, "not given", "A range has `from` and `to`.");
            return std::nullopt;
        }
        const auto value = parse_quantity(factor_.rule.kind, text);
        if (!value) {
            refuse(key, "'" + text + "': " + value.why, value.suggestion);
            return std::nullopt;
        }
        return *value;
    }

    void check_range() const {
        if (!is_quantity(factor_.rule.kind)) {
            refuse("from", "the key is no quantity", "Give `values`.");
            return;
        }
        const auto from = end_of("from", factor_.from);
        const auto to = end_of("to", factor_.to);
        if (!from || !to) return;
        if (!(*from < *to)) {
            refuse("to", "an empty range: `from` is not below `to`", "Give a greater `to`.");
        }
        if (study_.design == DesignLaw::grid && factor_.steps == 0) {
            refuse("from", "a range in a grid without `steps`", "Give `steps: 5`.");
        }
        factor_.from_value = *from;
        factor_.to_value = *to;
    }

    const StudySpec& study_;
    FactorSpec& factor_;
    std::string name_;
    Decoder& decoder_;
};

void check(StudySpec& study, Decoder& decoder, ProblemList& problems) {
    const bool grid = study.design == DesignLaw::grid;
    if (!grid && study.points == 0 && decoder.is_good("design")) {
        problems.add(decoder.spot_of("design"), "the design has no `points`",
                     "a Latin hypercube and Sobol's sequence have as many as one asks for",
                     "Give `points: 64`.");
    }
    if (grid && study.points != 0) {
        problems.add(decoder.spot_of("points"), "points is given for a grid",
                     "a grid has as many as its factors make", "Remove it.");
    }
    for (std::size_t k = 0; k < study.factors.size(); ++k) {
        const std::string name = "factors[" + std::to_string(k + 1) + "]";
        if (decoder.is_good(dotted(name, "key"))) {
            FactorCheck(study, study.factors[k], name, decoder).run();
        }
        for (std::size_t other = 0; other < k; ++other) {
            if (study.factors[other].key != study.factors[k].key) continue;
            problems.add(decoder.spot_of(name), name + " varies '" + study.factors[k].key + "'",
                         "so does factors[" + std::to_string(other + 1) + "]", "Keep one.");
        }
    }
}

}  // namespace

StudySpec load_study(const std::filesystem::path& file) {
    static const Table<StudySpec> table = study_table();
    return read_study(file, table, [](StudySpec& study, Decoder& decoder) {
        check(study, decoder, decoder.problems());
    });
}

const KeyInfo& study_keys() {
    static const KeyInfo root{"", {Kind::section},     "keys of a scenario that vary", "", "", {},
                              {}, infos(study_table())};
    return root;
}

}  // namespace gineste
