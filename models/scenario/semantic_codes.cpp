// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/semantic_codes.hpp"

#include <algorithm>

namespace nines::scenario {

std::vector<Code> semantic_codes() {
    using namespace codes;
    return {
        kind_unknown,
        key_unknown,
        wrong_type,
        word_unknown,
        preset_unknown,
        like_unknown,
        like_cycle,
        like_too_deep,
        without_unknown,
        split_invalid,
        part_unknown,
        too_many_components,
        id_twice,
        key_missing,
        mode_twice,
        several_ways,
        no_time_to_failure,
        availability_without_repair,
        time_is_zero,
        active_exceeds_count,
        standby_without_idle,
        window_exceeds_horizon,
        maintenance_too_long,
        hours_empty,
        preemptive_without_priority,
        instant_beyond_horizon,
        factor_without_warm,
        copies_twice,
        copies_stand_by,
        acks_exceed_copies,
        lease_too_short,
        nobody_by_hand,
        target_twice,
        weights_do_not_match,
        weights_all_zero,
        scale_without_room,
        scale_excludes,
        scale_without_capacity,
        alarms_fall,
        reference_unknown,
        reference_wrong_kind,
        service_cycle,
        domain_cycle,
        too_few_operands,
        needs_empty,
        selector_empty,
        member_unknown,
        failover_cycle,
        traffic_cycle,
        served_without_demand,
        never_repaired,
        repair_longer_than_life,
        event_beyond_horizon,
        group_unused,
        spares_not_reordered,
        majority_in_one_domain,
        node_unused,
        crew_unused,
        domain_unused,
        nothing_fails,
        no_service,
        maintenance_overlaps,
        priority_unused,
        same_at_all_times,
        name_ambiguous,
        need_twice,
        slo_out_of_reach,
        maintenance_stops_service,
        key_without_effect,
        lone_copy,
        quorum_without_majority,
        no_candidate,
        refill_takes_no_time,
        class_cannot_occur,
        rpo_without_store,
        no_copy_to_lose,
        split_brain_possible,
        store_unused,
        ttl_below_check,
        checks_overlap,
        load_without_capacity,
        peak_exceeds_capacity,
        no_headroom,
        only_target_ejected,
        balancer_unused,
        scale_without_load,
        scale_at_its_limit,
        need_above_least,
        run_too_large,
        figure_not_finite,
    };
}

std::vector<Code> diagnostic_catalogue() {
    std::vector<Code> codes = all_codes();
    const std::vector<Code> semantic = semantic_codes();
    codes.insert(codes.end(), semantic.begin(), semantic.end());
    std::sort(codes.begin(), codes.end(), [](const Code& a, const Code& b) { return a.id < b.id; });
    return codes;
}

}  // namespace nines::scenario
