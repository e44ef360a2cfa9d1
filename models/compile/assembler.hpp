// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/compile/draft.hpp"
#include "models/compile/gate_builder.hpp"

namespace nines::compile {

/// What users send to a service with this load, from the start of the simulated time on.
Demand demand_of(const scenario::Load& load, const scenario::Experiment& experiment);

/// The second half of the compile step: numbers the units, wires them through gates to the services, and gives
/// every timer its leaf. One use: construct, `run`.
class Assembler {
public:
    Assembler(const scenario::Scenario& scenario, Draft draft, const Options& options)
        : scenario_(scenario), draft_(std::move(draft)), options_(options) {}

    Program run();

private:
    // units.cpp
    void number_units();
    void add_unit(HostId host, UnitDraft& draft);
    void set_clocks();
    bool needs_clock(std::uint32_t host, const UnitDraft& unit) const;

    // wiring.cpp
    void find_referenced_hosts();
    void wire_host(std::uint32_t host);
    bool feeds_group_directly(std::uint32_t host) const;
    void wire_group(std::uint32_t group);
    GateId wire_standby(std::uint32_t group);
    void wire_sharing(std::uint32_t group, GateId working);
    void add_reactions(std::uint32_t host);

    // stores.cpp
    void wire_store(std::uint32_t store);
    void add_copies(std::uint32_t store, FailoverGroup& group);
    void add_copy(Copy copy, const FailoverGroup& group, std::uint32_t host);
    LineId wire_failover(FailoverGroup& group);
    void set_stages(const scenario::Failover& failover, FailoverGroup& group);
    void set_writes(const scenario::Store& store, FailoverGroup& group);
    void set_switchover(const scenario::Failover& failover, FailoverGroup& group);
    void find_planned_handovers();
    void set_replication(const scenario::Store& store, FailoverGroup& group);
    void wire_conditions(FailoverGroup& group, const scenario::Field<scenario::Failover>& keys);
    void list_copies_by_host();

    // backups.cpp
    void add_backups();
    std::uint32_t store_of(const scenario::Backup& keys) const;
    void add_series(const scenario::Backup& keys, Backup& backup) const;
    void add_places(const scenario::Backup& keys, const scenario::Store& store, Backup& backup);
    PipeId pipe_around(std::uint32_t host);
    void find_lines_of_backups();

    // narrow_stores.cpp
    void find_narrow_stores();

    // balancers.cpp
    void wire_address(std::uint32_t balancer);
    LineId balancer_line(std::uint32_t balancer);
    LineId machines_of(std::uint32_t balancer);
    void set_checks(const scenario::Balancer& keys, Balancer& balancer);
    void add_cohorts(const scenario::Balancer& keys, BalancerId id, Balancer& balancer);
    static void set_limits(const scenario::Balancer& keys, Balancer& balancer);
    Registered registered_of(std::uint32_t host) const;
    void add_endpoints(const scenario::Selector& target, std::vector<Endpoint>& endpoints);
    std::optional<std::uint32_t> balancer_index(const std::string& id) const;
    BalancerId entry_of(std::uint32_t service) const;
    void list_endpoints_by_host();

    // corruption.cpp
    GateId wire_aside(UnitId unit);
    void add_corruptions();
    void follow_places();
    void mark_loss_of_backups(HostId host);
    bool holds(std::uint32_t host, FailoverId store) const;

    // capacities.cpp
    CapacityRules& capacity_rules(std::uint32_t host);
    void number_slow_modes();
    void wire_slow_mode(std::uint32_t host, UnitId unit);
    void follow_warm_up(std::uint32_t host);
    void number_resizes();
    ResizeId resize_of(const OccasionDraft& occasion, double at_seconds) const;
    // scaling.cpp
    void add_scalings();
    Scaling scaling_of(std::uint32_t group) const;
    bool is_entered_at(std::uint32_t service, std::uint32_t group) const;
    void list_scalings_by_balancer();

    // deploys.cpp
    void add_deploys();
    // costs.cpp
    void add_costs();
    // plans.cpp
    void wire_plans();
    void set_conditions(const scenario::Plan& keys, RecoveryPlan& plan);
    void set_people(const scenario::Plan& keys, RecoveryPlan& plan);
    PlanStep plan_step(const scenario::PlanStep& keys, const RecoveryPlan& plan);
    void set_promotions(const scenario::PlanStep& keys, const RecoveryPlan& plan, PlanStep& step);
    void set_restore(const scenario::PlanStep& keys, const RecoveryPlan& plan, PlanStep& step);
    Range copies_on(std::uint32_t store, const std::vector<std::uint32_t>& members) const;
    void set_switch(const scenario::PlanStep& keys, PlanStep& step);
    void list_planned_scales();
    void list_plans_by_failover();
    bool is_promoted_by_plan(const std::string& group) const;

    // needs.cpp
    LineId service_line(std::uint32_t service);
    LineId latched(std::uint32_t service, LineId goes_on);
    void wire_start(std::uint32_t service);
    LineId line_of_all(const std::vector<LineId>& lines);
    LineId need_line(const scenario::Need& need);
    LineId operand_line(const scenario::Reference& operand);
    std::vector<LineId> counted_lines(const scenario::Reference& operand);
    std::uint32_t group_index(const std::string& id) const;

    // assemble.cpp
    void add_subjects();
    void add_undegraded(std::uint32_t service);
    SubjectId add_subject(Subject subject);
    void add_strikes();
    void add_spikes(const std::string& service, Demand& demand) const;
    Range add_targets(const std::vector<Strike>& strikes);
    void give_leaves();
    void finish();

    const scenario::Scenario& scenario_;
    Draft draft_;
    Options options_;
    Program program_;
    GateBuilder gates_;
    std::vector<bool> referenced_;   ///< By host: somebody needs this very host.
    std::vector<LineId> available_;  ///< By host, builder's numbering.
    std::vector<LineId> own_line_;
    std::vector<LineId> serving_line_;  ///< Of members of standby groups: works and is in service.
    std::vector<GateId> group_gate_;    ///< Counter of each group's serving members.
    std::vector<LineId> service_lines_, store_lines_, balancer_lines_, address_lines_;
    std::vector<BalancerId> balancer_ids_;  ///< By the scenario's index.
    std::vector<GateId> service_gates_;
    std::unordered_map<std::string, std::uint32_t> label_ids_;
    std::unordered_map<std::string, std::uint32_t> group_ids_;
    std::unordered_map<std::string, std::uint32_t> service_ids_, store_ids_;
};

}  // namespace nines::compile
