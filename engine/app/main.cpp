// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <stdexcept>
#include <system_error>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/exit_code.hpp"
#include "app/waiting.hpp"
#include "core/error.hpp"

namespace gineste {

void print(const std::string& text) {
    const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!whole || std::fflush(stdout) != 0) {
        const std::string reason = std::generic_category().message(errno);
        throw OutputError(OutputError::Stage::write, "standard output", reason);
    }
}

Style style_of_output() {
    const char* no_color = std::getenv("NO_COLOR");
    const bool plain = ::isatty(STDOUT_FILENO) != 1 || (no_color != nullptr && *no_color != '\0');
    return plain ? Style::plain : Style::terminal;
}

namespace {

struct Dispatch {
    char** arguments;

    int operator()(const RunRequest& request) const {
        wait_considerately(arguments);
        return run(request);
    }
    int operator()(const DayRequest& request) const {
        wait_considerately(arguments);
        return run_day(request);
    }
    int operator()(const CheckRequest& request) const { return check(request); }
    int operator()(const CourseRequest& request) const { return course(request); }
    int operator()(const ForecastRequest& request) const { return forecast(request); }
    int operator()(const ReportRequest& request) const { return report(request); }
    int operator()(const SizeRequest& request) const {
        wait_considerately(arguments);
        return size(request);
    }
    int operator()(const FollowRequest& request) const {
        wait_considerately(arguments);
        return follow(request);
    }
    int operator()(const FairRequest& request) const {
        wait_considerately(arguments);
        return fair(request);
    }
    int operator()(const CalibrateRequest& request) const {
        wait_considerately(arguments);
        return calibrate(request);
    }
    int operator()(const ValidateRequest& request) const {
        wait_considerately(arguments);
        return validate(request);
    }
    int operator()(const CompareRequest& request) const {
        wait_considerately(arguments);
        return compare(request);
    }
    int operator()(const EnsembleRequest& request) const {
        wait_considerately(arguments);
        return ensemble(request);
    }
    int operator()(const SweepRequest& request) const {
        if (request.step == SweepRequest::Step::run) wait_considerately(arguments);
        return sweep(request);
    }
    int operator()(const OptimiseRequest& request) const {
        wait_considerately(arguments);
        return optimise(request);
    }
    int operator()(const ExplainRequest& request) const { return explain(request); }
    int operator()(const AnswerRequest& request) const {
        print(request.output);
        std::cerr << request.message;
        return request.exit_code;
    }
};

int fail(ExitCode code, const char* before, const char* what) {
    std::cerr << before << what << std::endl;
    return static_cast<int>(code);
}

int fail(const OutputError& error) {
    const bool creating = error.stage() == OutputError::Stage::create;
    return fail(creating ? ExitCode::cannot_create : ExitCode::write_failed,
                "gineste: ", error.what());
}

int guarded(int argc, char** argv) {
    try {
        return std::visit(Dispatch{argv}, parse_command_line(argc, argv));
    } catch (const InputError& error) {
        return fail(ExitCode::bad_input, "", error.what());  // begins with file:line:column
    } catch (const MissingInput& error) {
        return fail(ExitCode::missing_input, "gineste: ", error.what());
    } catch (const OutputError& error) {
        return fail(error);
    } catch (const std::bad_alloc&) {
        return fail(ExitCode::system, "gineste: ", "out of memory");
    } catch (const std::system_error& error) {
        return fail(ExitCode::system, "gineste: ", error.what());
    } catch (const std::exception& error) {
        return fail(ExitCode::our_mistake,
                    "gineste: a mistake of ours, please report it: ", error.what());
    }
}

}  // namespace
}  // namespace gineste

int main(int argc, char** argv) { return gineste::guarded(argc, argv); }
