// SPDX-License-Identifier: Apache-2.0
#include "scenario/extends.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostFiles = 8;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::streamsize kMostBytes =
    1024 * 1024 + 1;  // one more than allowed is enough to refuse

using Nodes = std::vector<YamlNode>;

Nodes::iterator find_node(Nodes& nodes, const std::string& key) {
    return std::find_if(nodes.begin(), nodes.end(),
                        [&](const YamlNode& node) { return node.key == key; });
}

const std::string* name_of(const YamlNode& item) {
    for (const YamlNode& child : item.children) {
        if (child.key == "name" && child.kind == YamlNode::Kind::scalar) return &child.text;
    }
    return nullptr;
}

/// Lays what one file says over what the file below it says.
class Patching {
  public:
    explicit Patching(ProblemList& problems) : problems_(problems) {}

    void lay_over(YamlNode& base, YamlNode patch) {
        const bool by_key = patch.kind == YamlNode::Kind::mapping;
        if (by_key && base.kind == YamlNode::Kind::mapping) {
            for (YamlNode& child : patch.children) lay_key(base.children, std::move(child));
        } else if (by_key && base.kind == YamlNode::Kind::list) {
            for (YamlNode& child : patch.children) lay_item(base.children, std::move(child));
        } else {
            base = std::move(patch);
            return;
        }
        base.spot = patch.spot;
        base.key_spot = patch.key_spot;
    }

  private:
    void lay_key(Nodes& base, YamlNode patch) {
        const auto found = find_node(base, patch.key);
        if (found == base.end()) {
            base.push_back(std::move(patch));
        } else if (patch.kind == YamlNode::Kind::empty) {
            base.erase(found);
        } else {
            lay_over(*found, std::move(patch));
        }
    }

    void lay_item(Nodes& items, YamlNode patch) {
        const auto has_name = [&](const YamlNode& item) {
            const std::string* name = name_of(item);
            return name != nullptr && *name == patch.key;
        };
        const auto found = std::find_if(items.begin(), items.end(), has_name);
        if (found == items.end()) {
            add_item(items, std::move(patch));
        } else if (std::any_of(std::next(found), items.end(), has_name)) {
            problems_.add(patch.key_spot, "two items below are called '" + patch.key + "'",
                          "which of the two is meant would be a guess",
                          "Write the whole list, each item with a dash.");
        } else if (patch.kind == YamlNode::Kind::empty) {
            items.erase(found);
        } else if (patch.kind == YamlNode::Kind::mapping) {
            lay_over(*found, std::move(patch));
        } else {
            problems_.add(patch.spot, "'" + patch.key + "' has no keys",
                          "items of a list are changed key by key",
                          "Write the keys that change, or nothing, which takes the item away.");
        }
    }

    void add_item(Nodes& items, YamlNode patch) {
        if (patch.kind != YamlNode::Kind::mapping) {
            problems_.add(patch.key_spot, "no item below is called '" + patch.key + "'",
                          "there is nothing to take away or to change", meant(items, patch.key));
            return;
        }
        if (name_of(patch) == nullptr) {
            YamlNode name;
            name.kind = YamlNode::Kind::scalar;
            name.spot = name.key_spot = patch.key_spot;
            name.key = "name";
            name.text = patch.key;
            patch.children.push_back(std::move(name));
        }
        items.push_back(std::move(patch));
    }

    static std::string meant(const Nodes& items, const std::string& wanted) {
        std::vector<std::string> names;
        for (const YamlNode& item : items) {
            if (const std::string* name = name_of(item)) names.push_back(*name);
        }
        if (const auto nearest = nearest_word(wanted, names)) {
            return "Did you mean '" + *nearest + "'?";
        }
        return names.empty() ? "Its items have no names: write the whole list."
                             : "It has '" + joined(names, "', '") + "'.";
    }

    ProblemList& problems_;
};

/// Follows a chain of `extends` down to the file that extends nothing.
class Chain {
  public:
    Chain(Extended& extended, ProblemList& problems) : extended_(extended), problems_(problems) {}

    std::optional<YamlNode> read(const std::filesystem::path& file) {
        std::optional<YamlNode> tree = read_yaml(problems_.latest_text(), problems_);
        if (!tree || tree->kind != YamlNode::Kind::mapping) return tree;
        const auto extends = find_node(tree->children, "extends");
        if (extends == tree->children.end()) return tree;
        const YamlNode asked = *extends;
        tree->children.erase(extends);
        const auto below = file_below(file, asked);
        if (!below) return std::nullopt;
        extended_.files.push_back(*below);
        const std::string text = read_scenario_file(*below);
        problems_.open_source(std::string(without_byte_order_mark(text)), below->string());
        std::optional<YamlNode> base = read(*below);
        if (!base) return std::nullopt;
        Patching(problems_).lay_over(*base, std::move(*tree));
        return base;
    }

  private:
    std::optional<std::filesystem::path> refuse(const YamlNode& asked, std::string why,
                                                std::string suggestion) {
        problems_.add(asked.spot, "extends is '" + asked.text + "'", std::move(why),
                      std::move(suggestion));
        return std::nullopt;
    }

    std::optional<std::filesystem::path> file_below(const std::filesystem::path& file,
                                                    const YamlNode& asked) {
        if (asked.kind != YamlNode::Kind::scalar || asked.text.empty()) {
            problems_.add(asked.spot, "extends names no file", "one scenario can stand on another",
                          "Write `extends: other.yaml`, or take the key away.");
            return std::nullopt;
        }
        const auto below = (file.parent_path() / asked.text).lexically_normal();
        std::error_code fault;
        if (!std::filesystem::is_regular_file(below, fault)) {
            return refuse(asked, "no such file: " + below.string(),
                          "Paths start from the folder of the file they stand in.");
        }
        const auto is_below = [&](const std::filesystem::path& other) {
            return std::filesystem::equivalent(other, below, fault);
        };
        const auto& files = extended_.files;
        if (is_below(extended_.file) || std::any_of(files.begin(), files.end(), is_below)) {
            return refuse(asked, "the chain comes back to a file it began with",
                          "Let it end at a scenario that extends nothing.");
        }
        if (files.size() + 1 == kMostFiles) {
            return refuse(asked, "the chain is longer than 8 files",
                          "Let it stand on a scenario nearer to the end.");
        }
        return below;
    }

    Extended& extended_;
    ProblemList& problems_;
};

}  // namespace

std::optional<YamlNode> read_extended(Extended& extended, ProblemList& problems) {
    return Chain(extended, problems).read(extended.file);
}

void require_file(const std::filesystem::path& file) {
    std::error_code fault;
    if (!std::filesystem::exists(file, fault)) throw MissingInput(file, "no such file");
    if (!std::filesystem::is_regular_file(file, fault)) throw MissingInput(file, "not a file");
}

std::string read_scenario_file(const std::filesystem::path& file) {
    require_file(file);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw MissingInput(file, "cannot be opened");
    std::string text(static_cast<std::size_t>(kMostBytes), '\0');
    stream.read(text.data(), kMostBytes);
    if (stream.bad()) throw MissingInput(file, "cannot be read");
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

std::string_view without_byte_order_mark(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return text;
}

}  // namespace gineste
