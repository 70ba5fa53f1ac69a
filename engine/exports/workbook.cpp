// SPDX-License-Identifier: Apache-2.0
// Written by hand: libxlsxwriter 1.1, Debian's, writes through temporary files without looking at
// whether that works, and on a full disk leaves a sheet cut short and reports success.
#include "exports/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/contract.hpp"
#include "core/text.hpp"
#include "exports/zip_file.hpp"

namespace gineste {
namespace {

constexpr const char* kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kLinks =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006";
constexpr int kHeadingStyle = 1;
constexpr int kFirstStyle = 2;  // of the formats, in their order

/// How a Format is shown: the number format's code, and the width in characters it needs.
struct Show {
    const char* code;
    double width;
};
// "@" keeps a text a text even where somebody edits the cell.
constexpr std::array<Show, 9> kShows = {{{"@", 12.0},
                                         {"General", 10.0},
                                         {"#,##0", 9.0},
                                         {"#,##0.0", 10.0},
                                         {"0.000", 10.0},
                                         {"0.00", 9.0},
                                         {"0.0%", 9.0},
                                         {"hh:mm:ss", 10.0},
                                         {"[h]:mm:ss", 10.0}}};
constexpr double kWidestText = 44.0;

// "A" ... "Z", "AA" ...
std::string letters_of(std::size_t column) {
    std::string letters(1, static_cast<char>('A' + column % 26));
    return column < 26 ? letters : letters_of(column / 26 - 1) + letters;
}

double stored(double value, Format format, const LocalClock& clock) {
    switch (format) {
        case Format::km:
            return value / 1000.0;
        case Format::clock:
            return spreadsheet_day(clock, value);
        case Format::duration:
            return std::round(value) / 86400.0;
        default:
            return value;
    }
}

void append_text(std::string& xml, const std::string& place, int style, const std::string& text) {
    xml += fmt::format(
        "<c r=\"{}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t>"
        "</is></c>",
        place, style, xml_text(text));
}

void append_cell(std::string& xml, const std::string& place, const Value& value, Format format,
                 const LocalClock& clock) {
    const int style = kFirstStyle + static_cast<int>(format);
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (!text->empty()) append_text(xml, place, kFirstStyle, *text);
        return;
    }
    const double number = stored(std::get<double>(value), format, clock);
    if (!std::isfinite(number)) return;
    xml += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", place, style, number);
}

// As wide as the longest text, within reason; headings are broken into lines.
double width_of(const Worksheet& sheet, std::size_t column) {
    double width = kShows[static_cast<std::size_t>(sheet.columns[column].format)].width;
    for (const auto& row : sheet.rows) {
        if (const auto* text = std::get_if<std::string>(&row[column])) {
            width = std::max(width, static_cast<double>(count_characters(*text)) + 2.0);
        }
    }
    return std::min(width, kWidestText);
}

std::string columns_xml(const Worksheet& sheet) {
    std::string xml = "<cols>";
    for (std::size_t k = 0; k < sheet.columns.size(); ++k) {
        xml += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", k + 1,
                           width_of(sheet, k));
    }
    return xml + "</cols>";
}

std::string rows_xml(const Worksheet& sheet, const LocalClock& clock) {
    std::vector<std::string> letters;
    std::string xml = "<sheetData><row r=\"1\">";
    for (std::size_t k = 0; k < sheet.columns.size(); ++k) {
        letters.push_back(letters_of(k));
        append_text(xml, letters[k] + "1", kHeadingStyle, sheet.columns[k].heading);
    }
    xml += "</row>";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        EXPECT(sheet.rows[row].size() == sheet.columns.size());
        const std::string number = std::to_string(row + 2);
        xml += "<row r=\"" + number + "\">";
        for (std::size_t k = 0; k < sheet.columns.size(); ++k) {
            append_cell(xml, letters[k] + number, sheet.rows[row][k], sheet.columns[k].format,
                        clock);
        }
        xml += "</row>";
    }
    return xml + "</sheetData>";
}

std::string sheet_xml(const Worksheet& sheet, const LocalClock& clock) {
    return fmt::format(
        "{}<worksheet xmlns=\"{}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
        "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>{}{}"
        "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
        kXml, kMain, columns_xml(sheet), rows_xml(sheet, clock));
}

