// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/trial_metric.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/results/cost_rows.hpp"
#include "models/results/recovery_rows.hpp"

namespace nines::compare {

namespace {

using observe::Sample;
using observe::ServiceQuantity;
using observe::StoreQuantity;

constexpr double year = 365.0 * 86400.0;

double largest(Column column) {
    double most = 0.0;
    for (const Sample& sample : column) most = std::max(most, sample.value);
    return most;
}

class Writer {
public:
    Writer(std::vector<TrialMetric>& metrics, std::string subject) : metrics_(&metrics), subject_(std::move(subject)) {}

    /// Of each trial: `scale` * value, at most `most` * `scale`.
    void mean(const std::string& name, Column value, double scale, double most, const std::string& failure_class = {}) {
        TrialMetric& metric = add(name, failure_class);
        metric.value = value;
        metric.scale = scale;
        metric.most_plausible = most * std::abs(scale);
    }

    /// What is known beforehand, and a mean.
    void cost(const std::string& name, Column value, const results::KnownCost& known, double per_year) {
        mean(name, value, per_year, known.most_varying);
        metrics_->back().offset = known.fixed * per_year;
    }

    /// 1 - value / whole.
    void share_left(const std::string& name, Column value, double whole) {
        TrialMetric& metric = add(name, {});
        metric.value = value;
        metric.offset = 1.0;
        metric.scale = -1.0 / whole;
        metric.most_plausible = 1.0;
    }

    /// Nothing where no event was seen.
    void ratio(const std::string& name, Column value, Column events, const std::string& failure_class = {}) {
        if (events.empty()) return;
        TrialMetric& metric = add(name, failure_class);
        metric.value = value;
        metric.events = events;
        metric.is_ratio = true;
        metric.most_plausible = largest(value);
    }

private:
    TrialMetric& add(const std::string& name, const std::string& failure_class) {
        TrialMetric& metric = metrics_->emplace_back();
        metric.subject = subject_;
        metric.metric = name;
        metric.failure_class = failure_class;
        return metric;
    }

