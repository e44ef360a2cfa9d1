// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "tests/bench/instructions.hpp"
#include "tests/bench/targets.hpp"

namespace {

constexpr std::string_view help = R"(Usage: nines_bench [OPTIONS]

Measures the engine beside a textbook loop and a bare event loop, in one run and in turn. Prints one line of JSON
for each case, then a table of targets. Always ends with 0, unless asked to judge.

  --quick           fewer rounds
  --gate            end with 1 if a target is missed
  --check           only what a busy machine does not change (allocations, instructions); end with 1 if missed
  --callgrind-b N   only run N trials of case B, for valgrind to count
  --help            this text
)";

int run(int argc, char** argv) {
    nines::bench::Extent extent;
    bool gate = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--quick") {
            extent.quick = true;
        } else if (argument == "--gate") {
            gate = true;
        } else if (argument == "--check") {
            gate = true;
            extent.deterministic_only = true;
        } else if (argument == "--callgrind-b" && i + 1 < argc) {
            nines::bench::print_events_of_b(std::stoull(argv[i + 1]));
            return 0;
        } else {
            fmt::print(argument == "--help" ? stdout : stderr, "{}", help);
            return argument == "--help" ? 0 : 2;
        }
    }
    const bool all_met = nines::bench::measure_targets(extent);
    return gate && !all_met ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "nines_bench: {}\n", error.what());
        return 2;
    }
}
