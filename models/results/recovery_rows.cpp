// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/recovery_rows.hpp"

#include "models/engine/copies.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::results {

namespace {

using compile::ClassLimits;
using compile::FailoverPhase;
using observe::all_classes;
using observe::class_slots;
using observe::EventTally;
using observe::StoreEvent;

/// Mean, quantiles and maximum of events, of all and of each class that occurred.
void add_events(RowWriter& rows, const std::string& stem, const std::array<EventTally, class_slots>& events,
                std::uint64_t trials, double confidence) {
    for (std::size_t i = 0; i < class_slots; ++i) {
        const EventTally& of = events[in_order(i)];
        const std::uint64_t count = of.sizes.count();
        if (count == 0) continue;
        const std::string word = class_word(in_order(i));
        rows.add_class(stem + "_mean", word, doubted_if_few(sim::ratio_of_means(of.over(trials), confidence), count),
                       count);
        add_quantiles(rows, stem, word, of.sizes, 1.0, confidence);
    }
}

double limit_of(const ClassLimits& limits, std::size_t slot) {
    return slot == all_classes ? limits.all : limits.own[slot];
}

/// The objective and how often it was met: of all if there is one value for all, and of each class with its own.
void add_objective(RowWriter& rows, const std::string& name, const ClassLimits& limits,
                   const std::array<sim::PairMoments, class_slots>& met, double confidence) {
    for (std::size_t i = 0; i < class_slots; ++i) {
        const std::size_t slot = in_order(i);
        const double limit = limit_of(limits, slot);
        if (limit < 0.0) continue;
        rows.add_class(name + "_target", class_word(slot), {limit, limit, limit, false}, 0);
        const auto events = static_cast<std::uint64_t>(met[slot].sum_x() + 0.5);
        if (events == 0) continue;
        rows.add_class("p_" + name + "_met", class_word(slot), share_of_events(met[slot], confidence), events);
    }
}

/// Seconds times the rate of writes, or, where that varies, what was written in them.
void add_lost_bytes(RowWriter& rows, const observe::StoreTally& tally, const compile::FailoverGroup& group,
                    std::uint64_t trials, double confidence) {
    const EventTally& all = tally.losses[all_classes];
    const std::uint64_t losses = all.sizes.count();
    if (group.bytes_per_second <= 0.0 || losses == 0) return;
    if (!group.writes.varies()) {
        const auto seconds = doubted_if_few(sim::ratio_of_means(all.over(trials), confidence), losses);
        return rows.add("data_loss_bytes_mean", scaled(seconds, group.bytes_per_second), losses);
    }
    sim::PairMoments bytes = tally.loss_bytes;
    sim::PairMoments without;
    without.count = trials - bytes.count;
    bytes.merge(without);
    rows.add("data_loss_bytes_mean", doubted_if_few(sim::ratio_of_means(bytes, confidence), losses), losses);
}

/// Part of the recoveries' time in which somebody has to answer, to decide, to come or to work; where that ever
/// happens.
void add_people_share(RowWriter& rows, const observe::RecoveryTally& tally, std::uint64_t trials, std::uint64_t outages,
                      double confidence) {
    if (tally.people.mean_y == 0.0) return;
    sim::PairMoments all = tally.people;
    sim::PairMoments quiet_trials;
    quiet_trials.count = trials - all.count;
    all.merge(quiet_trials);
    rows.add("recovery_people_share", doubted_if_few(sim::ratio_of_means(all, confidence), outages), outages);
}

/// How often the store came back from a backup, how many attempts that took, and how old the copies were.
void add_restores(RowWriter& rows, const observe::StoreTally& tally, std::uint64_t trials, double horizon,
                  double confidence) {
    for (std::size_t i = 0; i < class_slots; ++i) {
        const std::size_t slot = in_order(i);
        const observe::CountTally& restores = tally.of(StoreEvent::restore)[slot];
        if (i > 0 && restores.sum == 0.0) continue;
        add_counts_per_year(rows, "restores_per_year", class_word(slot), restores.moments(trials), horizon, confidence);
    }
    const double works = tally.of(StoreEvent::restore)[all_classes].sum;
    const double fails = tally.of(StoreEvent::failed_restore)[all_classes].sum;
    const auto attempts = static_cast<std::uint64_t>(works + fails + 0.5);
    if (attempts > 0) {
        rows.add("restore_success", sim::wilson(static_cast<std::uint64_t>(works + 0.5), attempts, confidence),
                 attempts);
    }
    add_events(rows, "restore_copy_age", tally.restore_ages, trials, confidence);
}

/// Another copy may take the primary's place: by itself, by people or by a plan. Where nothing can, nothing is counted:
/// "none happened" would be no finding.
bool may_fail_over(const compile::FailoverGroup& group, const observe::StoreTally& tally) {
    const bool may = !engine::nobody_takes_over(group) || !group.plans.empty();
    return may || tally.of(StoreEvent::failover)[all_classes].sum > 0.0 ||
           tally.of(StoreEvent::failed_stage)[all_classes].sum > 0.0;
}

/// Something may make the store's data bad in this way.
bool may_be_spoiled(const compile::Program& program, const compile::FailoverGroup& group, std::size_t slot) {
    for (std::uint32_t c = group.corruptions.begin; c < group.corruptions.end; ++c) {
        const compile::UnitId unit = program.corruptions[+program.corruptions_of_stores[c]].unit;
        if (observe::slot_of(program.unit_classes[+unit]) == slot) return true;
    }
    return false;
}

void add_total_loss(RowWriter& rows, const std::string& word, const observe::CountTally& losses, std::uint64_t trials,
                    double confidence) {
    auto share = sim::wilson(losses.trials_with, trials, confidence);
    if (losses.trials_with == 0) share = {0.0, 0.0, sim::zero_successes_upper(trials, confidence), false};
    rows.add_class("p_total_loss", word, share, trials);
}

}  // namespace

