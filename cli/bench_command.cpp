// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/study_arguments.hpp"
#include "models/results/number_text.hpp"

namespace nines::cli {

namespace {

using Json = nlohmann::ordered_json;

struct BenchArguments {
    ScenarioArguments scenario;
    results::StudyOptions options;
    std::string format = "text";
};

constexpr const char* examples = R"(Examples:
  nines bench site.toml                            how fast this machine simulates it
  nines bench scenarios/*.toml --format json       one line of JSON for each file
  nines bench site.toml --threads 1 --trials 1e5)";

struct Measured {
    std::string file;
    double open_seconds = 0.0;  ///< Read, resolve reuse, bind, validate.
    double compile_seconds = 0.0;
    double run_seconds = 0.0;  ///< Simulate and estimate.
    std::size_t units = 0;
    results::RunInfo run;

    double events_per_second() const { return static_cast<double>(run.events) / run_seconds; }
    double trials_per_second() const { return static_cast<double>(run.trials) / run_seconds; }
    /// Of one thread's time.
    double nanoseconds_per_event() const { return 1e9 * run_seconds * run.threads / static_cast<double>(run.events); }
};

template <class Work>
auto timed(double& seconds, Work work) {
    const auto began = std::chrono::steady_clock::now();
    auto result = work();
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return result;
}

/// Of the whole process until now.
double peak_memory_bytes() {
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) != 0) return 0.0;
    return static_cast<double>(usage.ru_maxrss) * 1024.0;
}

std::string text_of(const Measured& measured) {
    std::string text = fmt::format("{}\n", measured.file);
    const auto line = [&](const std::string& title, const std::string& value) {
        text += fmt::format("  {:<18} {}\n", title, value);
    };
    line("open and validate", results::duration_text(measured.open_seconds));
    line("compile", fmt::format("{} ({} units)", results::duration_text(measured.compile_seconds),
                                results::count_text(measured.units)));
    line("run", fmt::format("{} ({} trials, {} events, {} thread{})", results::duration_text(measured.run_seconds),
                            results::count_text(measured.run.trials), results::count_text(measured.run.events),
                            measured.run.threads, measured.run.threads == 1 ? "" : "s"));
    line("trials/s", results::number_text(measured.trials_per_second()));
    line("events/s", results::number_text(measured.events_per_second()));
    line("ns/event", fmt::format("{} of one thread", results::number_text(measured.nanoseconds_per_event())));
    line("peak memory", fmt::format("{:.1f} MB", peak_memory_bytes() / 1e6));
    return text;
}

std::string json_of(const Measured& measured) {
    const Json json = {{"file", measured.file},
                       {"version", measured.run.version},
                       {"units", measured.units},
                       {"threads", measured.run.threads},
                       {"trials", measured.run.trials},
                       {"events", measured.run.events},
                       {"open_seconds", measured.open_seconds},
                       {"compile_seconds", measured.compile_seconds},
                       {"run_seconds", measured.run_seconds},
                       {"trials_per_second", measured.trials_per_second()},
                       {"events_per_second", measured.events_per_second()},
                       {"nanoseconds_per_event", measured.nanoseconds_per_event()},
                       {"peak_memory_bytes", peak_memory_bytes()}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

ExitCode bench_file(const std::string& file, const BenchArguments& arguments, const InterruptWatch& interrupt) {
    Measured measured;
    measured.file = file;
    const OpenedFile opened = timed(measured.open_seconds, [&] { return open_or_say(file, arguments.scenario); });
    if (opened.code != ExitCode::fine) return opened.code;
    const SettledStudy settled =
        timed(measured.compile_seconds, [&] { return settle_or_say(opened.opened, arguments.options); });
    if (settled.code != ExitCode::fine) return settled.code;
    measured.units = settled.study.program.units.size();
    measured.run = run_with_progress(settled.study, interrupt, {.quiet = true, .ascii = true}).run;
    measured.run_seconds = measured.run.wall_seconds;
    return write_data(arguments.format == "json" ? json_of(measured) : text_of(measured));
}

ExitCode bench_files(const BenchArguments& arguments) {
    const InterruptWatch interrupt;
    ExitCode first = ExitCode::fine;
    for (const std::string& file : arguments.scenario.files) {
        const ExitCode code = bench_file(file, arguments, interrupt);
        if (first == ExitCode::fine) first = code;
        if (interrupt.requested()) break;
    }
    return first;
}

}  // namespace

Command add_bench(CLI::App& program) {
    CLI::App* app = program.add_subcommand("bench", "Measure how fast this machine simulates scenarios");
    auto arguments = std::make_shared<BenchArguments>();
    add_files(*app, arguments->scenario);
    app->add_option("--format", arguments->format, "text (default) or json: one line for each file")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "json"}));
    add_study_options(*app, arguments->options);
    app->footer(examples);
    return {app, [arguments] { return bench_files(*arguments); }};
}

}  // namespace nines::cli
