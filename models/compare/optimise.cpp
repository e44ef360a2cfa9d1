// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/optimise.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "models/compare/rounds.hpp"
#include "models/compare/thresholds.hpp"
#include "models/compare/trial_metric.hpp"

namespace nines::compare {

namespace {

constexpr std::uint64_t most_trials = 1'000'000;

class Search {
public:
    Search(const PreparedSearch& prepared, const OptimiseOptions& options)
        : prepared_(prepared), options_(options), has_prices_(!prepared.prices.empty()) {
        const observe::Plan& plan = prepared.studies.front().plan;
        ends_ = rounds_until(std::min(options.first_trials, plan.trials), plan.trials);
        const std::size_t points = prepared.plan.designs.size();
        const std::size_t tests = points * (prepared.requirements.size() + (has_prices_ ? 0 : 1));
        optimum_.grid = prepared.plan.grid;
        optimum_.requirements = prepared.requirements;
        optimum_.confidence = plan.confidence;
        optimum_.interval_confidence = round_confidence(plan.confidence, ends_.size(), tests);
        optimum_.cost_name = has_prices_ ? "price" : to_text(options.minimise);
        for (std::size_t p = 0; p < points; ++p) {
            Candidate candidate;
            candidate.point = p;
            candidate.standings.resize(prepared.requirements.size());
            if (has_prices_) candidate.cost = prepared.prices[p];
            optimum_.candidates.push_back(std::move(candidate));
            optimum_.names.push_back(prepared.plan.designs[p].name);
        }
    }

    Optimum run(const OnPairedProgress& progress, const std::function<bool()>& go_on) {
        std::vector<const compile::Program*> programs;
        for (const results::Study& study : prepared_.studies) programs.push_back(&study.program);
        const observe::Plan& plan = prepared_.studies.front().plan;
        observe::PairedRun run(programs, plan.seed, plan.threads);
        bool is_interrupted = false;
        for (const std::uint64_t end : ends_) {
            is_interrupted = !run.advance(end, active_designs(), progress, go_on);
            if (is_interrupted) break;
            ++optimum_.rounds;
            for (const std::size_t p : active()) look_at(run, p);
            eliminate_dearer(run);
            if (is_settled()) break;
        }
        finish(run, is_interrupted);
        return std::move(optimum_);
    }

private:
    std::vector<std::size_t> active() const {
        std::vector<std::size_t> points;
        for (const Candidate& candidate : optimum_.candidates) {
            const bool waits = has_prices_ && meets_all(candidate);
            if (candidate.fate == Fate::open && !waits) points.push_back(candidate.point);
        }
        return points;
    }

    std::vector<std::size_t> active_designs() const {
        std::vector<std::size_t> designs;
        for (const std::size_t point : active()) {
            for (std::size_t v = 0; v < prepared_.variants; ++v) designs.push_back(point * prepared_.variants + v);
        }
        return designs;
    }

    static bool meets_all(const Candidate& candidate) {
        return std::all_of(candidate.standings.begin(), candidate.standings.end(),
                           [](const Standing& standing) { return standing.decision == Decision::met; });
    }

    results::Results results_of(const observe::PairedRun& run, std::size_t design) const {
        results::Study study = prepared_.studies[design];
        study.plan.trials = run.trials(design);
        study.plan.confidence = optimum_.interval_confidence;
        return results::results_of(study, {run.design(design).tally, observe::Stopped::trials});
    }

    void look_at(const observe::PairedRun& run, std::size_t point) {
        Candidate& candidate = optimum_.candidates[point];
        candidate.trials = run.trials(point * prepared_.variants);
        for (std::size_t v = 0; v < prepared_.variants; ++v) {
            const results::Results results = results_of(run, point * prepared_.variants + v);
            for (std::size_t r = 0; r < prepared_.requirements.size(); ++r) {
                Standing& standing = candidate.standings[r];
                if (prepared_.variant_of[r] != v || standing.decision != Decision::open) continue;
                standing = standing_of(prepared_.requirements[r], results);
                const bool misses = standing.decision == Decision::missed;
                if (misses && !candidate.missed) candidate.missed = r;
            }
            if (has_prices_ || v != 0) continue;
            const results::Metric* row = find_row(results, options_.minimise);
            if (row != nullptr) candidate.cost = row->estimate;
        }
        if (candidate.missed) candidate.fate = Fate::misses;
    }

    /// Those that meet all, the cheapest first; among equals the order of the grid.
    std::vector<std::size_t> proven() const {
        std::vector<std::size_t> points;
        for (const Candidate& candidate : optimum_.candidates) {
            if (candidate.fate == Fate::open && meets_all(candidate)) points.push_back(candidate.point);
        }
        std::stable_sort(points.begin(), points.end(), [&](std::size_t a, std::size_t b) {
            return optimum_.candidates[a].cost < optimum_.candidates[b].cost;
        });
        return points;
    }

    void eliminate_dearer(const observe::PairedRun& run) {
        for (const std::size_t good : proven()) {
            if (optimum_.candidates[good].fate != Fate::open) continue;
            for (Candidate& other : optimum_.candidates) {
                const bool is_rival = other.point != good && other.fate == Fate::open;
                if (is_rival && is_no_dearer(run, good, other.point)) other.fate = Fate::dearer;
            }
        }
    }

