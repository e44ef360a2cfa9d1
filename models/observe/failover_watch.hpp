// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/engine/restores.hpp"
#include "models/observe/recovery_tally.hpp"
#include "models/observe/samples.hpp"
#include "models/observe/tally.hpp"

namespace nines::observe {

/// Follows, through one trial, the failovers of each store and the recoveries of the services that need them.
///
/// A failover has the class of what took the primary, or of what made the data bad. While a service is down, its time
/// is charged to the phase of the first store behind it that does not serve; when all of them do, to what its balancers
/// have to notice or to pass on; else to repair. Nothing is allocated by an event.
class FailoverWatch {
public:
    explicit FailoverWatch(const Program& program);

    /// Trials are added to this tally from now on, and to the samples, if any are wanted.
    void attach(Tally& tally, Samples* samples = nullptr) {
        tally_ = &tally;
        samples_ = samples;
    }
    void begin(const engine::DiscreteState& state, bool measuring);
    /// The measured span begins: what was counted before is forgotten, what is under way goes on.
    void measure();
    void finish(std::uint64_t trial, sim::Tick now);

    // --- stores ---------------------------------------------------------------------------------------------------

    /// Precondition: services that are up by what is served have been brought up to now.
    void phase_changed(const engine::DiscreteState& state, FailoverId id, FailoverPhase from, sim::Tick now);
    /// A failover has just begun. Precondition: its phase has changed from that one.
    bool has_just_lost_primary(FailoverId id, FailoverPhase from) const {
        return engine::has_primary_at_work(from) && !engine::has_primary_at_work(stores_[+id].phase);
    }
    /// What the present failover is charged to, if it loses data: labels, first cause first.
    void set_cause(FailoverId id, const std::vector<std::uint32_t>& chain) { stores_[+id].cause = chain; }
    /// More that it is charged to.
    void extend_cause(FailoverId id, const std::vector<std::uint32_t>& chain);
    /// Returns the phase that did not work.
    FailoverPhase stage_failed(FailoverId id);
    /// Called before the roles of the copies change.
    void promoted(const engine::DiscreteState& state, FailoverId id, CopyId copy, engine::Promotion promotion,
                  double lost_seconds);
    void rival(FailoverId id, bool begins, sim::Tick now);
    void restore(const engine::DiscreteState& state, FailoverId id, const engine::RestoreNews& news);
    /// At the end of a trial: all data are gone, nobody has gone on without them yet, and nothing is left to restore.
    void count_unmended_loss(FailoverId id) { add_total_loss(stores_[+id]); }

    // --- services -------------------------------------------------------------------------------------------------

    /// Does the service need a store, or have an objective for its recovery?
    bool follows(std::uint32_t service) const { return !services_.empty() && services_[service].is_followed; }
    /// Services that are down, or may be, while this store does not serve; of those that are followed.
    const std::vector<std::uint32_t>& services_of(FailoverId id) const { return stores_[+id].services; }
    /// Did its present outage begin with this store not serving?
    bool waits_for(std::uint32_t service, FailoverId id) const {
        return follows(service) && services_[service].first_lost == id;
    }
    /// Seconds of writes that the stores behind it have lost in this trial, and how often they have lost everything; of
    /// those that are followed.
    double lost_seconds(std::uint32_t service) const {
        return follows(service) ? services_[service].lost_seconds : 0.0;
    }
    std::uint32_t total_losses(std::uint32_t service) const {
        return follows(service) ? services_[service].total_losses : 0;
    }
    void service_down(std::uint32_t service, FailureClass failure_class, sim::Tick now);
    /// Services that a plan may bring back; of those that are followed.
    const std::vector<std::uint32_t>& services_of(PlanId id) const { return services_of_plans_[+id]; }
    /// A plan has gone on. Precondition: services that are up by what is served have been brought up to now.
    void plan_changed(const engine::DiscreteState& state, PlanId id, sim::Tick now);
    /// What the balancers behind a service do has changed. Precondition: it has been brought up to now.
    void balancers_changed(std::uint32_t service, const engine::DiscreteState& state, sim::Tick now);
    /// The outage is over; it `counts` unless it has no length or began before the measured span.
    void service_up(std::uint32_t service, bool counts, sim::Tick now);

private:
    /// Events of one trial, by class and of all.
    struct Sums {
        std::array<std::uint32_t, class_slots> events{};
        std::array<double, class_slots> sizes{};

