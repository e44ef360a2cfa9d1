// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/results/results.hpp"

/// Sentences that the text and the Markdown report share.
namespace nines::report {

/// The scenario's name; its file, or "Results", when it has none.
std::string title_text(const results::Results& results);

/// "10,000 trials of 1.00 y each (10,000 simulated years), seed 1, 95 % confidence intervals".
std::string experiment_text(const results::RunInfo& run);

/// "took 4.2 s on 8 threads (2,381 trials/s)"; empty without a clock.
std::string speed_text(const results::RunInfo& run);

/// "stopped because all trials were done".
std::string stop_text(const results::RunInfo& run);

/// How the exact figures were found: states, method, residual.
std::vector<std::string> solve_lines(const results::Results& results);

/// What to do next, a command and its purpose each; `file` stands for the scenario.
struct Hint {
    std::string command;
    std::string purpose;
};
std::vector<Hint> hints_for(const results::Results& results);

/// What an unreliable interval means; printed once where one is marked.
std::string unreliable_note();

/// "web.toml:14:10: warning W003: message", then the hint on its own line if there is one.
std::vector<std::string> diagnostic_lines(const results::Results& results, const scenario::Diagnostic& diagnostic);

}  // namespace nines::report
