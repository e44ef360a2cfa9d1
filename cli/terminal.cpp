// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace nines::cli {

namespace {

constexpr std::size_t usual_width = 100;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody changes the environment.
    return value == nullptr ? std::string_view() : std::string_view(value);
}

/// Does the locale's character set hold bars and arrows? The first of these variables that is set decides.
bool locale_is_utf8() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string value(environment(name));
        if (value.empty()) continue;
        std::transform(value.begin(), value.end(), value.begin(),
                       [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
        return value.find("utf-8") != std::string::npos || value.find("utf8") != std::string::npos;
    }
    return false;
}

}  // namespace

void add_look_options(CLI::App& app, LookArguments& look) {
    app.add_option("--color,--colour", look.colour, "Colour: auto (default), always or never")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_flag("--ascii", look.ascii, "Plain ASCII instead of bars and arrows");
}

bool wants_colour(const LookArguments& look, int descriptor) {
    if (look.colour == "always") return true;
    if (look.colour == "never" || !environment("NO_COLOR").empty()) return false;
    if (!environment("FORCE_COLOR").empty()) return true;
    return is_terminal(descriptor) && environment("TERM") != "dumb";
}

report::TextOptions text_options(const LookArguments& look) {
    report::TextOptions options;
    options.colour = wants_colour(look, STDOUT_FILENO);
    options.unicode = !look.ascii && locale_is_utf8();
    options.width = terminal_width(STDOUT_FILENO);
    return options;
}

report::TextOptions file_text_options(const LookArguments& look) {
    report::TextOptions options;
    options.colour = look.colour == "always";
    options.unicode = !look.ascii;
    options.width = usual_width;
    return options;
}

bool is_terminal(int descriptor) {
    return ::isatty(descriptor) == 1;
}

std::size_t terminal_width(int descriptor) {
    winsize size{};
    const bool known = is_terminal(descriptor) && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : usual_width;
}

}  // namespace nines::cli