    bool is_no_dearer(const observe::PairedRun& run, std::size_t good, std::size_t other) const {
        if (has_prices_) return prepared_.prices[good] <= prepared_.prices[other];
        const std::size_t a = good * prepared_.variants;
        const std::size_t b = other * prepared_.variants;
        const auto of_a = trial_metrics(prepared_.studies[a].program, run.design(a));
        const auto of_b = trial_metrics(prepared_.studies[b].program, run.design(b));
        const auto is_cost = [&](const TrialMetric& metric) {
            const bool is_subject = options_.minimise.subject.empty() || metric.subject == options_.minimise.subject;
            return is_subject && metric.metric == options_.minimise.metric &&
                   metric.failure_class == options_.minimise.failure_class;
        };
        const auto cost_a = std::find_if(of_a.begin(), of_a.end(), is_cost);
        const auto cost_b = std::find_if(of_b.begin(), of_b.end(), is_cost);
        if (cost_a == of_a.end() || cost_b == of_b.end()) return false;
        const Difference difference = difference_of(*cost_a, *cost_b, run.trials(a), optimum_.interval_confidence);
        const double zone = options_.indifference * std::abs(difference.of_b);
        return !difference.unreliable && difference.high <= zone;
    }

    bool is_settled() const {
        const auto is_open = [](const Candidate& candidate) { return candidate.fate == Fate::open; };
        const auto open = std::count_if(optimum_.candidates.begin(), optimum_.candidates.end(), is_open);
        return open == 0 || (open == 1 && !proven().empty());
    }

    void finish(const observe::PairedRun& run, bool is_interrupted) {
        optimum_.is_conclusive = !is_interrupted && is_settled();
        const auto good = proven();
        if (!good.empty()) {
            optimum_.best = good.front();
            if (optimum_.is_conclusive) optimum_.candidates[good.front()].fate = Fate::best;
            find_binding(good.front());
        }
        const results::Results results = results_of(run, 0);
        optimum_.scenario = results.scenario;
        optimum_.run = results.run;
        optimum_.run.confidence = optimum_.confidence;
        optimum_.run.trials = 0;
        optimum_.run.events = 0;
        for (std::size_t d = 0; d < run.size(); ++d) {
            optimum_.run.trials += run.trials(d);
            optimum_.run.events += run.design(d).tally.events;
        }
        const auto stopped = is_interrupted           ? observe::Stopped::interrupted
                             : optimum_.is_conclusive ? observe::Stopped::trials
                                                      : observe::Stopped::limit;
        optimum_.run.stopped = to_word(stopped);
    }

    void find_binding(std::size_t best) {
        const Candidate* nearest = nullptr;
        for (const Candidate& candidate : optimum_.candidates) {
            const bool is_cheaper = candidate.missed && candidate.cost <= optimum_.candidates[best].cost;
            if (is_cheaper && (nearest == nullptr || candidate.cost > nearest->cost)) nearest = &candidate;
        }
        if (nearest != nullptr) optimum_.binding = nearest->missed;
    }

    const PreparedSearch& prepared_;
    const OptimiseOptions& options_;
    bool has_prices_;
    std::vector<std::uint64_t> ends_;
    Optimum optimum_;
};

void resolve(PreparedSearch& prepared, const std::vector<Requirement>& requirements) {
    for (const Requirement& requirement : requirements) {
        auto resolved = with_subjects(requirement, prepared.plan.designs.front().study.program);
        if (!resolved) {
            scenario::ParseError error = resolved.error();
            error.message = fmt::format("\"{}\": {}", requirement.text, error.message);
            prepared.unknown.push_back(std::move(error));
            continue;
        }
        prepared.requirements.insert(prepared.requirements.end(), resolved->begin(), resolved->end());
    }
}

}  // namespace

std::string to_word(Fate fate) {
    switch (fate) {
        case Fate::best: return "best";
        case Fate::misses: return "misses";
        case Fate::dearer: return "dearer";
        case Fate::open: return "open";
    }
    return {};
}

PreparedSearch prepare_search(SweepPlan plan, const std::vector<Requirement>& requirements,
                              const OptimiseOptions& options) {
    PreparedSearch prepared;
    prepared.plan = std::move(plan);
    resolve(prepared, requirements);
    results::StudyOptions settled = options.study;
    settled.trials = settled.trials.value_or(most_trials);
    settled.precision.reset();
    settled.allow_large = true;  // It stops long before the limit.
    settled.seed = prepared.plan.designs.front().study.plan.seed;
    settled.confidence = prepared.plan.designs.front().study.plan.confidence;
    for (const Design& design : prepared.plan.designs) {
        const Variants variants = variants_of(design.scenario, prepared.requirements);
        prepared.variant_of = variants.of;
        prepared.variants = variants.scenarios.size();
        for (const scenario::Scenario& variant : variants.scenarios) {
            prepared.studies.push_back(results::prepare_study(variant, settled));
        }
        if (options.prices.empty()) continue;
        const auto price = price_of(design.scenario, options.prices);
        if (!price) {
            prepared.unknown.push_back(price.error());
            return prepared;
        }
        prepared.prices.push_back(*price);
    }
    return prepared;
}

Optimum run_search(const PreparedSearch& prepared, const OptimiseOptions& options, const OnPairedProgress& progress,
                   const std::function<bool()>& go_on) {
    return Search(prepared, options).run(progress, go_on);
}

}  // namespace nines::compare
