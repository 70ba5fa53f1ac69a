// SPDX-License-Identifier: Apache-2.0
#include "app/searcher.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <iostream>
#include <locale>
#include <sstream>
#include <string>
#include <system_error>

#include "app/exit_code.hpp"

namespace gineste {
namespace {

constexpr const char* kSearcher = "gineste-optimise";

std::filesystem::path searcher() {
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    return self.parent_path() / kSearcher;
}

[[noreturn]] void throw_system(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t count = ::read(descriptor, piece.data(), piece.size());
        if (count > 0) {
            text.append(piece.data(), static_cast<std::size_t>(count));
        } else if (count == 0 || errno != EINTR) {
            return text;
        }
    }
}

/// What the program wrote to its standard output, and its exit code.
struct Output {
    std::string text;
    int code = 0;
};

Output output_of(const std::filesystem::path& program, const std::string& study,
                 const std::string& threads) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) throw_system("pipe");
    const pid_t child = ::fork();
    if (child < 0) throw_system("fork");
    if (child == 0) {
        ::dup2(pipe[1], STDOUT_FILENO);
        ::close(pipe[0]);
        ::close(pipe[1]);
        ::execl(program.c_str(), program.c_str(), study.c_str(), threads.c_str(),
                static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(pipe[1]);
    Output output{read_all(pipe[0]), 0};
    ::close(pipe[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) throw_system("waitpid");
    }
    output.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return output;
}

ForecastFront parsed(const std::string& text) {
    ForecastFront front;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        words.imbue(std::locale::classic());
        std::string what;
        words >> what;
        std::vector<double> values;
        for (double value = 0.0; words >> value;) values.push_back(value);
        if (what == "hypervolume" && values.size() == 1) front.hypervolume.push_back(values[0]);
        if (what == "plan") front.points.push_back(std::move(values));
    }
    return front;
}

}  // namespace

SearcherAnswer ask_searcher(const std::filesystem::path& study, int threads) {
    const std::filesystem::path program = searcher();
    if (::access(program.c_str(), X_OK) != 0) {
        std::cerr << fmt::format(
            "gineste: {} is not there ({}). It searches with pagmo, which is under the GPL and so "
            "in a program of its own: install libpagmo-dev and build gineste again.\n",
            kSearcher, program.string());
        return {{}, static_cast<int>(ExitCode::missing_input)};
    }
    const Output output = output_of(program, study.string(), std::to_string(threads));
    return {parsed(output.text), output.code};
}

}  // namespace gineste
