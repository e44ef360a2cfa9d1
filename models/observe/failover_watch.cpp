// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/failover_watch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/observe/balancer_stage.hpp"
#include "models/observe/plan_watch.hpp"

namespace nines::observe {

namespace {

/// Losses and recoveries each go to the slot of their class and to that of all.
void add_size(std::array<EventTally, class_slots>& events, FailureClass failure_class, double size) {
    events[slot_of(failure_class)].sizes.add(size);
    events[all_classes].sizes.add(size);
}

/// Somebody has to answer, to decide, to come, or to work.
bool waits_for_people(FailoverPhase phase) {
    return engine::calls_people(phase) || phase == FailoverPhase::by_hand;
}

}  // namespace

FailoverWatch::FailoverWatch(const Program& program)
    : program_(&program), seconds_per_tick_(program.scale.seconds_per_tick()), stores_(program.failovers.size()) {
    constexpr std::size_t usual_rivals = 8;
    for (Store& store : stores_) store.rivals.reserve(usual_rivals);
    plans_.resize(program.plans.size(), PlanPhase::idle);
    services_of_plans_ = services_of_plans(program);
    for (const Subject& subject : program.subjects) {
        if (exists(subject.failover)) stores_[+subject.failover].subject = &subject;
    }
    if (!watches_recovery(program)) return;
    services_.resize(program.service_count);
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        Service& service = services_[s];
        service.stores = stores_behind(program, program.subjects[s].line);
        service.is_followed = !service.stores.empty() || program.subjects[s].rto.any();
        for (const FailoverId store : service.stores) stores_[+store].services.push_back(s);
    }
    for (std::size_t p = 0; p < services_of_plans_.size(); ++p) {
        for (const std::uint32_t s : services_of_plans_[p]) {
            services_[s].plans.push_back(static_cast<PlanId>(p));
            services_[s].is_followed = true;
        }
    }
}

void FailoverWatch::Sums::add(FailureClass failure_class, double size) {
    for (const std::size_t slot : {slot_of(failure_class), all_classes}) {
        ++events[slot];
        sizes[slot] += size;
    }
}

void FailoverWatch::Sums::add_to(std::array<sim::PairMoments, class_slots>& pairs) const {
    for (std::size_t slot = 0; slot < class_slots; ++slot) {
        if (events[slot] > 0) pairs[slot].add(events[slot], sizes[slot]);
    }
}

void FailoverWatch::begin(const engine::DiscreteState& state, bool measuring) {
    for (std::uint32_t f = 0; f < stores_.size(); ++f) {
        Store& store = stores_[f];
        store.phase = state.failovers[f].phase;
        store.primary = engine::first_with(*program_, state, static_cast<FailoverId>(f), CopyRole::primary);
        store.failure_class = FailureClass::node;
        store.rivals.clear();
    }
    std::fill(plans_.begin(), plans_.end(), PlanPhase::idle);
    for (std::uint32_t s = 0; s < services_.size(); ++s) {
        services_[s].is_down = false;
        const BalancerId entry = program_->subjects[s].entry;
        if (exists(entry)) services_[s].of_balancers = stage_of_balancer(*program_, state, entry);
    }
    measure();
    measuring_ = measuring;
}

void FailoverWatch::measure() {
    measuring_ = true;
    for (Store& store : stores_) {
        store.counts = {};
        store.losses = {};
        store.largest_loss = 0.0;
        store.longest_recovery = 0;
        store.lost_bytes = 0.0;
        store.ages = {};
    }
    for (Service& service : services_) {
        service.stages = {};
        service.times = {};
        service.rto = {};
        service.rpo = {};
        service.lost_seconds = 0.0;
        service.total_losses = 0;
    }
}

void FailoverWatch::finish(std::uint64_t trial, sim::Tick now) {
    for (std::uint32_t f = 0; f < stores_.size(); ++f) {
        while (!stores_[f].rivals.empty()) end_rival(stores_[f], static_cast<FailoverId>(f), now);
    }
    for (std::size_t f = 0; f < stores_.size(); ++f) {
        StoreTally& tally = tally_->stores[f];
        tally.largest_loss.add(stores_[f].largest_loss, trial);
        tally.longest_recovery.add(seconds(stores_[f].longest_recovery), trial);
        for (std::size_t e = 0; e < store_event_count; ++e) {
            for (std::size_t slot = 0; slot < class_slots; ++slot)
                tally.counts[e][slot].add(stores_[f].counts[e][slot]);
        }
        for (std::size_t slot = 0; slot < class_slots; ++slot) {
            const Sums& losses = stores_[f].losses;
            if (losses.events[slot] > 0) tally.losses[slot].per_trial.add(losses.events[slot], losses.sizes[slot]);
        }
        for (std::size_t slot = 0; slot < class_slots; ++slot) {
            const Sums& ages = stores_[f].ages;
            if (ages.events[slot] > 0) tally.restore_ages[slot].per_trial.add(ages.events[slot], ages.sizes[slot]);
        }
        const std::uint32_t all = stores_[f].losses.events[all_classes];
        if (all > 0 && program_->failovers[f].writes.varies()) tally.loss_bytes.add(all, stores_[f].lost_bytes);
    }
    for (std::size_t s = 0; s < services_.size(); ++s) finish_service(services_[s], tally_->recoveries[s]);
    if (samples_) sample(trial);
}

