// SPDX-License-Identifier: Apache-2.0
#include "scenario/yaml_tree.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

#include "core/text.hpp"

namespace gineste {
namespace {

constexpr std::size_t kMostYamlBytes = 1024 * 1024;
constexpr std::size_t kMostScalarBytes = 64 * 1024;
constexpr std::size_t kMostNodes = 100'000;
constexpr std::size_t kMostDepth = 32;
constexpr std::size_t kMostRefusedFeatures = 10;  // anchors and the like; a bomb has hundreds

// Thrown through the parser to stop it; what is wrong has been said.
struct StopReading {};

// Builds the tree from the parser's events. yaml-cpp's own nodes are never made: they let anchors
// tie cycles, keep the first of two equal keys and read 010 as eight.
class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(std::string_view text, ProblemList& problems) : text_(text), problems_(problems) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 1) return;
        const bool marked = text_.substr(offset_of(mark)).starts_with("---");
        problems_.add(spot_of(mark), marked ? "a second document begins" : "the document has ended",
                      "one file is one scenario",
                      marked ? "Put it into a file of its own." : "Check the indentation.");
        throw StopReading{};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        if (is_expecting_key()) {
            refuse_key(mark, "a key is empty");
            return;
        }
        put(new_node(YamlNode::Kind::empty, mark));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse_alias(mark);
        if (is_expecting_key()) {
            open_.back().key = PendingKey{"", spot_of(mark), PendingKey::Use::drop};
            return;
        }
        put(new_node(YamlNode::Kind::refused, mark));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                  const std::string& value) override {
        check_tag(mark, tag);
        check_quotes(mark, tag);
        check_escapes(mark, value);
        if (value.size() > kMostScalarBytes) {
            problems_.add(spot_of(mark), "a value is longer than 64 KiB", "no value needs as much",
                          "Check the quotes and indentation from here on.");
            throw StopReading{};
        }
        if (is_expecting_key()) {
            take_key(mark, value);
            return;
        }
        YamlNode node = new_node(YamlNode::Kind::scalar, mark);
        node.text = value;
        put(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, YamlNode::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, YamlNode::Kind::mapping);
    }
    void OnMapEnd() override { close(); }

    void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
        refuse_feature(spot_of(mark), "anchor '&" + name + "'",
                       "anchors are not part of the format", "Write the value out.");
    }

    /// For the parser's own exception about an alias that names nothing.
    void refuse_alias(const YAML::Mark& mark) {
        refuse_feature(spot_of(mark), "an alias stands here", "aliases are not part of the format",
                       "Write the value out, or put quotes around a text that begins with *.");
    }
    Spot spot_of(const YAML::Mark& mark) { return problems_.spot_of_byte(offset_of(mark)); }
    std::size_t offset_of(const YAML::Mark& mark) const {
        const auto offset = static_cast<std::size_t>(mark.pos < 0 ? 0 : mark.pos);
        return offset < text_.size() ? offset : text_.size();
    }
    YamlNode take_root() { return std::move(root_); }

  private:
    // A key whose value comes next. The value of a repeated key is dropped: the first one stands.
    struct PendingKey {
        std::string name;
        Spot spot;
        enum class Use { keep, drop } use = Use::keep;
    };
    struct Open {
        YamlNode node;
        std::set<std::string> keys;
        std::optional<PendingKey> key;
    };

    bool is_expecting_key() const {
        return !open_.empty() && open_.back().node.kind == YamlNode::Kind::mapping &&
               !open_.back().key;
    }

    void refuse_feature(Spot spot, std::string problem, std::string why, std::string suggestion) {
        problems_.add(spot, std::move(problem), std::move(why), std::move(suggestion));
        if (++refused_features_ == kMostRefusedFeatures) throw StopReading{};
    }

    YamlNode new_node(YamlNode::Kind kind, const YAML::Mark& mark) {
        if (++nodes_ > kMostNodes) {
            problems_.add(spot_of(mark), "more than 100,000 values", "no scenario needs as many",
                          "Move long lists into a CSV file.");
            throw StopReading{};
        }
        YamlNode node;
        node.kind = kind;
        node.spot = spot_of(mark);
        return node;
    }

    // The parser says "?" for a plain value and "!" for a quoted one; all else the user wrote.
    void check_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        refuse_feature(spot_of(mark), "a tag stands here", "tags are not part of the format",
                       "Take the !... away; every key knows its own type.");
    }

    // yaml-cpp takes 'abc without its closing quote for the rest of the file.
    void check_quotes(const YAML::Mark& mark, const std::string& tag) {
        const std::size_t begin = offset_of(mark);
        if (tag != "!" || begin >= text_.size()) return;
        const char quote = text_[begin];
        if (quote != '\'' && quote != '"') return;
        for (std::size_t at = begin + 1; at < text_.size(); ++at) {
            const std::string_view rest = text_.substr(at);
            const bool escaped = quote == '"' ? rest.front() == '\\' : rest.starts_with("''");
            if (escaped) {
                ++at;
            } else if (rest.front() == quote) {
                return;
            }
        }
        problems_.add(spot_of(mark), "a quote opens here and never closes",
                      "the value would take the rest of the file", "Close the quote.");
        throw StopReading{};
    }

    // "\x1b" brings into a value what the text itself was refused for.
    void check_escapes(const YAML::Mark& mark, const std::string& value) {
        const auto fault = find_text_fault(value);
        if (!fault) return;
        problems_.add(spot_of(mark), "an escape makes a value of " + fault->what,
                      "values are printed, and name files", "Take the escape away.");
        throw StopReading{};
    }

    void take_key(const YAML::Mark& mark, const std::string& name) {
        Open& mapping = open_.back();
        const bool repeated = !mapping.keys.insert(name).second;
        if (repeated) {
            problems_.add(spot_of(mark), "key '" + name + "' stands here a second time",
                          "which of the two counts would be a guess", "Keep one of them.");
        }
        mapping.key = PendingKey{name, spot_of(mark),
                                 repeated ? PendingKey::Use::drop : PendingKey::Use::keep};
    }

    [[noreturn]] void refuse_key(const YAML::Mark& mark, const char* problem) {
        problems_.add(spot_of(mark), problem, "a key is one of the words of the format",
                      "Check colons, dashes and brackets around here.");
        throw StopReading{};
    }

    void open(const YAML::Mark& mark, const std::string& tag, YamlNode::Kind kind) {
        if (is_expecting_key())
            refuse_key(mark, "a bracket opens where a key belongs, or never closes");
        check_tag(mark, tag);
        if (open_.size() == kMostDepth) {
            problems_.add(spot_of(mark), "more than 32 levels deep", "a scenario has five",
                          "Check the brackets and the indentation.");
            throw StopReading{};
        }
        open_.push_back({new_node(kind, mark), {}, {}});
    }

    void close() {
        YamlNode node = std::move(open_.back().node);
        open_.pop_back();
        put(std::move(node));
    }

    void put(YamlNode node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = open_.back();
        if (parent.key) {
            const PendingKey key = *std::exchange(parent.key, std::nullopt);
            if (key.use == PendingKey::Use::drop) return;
            // The parser places an empty value at whatever comes next, which misleads.
            if (node.kind == YamlNode::Kind::empty) node.spot = key.spot;
            node.key = key.name;
            node.key_spot = key.spot;
        }
        parent.node.children.push_back(std::move(node));
    }

    std::string_view text_;
    ProblemList& problems_;
    std::vector<Open> open_;
    YamlNode root_;
    std::size_t nodes_ = 0;
    std::size_t refused_features_ = 0;
    int documents_ = 0;
};

