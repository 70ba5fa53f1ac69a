// SPDX-License-Identifier: Apache-2.0
#include "exports/map_style.hpp"

#include <fmt/format.h>

#include <array>

#include "report/congestion.hpp"

namespace gineste {
namespace {

constexpr const char* kDensity = "density_per_m2";

/// A level of crowding as it is drawn: the page's colours, and wider lines where it is worse, so
/// that nothing hangs on colour alone.
struct Level {
    const char* name;
    double from_per_m2;
    double to_per_m2;
    const char* colour;
    double width_mm;
};
constexpr double kMost = 1000.0;  // more than any density
constexpr std::array<Level, 6> kLevels = {
    {{"free", 0.0, kLightPerM2, "#fff6c4", 0.8},
     {"light", kLightPerM2, kRestrictedPerM2, "#e1cc55", 1.1},
     {"restricted", kRestrictedPerM2, kPlatoonPerM2, "#a69d75", 1.4},
     {"platoon", kPlatoonPerM2, kShufflePerM2, "#707173", 1.8},
     {"shuffle", kShufflePerM2, kBreakdownPerM2, "#39486b", 2.3},
     {"breakdown", kBreakdownPerM2, kMost, "#00204d", 2.9}}};

std::string label_of(const Level& level) {
    return level.to_per_m2 < kMost
               ? fmt::format("{}: {}–{} runners/m²", level.name, level.from_per_m2, level.to_per_m2)
               : fmt::format("{}: {} runners/m² and more", level.name, level.from_per_m2);
}

// QGIS 3 ------------------------------------------------------------------------------------------

std::string qml_prop(const char* key, const std::string& value) {
    return fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, value);
}

std::string qml_line(std::size_t name, const char* colour, double width_mm, double alpha = 1.0) {
    return fmt::format(
        "<symbol name=\"{}\" type=\"line\" alpha=\"{}\"><layer class=\"SimpleLine\" enabled=\"1\" "
        "pass=\"0\" locked=\"0\">{}{}{}{}</layer></symbol>",
        name, alpha, qml_prop("line_color", colour),
        qml_prop("line_width", fmt::format("{}", width_mm)), qml_prop("line_width_unit", "MM"),
        qml_prop("capstyle", "round"));
}

std::string qml_point(const char* colour) {
    return fmt::format(
        "<symbol name=\"0\" type=\"marker\" alpha=\"1\"><layer class=\"SimpleMarker\" "
        "enabled=\"1\" pass=\"0\" locked=\"0\">{}{}{}{}</layer></symbol>",
        qml_prop("name", "square"), qml_prop("color", colour), qml_prop("size", "3.2"),
        qml_prop("outline_color", "#ffffff"));
}

std::string qml_single(const std::string& symbol) {
    return fmt::format("<renderer-v2 type=\"singleSymbol\"><symbols>{}</symbols></renderer-v2>",
                       symbol);
}

// Where no time is chosen all intervals lie on one another, the densest on top.
std::string qml_by_density() {
    std::string ranges;
    std::string symbols;
    for (std::size_t k = 0; k < kLevels.size(); ++k) {
        const Level& level = kLevels[k];
        ranges += fmt::format(
            "<range lower=\"{}\" upper=\"{}\" symbol=\"{}\" label=\"{}\" render=\"true\"/>",
            level.from_per_m2, level.to_per_m2, k, label_of(level));
        symbols += qml_line(k, level.colour, level.width_mm);
    }
    return fmt::format(
        "<renderer-v2 type=\"graduatedSymbol\" attr=\"{0}\" graduatedMethod=\"GraduatedColor\" "
        "enableorderby=\"1\"><ranges>{1}</ranges><symbols>{2}</symbols><orderby><orderByClause "
        "asc=\"1\" nullsFirst=\"1\">\"{0}\"</orderByClause></orderby></renderer-v2>",
        kDensity, ranges, symbols);
}

// Each feature is seen from its begin until before its end (mode 2).
std::string qml_time() {
    return "<temporal enabled=\"1\" mode=\"2\" startField=\"begin\" endField=\"end\" "
           "limitMode=\"0\" accumulate=\"0\" fixedDuration=\"0\" durationField=\"\" "
           "durationUnit=\"min\"><fixedRange><start></start><end></end></fixedRange></temporal>";
}

std::string qml_label(const char* field) {
    return fmt::format(
        "<labeling type=\"simple\"><settings><text-style fieldName=\"{}\" isExpression=\"0\" "
        "fontSize=\"9\" fontSizeUnit=\"Point\" textColor=\"27,36,48,255\"><text-buffer "
        "bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\""
        "/></text-style></settings></labeling>",
        field);
}

std::string qml(const std::string& content, bool labelled) {
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22\" "
        "styleCategories=\"Symbology|Labeling|Temporal\" labelsEnabled=\"{}\">{}</qgis>",
        labelled ? 1 : 0, content);
}

