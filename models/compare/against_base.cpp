// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/against_base.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "models/compare/trial_metric.hpp"
#include "models/results/metric_catalogue.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::compare {

namespace {

bool is_named(const MetricName& name, std::string_view subject, std::string_view metric, std::string_view of_class) {
    return metric == name.metric && of_class == name.failure_class &&
           (name.subject.empty() || subject == name.subject || results::name_of(subject) == name.subject);
}

/// A name without a subject means services and stores, not each of their servers.
bool is_subject(const MetricName& name, std::string_view subject) {
    const std::string_view kind = results::kind_of(subject);
    const bool is_part = kind == "node" || kind == "group" || kind == "domain" || kind == "balancer";
    return !name.subject.empty() || !is_part;
}

class Collector {
public:
    Collector(const std::vector<Design>& designs, const observe::PairedRun& run, std::size_t base,
              const std::vector<MetricName>& metrics, double pair_confidence)
        : designs_(designs), run_(run), metrics_(metrics), pair_confidence_(pair_confidence) {
        of_base_ = trial_metrics(designs[base].study.program, run.design(base));
    }

    results::Results results_of(std::size_t design) const {
        results::Study study = designs_[design].study;
        study.plan.trials = run_.trials(design);
        return results::results_of(study, {run_.design(design).tally, observe::Stopped::trials});
    }

    /// First minus second, of what the first has.
    std::vector<PointRow> rows_of_pair(const std::array<std::size_t, 2>& pair, double confidence) {
        of_base_ = trial_metrics(designs_[pair[1]].study.program, run_.design(pair[1]));
        pair_confidence_ = confidence;
        return rows_of(pair[0], results_of(pair[0]));
    }

    std::vector<PointRow> rows_of(std::size_t design, const results::Results& results) const {
        const auto paired = trial_metrics(designs_[design].study.program, run_.design(design));
        std::vector<PointRow> rows;
        for (const MetricName& name : metrics_) {
            for (const results::Metric& metric : results.metrics) {
                if (!is_named(name, metric.subject, metric.metric, metric.failure_class)) continue;
                if (!is_subject(name, metric.subject)) continue;
                rows.push_back({metric, difference_to_base(paired, metric)});
            }
        }
        return rows;
    }

private:
    static const TrialMetric* find(const std::vector<TrialMetric>& metrics, const results::Metric& row) {
        const auto found = std::find_if(metrics.begin(), metrics.end(), [&](const TrialMetric& metric) {
            return metric.subject == row.subject && metric.metric == row.metric &&
                   metric.failure_class == row.failure_class;
        });
        return found == metrics.end() ? nullptr : &*found;
    }

    std::optional<Difference> difference_to_base(const std::vector<TrialMetric>& paired,
                                                 const results::Metric& row) const {
        const TrialMetric* own = find(paired, row);
        const TrialMetric* base = find(of_base_, row);
        if (own == nullptr || base == nullptr) return std::nullopt;
        return difference_of(*own, *base, row_trials(), pair_confidence_);
    }

    std::uint64_t row_trials() const { return run_.trials(0); }

    const std::vector<Design>& designs_;
    const observe::PairedRun& run_;
    const std::vector<MetricName>& metrics_;
    double pair_confidence_;
    std::vector<TrialMetric> of_base_;
};

void check_horizons(const std::vector<Design>& designs, scenario::Diagnostics& problems) {
    const Design& first = designs.front();
    for (const Design& design : designs) {
        if (design.study.program.horizon == first.study.program.horizon) continue;
        problems.push_back(scenario::make_error(
            scenario::codes::horizons_differ.id, design.scenario.experiment.horizon.origin.place,
            fmt::format("\"{}\" is simulated over {}, and \"{}\" over {}", first.name,
                        scenario::to_text(Duration::seconds(first.study.program.horizon)), design.name,
                        scenario::to_text(Duration::seconds(design.study.program.horizon))),
            "give the same horizon to all of them: --horizon \"1 y\""));
        return;
    }
}

}  // namespace

MetricName name_of(const results::Metric& metric) {
    return {metric.subject, metric.metric, metric.failure_class};
}

const PointRow* find_row(const std::vector<PointRow>& rows, const MetricName& figure) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const PointRow& row) { return name_of(row.metric) == figure; });
    return found == rows.end() ? nullptr : &*found;
}

std::vector<MetricName> figures_in(const AgainstBase& figures) {
    std::vector<MetricName> names;
    for (const auto& rows : figures.rows) {
        for (const PointRow& row : rows) {
            const MetricName name = name_of(row.metric);
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    }
    return names;
}

PreparedDesigns prepare_points(std::vector<NamedScenario> points, const results::StudyOptions& options) {
    PreparedDesigns prepared;
    results::StudyOptions settled = options;
    settled.precision.reset();
    for (NamedScenario& point : points) {
        Design design{std::move(point.name), std::move(point.scenario), {}};
        design.study = results::prepare_study(design.scenario, settled);
        const auto& problems = design.study.problems;
        prepared.problems.insert(prepared.problems.end(), problems.begin(), problems.end());
        design.study.plan.precision.reset();
        if (prepared.designs.empty()) {
            settled.seed = design.study.plan.seed;
            settled.confidence = design.study.plan.confidence;
            settled.trials = design.study.plan.trials;
        }
        prepared.designs.push_back(std::move(design));
        if (!prepared.problems.empty()) return prepared;
    }
    if (!prepared.designs.empty()) check_horizons(prepared.designs, prepared.problems);
    return prepared;
}

std::vector<MetricName> usual_metrics() {
    return {{"", "downtime_per_year", ""},
            {"", "availability", ""},
            {"", "recovery_time_mean", ""},
            {"", "data_loss_mean", ""},
            {"", "cost_per_year", ""}};
}

AgainstBase run_against_base(const std::vector<Design>& designs, std::size_t base,
                             const std::vector<MetricName>& metrics, const OnPairedProgress& progress,
                             const std::function<bool()>& go_on, const std::vector<std::array<std::size_t, 2>>& pairs) {
    std::vector<const compile::Program*> programs;
    for (const Design& design : designs) programs.push_back(&design.study.program);
    const observe::Plan& plan = designs.front().study.plan;
    observe::PairedRun run(programs, plan.seed, plan.threads);
    std::vector<std::size_t> all(designs.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const bool is_done = run.advance(plan.trials, all, progress, go_on);

    AgainstBase found;
    found.base = base;
    found.confidence = plan.confidence;
    const auto others = static_cast<double>(std::max<std::size_t>(1, designs.size() - 1));
    found.pair_confidence = 1.0 - (1.0 - plan.confidence) / others;
    Collector collector(designs, run, base, metrics, found.pair_confidence);
    std::uint64_t events = 0;
    for (std::size_t d = 0; d < designs.size(); ++d) {
        const results::Results results = collector.results_of(d);
        events += results.run.events;
        if (d == base) {
            found.scenario = results.scenario;
            found.run = results.run;
        }
        found.rows.push_back(collector.rows_of(d, results));
    }
    for (const auto& pair : pairs) found.pairs.push_back(collector.rows_of_pair(pair, found.confidence));
    found.run.events = events;
    found.run.stopped = to_word(is_done ? observe::Stopped::trials : observe::Stopped::interrupted);
    return found;
}

}  // namespace nines::compare
