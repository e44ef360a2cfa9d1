// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/notable_trials.hpp"

#include <cmath>

#include "models/results/figure_words.hpp"
#include "models/results/number_text.hpp"
#include "models/scenario/translate.hpp"

namespace nines::results {

namespace {

using Reason = NotableTrial::Reason;
using wording::literal;
using wording::say;

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
        case Reason::worst: return translate("models", "most downtime");
        case Reason::longest_outage: return translate("models", "longest single outage");
        case Reason::most_outages: return translate("models", "most outages");
        case Reason::typical: return translate("models", "typical trial with an outage");
        case Reason::largest_loss: return translate("models", "largest loss of data");
        case Reason::longest_recovery: return translate("models", "longest recovery");
    }
    return {};
}

wording::Text figure_words(const NotableTrial& trial) {
    switch (trial.reason) {
        case Reason::worst:
        case Reason::longest_outage:
        case Reason::typical:
        case Reason::longest_recovery: return literal(duration_text(trial.figure));
        case Reason::most_outages: {
            const auto outages = static_cast<std::uint64_t>(trial.figure);
            return say(outages == 1 ? translate("models", "%1 outage") : translate("models", "%1 outages"),
                       {literal(count_text(outages))});
        }
        case Reason::largest_loss:
            if (std::isinf(trial.figure)) return say(translate("models", "all data"));
            return say(translate("models", "%1 of writes"), {literal(duration_text(trial.figure))});
    }
    return {};
}

std::string figure_text(const NotableTrial& trial) {
    return wording::plain(figure_words(trial));
}

}  // namespace nines::results