void FailoverWatch::sample(std::uint64_t trial) const {
    for (std::uint32_t f = 0; f < stores_.size(); ++f) {
        const auto id = static_cast<FailoverId>(f);
        for (std::size_t slot = 0; slot < class_slots; ++slot) {
            const bool is_lost = stores_[f].counts[static_cast<std::size_t>(StoreEvent::total_loss)][slot] > 0;
            samples_->add(id, StoreQuantity::total_loss, slot, trial, is_lost ? 1.0 : 0.0);
            samples_->add(id, StoreQuantity::losses, slot, trial, stores_[f].losses.events[slot]);
            samples_->add(id, StoreQuantity::lost_seconds, slot, trial, stores_[f].losses.sizes[slot]);
        }
    }
    for (std::uint32_t s = 0; s < services_.size(); ++s) {
        const Service& service = services_[s];
        for (std::size_t slot = 0; slot < class_slots; ++slot) {
            const auto add = [&](ServiceQuantity events, ServiceQuantity sizes, const Sums& sums) {
                samples_->add(s, events, slot, trial, sums.events[slot]);
                samples_->add(s, sizes, slot, trial, sums.sizes[slot]);
            };
            add(ServiceQuantity::recoveries, ServiceQuantity::recovery_seconds, service.times);
            add(ServiceQuantity::rto_held, ServiceQuantity::rto_met, service.rto);
            add(ServiceQuantity::rpo_held, ServiceQuantity::rpo_met, service.rpo);
        }
    }
}

void FailoverWatch::finish_service(const Service& service, RecoveryTally& tally) const {
    service.rpo.add_to(tally.rpo);
    if (service.times.events[all_classes] == 0) return;
    service.rto.add_to(tally.rto);
    for (std::size_t slot = 0; slot < class_slots; ++slot) {
        const std::uint32_t outages = service.times.events[slot];
        if (outages > 0) tally.times[slot].per_trial.add(outages, service.times.sizes[slot]);
    }
    sim::Tick all = 0;
    sim::Tick people = 0;
    for (std::size_t p = 0; p < service.stages.size(); ++p) {
        all += service.stages[p];
        if (waits_for_people(static_cast<FailoverPhase>(p))) people += service.stages[p];
    }
    tally.people.add(seconds(all), seconds(people));
    for (std::size_t p = 0; p < service.stages.size(); ++p) {
        tally.stages[p].add(service.times.events[all_classes], seconds(service.stages[p]));
    }
}

// --- stores -------------------------------------------------------------------------------------------------------

/// The widest of what is down with the last primary and around it. If the primary is well, it is its replicas that
/// left it without a majority.
FailureClass FailoverWatch::class_of_failover(const engine::DiscreteState& state, FailoverId id) const {
    if (const auto bad = class_of_bad_data(*program_, state, id)) return *bad;
    const CopyId primary = stores_[+id].primary;
    if (exists(primary) && !engine::is_reachable(*program_, state, primary)) {
        return class_of_loss(*program_, state, program_->copies[+primary].host);
    }
    auto widest = FailureClass::node;
    const Range copies = program_->failovers[+id].copies;
    for (std::uint32_t c = copies.begin; c < copies.end; ++c) {
        widest = wider(widest, class_of_loss(*program_, state, program_->copies[c].host));
    }
    return widest;
}

void FailoverWatch::phase_changed(const engine::DiscreteState& state, FailoverId id, FailoverPhase from,
                                  sim::Tick now) {
    Store& store = stores_[+id];
    store.phase = state.failovers[+id].phase;
    if (engine::has_primary_at_work(from) && !engine::has_primary_at_work(store.phase)) {
        store.failure_class = state.failovers[+id].is_alarm ? FailureClass::false_alarm : class_of_failover(state, id);
        store.lost_at = now;
    } else if (store.phase == FailoverPhase::serving && !engine::has_source(from)) {
        store.longest_recovery = std::max(store.longest_recovery, now - store.lost_at);
    }
    for (const std::uint32_t s : store.services) {
        if (services_[s].is_down) next_stage(services_[s], now);
    }
}

