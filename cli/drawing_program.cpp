// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/drawing_program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nines::cli {

namespace {

constexpr const char* name = "nines-report";

bool is_program(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0;
}

std::string found_in_path() {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        const std::filesystem::path candidate = std::filesystem::path(folder) / name;
        if (!folder.empty() && is_program(candidate)) return candidate.string();
    }
    return {};
}

/// A reader that has gone must not kill this program.
void write_all(int descriptor, std::string_view text) {
    struct sigaction ignore = {};
    struct sigaction before = {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before);
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) break;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    ::sigaction(SIGPIPE, &before, nullptr);
}

int exit_code_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string find_drawing_program() {
    std::error_code error;
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        const auto folder = own.parent_path();
        for (const auto& candidate : {folder / name, folder.parent_path() / "gui" / "report" / name}) {
            if (is_program(candidate)) return candidate.string();
        }
    }
    return found_in_path();
}

int run_with_input(const std::string& program, const std::string& argument, std::string_view input) {
    std::array<int, 2> ends = {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return -1;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    std::string own_program = program;
    std::string own_argument = argument;
    const std::array<char*, 3> arguments = {own_program.data(), own_argument.data(), nullptr};
    pid_t child = 0;
    const int problem = ::posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[0]);
    if (problem == 0) write_all(ends[1], input);
    ::close(ends[1]);
    return problem == 0 ? exit_code_of(child) : -1;
}

}  // namespace nines::cli