    std::vector<TrialMetric>* metrics_;
    std::string subject_;
};

/// Of a service with an `slo`.
void add_windows(Writer& writer, const compile::Program& program, const observe::PairedTally& tally,
                 std::uint32_t service) {
    const compile::Subject& subject = program.subjects[service];
    if (!subject.slo) return;
    const auto of = [&](ServiceQuantity quantity) { return tally.samples.of(service, quantity); };
    const double length = subject.slo->window ? subject.slo->window->in_seconds() : program.horizon;
    const bool by_requests = subject.slo_terms.by_requests;
    writer.share_left("p_slo_met", of(ServiceQuantity::windows_missed), 1.0);
    writer.mean(by_requests ? "worst_window_unanswered_mean" : "worst_window_downtime_mean",
                of(ServiceQuantity::worst_window), by_requests ? 1.0 / length : 1.0, length);
    const double budget = 1.0 - subject.slo->target;
    if (budget > 0.0) { writer.mean("error_budget_spent_mean", of(ServiceQuantity::budget_spent), 1.0, 1.0 / budget); }
    if (!subject.slo_terms.credits.empty()) {
        writer.mean("sla_credit_share_mean", of(ServiceQuantity::credit), 1.0, 1.0);
    }
}

void add_service(Writer& writer, const compile::Program& program, const observe::PairedTally& tally,
                 std::uint32_t service) {
    const auto of = [&](ServiceQuantity quantity, std::size_t slot = observe::all_classes) {
        return tally.samples.of(service, quantity, slot);
    };
    const double per_year = year / program.horizon;
    const Column down = of(ServiceQuantity::down);
    writer.share_left("availability", down, program.horizon);
    const bool counts_requests = tally.tally.services[service].unanswered.count > 0;
    if (counts_requests) writer.share_left("request_availability", of(ServiceQuantity::unanswered), 1.0);
    writer.mean("downtime_per_year", down, per_year, program.horizon);
    writer.mean("planned_downtime_per_year", of(ServiceQuantity::planned_down), per_year, program.horizon);
    const Column outages = of(ServiceQuantity::outages);
    writer.mean("outages_per_year", outages, per_year, largest(outages) + 1.0);
    writer.ratio("mean_down_time", down, outages);
    add_windows(writer, program, tally, service);
    for (std::size_t i = 0; i < observe::class_slots; ++i) {
        const std::size_t slot = results::in_order(i);
        const std::string word = results::class_word(slot);
        writer.ratio("recovery_time_mean", of(ServiceQuantity::recovery_seconds, slot),
                     of(ServiceQuantity::recoveries, slot), word);
        writer.ratio("p_rto_met", of(ServiceQuantity::rto_met, slot), of(ServiceQuantity::rto_held, slot), word);
        writer.ratio("p_rpo_met", of(ServiceQuantity::rpo_met, slot), of(ServiceQuantity::rpo_held, slot), word);
    }
}

void add_store(Writer& writer, const observe::PairedTally& tally, compile::FailoverId id) {
    for (std::size_t i = 0; i < observe::class_slots; ++i) {
        const std::size_t slot = results::in_order(i);
        const std::string word = results::class_word(slot);
        const auto of = [&](StoreQuantity quantity) { return tally.samples.of(id, quantity, slot); };
        writer.ratio("data_loss_mean", of(StoreQuantity::lost_seconds), of(StoreQuantity::losses), word);
        const Column total = of(StoreQuantity::total_loss);
        if (slot == observe::all_classes || !total.empty()) writer.mean("p_total_loss", total, 1.0, 1.0, word);
    }
}

/// What the design costs, in all and by part.
void add_costs(Writer& writer, const compile::Program& program, const observe::Samples& samples) {
    if (!program.costs.exist()) return;
    const double per_year = year / program.horizon;
    writer.cost("cost_per_year", samples.cost(observe::whole_cost), results::known_cost(program, {}), per_year);
    for (const compile::CostPart part : compile::cost_parts) {
        if (!program.costs.has(part)) continue;
        writer.cost(results::metric_of(part), samples.cost(static_cast<std::size_t>(part)),
                    results::known_cost(program, part), per_year);
    }
}

}  // namespace

std::vector<TrialMetric> trial_metrics(const compile::Program& program, const observe::PairedTally& tally) {
    std::vector<TrialMetric> metrics;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        Writer writer(metrics, program.subjects[s].name);
        add_service(writer, program, tally, s);
    }
    for (const compile::Subject& subject : program.subjects) {
        if (subject.kind != compile::Subject::Kind::store || !compile::exists(subject.failover)) continue;
        Writer writer(metrics, subject.name);
        add_store(writer, tally, subject.failover);
    }
    Writer writer(metrics, results::whole_design);
    add_costs(writer, program, tally.samples);
    return metrics;
}

Influence influence_of(const TrialMetric& metric, std::uint64_t trials) {
    Influence influence;
    const double n = static_cast<double>(trials);
    double sum = 0.0;
    for (const Sample& sample : metric.value) sum += sample.value;
    if (!metric.is_ratio) {
        influence.estimate = metric.offset + metric.scale * sum / n;
        influence.values.assign(metric.value.begin(), metric.value.end());
        for (Sample& sample : influence.values) sample.value *= std::abs(metric.scale);
        return influence;
    }
    for (const Sample& sample : metric.events) influence.events += sample.value;
    influence.is_known = influence.events > 0.0;
    if (!influence.is_known) return influence;
    const double ratio = sum / influence.events;
    influence.estimate = metric.offset + metric.scale * ratio;
    const double factor = metric.scale * n / influence.events;
    // Every trial with a value has an event.
    auto value = metric.value.begin();
    for (const Sample& event : metric.events) {
        while (value != metric.value.end() && value->trial < event.trial) ++value;
        const bool has_value = value != metric.value.end() && value->trial == event.trial;
        const double of_trial = has_value ? value->value : 0.0;
        influence.values.push_back({event.trial, factor * (of_trial - ratio * event.value)});
    }
    return influence;
}

bool lower_is_better(std::string_view metric) {
    const results::MetricInfo* info = results::metric_info(metric);
    return info != nullptr && info->better == results::Direction::lower_is_better;
}

}  // namespace nines::compare
