// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/objective_rows.hpp"

#include <algorithm>
#include <cmath>

namespace nines::results {

namespace {

using observe::MetTally;
using observe::WindowTally;

/// Share of the windows that met the target; of rolling ones, of the instants. With one window a trial they are
/// independent; with more, the trials are what is independent.
sim::Interval share_met(const MetTally& tally, bool rolling, double confidence) {
    const std::uint64_t trials = tally.share.count;
    if (!rolling && tally.windows == trials) return sim::wilson(tally.met, tally.windows, confidence);
    const bool none = tally.share.max <= 0.0;
    const bool all = tally.share.min >= 1.0;
    if (none || all) return sim::wilson(none ? 0 : trials, trials, confidence);
    auto interval = sim::student_t_mean(tally.share, confidence);
    interval.low = std::max(0.0, interval.low);
    interval.high = std::min(1.0, interval.high);
    return interval;
}

/// A quantile over all windows of all trials. Those of one trial may depend on each other, so that the interval counts
/// one observation a trial: too wide rather than too narrow.
sim::Interval quantile_of_windows(const sim::LogHistogram& windows, double probability, std::uint64_t trials,
                                  double confidence) {
    const auto below = static_cast<std::uint64_t>(std::llround(probability * static_cast<double>(trials)));
    const auto rank = sim::wilson(below, trials, confidence);
    constexpr double few_beyond = 5.0;
    sim::Interval interval;
    interval.estimate = windows.quantile(probability);
    interval.low = std::min(interval.estimate, windows.quantile(rank.low));
    interval.high = std::max(interval.estimate, windows.quantile(rank.high));
    interval.unreliable = static_cast<double>(trials) * (1.0 - probability) < few_beyond;
    return interval;
}

void add_window_quantiles(RowWriter& rows, const std::string& stem, const sim::LogHistogram& windows,
                          std::uint64_t trials, double confidence) {
    for (const auto& [suffix, probability] : quantiles) {
        rows.add(stem + suffix, quantile_of_windows(windows, probability, trials, confidence), windows.count());
    }
    rows.add(stem + "_max", {windows.max(), windows.max(), windows.max(), true}, windows.count());
}

void add_shares_met(RowWriter& rows, const WindowTally& tally, const compile::Subject& subject, double confidence) {
    const double target = subject.slo->target;
    const bool rolling = subject.slo_terms.rolling;
    rows.add("slo_target", {target, target, target, false}, 0);
    const auto own = share_met(tally.own, rolling, confidence);
    rows.add("p_slo_met", own, tally.own.windows);
    for (std::size_t i = 0; i < observe::usual_windows.size(); ++i) {
        const MetTally& usual = tally.usual[i];
        if (usual.windows == 0) continue;
        rows.add_class("p_slo_met_window", observe::usual_windows[i].word, share_met(usual, rolling, confidence),
                       usual.windows);
    }
    const std::uint64_t trials = tally.own.share.count;
    rows.add("p_slo_always_met", sim::wilson(tally.trials_always_met, trials, confidence), trials);
    rows.add("p_budget_exhausted", complement(own), tally.own.windows);
}

void add_worst_window(RowWriter& rows, const WindowTally& tally, bool by_requests, double length, double confidence) {
    const std::string stem = by_requests ? "worst_window_unanswered" : "worst_window_downtime";
    const double unit = by_requests ? 1.0 / length : 1.0;
    rows.add(stem + "_mean", scaled(sim::nonnegative_mean(tally.mean_worst, confidence, length), unit),
             tally.mean_worst.count);
    add_quantiles(rows, stem, "", tally.worst, unit, confidence);
}

void add_budget(RowWriter& rows, const WindowTally& tally, double target, double confidence) {
    const std::uint64_t trials = tally.own.share.count;
    if (tally.spent.count() > 0) {
        rows.add("error_budget_spent_mean", sim::nonnegative_mean(tally.mean_spent, confidence, 1.0 / (1.0 - target)),
                 tally.spent.count());
        add_window_quantiles(rows, "error_budget_spent", tally.spent, trials, confidence);
    }
    const std::uint64_t gone = tally.gone_after.count();
    if (gone == 0) return;
    rows.add("time_to_exhaust_budget_mean", doubted_if_few(sim::ratio_of_means(tally.gone_and_after, confidence), gone),
             gone);
    add_window_quantiles(rows, "time_to_exhaust_budget", tally.gone_after, tally.trials_gone, confidence);
}

void add_credits(RowWriter& rows, const WindowTally& tally, double confidence) {
    if (tally.credited.windows == 0) return;
    rows.add("sla_credit_share_mean", sim::nonnegative_mean(tally.credit, confidence, 1.0), tally.credited.windows);
    rows.add("p_sla_credit", share_met(tally.credited, false, confidence), tally.credited.windows);
}

}  // namespace

void add_objective_rows(RowWriter& rows, const WindowTally& tally, const compile::Program& program,
                        std::uint32_t service, double confidence) {
    const compile::Subject& subject = program.subjects[service];
    if (!subject.slo) return;
    const double horizon = program.horizon;
    const double length = subject.slo->window ? std::min(subject.slo->window->in_seconds(), horizon) : horizon;
    add_shares_met(rows, tally, subject, confidence);
    add_worst_window(rows, tally, subject.slo_terms.by_requests, length, confidence);
    add_budget(rows, tally, subject.slo->target, confidence);
    add_credits(rows, tally, confidence);
}

void add_objective_series(std::vector<Series>& series, const std::string& subject, const WindowTally& tally) {
    if (tally.spent.count() == 0) return;
    Series bars{subject, "error_budget_spent", "1", {}, {}};
    for (const auto& bucket : tally.spent.buckets()) {
        bars.x.push_back(bucket.upper);
        bars.y.push_back(static_cast<double>(bucket.count));
    }
    series.push_back(std::move(bars));
}

}  // namespace nines::results
