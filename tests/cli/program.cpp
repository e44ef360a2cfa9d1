// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace nines::cli_test {

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nines-cli-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test: " + pattern);
    path_ = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string Folder::path(const std::string& name) const {
    return (path_ / name).string();
}

std::string Folder::file(const std::string& name, std::string_view text) const {
    std::ofstream stream(path(name), std::ios::binary);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    return path(name);
}

Ran Folder::shell(const std::string& line) const {
    const std::string script =
        file("command.sh", "unset NO_COLOR FORCE_COLOR\nexport LC_ALL=C.UTF-8\ncd '" + path_.string() +
                               "'\nnines() { '" NINES_PROGRAM "' \"$@\"; }\n" + line + "\n");
    const std::string output = path("stdout.txt");
    const std::string errors = path("stderr.txt");
    const int status =
        std::system(("bash '" + script + "' >'" + output + "' 2>'" + errors + "' </dev/null").c_str());  // NOLINT
    Ran ran;
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.output = read(output);
    ran.errors = read(errors);
    return ran;
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string read(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace nines::cli_test
