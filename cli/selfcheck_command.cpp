// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/study_arguments.hpp"
#include "cli/terminal.hpp"
#include "models/report/layout.hpp"
#include "models/selfcheck/cells.hpp"
#include "models/selfcheck/page.hpp"

namespace nines::cli {

namespace {

struct SelfcheckArguments {
    std::vector<std::string> names;
    bool quick = false;
    std::string format = "text";
    unsigned threads = processor_count();
};

constexpr const char* examples = R"(Examples:
  nines selfcheck                   all published cases, within a minute
  nines selfcheck --quick           the same with fewer trials, within seconds
  nines selfcheck pair raid         only cases whose name begins so

Each design is solved exactly and compared with what others published, then simulated and compared with the exact
figure. Nothing but the program itself is needed. Exit codes: 0 all figures agree, 1 some do not, 2 usage, 4 the output
cannot be written, 5 interrupted.)";

/// One line on the terminal that is redrawn for each case; nothing elsewhere.
class CaseProgress {
public:
    CaseProgress() : on_terminal_(is_terminal(STDERR_FILENO)) {}
    ~CaseProgress() { write("\r\x1b[K"); }
    CaseProgress(const CaseProgress&) = delete;
    CaseProgress& operator=(const CaseProgress&) = delete;

    void show(std::size_t index, std::size_t count, const std::string& name) {
        const std::string text = fmt::format("case {} of {}: {}", index + 1, count, name);
        write("\r" + report::shortened(text, terminal_width(STDERR_FILENO) - 1) + "\x1b[K");
    }
    void clear() { write("\r\x1b[K"); }

private:
    void write(const std::string& text) const {
        if (!on_terminal_) return;
        // Progress is a courtesy: nothing is lost when it cannot be shown.
        [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    }

    bool on_terminal_;
};

struct Checked {
    std::vector<selfcheck::CaseOutcome> outcomes;
    selfcheck::Count count;
    ExitCode written = ExitCode::fine;
};

/// Text is written case by case as it is found, a page when all is known.
Checked check_all(const std::vector<selfcheck::Case>& cases, const SelfcheckArguments& arguments,
                  const InterruptWatch& interrupt) {
    Checked checked;
    CaseProgress progress;
    selfcheck::CheckOptions options;
    options.quick = arguments.quick;
    options.threads = arguments.threads;
    options.go_on = [&] { return !interrupt.requested(); };
    for (std::size_t i = 0; i < cases.size() && checked.written == ExitCode::fine; ++i) {
        progress.show(i, cases.size(), cases[i].name);
        checked.outcomes.push_back(selfcheck::check(cases[i], options));
        if (interrupt.requested()) break;
        checked.count.add(checked.outcomes.back());
        progress.clear();
        if (arguments.format == "text") checked.written = write_data(selfcheck::case_text(checked.outcomes.back()));
    }
    return checked;
}

ExitCode self_check(const SelfcheckArguments& arguments) {
    const selfcheck::Catalogue catalogue = selfcheck::catalogue();
    std::vector<std::string> unknown;
    const auto cases = selfcheck::chosen_cases(catalogue, arguments.names, unknown);
    if (!unknown.empty()) {
        std::string names;
        for (const auto& one : catalogue.cases) names += (names.empty() ? "" : ", ") + one.name;
        say_error(fmt::format("no case is called \"{}\"", unknown.front()), "the cases are " + names);
        return ExitCode::usage;
    }
    const InterruptWatch interrupt;
    const Checked checked = check_all(cases, arguments, interrupt);
    if (checked.written != ExitCode::fine) return checked.written;
    if (interrupt.requested()) {
        say_error("interrupted");
        return ExitCode::inconclusive;
    }
    const std::string end = arguments.format == "text" ? selfcheck::summary_text(checked.count) + "\n"
                                                       : selfcheck::markdown_page(checked.outcomes);
    const ExitCode written = write_data(end);
    if (written != ExitCode::fine) return written;
    return checked.count.wrong == 0 ? ExitCode::fine : ExitCode::objective_missed;
}

}  // namespace

Command add_selfcheck(CLI::App& program) {
    CLI::App* app = program.add_subcommand("selfcheck", "Check this program against published figures");
    auto arguments = std::make_shared<SelfcheckArguments>();
    app->add_option("CASE", arguments->names, "Only cases whose name begins so")->type_name("");
    app->add_flag("--quick", arguments->quick, "Fewer trials: seconds instead of a minute");
    app->add_option("--format", arguments->format, "text (default) or md: the page docs/validation.md")
        ->type_name("NAME")
        ->check(CLI::IsMember({"text", "md"}));
    app->add_option("--threads", arguments->threads, "Threads; never changes a figure (all)")
        ->type_name("N")
        ->check(CLI::Range(1u, 1024u));
    app->footer(examples);
    return {app, [arguments] { return self_check(*arguments); }};
}

}  // namespace nines::cli