void FailoverWatch::count(Store& store, StoreEvent event, FailureClass failure_class) const {
    auto& counts = store.counts[static_cast<std::size_t>(event)];
    ++counts[slot_of(failure_class)];
    ++counts[all_classes];
}

void FailoverWatch::extend_cause(FailoverId id, const std::vector<std::uint32_t>& chain) {
    std::vector<std::uint32_t>& cause = stores_[+id].cause;
    for (const std::uint32_t label : chain) {
        if (std::find(cause.begin(), cause.end(), label) == cause.end()) cause.push_back(label);
    }
}

FailoverPhase FailoverWatch::stage_failed(FailoverId id) {
    Store& store = stores_[+id];
    count(store, StoreEvent::failed_stage, store.failure_class);
    return store.phase;
}

void FailoverWatch::promoted(const engine::DiscreteState& state, FailoverId id, CopyId copy,
                             engine::Promotion promotion, double lost_seconds) {
    Store& store = stores_[+id];
    // What a false alarm began may have become right: the primary was lost in the meantime.
    const bool was_right = store.failure_class == FailureClass::false_alarm && !state.failovers[+id].is_alarm;
    if (was_right) store.failure_class = class_of_failover(state, id);
    const bool is_failover = copy != store.primary;
    store.primary = copy;
    if (state.failovers[+id].phase == FailoverPhase::switching) {
        return count(store, StoreEvent::switchover, FailureClass::node);
    }
    if (promotion == engine::Promotion::restored) {
        return add_loss(store, store.failure_class, lost_seconds, store.cause);
    }
    if (is_failover) count(store, StoreEvent::failover, store.failure_class);
    if (promotion == engine::Promotion::empty) return add_total_loss(store);
    // Who was primary last and goes on lacks nothing.
    if (!is_failover && promotion != engine::Promotion::stale) return;
    const CopyId former = engine::first_with(*program_, state, id, CopyRole::primary);
    const bool leaves_rival = exists(former) && !program_->failovers[+id].fences &&
                              !engine::is_reachable(*program_, state, former) &&
                              engine::takes_writes_apart(*program_, state, former);
    if (leaves_rival) {
        store.rivals.push_back({store.lost_at, lost_seconds, store.cause});
    } else {
        add_loss(store, store.failure_class, lost_seconds, store.cause);
    }
}

/// Of several rivals at a time the first that ends is taken for the first that began: the sum of their times is right.
void FailoverWatch::rival(FailoverId id, bool begins, sim::Tick now) {
    Store& store = stores_[+id];
    if (begins) return count(store, StoreEvent::split_brain, FailureClass::partition);
    if (!store.rivals.empty()) end_rival(store, id, now);
}

/// All that the rival has written since it was cut off is lost, and what had not reached the others before.
void FailoverWatch::end_rival(Store& store, FailoverId id, sim::Tick now) {
    const Rival rival = std::move(store.rivals.front());
    store.rivals.erase(store.rivals.begin());
    const double written = seconds(now - rival.since) * program_->failovers[+id].split_share;
    add_loss(store, FailureClass::partition, rival.lag + written, rival.cause);
}

/// From the notice on, what a store recovers from is that, whatever it was before.
void FailoverWatch::restore(const engine::DiscreteState& state, FailoverId id, const engine::RestoreNews& news) {
    using What = engine::RestoreNews::What;
    Store& store = stores_[+id];
    switch (news.what) {
        case What::bad_data:
            if (!engine::has_primary_at_work(store.phase)) store.failure_class = class_of_failover(state, id);
            return;
        case What::begins:
        case What::reads:
        case What::copying: return;
        case What::fails: return count(store, StoreEvent::failed_restore, store.failure_class);
        case What::works: break;
    }
    count(store, StoreEvent::restore, store.failure_class);
    if (!exists(news.backup)) return;
    store.ages.add(store.failure_class, news.age);
    if (measuring_) add_size(tally_->stores[+id].restore_ages, store.failure_class, news.age);
}

void FailoverWatch::add_total_loss(Store& store) {
    count(store, StoreEvent::total_loss, store.failure_class);
    store.largest_loss = std::numeric_limits<double>::infinity();
    judge_loss(store, store.failure_class, std::numeric_limits<double>::infinity());
    if (!measuring_) return;
    const FailoverId id = store.subject->failover;
    std::vector<std::uint32_t> cause = store.cause;
    cause.push_back(program_->failovers[+id].total_loss_label());
    tally_->loss_chains[+id].add(cause, 0.0);
}

