// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "models/validate/open.hpp"
#include "tests/catch.hpp"

/// One small file for each mistake, named after it. Its first line tells what must be found, and nothing else may be:
/// `# expect: E071 5:1`, several with commas; 0:0 means nowhere in the file.
namespace {

const std::string folder = std::string(NINES_SOURCE_DIR) + "/tests/corpus/files";

std::vector<std::string> files() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string expectation(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    const std::string prefix = "# expect: ";
    return line.rfind(prefix, 0) == 0 ? line.substr(prefix.size()) : "the first line says nothing";
}

std::string found(const std::string& path) {
    std::vector<std::string> parts;
    for (const auto& diagnostic : nines::validate::open_file(path).diagnostics) {
        parts.push_back(fmt::format("{} {}:{}", diagnostic.code, diagnostic.place.line, diagnostic.place.column));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

TEST_CASE("each defective file gives its diagnostic at its place, and no other", "[corpus]") {
    const std::vector<std::string> paths = files();
    REQUIRE(paths.size() >= 60);
    for (const std::string& path : paths) {
        CAPTURE(path);
        CHECK(found(path) == expectation(path));
    }
}

TEST_CASE("every diagnostic of the corpus names a remedy or is plain enough without", "[corpus]") {
    for (const std::string& path : files()) {
        for (const auto& diagnostic : nines::validate::open_file(path).diagnostics) {
            CAPTURE(path, diagnostic.message);
            CHECK(diagnostic.message.size() > 10);
            CHECK(diagnostic.message.back() != '.');
        }
    }
}
