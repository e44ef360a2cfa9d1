// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/notable_trials.hpp"

#include <cmath>

#include "models/results/number_text.hpp"

namespace nines::results {

namespace {

using Reason = NotableTrial::Reason;

void add_of_service(std::vector<NotableTrial>& notable, const std::string& subject,
                    const observe::ServiceTally& tally) {
    const auto add = [&](Reason reason, const observe::WorstTrials::Entry& of, double figure, double share = 1.0) {
        notable.push_back({subject, of.trial, of.seconds, of.outages, reason, figure, share});
    };
    for (const auto& entry : tally.worst.entries) add(Reason::worst, entry, entry.seconds);
    const auto& longest = tally.longest_outage;
    const auto& most = tally.most_outages;
    if (longest.figure > 0.0) add(Reason::longest_outage, longest.trial, longest.figure);
    if (most.figure > 0.0) add(Reason::most_outages, most.trial, most.figure);
    if (tally.typical.entries.empty()) return;
    const sim::LogHistogram& down = tally.down_per_trial;
    const auto all = static_cast<double>(down.count());
    const double with_none = static_cast<double>(down.zeros()) / all;
    const double median = down.quantile(with_none + 0.5 * (1.0 - with_none));
    const auto& typical = tally.typical.nearest(median);
    add(Reason::typical, typical, typical.seconds, 1.0 - with_none);
}

void add_of_store(std::vector<NotableTrial>& notable, const std::string& subject, const observe::StoreTally& tally) {
    const auto add = [&](Reason reason, const observe::LargestOfTrials& of) {
        if (of.figure > 0.0) notable.push_back({subject, of.trial, 0.0, 0, reason, of.figure, 1.0});
    };
    add(Reason::largest_loss, tally.largest_loss);
    add(Reason::longest_recovery, tally.longest_recovery);
}

}  // namespace

std::vector<NotableTrial> notable_trials(const compile::Program& program, const observe::Tally& tally) {
    std::vector<NotableTrial> notable;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        add_of_service(notable, program.subjects[s].name, tally.services[s]);
    }
    for (const compile::Subject& subject : program.subjects) {
        if (subject.kind != compile::Subject::Kind::store || !compile::exists(subject.failover)) continue;
        add_of_store(notable, subject.name, tally.stores[+subject.failover]);
    }
    return notable;
}

std::string to_word(Reason reason) {
    switch (reason) {
        case Reason::worst: return "worst";
        case Reason::longest_outage: return "longest_outage";
        case Reason::most_outages: return "most_outages";
        case Reason::typical: return "typical";
        case Reason::largest_loss: return "largest_loss";
        case Reason::longest_recovery: return "longest_recovery";
    }
    return {};
}

std::string title_of(Reason reason) {
    switch (reason) {
        case Reason::worst: return "most downtime";
        case Reason::longest_outage: return "longest single outage";
        case Reason::most_outages: return "most outages";
        case Reason::typical: return "typical trial with an outage";
        case Reason::largest_loss: return "largest loss of data";
        case Reason::longest_recovery: return "longest recovery";
    }
    return {};
}

std::string figure_text(const NotableTrial& trial) {
    switch (trial.reason) {
        case Reason::worst:
        case Reason::longest_outage:
        case Reason::typical:
        case Reason::longest_recovery: return duration_text(trial.figure);
        case Reason::most_outages: {
            const auto outages = static_cast<std::uint64_t>(trial.figure);
            return count_text(outages) + (outages == 1 ? " outage" : " outages");
        }
        case Reason::largest_loss:
            return std::isinf(trial.figure) ? "all data" : duration_text(trial.figure) + " of writes";
    }
    return {};
}

}  // namespace nines::results
