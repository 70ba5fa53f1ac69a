// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "app/commands.hpp"
#include "core/error.hpp"
#include "report/atomic_files.hpp"
#include "report/output_folder.hpp"
#include "report/page.hpp"

namespace gineste {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPage = "report.html";

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw MissingInput(file, "cannot be read");
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Every file of the report as it stands; the page is made anew.
std::vector<OutputFile> files_with(const fs::path& folder, std::string page) {
    std::vector<OutputFile> files{{kPage, std::move(page)}};
    for (const std::string& name : files_of_report(folder, kRaceManifest)) {
        if (name == kPage || name == kRaceManifest) continue;
        files.push_back({name, bytes_of(folder / name)});
    }
    return files;
}

}  // namespace

int report(const ReportRequest& request) {
    const fs::path page = request.folder / kPage;
    if (!has_page()) {
        throw MissingInput(page, "this program was built without the page");
    }
    const std::optional<std::string> renewed = renewed_page(bytes_of(page), request.language);
    if (!renewed) {
        throw InputError(Problem{{page.string()},
                                 "this is no page that this program can build anew",
                                 "it holds no data of a run, or those of another version",
                                 "Run the scenario again.",
                                 ""});
    }
    const nlohmann::ordered_json origin = origin_in(bytes_of(request.folder / kRaceManifest));
    publish(request.folder, files_with(request.folder, *renewed), kRaceManifest, origin);
    std::cerr << "Page built anew: " << page.string() << "\n";
    return 0;
}

}  // namespace gineste