std::string class_word(std::size_t slot) {
    return slot == all_classes ? "" : scenario::to_text(static_cast<scenario::FailureClass>(slot));
}

const char* stage_word(FailoverPhase phase) {
    switch (phase) {
        case FailoverPhase::serving: return "repair";
        case FailoverPhase::restarting: return "restart";
        case FailoverPhase::detecting: return "detect";
        case FailoverPhase::deciding: return "decide";
        case FailoverPhase::fencing: return "fence";
        case FailoverPhase::promoting: return "promote";
        case FailoverPhase::redirecting: return "redirect";
        case FailoverPhase::warming: return "warm";
        case FailoverPhase::calling: return "call";
        case FailoverPhase::consulting: return "consult";
        case FailoverPhase::by_hand: return "by-hand";
        case FailoverPhase::starting: return "start";
        case FailoverPhase::stalled: return "stall";
        case FailoverPhase::stranded: return "no-candidate";
        case FailoverPhase::blocked: return "blocked";
        case FailoverPhase::switching: return "switch";
        case FailoverPhase::stepped_down: return "step-down";
        case FailoverPhase::travelling: return "travel";
        case FailoverPhase::provisioning: return "provision";
        case FailoverPhase::fetching: return "fetch";
        case FailoverPhase::restoring: return "restore";
        case FailoverPhase::replaying: return "replay";
        case FailoverPhase::checking: return "check";
    }
    return "";
}

namespace {

std::string word_of_stage(std::size_t stage) {
    return stage == observe::plan_stage ? "plan" : stage_word(static_cast<FailoverPhase>(stage));
}

}  // namespace

