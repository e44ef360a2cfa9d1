// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/compare.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "models/compare/design_names.hpp"
#include "models/compare/trial_metric.hpp"
#include "models/compare/verdict.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::compare {

namespace {

/// What a metric is called in the comparison: subject, metric, class.
using Key = std::tuple<std::string, std::string, std::string>;

/// The metrics of one design by their names in the comparison.
using ByKey = std::map<Key, TrialMetric>;

/// Things of a kind with one of it in each design are the same thing, whatever they are called.
std::string lone_subject(const std::vector<Design>& designs, compile::Subject::Kind kind) {
    std::string name;
    for (const Design& design : designs) {
        const auto& subjects = design.study.program.subjects;
        const auto is_kind = [&](const compile::Subject& subject) { return subject.kind == kind; };
        if (std::count_if(subjects.begin(), subjects.end(), is_kind) != 1) return {};
        if (name.empty()) name = std::find_if(subjects.begin(), subjects.end(), is_kind)->name;
    }
    return name;
}

class Comparer {
public:
    Comparer(const std::vector<Design>& designs, const observe::PairedRun& run, const CompareOptions& options)
        : designs_(designs), run_(run), options_(options) {
        const std::size_t pairs = designs.size() * (designs.size() - 1) / 2;
        comparison_.confidence = designs.front().study.plan.confidence;
        comparison_.pair_confidence =
            1.0 - (1.0 - comparison_.confidence) / static_cast<double>(std::max<std::size_t>(1, pairs));
    }

    Comparison compare(observe::Stopped stopped) {
        comparison_.stopped = to_word(stopped);
        for (std::size_t d = 0; d < designs_.size(); ++d) add_design(d, stopped);
        collect_metrics();
        for (const Key& key : order_) compare_all_pairs(key);
        return std::move(comparison_);
    }

private:
    void add_design(std::size_t index, observe::Stopped stopped) {
        const Design& design = designs_[index];
        results::Study study = design.study;
        study.plan.trials = run_.trials(index);
        ComparedDesign compared{design.name, results::results_of(study, {run_.design(index).tally, stopped}), {}};
        if (index > 0) compared.changes = changes_between(designs_.front().scenario, design.scenario);
        comparison_.designs.push_back(std::move(compared));
    }

    void collect_metrics() {
        const std::string service = lone_subject(designs_, compile::Subject::Kind::service);
        const std::string store = lone_subject(designs_, compile::Subject::Kind::store);
        for (std::size_t d = 0; d < designs_.size(); ++d) {
            ByKey metrics;
            for (TrialMetric& metric : trial_metrics(designs_[d].study.program, run_.design(d))) {
                const bool is_service = metric.subject.starts_with("service:");
                const std::string& lone = is_service ? service : store;
                if (!lone.empty() && lone != metric.subject) {
                    note_once(fmt::format("{} of {} is compared with {} of {}", metric.subject, designs_[d].name, lone,
                                          designs_.front().name));
                    metric.subject = lone;
                }
                const Key key{metric.subject, metric.metric, metric.failure_class};
                if (std::find(order_.begin(), order_.end(), key) == order_.end()) order_.push_back(key);
                metrics.emplace(key, std::move(metric));
            }
            metrics_.push_back(std::move(metrics));
        }
        note_lone_subjects();
    }

    /// A service or store that not every design has.
    void note_lone_subjects() {
        for (const auto& [subject, metric, failure_class] : order_) {
            if (metric != "availability" && metric != "p_total_loss") continue;
            if (!failure_class.empty()) continue;
            for (std::size_t d = 0; d < designs_.size(); ++d) {
                if (metrics_[d].contains({subject, metric, failure_class})) continue;
                note_once(fmt::format("{} is not in {}: nothing of it is compared there", subject, designs_[d].name));
            }
        }
    }

    void compare_all_pairs(const Key& key) {
        const auto says_something = [&](const ByKey& metrics) {
            const auto found = metrics.find(key);
            return found != metrics.end() && !found->second.value.empty();
        };
        const bool is_rare = std::get<1>(key) == "planned_downtime_per_year";
        if (is_rare && std::none_of(metrics_.begin(), metrics_.end(), says_something)) return;
        for (std::size_t a = 0; a < designs_.size(); ++a) {
            for (std::size_t b = a + 1; b < designs_.size(); ++b) compare_pair(key, a, b);
        }
    }

    void compare_pair(const Key& key, std::size_t a, std::size_t b) {
        const auto of_a = metrics_[a].find(key);
        const auto of_b = metrics_[b].find(key);
        if (of_a == metrics_[a].end() || of_b == metrics_[b].end()) return;
        const std::uint64_t trials = std::min(run_.trials(a), run_.trials(b));
        Difference difference = difference_of(of_a->second, of_b->second, trials, comparison_.pair_confidence);
        difference.a = a;
        difference.b = b;
        judge(difference, zone_of(options_.indifference, difference, difference.of_a));
        comparison_.differences.push_back(std::move(difference));
    }

