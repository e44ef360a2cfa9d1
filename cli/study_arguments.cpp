// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/study_arguments.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sched.h>
#include <unistd.h>

#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/scenario/parse.hpp"

namespace nines::cli {

namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& problem, const std::string& hint = {}) {
    throw CLI::ValidationError(option, hint.empty() ? problem : fmt::format("{}\n  hint: {}", problem, hint));
}

template <class T>
T parsed_or_refuse(const std::string& option, scenario::Parsed<T> parsed) {
    if (!parsed) refuse(option, parsed.error().message, parsed.error().hint);
    return std::move(*parsed);
}

/// "10000", "10,000", "1e6".
std::uint64_t whole_number(const std::string& option, std::string text) {
    std::erase(text, ',');
    std::erase(text, '_');
    constexpr double most = 9e15;
    double number = 0.0;
    if (!CLI::detail::lexical_cast(text, number) || !(number >= 0.0) || number > most || number != std::floor(number)) {
        refuse(option, fmt::format("\"{}\" is not a whole number", text), "for example 10000 or 1e6");
    }
    return static_cast<std::uint64_t>(number);
}

double share_within(const std::string& option, const std::string& text, double above, double below,
                    const std::string& hint) {
    const double share = parsed_or_refuse(option, scenario::parse_share(text));
    if (!(share > above && share < below)) refuse(option, fmt::format("{} is out of range", text), hint);
    return share;
}

Duration positive_duration(const std::string& option, std::string_view text) {
    const Duration duration = parsed_or_refuse(option, scenario::parse_duration(text));
    if (duration <= Duration() || duration.is_forever()) refuse(option, "the time must be above 0 and finite");
    return duration;
}

std::vector<Duration> instants(const std::string& option, const std::string& text) {
    std::vector<Duration> result;
    for (const std::string& part : CLI::detail::split(text, ',')) {
        const std::string trimmed = CLI::detail::trim_copy(part);
        result.push_back(parsed_or_refuse(option, scenario::parse_duration(trimmed)));
    }
    return result;
}

using Read = std::function<void(const std::string& option, const std::string& text)>;

void add_read_option(CLI::App& app, const std::string& name, const std::string& type, const std::string& help,
                     Read read) {
    app.add_option_function<std::string>(
           name, [name, read = std::move(read)](const std::string& text) { read(name, text); }, help)
        ->type_name(type);
}

void add_horizon_option(CLI::App& app, results::StudyOptions& options, const std::string& help) {
    add_read_option(app, "--horizon", "TIME", help, [&](const std::string& option, const std::string& text) {
        options.horizon = positive_duration(option, text);
    });
}

void add_instants_option(CLI::App& app, results::StudyOptions& options) {
    add_read_option(app, "--at", "TIMES", "Also the availability at these instants: \"1 h, 30 d\"",
                    [&](const std::string& option, const std::string& text) { options.at = instants(option, text); });
}

void add_trials_option(CLI::App& app, results::StudyOptions& options, const std::string& help) {
    add_read_option(app, "--trials", "N", help, [&](const std::string& option, const std::string& text) {
        options.trials = whole_number(option, text);
        if (*options.trials == 0) refuse(option, "at least one trial is needed");
    });
}

void add_chance_options(CLI::App& app, results::StudyOptions& options) {
    add_read_option(
        app, "--seed", "N", "Another seed, another sample (1)",
        [&](const std::string& option, const std::string& text) { options.seed = whole_number(option, text); });
    add_horizon_option(app, options, "Simulated time of one trial (1 y)");
    add_read_option(app, "--confidence", "SHARE", "Level of the intervals (95%)",
                    [&](const std::string& option, const std::string& text) {
                        options.confidence = share_within(option, text, 0.5, 1.0, "above 50 % and below 100 %");
                    });
}

void add_running_options(CLI::App& app, results::StudyOptions& options) {
    options.threads = processor_count();
    app.add_flag("--steady", options.steady, "Long-run figures: equilibrium ages, and a warm-up that is not measured");
    add_read_option(app, "--threads", "N", fmt::format("Threads; never changes a result (all: {})", options.threads),
                    [&](const std::string& option, const std::string& text) {
                        constexpr std::uint64_t most = 1024;
                        const std::uint64_t threads = whole_number(option, text);
                        if (threads < 1 || threads > most) refuse(option, "from 1 to 1024");
                        options.threads = static_cast<unsigned>(threads);
                    });
    app.add_flag("--allow-large", options.allow_large, "Run even if more than 1e12 events are expected");
}

}  // namespace

void add_solve_options(CLI::App& app, results::StudyOptions& options) {
    add_horizon_option(app, options, "Time over which the figures are taken (1 y)");
    add_instants_option(app, options);
    app.add_flag("--steady", options.steady, "Long-run figures");
}

void add_study_options(CLI::App& app, results::StudyOptions& options) {
    add_trials_option(app, options, "How many horizons are simulated (10000; the limit with --precision: 1e6)");
    add_read_option(app, "--precision", "SHARE", "Stop when every service's downtime is known to this, for example 5%",
                    [&](const std::string& option, const std::string& text) {
                        options.precision =
                            share_within(option, text, 0.0, 1.0, "between 0 % and 100 %, for example 5%");
                    });
    add_chance_options(app, options);
    add_instants_option(app, options);
    add_running_options(app, options);
    app.add_flag("--ha-alone", options.beside_recovery,
                 "Also simulate the design without its plans and backups: what high availability does alone");
}

void add_comparison_options(CLI::App& app, results::StudyOptions& options) {
    add_trials_option(app, options, "How many horizons of each design are simulated (10000)");
    add_chance_options(app, options);
    add_running_options(app, options);
}

unsigned processor_count() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
    const int count = CPU_COUNT(&allowed);
    return count < 1 ? 1u : static_cast<unsigned>(count);
}

SettledStudy settle_or_say(const validate::Opened& opened, const results::StudyOptions& options) {
    SettledStudy settled{ExitCode::fine, results::prepare_study(opened.scenario, options, opened.diagnostics)};
    if (!settled.study.problems.empty()) {
        say_diagnostics(settled.study.problems, opened.scenario.files, scenario::Severity::error);
        settled.code = ExitCode::usage;
    }
    return settled;
}

results::Results run_with_progress(const results::Study& study, const InterruptWatch& interrupt, const RunLook& look) {
    std::string service;
    if (study.program.service_count > 0) service = std::string(results::name_of(study.program.subjects.front().name));
    LookArguments drawn;
    drawn.ascii = look.ascii;
    ProgressDisplay display({look.quiet, text_options(drawn).unicode, service, study.plan.precision});
    return results::run_study(study, [&](const observe::Progress& progress) {
        display.show(progress);
        return !interrupt.requested();
    });
}

}  // namespace nines::cli
