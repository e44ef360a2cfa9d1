// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/programs.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "models/compile/compile.hpp"
#include "models/scenario/diagnostic.hpp"
#include "models/validate/open.hpp"
#include "tests/bench/cases.hpp"
#include "tests/bench/command.hpp"
#include "tests/bench/measure.hpp"

namespace nines::bench {

namespace {

namespace fs = std::filesystem;

constexpr const char* small_scenario = R"(format = 1

[node.server]
mtbf = "1000 h"
mttr = "10 h"

[group.web]
node = "server"
count = 3

[service.site]
needs = ["2 of web"]
)";

/// A file in the folder for temporary files, removed at the end of its life.
class TemporaryFile {
public:
    explicit TemporaryFile(const char* text)
        : path_(fs::temp_directory_path() / fmt::format("nines_bench_{}.toml", getpid())) {
        std::ofstream(path_) << text;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

/// As many trials as fit into `seconds`, at least one.
std::optional<Line> run_design(const fs::path& file, double seconds) {
    reset_peak_memory();
    const std::uint64_t before = peak_memory_kib();
    const validate::Opened opened = validate::open_file(file.string());
    if (scenario::has_errors(opened.diagnostics)) return std::nullopt;
    const auto program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    std::uint64_t trials = 1;
    Recorded run = run_recorded(program, trials, 1);
    while (run.wall_seconds < 0.2 * seconds) {
        const double growth = std::clamp(0.6 * seconds / run.wall_seconds, 2.0, 100.0);
        trials = static_cast<std::uint64_t>(static_cast<double>(trials) * growth);
        run = run_recorded(program, trials, 1);
    }
    Line line = line_of(program, run);
    line.name = file.stem().string();
    line.peak_kib = peak_memory_kib() - before;
    return line;
}

}  // namespace

Row first_estimate() {
    const TemporaryFile scenario(small_scenario);
    const std::string command = fmt::format("{} run {} --trials 100", quoted(NINES_PROGRAM), quoted(scenario.path()));
    std::optional<double> least;
    for (int i = 0; i < 10; ++i) {
        const Stopwatch stopwatch;
        const auto output = output_of(command);
        if (!output) break;
        least = std::min(least.value_or(stopwatch.wall_seconds()), stopwatch.wall_seconds());
    }
    return {"start to the first estimate printed, s", least ? fmt::format("{:.3f} s", *least) : "-", "-", least, 0.1};
}

std::vector<Line> run_designs(bool quick) {
    std::vector<fs::path> files;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(fs::path(NINES_SOURCE_DIR) / "scenarios/designs", missing)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Line> lines;
    for (const fs::path& file : files) {
        if (auto line = run_design(file, quick ? 0.3 : 2.0)) {
            lines.push_back(std::move(*line));
        } else {
            fmt::print(stderr, "nines_bench: {} has mistakes and is left out\n", file.string());
        }
    }
    return lines;
}

}  // namespace nines::bench
