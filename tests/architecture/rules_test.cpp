// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/rules.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

using nines::architecture::folder_cycles;
using nines::architecture::SourceFile;
using nines::architecture::violations;

namespace {

const std::string licence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

SourceFile source(const std::string& path, const std::string& code) {
    return {path, licence + code};
}

/// "LINE: MESSAGE" of the only violation; "" for none.
std::string only_violation(const SourceFile& file) {
    const auto found = violations(file);
    REQUIRE(found.size() <= 1);
    return found.empty() ? "" : std::to_string(found[0].line) + ": " + found[0].message;
}

}  // namespace

TEST_CASE("a file may include its own floor and lower ones", "[architecture]") {
    const auto file = GENERATE(
        source("sim/random/sampler.cpp", "#include \"sim/random/sampler.hpp\"\n#include \"sim/units/duration.hpp\"\n"),
        source("models/validate/open.cpp", "#include \"models/toml/load.hpp\"\n#include \"models/presets/x.hpp\"\n"),
        source("models/report/text/json.cpp", "#include \"models/results/results.hpp\"\n"),
        source("cli/run.cpp", "#include \"cli/options.hpp\"\n#include \"sim/run/runner.hpp\"\n"));
    CHECK(only_violation(file).empty());
}

TEST_CASE("a file may not include a higher floor", "[architecture]") {
    CHECK(only_violation(source("sim/kernel/tick.cpp", "\n#include \"sim/run/runner.hpp\"\n")) ==
          "3: sim/kernel stands below sim/run and may not include it");
    CHECK(only_violation(source("sim/run/runner.cpp", "#include \"models/engine/trial.hpp\"\n")) ==
          "2: sim/run stands below models/engine and may not include it");
    CHECK(only_violation(source("models/engine/trial.hpp", "  #  include   \"models/report/text.hpp\" // why\n")) ==
          "2: models/engine stands below models/report and may not include it");
    CHECK(only_violation(source("models/report/text.cpp", "#include \"cli/colour.hpp\"\n")) ==
          "2: models/report stands below cli and may not include it");
}

TEST_CASE("one program may not include another", "[architecture]") {
    CHECK(only_violation(source("gui/app/main.cpp", "#include \"cli/options.hpp\"\n")) ==
          "2: gui/app and cli are programs apart");
}

TEST_CASE("product code does not include tests, neighbours without a path, or folders without a floor",
          "[architecture]") {
    const auto name = GENERATE("tests/catch.hpp", "law.hpp", "../units/duration.hpp", "sim/new/thing.hpp");
    CHECK(only_violation(source("sim/random/law.cpp", std::string("#include \"") + name + "\"\n")) ==
          "2: \"" + std::string(name) + "\" is not a path from the repository's root to a folder with a floor");
}

TEST_CASE("a new folder must be given a floor", "[architecture]") {
    CHECK(only_violation(source("models/forecast/trend.cpp", "")) ==
          "0: its folder has no floor yet: give it one in tests/architecture/rules.cpp");
}

TEST_CASE("a confined library stays in its folder", "[architecture]") {
    struct Example {
        std::string header, home, elsewhere;
    };
    const auto example = GENERATE(Example{"toml++/toml.h", "models/toml/load.cpp", "models/validate/open.cpp"},
                                  Example{"Eigen/Sparse", "sim/markov/solve.cpp", "models/engine/exact.cpp"},
                                  Example{"unsupported/Eigen/MatrixFunctions", "sim/markov/a.cpp", "sim/run/a.cpp"},
                                  Example{"QWidget", "gui/app/main.cpp", "models/report/chart.cpp"},
                                  Example{"QtCharts/QChart", "gui/charts/bar.cpp", "cli/chart.cpp"},
                                  Example{"mutex", "sim/run/pool.cpp", "sim/stats/moments.cpp"},
                                  Example{"atomic", "sim/run/cancel.hpp", "cli/run.cpp"},
                                  Example{"CLI/CLI.hpp", "cli/main.cpp", "models/report/text.cpp"});
    const std::string line = "#include <" + example.header + ">\n";
    CHECK(only_violation(source(example.home, line)).empty());
    CHECK(only_violation(source(example.elsewhere, line)).find(" belongs in ") != std::string::npos);
}

TEST_CASE("other libraries may be used anywhere", "[architecture]") {
    CHECK(
        only_violation(source("sim/stats/a.cpp", "#include <queue>\n#include <boost/math/tools/roots.hpp>\n")).empty());
}

TEST_CASE("chance without an address is found in code, not in comments or longer words", "[architecture]") {
    const auto line = GENERATE("std::random_device seed;", "const int i = rand();", "srand(1);", "x = std::rand ();");
    CHECK(only_violation(source("sim/run/seed.cpp", line)) ==
          "2: a random number without an address: draw from sim/random instead");
    CHECK(only_violation(source("cli/seed.cpp", line)).empty());
    CHECK(only_violation(source("sim/run/seed.cpp", std::string("// never ") + line)).empty());
    CHECK(only_violation(source("sim/run/seed.cpp", "operand(1);")).empty());
}

TEST_CASE("every file names its licence at its top", "[architecture]") {
    CHECK(only_violation({"sim/CMakeLists.txt", "# SPDX-License-Identifier: GPL-3.0-or-later\n"}).empty());
    CHECK(only_violation({"dev", "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"}).empty());

    const std::string missing = "1: the licence line is missing: SPDX-License-Identifier: GPL-3.0-or-later";
    CHECK(only_violation({"tests/sim/a_test.cpp", ""}) == missing);
    CHECK(only_violation({"tests/sim/a_test.cpp", "// SPDX-License-Identifier: MIT\n"}) == missing);
    CHECK(only_violation({"tests/sim/a_test.cpp", "\n\n" + licence}) == missing);
}

TEST_CASE("a file has at most 500 lines", "[architecture]") {
    CHECK(only_violation(source("sim/run/long.cpp", std::string(499, '\n'))).empty());
    CHECK(only_violation(source("sim/run/long.cpp", std::string(500, '\n'))) ==
          "0: 501 lines, more than 500: split it");
}

TEST_CASE("folders of one floor may not need each other", "[architecture]") {
    std::vector<SourceFile> files = {source("sim/stats/a.hpp", "#include \"sim/random/b.hpp\"\n"),
                                     source("sim/random/b.hpp", "#include \"sim/kernel/c.hpp\"\n"),
                                     source("sim/kernel/c.hpp", "#include \"sim/kernel/d.hpp\"\n")};
    CHECK(folder_cycles(files).empty());

    files.push_back(source("sim/kernel/d.hpp", "#include \"sim/stats/a.hpp\"\n"));
    CHECK(folder_cycles(files) == std::vector<std::string>{"sim/kernel -> sim/stats -> sim/random -> sim/kernel"});
}