    void note_once(std::string note) {
        auto& notes = comparison_.notes;
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(std::move(note));
    }

    const std::vector<Design>& designs_;
    const observe::PairedRun& run_;
    const CompareOptions& options_;
    Comparison comparison_;
    std::vector<ByKey> metrics_;  ///< By design.
    std::vector<Key> order_;
};

void check_alike(const PreparedDesigns& prepared, scenario::Diagnostics& problems) {
    const Design& first = prepared.designs.front();
    for (const Design& design : prepared.designs) {
        if (design.study.program.horizon == first.study.program.horizon) continue;
        problems.push_back(scenario::make_error(
            scenario::codes::horizons_differ, design.scenario.experiment.horizon.origin.place,
            fmt::format("\"{}\" is simulated over {}, and \"{}\" over {}", first.name,
                        scenario::to_text(Duration::seconds(first.study.program.horizon)), design.name,
                        scenario::to_text(Duration::seconds(design.study.program.horizon))),
            "give the same horizon to all of them: --horizon \"1 y\""));
    }
}

void check_size(const PreparedDesigns& prepared, scenario::Diagnostics& problems) {
    const std::uint64_t trials = prepared.designs.front().study.plan.trials;
    if (trials <= most_kept_trials / prepared.designs.size()) return;
    problems.push_back(scenario::make_error(
        scenario::codes::comparison_too_large, {},
        fmt::format("{} designs over {} trials each are more than {} trials, and what each of them shows is kept",
                    prepared.designs.size(), trials, most_kept_trials),
        "ask for fewer trials; --allow-large compares nevertheless"));
}

}  // namespace

std::string to_word(Verdict verdict) {
    switch (verdict) {
        case Verdict::a_better: return "a_better";
        case Verdict::b_better: return "b_better";
        case Verdict::alike: return "alike";
        case Verdict::open: return "open";
    }
    return {};
}

const Difference* find_difference(const Comparison& comparison, std::string_view subject, std::string_view metric,
                                  std::size_t a, std::size_t b, std::string_view failure_class) {
    const auto found =
        std::find_if(comparison.differences.begin(), comparison.differences.end(), [&](const Difference& row) {
            return row.a == a && row.b == b && row.subject == subject && row.metric == metric &&
                   row.failure_class == failure_class;
        });
    return found == comparison.differences.end() ? nullptr : &*found;
}

PreparedDesigns prepare_designs(const std::vector<scenario::Scenario>& scenarios, const CompareOptions& options,
                                const std::vector<scenario::Diagnostics>& warnings) {
    PreparedDesigns prepared;
    results::StudyOptions settled = options.study;
    settled.precision.reset();
    const std::vector<std::string> names = design_names(scenarios);
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        Design design{names[s], scenarios[s], {}};
        design.study =
            results::prepare_study(scenarios[s], settled, s < warnings.size() ? warnings[s] : scenario::Diagnostics{});
        const auto& problems = design.study.problems;
        prepared.problems.insert(prepared.problems.end(), problems.begin(), problems.end());
        if (s == 0) {
            settled.seed = design.study.plan.seed;
            settled.confidence = design.study.plan.confidence;
        }
        design.study.plan.precision.reset();
        prepared.designs.push_back(std::move(design));
    }
    if (prepared.problems.empty() && !prepared.designs.empty()) check_alike(prepared, prepared.problems);
    if (prepared.problems.empty() && !options.study.allow_large) check_size(prepared, prepared.problems);
    for (Design& design : prepared.designs) design.study.plan.trials = prepared.designs.front().study.plan.trials;
    return prepared;
}

Comparison compare_designs(const std::vector<Design>& designs, const CompareOptions& options,
                           const OnPairedProgress& progress, const std::function<bool()>& go_on) {
    std::vector<const compile::Program*> programs;
    for (const Design& design : designs) programs.push_back(&design.study.program);
    const observe::Plan& plan = designs.front().study.plan;
    observe::PairedRun run(programs, plan.seed, plan.threads);
    std::vector<std::size_t> all(designs.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const bool is_done = run.advance(plan.trials, all, progress, go_on);
    Comparer comparer(designs, run, options);
    return comparer.compare(is_done ? observe::Stopped::trials : observe::Stopped::interrupted);
}

Comparison compare_run(const std::vector<Design>& designs, const observe::PairedRun& run,
                       const CompareOptions& options) {
    Comparer comparer(designs, run, options);
    return comparer.compare(observe::Stopped::trials);
}

}  // namespace nines::compare