        void add(FailureClass failure_class, double size);
        void add_to(std::array<sim::PairMoments, class_slots>& pairs) const;
    };
    /// A split brain: what is lost by it is known when it ends.
    struct Rival {
        sim::Tick since = 0;  ///< The primary was cut off.
        double lag = 0.0;     ///< Lost besides, in seconds.
        std::vector<std::uint32_t> cause;
    };
    struct Store {
        const Subject* subject = nullptr;
        std::vector<std::uint32_t> services;
        FailoverPhase phase = FailoverPhase::serving;
        CopyId primary = none<CopyId>;                    ///< The last that was at work.
        FailureClass failure_class = FailureClass::node;  ///< Of the loss that is being mended.
        sim::Tick lost_at = 0;                            ///< When the primary was last lost.
        std::vector<std::uint32_t> cause;                 ///< Of its last loss.
        std::vector<Rival> rivals;
        std::array<std::array<std::uint32_t, class_slots>, store_event_count> counts{};
        Sums losses;
        double largest_loss = 0.0;  ///< Seconds of writes; infinite: everything.
        sim::Tick longest_recovery = 0;
        double lost_bytes = 0.0;  ///< Where the rate of writes varies.
        Sums ages;                ///< Of the backups that were used.
    };
    struct Service {
        std::vector<FailoverId> stores;
        bool is_followed = false;
        bool is_down = false;
        sim::Tick down_since = 0;
        sim::Tick stage_since = 0;
        std::size_t stage = 0;  ///< Of StageTicks.
        std::vector<PlanId> plans;
        FailoverId first_lost = none<FailoverId>;
        FailoverPhase of_balancers = FailoverPhase::serving;  ///< See stage_of_balancer.
        FailureClass failure_class = FailureClass::node;
        StageTicks outage{};  ///< Of the outage in progress.
        StageTicks stages{};  ///< Of the trial.
        Sums times, rto, rpo;
        double lost_seconds = 0.0;
        std::uint32_t total_losses = 0;
    };

    double seconds(sim::Tick ticks) const { return static_cast<double>(ticks) * seconds_per_tick_; }
    FailureClass class_of_failover(const engine::DiscreteState& state, FailoverId id) const;
    FailoverId first_not_serving(const Service& service) const;
    std::size_t stage_of(const Service& service) const;
    void next_stage(Service& service, sim::Tick now) const;
    void count(Store& store, StoreEvent event, FailureClass failure_class) const;
    void end_rival(Store& store, FailoverId id, sim::Tick now);
    void add_loss(Store& store, FailureClass failure_class, double lost_seconds,
                  const std::vector<std::uint32_t>& cause);
    void add_total_loss(Store& store);
    void judge_loss(const Store& store, FailureClass failure_class, double lost_seconds);
    void finish_service(const Service& service, RecoveryTally& tally) const;
    void sample(std::uint64_t trial) const;

    const Program* program_;
    double seconds_per_tick_;
    std::vector<Store> stores_;      ///< By failover group.
    std::vector<Service> services_;  ///< Empty if none is followed.
    std::vector<PlanPhase> plans_;
    std::vector<std::vector<std::uint32_t>> services_of_plans_;
    Tally* tally_ = nullptr;
    Samples* samples_ = nullptr;  ///< Null: nobody wants them.
    bool measuring_ = true;
};

}  // namespace nines::observe