void add_recovery_rows(RowWriter& rows, const observe::RecoveryTally& tally, const compile::Subject& subject,
                       std::uint64_t trials, double confidence) {
    add_events(rows, "recovery_time", tally.times, trials, confidence);
    const std::uint64_t outages = tally.times[all_classes].sizes.count();
    sim::PairMoments quiet_trials;
    // In the order of a recovery: repair, which is whatever no failover accounts for, comes last.
    for (std::size_t i = 1; i <= observe::stage_count; ++i) {
        const std::size_t phase = i % observe::stage_count;
        sim::PairMoments outages_and_seconds = tally.stages[phase];
        if (outages_and_seconds.mean_y == 0.0) continue;
        quiet_trials.count = trials - outages_and_seconds.count;
        outages_and_seconds.merge(quiet_trials);
        rows.add_class("recovery_stage_mean", word_of_stage(phase),
                       doubted_if_few(sim::ratio_of_means(outages_and_seconds, confidence), outages), outages);
    }
    add_people_share(rows, tally, trials, outages, confidence);
    add_objective(rows, "rto", subject.rto, tally.rto, confidence);
    add_objective(rows, "rpo", subject.rpo, tally.rpo, confidence);
}

void add_plan_rows(RowWriter& rows, const observe::PlanTally& tally, std::uint64_t trials, double horizon,
                   double confidence) {
    add_counts_per_year(rows, "plans_per_year", "", tally.done.moments(trials), horizon, confidence);
    add_counts_per_year(rows, "failed_plans_per_year", "", tally.failed.moments(trials), horizon, confidence);
    const std::uint64_t count = tally.times.sizes.count();
    if (count == 0) return;
    rows.add("plan_time_mean", doubted_if_few(sim::ratio_of_means(tally.times.over(trials), confidence), count), count);
    add_quantiles(rows, "plan_time", "", tally.times.sizes, 1.0, confidence);
    sim::PairMoments people = tally.people;
    sim::PairMoments without;
    without.count = trials - people.count;
    people.merge(without);
    rows.add("plan_people_share", doubted_if_few(sim::ratio_of_means(people, confidence), count), count);
}

void add_store_rows(RowWriter& rows, const observe::StoreTally& tally, const compile::Program& program,
                    compile::FailoverId id, std::uint64_t trials, double confidence) {
    const compile::FailoverGroup& group = program.failovers[+id];
    const double horizon = program.horizon;
    const auto add_counts = [&](const char* metric, StoreEvent event) {
        for (std::size_t i = 0; i < class_slots; ++i) {
            const observe::CountTally& counts = tally.of(event)[in_order(i)];
            if (i > 0 && counts.sum == 0.0) continue;
            add_counts_per_year(rows, metric, class_word(in_order(i)), counts.moments(trials), horizon, confidence);
        }
    };
    if (may_fail_over(group, tally)) {
        add_counts("failovers_per_year", StoreEvent::failover);
        add_counts("failed_failovers_per_year", StoreEvent::failed_stage);
        const auto false_alarms = static_cast<std::size_t>(scenario::FailureClass::false_alarm);
        add_counts_per_year(rows, "false_failovers_per_year", "",
                            tally.of(StoreEvent::failover)[false_alarms].moments(trials), horizon, confidence);
        add_counts_per_year(rows, "split_brains_per_year", "",
                            tally.of(StoreEvent::split_brain)[all_classes].moments(trials), horizon, confidence);
    }
    if (group.has_switchover && group.may_switch) {
        add_counts_per_year(rows, "switchovers_per_year", "",
                            tally.of(StoreEvent::switchover)[all_classes].moments(trials), horizon, confidence);
    }
    add_events(rows, "data_loss", tally.losses, trials, confidence);
    add_lost_bytes(rows, tally, group, trials, confidence);
    if (group.can_restore) add_restores(rows, tally, trials, horizon, confidence);
    for (std::size_t i = 0; i < class_slots; ++i) {
        const std::size_t slot = in_order(i);
        const observe::CountTally& losses = tally.of(StoreEvent::total_loss)[slot];
        const bool may_be = i == 0 || losses.sum > 0.0 || may_be_spoiled(program, group, slot);
        if (may_be) add_total_loss(rows, class_word(slot), losses, trials, confidence);
    }
}

}  // namespace nines::results