void FailoverWatch::add_loss(Store& store, FailureClass failure_class, double lost_seconds,
                             const std::vector<std::uint32_t>& cause) {
    store.losses.add(failure_class, lost_seconds);
    store.largest_loss = std::max(store.largest_loss, lost_seconds);
    const FailoverId id = store.subject->failover;
    const Writes& writes = program_->failovers[+id].writes;
    if (writes.varies()) {
        const double lost_at = seconds(store.lost_at);
        store.lost_bytes += writes.bytes(lost_at - lost_seconds, lost_at);
    }
    if (measuring_) add_size(tally_->stores[+id].losses, failure_class, lost_seconds);
    if (measuring_ && lost_seconds > 0.0) tally_->loss_chains[+id].add(cause, lost_seconds);
    judge_loss(store, failure_class, lost_seconds);
}

void FailoverWatch::judge_loss(const Store& store, FailureClass failure_class, double lost_seconds) {
    for (const std::uint32_t s : store.services) {
        if (std::isinf(lost_seconds)) {
            ++services_[s].total_losses;
        } else {
            services_[s].lost_seconds += lost_seconds;
        }
        const double limit = program_->subjects[s].rpo.of(failure_class);
        if (limit >= 0.0) services_[s].rpo.add(failure_class, lost_seconds <= limit ? 1.0 : 0.0);
    }
}

// --- services -----------------------------------------------------------------------------------------------------

FailoverId FailoverWatch::first_not_serving(const Service& service) const {
    const auto found = std::find_if(service.stores.begin(), service.stores.end(), [&](FailoverId id) {
        const FailoverPhase phase = stores_[+id].phase;
        const bool has_stages =
            !engine::nobody_takes_over(program_->failovers[+id]) || is_restore(phase) || engine::calls_people(phase);
        return phase != FailoverPhase::serving && has_stages;
    });
    return found == service.stores.end() ? none<FailoverId> : *found;
}

void FailoverWatch::next_stage(Service& service, sim::Tick now) const {
    service.outage[service.stage] += now - service.stage_since;
    service.stage_since = now;
    service.stage = stage_of(service);
}

/// A plan at work for it, unless it waits for a restore; else the first store behind it that does not serve; else its
/// balancers.
std::size_t FailoverWatch::stage_of(const Service& service) const {
    const FailoverId store = first_not_serving(service);
    const bool is_restored = exists(store) && engine::is_restore(stores_[+store].phase);
    for (const PlanId plan : service.plans) {
        const PlanPhase phase = plans_[+plan];
        if (phase == PlanPhase::calling) return static_cast<std::size_t>(FailoverPhase::calling);
        if (phase == PlanPhase::deciding) return static_cast<std::size_t>(FailoverPhase::consulting);
        if (phase == PlanPhase::travelling) return static_cast<std::size_t>(FailoverPhase::travelling);
        if (phase == PlanPhase::working && !is_restored) return plan_stage;
    }
    return static_cast<std::size_t>(exists(store) ? stores_[+store].phase : service.of_balancers);
}

void FailoverWatch::plan_changed(const engine::DiscreteState& state, PlanId id, sim::Tick now) {
    plans_[+id] = state.plans[+id].phase;
    for (const std::uint32_t s : services_of_plans_[+id]) {
        if (services_[s].is_down) next_stage(services_[s], now);
    }
}

void FailoverWatch::service_down(std::uint32_t s, FailureClass failure_class, sim::Tick now) {
    Service& service = services_[s];
    service.is_down = true;
    service.down_since = service.stage_since = now;
    service.failure_class = failure_class;
    service.outage = {};
    service.first_lost = first_not_serving(service);
    next_stage(service, now);
}

void FailoverWatch::balancers_changed(std::uint32_t s, const engine::DiscreteState& state, sim::Tick now) {
    Service& service = services_[s];
    service.of_balancers = stage_of_balancer(*program_, state, program_->subjects[s].entry);
    if (service.is_down) next_stage(service, now);
}

void FailoverWatch::service_up(std::uint32_t s, bool counts, sim::Tick now) {
    Service& service = services_[s];
    const bool was_followed = std::exchange(service.is_down, false);
    if (!counts || !was_followed) return;
    service.outage[service.stage] += now - service.stage_since;
    for (std::size_t p = 0; p < service.outage.size(); ++p) service.stages[p] += service.outage[p];
    const double length = seconds(now - service.down_since);
    service.times.add(service.failure_class, length);
    add_size(tally_->recoveries[s].times, service.failure_class, length);
    const double limit = program_->subjects[s].rto.of(service.failure_class);
    if (limit >= 0.0) service.rto.add(service.failure_class, length <= limit ? 1.0 : 0.0);
}

}  // namespace nines::observe
