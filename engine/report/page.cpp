// SPDX-License-Identifier: Apache-2.0
#include "report/page.hpp"

#include <fmt/format.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "core/contract.hpp"
#include "core/error.hpp"
#include "report/clock_json.hpp"
#include "report/congestion.hpp"
#include "report/packing.hpp"
#include "report/page_columns.hpp"
#include "report/page_data.hpp"
#include "report/page_template.hpp"
#include "report/summary_document.hpp"

namespace gineste {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kPageFormat = 1;  // of the data in the page; viz/src/format knows the same number
constexpr std::string_view kPlaceOfData = "<!-- gineste: data -->";
constexpr std::string_view kBegin = "<!-- gineste: data begin here -->\n";
constexpr std::string_view kEnd = "<!-- gineste: data end here -->";
constexpr std::string_view kLanguageKey = "\"language\":\"";

const char* code_of(Language language) { return language == Language::french ? "fr" : "en"; }

// JSON that stands in a script element: no < that could close it, and no & either, so that it
// reads the same as XML. All of them stand within strings, where \u is allowed.
std::string script_json(const Json& json) {
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string safe;
    safe.reserve(text.size());
    for (const char letter : text) {
        if (letter == '<' || letter == '>' || letter == '&') {
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
        } else {
            safe += letter;
        }
    }
    return safe;
}

std::string block(const char* id, const char* type, const std::string& content) {
    return fmt::format("<script type=\"{}\" id=\"{}\">{}</script>\n", type, id, content);
}

Json data_head(Language language) {
    return {{"format", kPageFormat}, {"language", code_of(language)}};
}

std::string data_block(const Json& data) {
    return block("gineste-data", "application/json", script_json(data));
}

std::string data_blocks(const Record& record, const Findings& findings, std::string_view version,
                        Language language) {
    const PageColumns columns(record);
    Json data = data_head(language);
    data["summary"] = summary_document(record, findings, version);
    data["columns"] = columns.directory();
    data.update(page_data(record));
    std::string blocks = data_block(data);
    blocks += block("gineste-columns", "text/plain", base64(deflated(columns.bytes())));
    const Relief& relief = record.relief;
    if (!relief.tone.empty()) {
        blocks += block("gineste-relief", "text/plain",
                        base64(grey_png(relief.tone, relief.columns, relief.rows)));
    }
    return blocks;
}

// Of "2026-10-24T09:00:00+02:00", since the epoch.
double instant_of_s(const std::string& iso) {
    const auto part = [&iso](std::size_t at, std::size_t length = 2) {
        return std::stoi(iso.substr(at, length));
    };
    const std::chrono::sys_days date = std::chrono::year(part(0, 4)) / part(5) / part(8);
    const int ahead_s = (iso.at(19) == '-' ? -1 : 1) * (part(20) * 3600 + part(23) * 60);
    const int local_s = part(11) * 3600 + part(14) * 60 + part(17);
    return static_cast<double>(date.time_since_epoch().count()) * 86400.0 + local_s - ahead_s;
}

std::string filled_template(const std::string& blocks) {
    EXPECT(has_page());
    std::string page(page_template());
    const std::size_t at = page.find(kPlaceOfData);
    if (at == std::string::npos) throw InternalError("the page has no place for its data");
    std::string marked(kBegin);
    marked += blocks;
    marked += kEnd;
    page.replace(at, kPlaceOfData.size(), marked);
    return page;
}

}  // namespace

bool has_page() { return !page_template().empty(); }

std::string page_html(const Record& record, const Findings& findings, std::string_view version,
                      Language language) {
    return filled_template(data_blocks(record, findings, version, language));
}

std::string study_page_html(const Json& study, Language language) {
    Json data = data_head(language);
    data["study"] = study;
    return filled_template(data_block(data));
}

std::string day_page_html(const Json& day, Language language) {
    Json data = data_head(language);
    data["clock"] = clock_json(day.at("zone"), instant_of_s(day.at("first_gun")));
    data["levels_per_m2"] = {kLightPerM2, kRestrictedPerM2, kPlatoonPerM2, kShufflePerM2,
                             kBreakdownPerM2};
    data["day"] = day;
    return filled_template(data_block(data));
}

std::optional<std::string> renewed_page(const std::string& page, Language language) {
    const std::size_t begin = page.find(kBegin);
    const std::size_t end = page.find(kEnd);
    const std::string format = fmt::format("{{\"format\":{},", kPageFormat);
    if (begin == std::string::npos || end == std::string::npos || end < begin) return std::nullopt;
    std::string blocks = page.substr(begin + kBegin.size(), end - begin - kBegin.size());
    const std::size_t at = blocks.find(format);
    const std::size_t key = blocks.find(kLanguageKey);
    if (at == std::string::npos || key != at + format.size()) return std::nullopt;
    blocks.replace(key + kLanguageKey.size(), 2, code_of(language));
    return filled_template(blocks);
}

}  // namespace gineste
