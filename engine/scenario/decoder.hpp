// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "core/civil_time.hpp"
#include "scenario/keys.hpp"
#include "scenario/problem_list.hpp"
#include "scenario/yaml_tree.hpp"

namespace gineste {

/// What a file is, as messages name it, and the key that it begins with.
struct DocumentKind {
    std::string name = "scenario";
    std::string first_key = "gineste";
};

/// Reads single values of the tree by the rule of their key, remembers where each stood and says
/// what is wrong with those it cannot read. `key` is always the dotted name from the top,
/// `waves[2].gun`; items count from 1.
class Decoder {
  public:
    /// Paths in the scenario itself are relative to `folder`. A path whose key is in `replaced`
    /// need not exist.
    Decoder(ProblemList& problems, std::filesystem::path folder, std::set<std::string> replaced,
            DocumentKind document = {});

    std::optional<double> quantity(const YamlNode& node, const std::string& key, const Rule& rule);
    std::optional<std::string> text(const YamlNode& node, const std::string& key);
    std::optional<std::filesystem::path> path(const YamlNode& node, const std::string& key);
    std::optional<CivilDate> date(const YamlNode& node, const std::string& key);
    std::optional<Zone> zone(const YamlNode& node, const std::string& key);
    /// The index of the word that stands there.
    std::optional<std::size_t> word(const YamlNode& node, const std::string& key,
                                    std::span<const std::string> words);
    /// The children of a mapping, or of a list with as many items as the rule says.
    const std::vector<YamlNode>* mapping(const YamlNode& node, const std::string& key);
    const std::vector<YamlNode>* list(const YamlNode& node, const std::string& key,
                                      const Rule& rule);

    void refuse_unknown(const YamlNode& child, const std::string& parent,
                        std::span<const std::string> known);
    void refuse_missing(const YamlNode& parent_node, const std::string& parent,
                        const KeyInfo& missing);

    void remember(const std::string& key, Spot spot) { spots_.emplace(key, spot); }
    bool has(const std::string& key) const { return spots_.count(key) != 0; }
    /// Given, and read without a problem: what checks between keys may stand on.
    bool is_good(const std::string& key) const { return has(key) && refused_.count(key) == 0; }
    /// Where the value of a key stands, or what holds it where the key itself is absent.
    Spot spot_of(std::string key) const;
    ProblemList& problems() { return problems_; }

  private:
    bool is_scalar(const YamlNode& node, const std::string& key, Kind kind);
    void refuse(const YamlNode& node, const std::string& key, std::string why,
                std::string suggestion);
    std::filesystem::path folder_of(const YamlNode& node) const;

    ProblemList& problems_;
    std::filesystem::path folder_;
    std::set<std::string> replaced_;
    DocumentKind document_;
    std::map<std::string, Spot> spots_;
    std::set<std::string> refused_;  ///< keys whose value could not be read
};

/// "waves[2]" and "gun" make "waves[2].gun".
std::string dotted(const std::string& parent, const std::string& name);

}  // namespace gineste
