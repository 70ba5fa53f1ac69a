// SPDX-License-Identifier: Apache-2.0
#include "scenario/settings.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace gineste {
namespace {

/// One step of a dotted key: "waves[2]" is the name and what stands in the brackets.
struct Step {
    std::string name;
    std::string item;  ///< empty: no brackets
    std::string_view rest;
};

Step first_step(std::string_view key) {
    const std::size_t dot = std::min(key.find('.'), key.size());
    const std::string_view head = key.substr(0, dot);
    const std::string_view rest = dot == key.size() ? "" : key.substr(dot + 1);
    const std::size_t bracket = head.find('[');
    if (bracket == std::string_view::npos || !head.ends_with("]")) {
        return {std::string(head), "", rest};
    }
    return {std::string(head.substr(0, bracket)),
            std::string(head.substr(bracket + 1, head.size() - bracket - 2)), rest};
}

YamlNode& child_of(YamlNode& node, const std::string& name) {
    if (node.kind == YamlNode::Kind::empty) node.kind = YamlNode::Kind::mapping;
    const auto found = std::find_if(node.children.begin(), node.children.end(),
                                    [&](const YamlNode& child) { return child.key == name; });
    if (found != node.children.end()) return *found;
    YamlNode& child = node.children.emplace_back();
    child.spot = child.key_spot = node.spot;
    child.key = name;
    return child;
}

/// The items that the brackets mean, by index; none where there is no such one.
std::vector<std::size_t> items_meant(const YamlNode& list, const std::string& item) {
    std::vector<std::size_t> meant;
    std::size_t number = 0;
    const auto read = std::from_chars(item.data(), item.data() + item.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == item.data() + item.size();
    for (std::size_t k = 0; k < list.children.size(); ++k) {
        if (item == "*" || (whole && number == k + 1)) meant.push_back(k);
    }
    return meant;
}

class Setter {
  public:
    Setter(const ScenarioSetting& setting, ProblemList& problems)
        : setting_(setting), problems_(problems) {}

    void set(YamlNode& node, std::string_view key) const {
        if (key.empty()) {
            node.kind = YamlNode::Kind::scalar;
            node.spot = Spot{};  // of the scenario itself, whichever file stood there
            node.text = setting_.text;
            node.children.clear();
            return;
        }
        const Step step = first_step(key);
        YamlNode& child = child_of(node, step.name);
        if (step.item.empty()) return set(child, step.rest);
        const std::vector<std::size_t> meant = items_meant(child, step.item);
        if (meant.empty()) {
            problems_.add(child.spot, setting_.key + " is to be set",
                          step.name + " has " + std::to_string(child.children.size()) + " items",
                          "Items count from 1; [*] means all of them.");
        }
        for (const std::size_t item : meant) set(child.children[item], step.rest);
    }

  private:
    const ScenarioSetting& setting_;
    ProblemList& problems_;
};

}  // namespace

void apply_settings(YamlNode& scenario, const std::vector<ScenarioSetting>& settings,
                    ProblemList& problems) {
    for (const ScenarioSetting& setting : settings) {
        Setter(setting, problems).set(scenario, setting.key);
    }
}

}  // namespace gineste
