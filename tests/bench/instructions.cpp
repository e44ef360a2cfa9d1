// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/instructions.hpp"

#include <filesystem>
#include <regex>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "tests/bench/command.hpp"
#include "tests/bench/engine_runs.hpp"
#include "tests/bench/system.hpp"

namespace nines::bench {

namespace {

constexpr std::uint64_t short_run = 4;
constexpr std::uint64_t long_run = 12;

struct Counted {
    double instructions = 0.0;
    double events = 0.0;
};

std::optional<double> number_after(const std::string& text, const std::string& pattern) {
    std::smatch match;
    if (!std::regex_search(text, match, std::regex(pattern + R"(\s*:\s*(\d+))"))) return std::nullopt;
    return std::stod(match[1].str());
}

std::optional<Counted> count(const std::string& program, std::uint64_t trials) {
    const auto output = output_of(fmt::format(
        "valgrind --tool=callgrind --callgrind-out-file=/dev/null {} --callgrind-b {}", quoted(program), trials));
    if (!output) return std::nullopt;
    const auto instructions = number_after(*output, "Collected");
    const auto events = number_after(*output, "events");
    if (!instructions || !events) return std::nullopt;
    return Counted{*instructions, *events};
}

}  // namespace

std::string own_program() {
    return std::filesystem::read_symlink("/proc/self/exe").string();
}

void print_events_of_b(std::uint64_t trials) {
    const auto scenario = scenario_of(balanced_groups(20), Laws::exponential);
    const auto program = compile::compile(scenario, compile::options_of(scenario));
    fmt::print("events: {}\n", run_trials(program, trials));
}

std::optional<double> instructions_per_event(const std::string& own_program) {
    const auto first = count(own_program, short_run);
    const auto second = first ? count(own_program, long_run) : std::nullopt;
    if (!second) return std::nullopt;
    return (second->instructions - first->instructions) / (second->events - first->events);
}

}  // namespace nines::bench
