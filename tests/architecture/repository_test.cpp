// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/architecture/rules.hpp"
#include "tests/catch.hpp"

using nines::architecture::folder_cycles;
using nines::architecture::SourceFile;
using nines::architecture::violations;

namespace {

namespace fs = std::filesystem;

const fs::path root = NINES_SOURCE_DIR;

bool is_source(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".cpp" || extension == ".hpp" || extension == ".cmake" || extension == ".py" ||
           path.filename() == "CMakeLists.txt";
}

SourceFile read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {fs::relative(path, root).generic_string(), {std::istreambuf_iterator<char>(stream), {}}};
}

/// Every source of ours, by folders, so that build directories are left out.
std::vector<SourceFile> sources() {
    std::vector<SourceFile> files = {read(root / "CMakeLists.txt"), read(root / "dev"), read(root / ".ci/run")};
    for (const char* folder : {"cmake", "sim", "models", "cli", "gui", "python", "tests"}) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file() && is_source(entry.path())) files.push_back(read(entry.path()));
        }
    }
    return files;
}

}  // namespace

TEST_CASE("every source keeps the rules of the house", "[architecture]") {
    const auto files = sources();
    REQUIRE(files.size() > 50);  // else the search went wrong, and silence would prove nothing

    for (const SourceFile& file : files) {
        for (const auto& violation : violations(file)) {
            FAIL_CHECK(violation.path << ":" << violation.line << ": " << violation.message);
        }
    }
}

TEST_CASE("the folders form a hierarchy", "[architecture]") {
    for (const std::string& cycle : folder_cycles(sources())) FAIL_CHECK(cycle);
}
