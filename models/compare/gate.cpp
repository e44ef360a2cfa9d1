// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/gate.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "models/compare/exact_standing.hpp"
#include "models/compare/rounds.hpp"
#include "models/compare/thresholds.hpp"

namespace nines::compare {

namespace {

constexpr std::uint64_t most_trials = 1'000'000;

class GateRun {
public:
    GateRun(const PreparedGate& prepared, const GateOptions& options) : prepared_(prepared), options_(options) {
        const observe::Plan& plan = prepared.variants.front().plan;
        ends_ = rounds_until(std::min(options.first_trials, plan.trials), plan.trials);
        gate_.confidence = plan.confidence;
        for (const Requirement& requirement : prepared.requirements) gate_.lines.push_back({requirement, {}, 0});
    }

    Gate run(const OnPairedProgress& progress, const std::function<bool()>& go_on) {
        decide_exactly(go_on);
        const auto open =
            std::count_if(gate_.lines.begin(), gate_.lines.end(), [](const GateLine& line) { return !line.is_exact; });
        gate_.interval_confidence =
            round_confidence(gate_.confidence, ends_.size(), std::max<std::size_t>(1, static_cast<std::size_t>(open)));
        if (is_settled()) {
            finish(exact_, observe::Stopped::trials);
        } else {
            simulate(progress, go_on);
        }
        if (open == 0) gate_.confidence = 1.0;
        return std::move(gate_);
    }

private:
    /// None of its figures depends on the objectives by which variants differ.
    void decide_exactly(const std::function<bool()>& go_on) {
        exact_ = exact_figures(prepared_.variants.front(), options_.exact_seconds, go_on);
        exact_.run.seed = prepared_.variants.front().plan.seed;
        for (GateLine& line : gate_.lines) {
            Standing standing = exact_standing(line.requirement, exact_);
            if (standing.decision == Decision::open) continue;
            line.standing = std::move(standing);
            line.is_exact = true;
        }
    }

    void simulate(const OnPairedProgress& progress, const std::function<bool()>& go_on) {
        std::vector<const compile::Program*> programs;
        for (const results::Study& variant : prepared_.variants) programs.push_back(&variant.program);
        const observe::Plan& plan = prepared_.variants.front().plan;
        observe::PairedRun run(programs, plan.seed, plan.threads);
        std::vector<std::size_t> all(programs.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        auto stopped = observe::Stopped::trials;
        for (const std::uint64_t end : ends_) {
            if (!run.advance(end, all, progress, go_on)) {
                stopped = observe::Stopped::interrupted;
                break;
            }
            look(run);
            if (is_settled()) break;
            if (end == ends_.back()) stopped = observe::Stopped::limit;
        }
        finish(results_of(run, 0), stopped);
    }

    results::Results results_of(const observe::PairedRun& run, std::size_t variant) const {
        results::Study study = prepared_.variants[variant];
        study.plan.trials = run.trials(variant);
        study.plan.confidence = gate_.interval_confidence;
        return results::results_of(study, {run.design(variant).tally, observe::Stopped::trials});
    }

    /// A decision stands, whatever later rounds show.
    void look(const observe::PairedRun& run) {
        std::vector<results::Results> of_variants;
        for (std::size_t v = 0; v < prepared_.variants.size(); ++v) of_variants.push_back(results_of(run, v));
        for (std::size_t i = 0; i < gate_.lines.size(); ++i) {
            GateLine& line = gate_.lines[i];
            if (line.standing.decision != Decision::open) continue;
            line.standing = standing_of(line.requirement, of_variants[prepared_.variant_of[i]]);
            line.trials = run.trials(0);
        }
    }

    bool any(Decision decision) const {
        return std::any_of(gate_.lines.begin(), gate_.lines.end(),
                           [&](const GateLine& line) { return line.standing.decision == decision; });
    }
    bool is_settled() const { return any(Decision::missed) || !any(Decision::open); }

    void finish(const results::Results& results, observe::Stopped stopped) {
        gate_.decision = any(Decision::missed) ? Decision::missed
                         : any(Decision::open) ? Decision::open
                                               : Decision::met;
        gate_.scenario = results.scenario;
        gate_.run = results.run;
        gate_.run.confidence = gate_.confidence;
        gate_.run.stopped = to_word(is_settled() ? observe::Stopped::trials : stopped);
        for (const GateLine& line : gate_.lines) {
            const bool was_looked_at = line.trials > 0;
            if (!was_looked_at || line.standing.is_known || line.standing.decision != Decision::open) continue;
            gate_.notes.push_back(
                fmt::format("{}: nothing of the kind was seen in {} trials", line.requirement.text, gate_.run.trials));
        }
    }

    const PreparedGate& prepared_;
    const GateOptions& options_;
    std::vector<std::uint64_t> ends_;
    results::Results exact_;
    Gate gate_;
};

}  // namespace

PreparedGate prepare_gate(const scenario::Scenario& scenario, const std::vector<Requirement>& requirements,
                          const GateOptions& options, const scenario::Diagnostics& warnings) {
    results::StudyOptions settled = options.study;
    if (!settled.trials) settled.trials = most_trials;
    settled.precision.reset();
    settled.allow_large = true;  // It stops long before the limit.
    PreparedGate prepared;
    const results::Study study = results::prepare_study(scenario, settled, warnings);
    prepared.problems = study.problems;
    if (!prepared.problems.empty()) return prepared;
    for (const Requirement& requirement : requirements) {
        auto resolved = with_subjects(requirement, study.program);
        if (!resolved) {
            scenario::ParseError error = resolved.error();
            error.message = fmt::format("\"{}\": {}", requirement.text, error.message);
            prepared.unknown.push_back(std::move(error));
            continue;
        }
        prepared.requirements.insert(prepared.requirements.end(), resolved->begin(), resolved->end());
    }
    if (!prepared.unknown.empty()) return prepared;
    const Variants variants = variants_of(scenario, prepared.requirements);
    prepared.variant_of = variants.of;
    for (const scenario::Scenario& variant : variants.scenarios) {
        prepared.variants.push_back(results::prepare_study(variant, settled, warnings));
    }
    return prepared;
}

Gate run_gate(const PreparedGate& prepared, const GateOptions& options, const OnPairedProgress& progress,
              const std::function<bool()>& go_on) {
    return GateRun(prepared, options).run(progress, go_on);
}

}  // namespace nines::compare
