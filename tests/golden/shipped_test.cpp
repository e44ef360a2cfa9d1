// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/shipped.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

std::string file_of(const std::string& path) {
    return NINES_SOURCE_DIR "/scenarios/" + path;
}

std::string text_of(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(file_of(path)).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every shipped scenario opens without an error and has a service", "[golden]") {
    const auto paths = golden::shipped_scenarios();
    REQUIRE(paths.size() > 30);
    for (const std::string& path : paths) {
        INFO(path);
        const auto opened = validate::open_file(file_of(path));
        for (const auto& diagnostic : opened.diagnostics) {
            INFO(diagnostic.message);
            CHECK_FALSE(diagnostic.severity == scenario::Severity::error);
        }
        CHECK_FALSE(opened.scenario.services.empty());
    }
}

TEST_CASE("every shipped scenario tells the command that runs it", "[golden]") {
    for (const std::string& path : golden::shipped_scenarios()) {
        INFO(path);
        CHECK(text_of(path).find("#   nines run scenarios/" + path + "\n") != std::string::npos);
    }
}
