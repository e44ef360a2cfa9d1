// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/run.hpp"

#include <stdexcept>

#include "models/compile/compile.hpp"
#include "models/results/estimate.hpp"
#include "models/validate/open.hpp"

namespace nines::oracle {

namespace {

Study run(const validate::Opened& opened, const Setup& setup) {
    if (scenario::has_errors(opened.diagnostics)) {
        std::string text = "the scenario has errors:";
        for (const auto& diagnostic : opened.diagnostics) text += "\n" + diagnostic.message;
        throw std::runtime_error(text);
    }
    compile::Options options = compile::options_of(opened.scenario);
    if (setup.horizon) options.horizon = *setup.horizon;
    options.warm_up = setup.warm_up;
    options.steady_ages = options.steady_ages || setup.steady_ages;

    observe::Plan plan;
    plan.seed = setup.seed;
    plan.trials = setup.trials;
    plan.threads = setup.threads;
    Study study;
    study.program = compile::compile(opened.scenario, options);
    study.outcome = observe::simulate(study.program, plan);
    study.results = results::estimate(study.program, study.outcome, plan);
    return study;
}

}  // namespace

const results::Metric& Study::row(std::string_view subject, std::string_view metric, std::optional<Duration> at) const {
    for (const results::Metric& candidate : results.metrics) {
        const bool same_instant = !at || (candidate.at && *candidate.at == at->in_seconds());
        if (candidate.subject == subject && candidate.metric == metric && same_instant) return candidate;
    }
    throw std::runtime_error("no row " + std::string(metric) + " of " + std::string(subject));
}

double Study::z(std::string_view subject, std::string_view metric, double exact, std::optional<Duration> at) const {
    const results::Metric& found = row(subject, metric, at);
    const double standard_error = (found.high - found.low) / (2.0 * 1.959963984540054);
    return (found.estimate - exact) / standard_error;
}

Study run_text(std::string_view toml, const Setup& setup) {
    return run(validate::open_text("test.toml", toml, {.overrides = setup.overrides, .folder = {}}), setup);
}

Study run_file(const std::string& path, const Setup& setup) {
    return run(validate::open_file(NINES_SOURCE_DIR "/scenarios/" + path, {.overrides = setup.overrides, .folder = {}}),
               setup);
}

}  // namespace nines::oracle
