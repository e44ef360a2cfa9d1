// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/catch.hpp"

/// A code that a user meets can be looked up, and something proves that it is given.
namespace {

namespace fs = std::filesystem;

const fs::path root = NINES_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The texts of all files below these folders that have one of these extensions, one after the other.
std::string text_below(const std::vector<std::string>& folders, const std::set<std::string>& extensions) {
    std::string text;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (extensions.count(entry.path().extension().string()) != 0) text += text_of(entry.path());
        }
    }
    return text;
}

/// What the pattern's first group finds, each once.
std::set<std::string> all_found(const std::string& text, const std::string& pattern) {
    const std::regex expression(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
        found.insert((*at)[1].str());
    }
    return found;
}

struct NamedCode {
    std::string name;
    std::string id;
};

std::vector<NamedCode> named_codes(const std::string& sources) {
    const std::regex definition(R"re(Code (\w+)\{"([EWR]\d{3})")re");
    std::vector<NamedCode> codes;
    for (std::sregex_iterator at(sources.begin(), sources.end(), definition), end; at != end; ++at) {
        codes.push_back({(*at)[1].str(), (*at)[2].str()});
    }
    return codes;
}

const std::vector<std::string> program_folders = {"sim", "models", "cli", "gui"};

}  // namespace

TEST_CASE("every diagnostic code in the sources stands in the reference, and no other does", "[architecture]") {
    const auto in_sources = all_found(text_below(program_folders, {".cpp", ".hpp"}), R"re("([EWR]\d{3})")re");
    const auto in_reference = all_found(text_of(root / "docs/reference/diagnostics.md"), R"re(\| ([EWR]\d{3}) \|)re");
    REQUIRE(in_sources.size() > 80);  // else the search went wrong, and silence would prove nothing
    CHECK(in_sources == in_reference);
}

TEST_CASE("every diagnostic code is named, given somewhere, and expected by a test", "[architecture]") {
    const std::string sources = text_below(program_folders, {".cpp", ".hpp"});
    const auto codes = named_codes(sources);
    CHECK(codes.size() == all_found(sources, R"re("([EWR]\d{3})")re").size());

    const std::string tests = text_below({"tests"}, {".cpp", ".toml"});
    const auto used = all_found(sources, R"re(codes::(\w+))re");
    const auto tested_names = all_found(tests, R"re(codes::(\w+))re");
    const auto tested_ids = all_found(tests, R"re(\b([EWR]\d{3})\b)re");
    for (const NamedCode& code : codes) {
        CAPTURE(code.name, code.id);
        CHECK(used.count(code.name) == 1);
        CHECK(tested_names.count(code.name) + tested_ids.count(code.id) >= 1);
    }
}
