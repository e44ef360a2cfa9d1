// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include "cli/exit_code.hpp"
#include "cli/interrupt.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"

/// The options that settle an experiment, as several commands take them.
namespace nines::cli {

/// --trials, --precision, --seed, --threads, --horizon, --confidence, --at, --steady, --allow-large. A value that
/// cannot be read is a usage error with the hint that the same mistake in a file would get.
void add_study_options(CLI::App& app, results::StudyOptions& options);

/// Of these the ones that several designs take together: all but --precision, --at and --ha-alone.
void add_comparison_options(CLI::App& app, results::StudyOptions& options);

/// Of these the ones that matter without trials: --horizon, --at, --steady.
void add_solve_options(CLI::App& app, results::StudyOptions& options);

/// How many threads this process may use at once.
unsigned processor_count();

struct SettledStudy {
    ExitCode code = ExitCode::fine;  ///< Not fine: the problems have been said.
    results::Study study;
};
SettledStudy settle_or_say(const validate::Opened& opened, const results::StudyOptions& options);

struct RunLook {
    bool quiet = false;
    bool ascii = false;
};

/// Runs with progress on standard error; an interrupt ends it early.
results::Results run_with_progress(const results::Study& study, const InterruptWatch& interrupt, const RunLook& look);

}  // namespace nines::cli
