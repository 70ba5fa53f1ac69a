// SPDX-License-Identifier: Apache-2.0
// GPX is read with expat and not with GDAL, whose reader takes lat="nan" and lat="91", drops points
// that have no latitude without a word, and gives the first part of a file that was cut short.
#include <expat.h>
#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "core/csv.hpp"
#include "course/line.hpp"

namespace gineste {
namespace {

// "gpx:trkpt" → "trkpt": some programs write prefixes.
std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// One <trk> or <rte>.
struct Trace {
    std::string kind;
    int line = 0;
    std::vector<LinePoint> points;
    std::vector<Problem> problems;
};

class GpxReader {
  public:
    explicit GpxReader(std::string file)
        : file_(std::move(file)), parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
        XML_SetUserData(parser_.get(), this);
        XML_SetStartElementHandler(parser_.get(), on_start);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    }

    std::vector<Trace> read(std::string_view text) {
        const auto status =
            XML_Parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE);
        if (status != XML_STATUS_OK) throw InputError(syntax_problem());
        if (!is_gpx_) {
            throw InputError(Problem{{file_, 1, 0},
                                     "the file is no GPX",
                                     "its outermost element is not <gpx>",
                                     "Export the course as GPX.",
                                     ""});
        }
        return std::move(traces_);
    }

  private:
    static void XMLCALL on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
        static_cast<GpxReader*>(self)->start(local_name(name), attributes);
    }
    // GPX has no document type; one is the way in for entities that expand to gigabytes.
    static void XMLCALL on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*,
                                   int) {
        auto* reader = static_cast<GpxReader*>(self);
        reader->has_doctype_ = true;
        XML_StopParser(reader->parser_.get(), XML_FALSE);
    }

    int line() const { return static_cast<int>(XML_GetCurrentLineNumber(parser_.get())); }
    int column() const { return static_cast<int>(XML_GetCurrentColumnNumber(parser_.get())) + 1; }

    void start(std::string_view name, const XML_Char** attributes) {
        if (name == "gpx") is_gpx_ = true;
        if (name == "trk" || name == "rte") traces_.push_back({std::string(name), line(), {}, {}});
        if ((name == "trkpt" || name == "rtept") && !traces_.empty()) add_point(attributes);
    }

    void add_point(const XML_Char** attributes) {
        Trace& trace = traces_.back();
        const auto lon_deg = coordinate(attributes, "lon", trace.problems);
        const auto lat_deg = coordinate(attributes, "lat", trace.problems);
        if (lon_deg && lat_deg) trace.points.push_back({{*lon_deg, *lat_deg}, line()});
    }

    std::optional<double> coordinate(const XML_Char** attributes, std::string_view name,
                                     std::vector<Problem>& problems) const {
        const char* text = nullptr;
        for (; *attributes != nullptr; attributes += 2) {
            if (name == attributes[0]) text = attributes[1];
        }
        const auto value = text == nullptr ? std::nullopt : parse_number(text);
        if (value) return value;
        problems.push_back({{file_, line(), column()},
                            text == nullptr ? fmt::format("a point without {}", name)
                                            : fmt::format("a point with {}=\"{}\"", name, text),
                            "every point of the line needs its longitude and latitude in degrees",
                            "Correct or remove the point.",
                            ""});
        return std::nullopt;
    }

    Problem syntax_problem() const {
        if (has_doctype_) {
            return {{file_, line(), 0},
                    "the file declares a document type",
                    "GPX has none",
                    "Remove the line <!DOCTYPE ...>.",
                    ""};
        }
        return {{file_, line(), column()},
                "the XML is broken off or damaged here",
                XML_ErrorString(XML_GetErrorCode(parser_.get())),
                "Export or download the file again.",
                ""};
    }

    std::string file_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::vector<Trace> traces_;
    bool is_gpx_ = false;
    bool has_doctype_ = false;
};

// A file with a track and a planned route of it is common: the track is what was measured.
std::vector<Trace> tracks_else_routes(std::vector<Trace> traces) {
    for (const char* kind : {"trk", "rte"}) {
        std::vector<Trace> chosen;
        for (const Trace& trace : traces) {
            const bool has_content = !trace.points.empty() || !trace.problems.empty();
            if (trace.kind == kind && has_content) chosen.push_back(trace);
        }
        if (!chosen.empty()) return chosen;
    }
    return {};
}

}  // namespace

TracedLine read_gpx_line(const std::filesystem::path& file, std::vector<Problem>& problems) {
    const std::string text = read_text_file(file);
    std::vector<Trace> traces = tracks_else_routes(GpxReader(file.string()).read(text));
    if (traces.size() > 1) {
        throw InputError(Problem{{file.string(), traces[1].line, 0},
                                 fmt::format("the file holds {} lines", traces.size()),
                                 "nobody can tell which one is the course",
                                 "Keep the one that is the course and remove the others.",
                                 ""});
    }
    TracedLine line{file.string(), {}};
    if (traces.empty()) return line;
    line.points = std::move(traces.front().points);
    problems = std::move(traces.front().problems);
    return line;
}

}  // namespace gineste