std::string styles_xml() {
    std::string codes;
    std::string formats;
    for (std::size_t k = 0; k < kShows.size(); ++k) {
        codes +=
            fmt::format("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 164 + k, kShows[k].code);
        formats += fmt::format(
            "<xf numFmtId=\"{}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
            "applyNumberFormat=\"1\"/>",
            164 + k);
    }
    return fmt::format(
        "{}<styleSheet xmlns=\"{}\"><numFmts count=\"{}\">{}</numFmts>"
        "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
        "<fill><patternFill patternType=\"gray125\"/></fill>"
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE6ECF2\"/></patternFill></fill>"
        "</fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
        "borderId=\"0\"/></cellStyleXfs><cellXfs count=\"{}\">"
        "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" "
        "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>{}</cellXfs>"
        "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
        "</cellStyles></styleSheet>",
        kXml, kMain, kShows.size(), codes, kFirstStyle + kShows.size(), formats);
}

std::string workbook_xml(const std::vector<Worksheet>& sheets) {
    std::string list;
    std::string titles;  // the heading row on every page in print
    for (std::size_t k = 0; k < sheets.size(); ++k) {
        const std::string name = xml_text(sheets[k].name);
        list += fmt::format("<sheet name=\"{0}\" sheetId=\"{1}\" r:id=\"rId{1}\"/>", name, k + 1);
        titles += fmt::format(
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{}\">'{}'!$1:$1"
            "</definedName>",
            k, name);
    }
    return fmt::format(
        "{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>{}</sheets><definedNames>{}"
        "</definedNames></workbook>",
        kXml, kMain, kLinks, list, titles);
}

std::string link_xml(const std::string& id, const std::string& type, const std::string& target) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"/>", id, type, target);
}

std::string links_xml(const std::string& links) {
    return fmt::format("{}<Relationships xmlns=\"{}/relationships\">{}</Relationships>", kXml,
                       kPackage, links);
}

std::string workbook_links_xml(std::size_t sheets) {
    std::string links;
    for (std::size_t k = 1; k <= sheets; ++k) {
        links += link_xml(fmt::format("rId{}", k), std::string(kLinks) + "/worksheet",
                          fmt::format("worksheets/sheet{}.xml", k));
    }
    return links_xml(links + link_xml("styles", std::string(kLinks) + "/styles", "styles.xml"));
}

std::string package_links_xml() {
    return links_xml(
        link_xml("workbook", std::string(kLinks) + "/officeDocument", "xl/workbook.xml") +
        link_xml("core", std::string(kPackage) + "/relationships/metadata/core-properties",
                 "docProps/core.xml"));
}

std::string types_xml(std::size_t sheets) {
    const std::string sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    std::string parts;
    const auto add = [&parts](const std::string& part, const std::string& type) {
        parts += fmt::format("<Override PartName=\"/{}\" ContentType=\"{}+xml\"/>", part, type);
    };
    add("xl/workbook.xml", sheet + "sheet.main");
    add("xl/styles.xml", sheet + "styles");
    add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties");
    for (std::size_t k = 1; k <= sheets; ++k) {
        add(fmt::format("xl/worksheets/sheet{}.xml", k), sheet + "worksheet");
    }
    return fmt::format(
        "{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>{}</Types>",
        kXml, kPackage, parts);
}

std::string core_xml(const std::string& title, const LocalClock& clock) {
    std::string created = clock.utc_epoch() + "Z";
    created[10] = 'T';
    return fmt::format(
        "{}<cp:coreProperties xmlns:cp=\"{}/metadata/core-properties\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>"
        "<dc:creator>gineste</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">{}"
        "</dcterms:created></cp:coreProperties>",
        kXml, kPackage, xml_text(title), created);
}

}  // namespace

double spreadsheet_day(const LocalClock& clock, double time_s) {
    const std::string iso = clock.iso(time_s);
    if (iso.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto number = [&iso](std::size_t from, std::size_t digits) {
        return std::stoi(iso.substr(from, digits));
    };
    constexpr std::int64_t day_s = 86400;
    const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
    const std::int64_t day = Zone().instant_s(date, 0.0) / day_s + 25569;  // of 1 January 1970
    const std::int64_t second = number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
    return static_cast<double>(day) + static_cast<double>(second) / static_cast<double>(day_s);
}

std::string workbook_xlsx(const std::vector<Worksheet>& sheets, const std::string& title,
                          const LocalClock& clock) {
    ZipFile zip;
    zip.add("[Content_Types].xml", types_xml(sheets.size()));
    zip.add("_rels/.rels", package_links_xml());
    zip.add("docProps/core.xml", core_xml(title, clock));
    zip.add("xl/workbook.xml", workbook_xml(sheets));
    zip.add("xl/_rels/workbook.xml.rels", workbook_links_xml(sheets.size()));
    zip.add("xl/styles.xml", styles_xml());
    for (std::size_t k = 0; k < sheets.size(); ++k) {
        zip.add(fmt::format("xl/worksheets/sheet{}.xml", k + 1), sheet_xml(sheets[k], clock));
    }
    return zip.take();
}

}  // namespace gineste