bool is_plain_text(std::string_view text, ProblemList& problems) {
    if (text.size() > kMostYamlBytes) {
        problems.add(problems.spot_of_byte(0), "the file is larger than 1 MiB",
                     "no scenario needs as much",
                     "Keep lists of entrants and sections in CSV files.");
        return false;
    }
    if (const auto fault = find_text_fault(text)) {
        problems.add(problems.spot_of_byte(fault->offset), fault->what,
                     "a scenario is UTF-8 text without control characters",
                     "Save the file as UTF-8.");
        return false;
    }
    return true;
}

// The parser's words for its states, in those of somebody who writes a file.
std::string why_not_yaml(const std::string& message, std::string_view line) {
    const std::size_t indentation = std::min(line.find_first_not_of(" \t"), line.size());
    if (line.substr(0, indentation).find('\t') != std::string_view::npos) {
        return "a tab indents this line, and YAML takes blanks only";
    }
    static const std::array<std::pair<std::string_view, const char*>, 6> kWords{{
        {YAML::ErrorMsg::MAP_VALUE, "a colon begins a value where none can stand"},
        {YAML::ErrorMsg::FLOW_END, "a bracket closes that never opened"},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, "no value begins with this character outside quotes"},
        {YAML::ErrorMsg::EOF_IN_SCALAR, "a quote opens and never closes"},
        {YAML::ErrorMsg::END_OF_MAP, "it does not fit the keys around it"},
        {YAML::ErrorMsg::END_OF_SEQ, "it does not fit the list around it"},
    }};
    for (const auto& [theirs, ours] : kWords) {
        if (message == theirs) return ours;
    }
    return message.empty() ? "it cannot be read" : message;
}

void read_documents(std::string_view text, TreeBuilder& builder, ProblemList& problems) {
    std::istringstream stream{std::string(text)};
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const YAML::Exception& error) {
        if (error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR) {
            builder.refuse_alias(error.mark);
        } else {
            const Spot spot = builder.spot_of(error.mark);
            problems.add(spot, "this is not YAML",
                         why_not_yaml(error.msg, problems.line_text(spot)),
                         "Check indentation, quotes, brackets and colons here and just above.");
        }
        throw StopReading{};
    }
}

}  // namespace

std::optional<YamlNode> read_yaml(std::string_view text, ProblemList& problems) {
    if (!is_plain_text(text, problems)) return std::nullopt;
    TreeBuilder builder(text, problems);
    try {
        read_documents(text, builder, problems);
    } catch (const StopReading&) {
        return std::nullopt;
    }
    return builder.take_root();
}

}  // namespace gineste
