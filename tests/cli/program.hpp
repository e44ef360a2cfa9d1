// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// The built program, run as a user runs it.
namespace nines::cli_test {

struct Ran {
    int code = -1;       ///< Exit code; 128 + the signal's number if one killed it.
    std::string output;  ///< Standard output.
    std::string errors;  ///< Standard error.
};

/// A folder that is removed at the end of the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// Writes a file and returns its path.
    std::string file(const std::string& name, std::string_view text) const;
    std::string path(const std::string& name) const;

    /// Runs a shell command line in which `nines` is the program under test. Neither stream is a terminal.
    Ran shell(const std::string& line) const;
    /// `nines` with these arguments.
    Ran nines(const std::string& arguments) const { return shell("nines " + arguments); }

private:
    std::filesystem::path path_;
};

bool contains(std::string_view text, std::string_view part);

std::string read(const std::string& path);

/// Three servers of which two must be up.
inline constexpr std::string_view two_of_three = R"(format = 1

[scenario]
name = "Three web servers"

[node.web]
mtbf = "90 d"
mttr = "2 h"

[group.web]
node = "web"
count = 3

[service.site]
needs = ["2 of web"]
objective = { slo = "99.99%" }
)";

}  // namespace nines::cli_test
