// SPDX-License-Identifier: Apache-2.0
#include "scenario/other_document.hpp"

#include <algorithm>
#include <string>

#include "core/text.hpp"

namespace gineste {
namespace {

struct KindOfFile {
    std::string_view first_key;
    const char* name;
    const char* remedy;
};

constexpr KindOfFile kKinds[] = {
    {"gineste", "the scenario of one race",
     "run it with `gineste run`; days and studies name it as `scenario`"},
    {"gineste_day", "a race day", "run it with `gineste day`"},
    {"gineste_study", "a study that varies keys", "run it with `gineste sweep run`"},
    {"gineste_optimise", "a search for waves", "run it with `gineste optimise`"},
};

const YamlNode* find_top_key(const YamlNode& tree, std::string_view key) {
    const auto found = std::find_if(tree.children.begin(), tree.children.end(),
                                    [&](const YamlNode& child) { return child.key == key; });
    return found == tree.children.end() ? nullptr : &*found;
}

}  // namespace

void refuse_other_document(const YamlNode& tree, std::string_view first_key,
                           ProblemList& problems) {
    if (find_top_key(tree, first_key) != nullptr) return;
    for (const KindOfFile& kind : kKinds) {
        const YamlNode* key = find_top_key(tree, kind.first_key);
        if (key == nullptr) continue;
        // `gineste check` and `course` look at the first key alone.
        const bool first = key == &tree.children.front();
        const std::string remedy =
            first ? capitalised(kind.remedy) : std::string("Put that key first and ") + kind.remedy;
        problems.add(key->key_spot, std::string("this is ") + kind.name,
                     "it has the key `" + key->key + "`", remedy + ".");
        problems.raise();
    }
}

}  // namespace gineste
