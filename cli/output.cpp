// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.hpp"

#include <cerrno>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "models/report/layout.hpp"
#include "models/scenario/write_file.hpp"

namespace nines::cli {

namespace {

/// 0, or the error number.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

}  // namespace

ExitCode write_data(std::string_view text) {
    const int error = write_all(STDOUT_FILENO, text);
    if (error == 0 || error == EPIPE) return ExitCode::fine;
    say_error(fmt::format("cannot write to standard output: {}", std::generic_category().message(error)));
    return ExitCode::io;
}

ExitCode write_data(const std::string& path, std::string_view text) {
    if (path.empty()) return write_data(text);
    const std::string problem = scenario::write_file_whole(path, text);
    if (problem.empty()) return ExitCode::fine;
    say_error(problem);
    return ExitCode::io;
}

void say_error(std::string_view text, std::string_view hint) {
    std::string lines = fmt::format("nines: {}\n", report::printable(text));
    if (!hint.empty()) lines += fmt::format("  hint: {}\n", report::printable(hint));
    write_all(STDERR_FILENO, lines);
}

void say_diagnostics(const scenario::Diagnostics& diagnostics, const std::vector<scenario::SourceFile>& files,
                     scenario::Severity at_least) {
    std::string lines;
    for (const scenario::Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity < at_least) continue;
        lines += scenario::format_diagnostic(diagnostic, files) + "\n";
    }
    write_all(STDERR_FILENO, lines);
}

}  // namespace nines::cli
