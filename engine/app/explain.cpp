// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "scenario/keys.hpp"

namespace gineste {
namespace {

std::string explanation(const ExplainRequest& request) {
    const bool day = request.of == ExplainRequest::Of::day;
    switch (request.what) {
        case ExplainRequest::What::schema:
            return day ? day_schema_text() : schema_text();
        case ExplainRequest::What::manual:
            return day ? day_manual_text() : manual_text();
        case ExplainRequest::What::key:
            return day ? explain_day_text(request.key) : explain_text(request.key);
    }
    return "";
}

}  // namespace

int explain(const ExplainRequest& request) {
    std::string text;
    try {
        text = explanation(request);
    } catch (
        const std::invalid_argument& error) {  // a key that is none: usage, not a mistake of ours
        std::cerr << "gineste: " << error.what() << "\n";
        return static_cast<int>(ExitCode::usage);
    }
    if (!text.ends_with('\n')) text += '\n';
    print(text);
    return 0;
}

}  // namespace gineste