// SLD 1.0 -----------------------------------------------------------------------------------------

std::string sld_rule(const std::string& name, const std::string& filter,
                     const std::string& symbol) {
    return fmt::format("<Rule><Name>{}</Name>{}{}</Rule>", name, filter, symbol);
}

std::string sld_line(const char* colour, double width_mm) {
    const double pixel_mm = 0.28;  // of the standard
    return fmt::format(
        "<LineSymbolizer><Stroke><CssParameter name=\"stroke\">{}</CssParameter>"
        "<CssParameter name=\"stroke-width\">{:.1f}</CssParameter></Stroke></LineSymbolizer>",
        colour, width_mm / pixel_mm);
}

std::string sld_point(const char* colour) {
    return fmt::format(
        "<PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill>"
        "<CssParameter name=\"fill\">{}</CssParameter></Fill></Mark><Size>11</Size></Graphic>"
        "</PointSymbolizer>",
        colour);
}

std::string sld_by_density() {
    std::string rules;
    const auto compare = [](const char* how, double value) {
        return fmt::format(
            "<ogc:{0}><ogc:PropertyName>{1}</ogc:PropertyName><ogc:Literal>{2}</ogc:Literal>"
            "</ogc:{0}>",
            how, kDensity, value);
    };
    for (const Level& level : kLevels) {
        const std::string filter =
            "<ogc:Filter><ogc:And>" + compare("PropertyIsGreaterThanOrEqualTo", level.from_per_m2) +
            compare("PropertyIsLessThan", level.to_per_m2) + "</ogc:And></ogc:Filter>";
        rules += sld_rule(label_of(level), filter, sld_line(level.colour, level.width_mm));
    }
    return rules;
}

std::string sld(const char* layer, const std::string& rules) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<StyledLayerDescriptor version=\"1.0.0\" "
        "xmlns=\"http://www.opengis.net/sld\" xmlns:ogc=\"http://www.opengis.net/ogc\">"
        "<NamedLayer><Name>{0}</Name><UserStyle><Name>{0}</Name><FeatureTypeStyle>{1}"
        "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>",
        layer, rules);
}

}  // namespace

std::vector<MapStyle> map_styles() {
    const char* grey = "#55606d";
    const char* vermilion = "#d55e00";
    const char* blue = "#0072b2";
    return {
        {"course", "The course", qml(qml_single(qml_line(0, grey, 0.4)), false),
         sld("course", sld_rule("course", "", sld_line(grey, 0.4)))},
        {"segments", "Crowding by segment and time, for the temporal controller",
         qml(qml_time() + qml_by_density(), false), sld("segments", sld_by_density())},
        {"worst_places", "Worst places by rank",
         qml(qml_single(qml_line(0, vermilion, 6.0, 0.4)) + qml_label("rank"), true),
         sld("worst_places", sld_rule("worst places", "", sld_line(vermilion, 6.0)))},
        {"stations", "Stations by name", qml(qml_single(qml_point(blue)) + qml_label("name"), true),
         sld("stations", sld_rule("stations", "", sld_point(blue)))}};
}

}  // namespace gineste
