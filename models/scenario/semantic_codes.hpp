// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/scenario/codes.hpp"

/// The catalogue of what can be wrong with a scenario's meaning: keys, reuse, references, numbers that do not fit
/// together, and modelling choices that deserve a second look.
namespace nines::scenario::codes {

// --- E050-E069: kinds, keys and reuse ---
inline constexpr Code kind_unknown{"E050", "a kind is unknown"};
inline constexpr Code key_unknown{"E051", "a key is unknown for its kind"};
inline constexpr Code wrong_type{"E052", "a value has the wrong type"};
inline constexpr Code word_unknown{"E053", "a value is not one of the words allowed here"};
inline constexpr Code preset_unknown{"E054", "a preset is unknown for this kind"};
inline constexpr Code like_unknown{"E055", "`like` names nothing of the same kind"};
inline constexpr Code like_cycle{"E056", "`like` leads back to itself"};
inline constexpr Code like_too_deep{"E057", "a chain of `like` is longer than 64"};
inline constexpr Code without_unknown{"E058", "`without` names a failure mode that is not inherited"};
inline constexpr Code split_invalid{"E059", "`split` is not of the form \"3 az\""};
inline constexpr Code part_unknown{"E060", "a domain's id names a part that `split` does not make"};
inline constexpr Code too_many_components{"E061", "the scenario has too many components"};
inline constexpr Code id_twice{"E062", "two things of one kind have the same id"};
inline constexpr Code key_missing{"E063", "a key that is needed is missing"};
inline constexpr Code mode_twice{"E064", "two failure modes of one thing have the same name"};

// --- E070-E089: numbers and times that do not fit together ---
inline constexpr Code several_ways{"E070", "the same thing is said in several ways"};
inline constexpr Code no_time_to_failure{"E071", "a failure mode does not say when it fails"};
inline constexpr Code availability_without_repair{"E072", "`availability` needs `mttr`"};
inline constexpr Code time_is_zero{"E073", "a time to failure is zero"};
inline constexpr Code active_exceeds_count{"E074", "more members serve than there are"};
inline constexpr Code standby_without_idle{"E075", "`standby` is given, but no member is idle"};
inline constexpr Code window_exceeds_horizon{"E076", "an objective's window is longer than the horizon"};
inline constexpr Code maintenance_too_long{"E077", "maintenance takes longer than its period"};
inline constexpr Code hours_empty{"E078", "a crew never works"};
inline constexpr Code preemptive_without_priority{"E079", "`preemptive` needs `order = \"priority\"`"};
inline constexpr Code instant_beyond_horizon{"E080", "an instant lies beyond the horizon"};
inline constexpr Code factor_without_warm{"E081", "`factor` is only for warm standby"};
inline constexpr Code copies_twice{"E082", "a group carries the copies of two stores"};
inline constexpr Code copies_stand_by{"E083", "a group that carries a store also has members that stand by"};
inline constexpr Code acks_exceed_copies{"E084", "more copies must acknowledge a write than there are"};
inline constexpr Code lease_too_short{"E085", "a lease ends before it can be renewed"};
inline constexpr Code nobody_by_hand{"E086", "a manual failover that nobody does"};
inline constexpr Code target_twice{"E087", "a balancer sends to the same target twice"};
inline constexpr Code weights_do_not_match{"E088", "a balancer does not have one weight for each of its targets"};
inline constexpr Code weights_all_zero{"E089", "no target of a balancer has a weight"};

// --- E092-E096: what follows the load ---
inline constexpr Code scale_without_room{"E092", "a group that scales may have fewer members than it must have"};
inline constexpr Code scale_excludes{"E093", "a group that scales has what only a fixed group can have"};
inline constexpr Code scale_without_capacity{"E094", "the members of a group that scales have no capacity"};
inline constexpr Code alarms_fall{"E095", "checks fail more often at rest than at full load"};
inline constexpr Code spill_not_in_proportion{"E096", "what follows the load lies behind a balancer that spills over"};

// --- E100-E119: references ---
inline constexpr Code reference_unknown{"E100", "a reference names nothing"};
inline constexpr Code reference_wrong_kind{"E101", "a reference names a thing of a kind that cannot stand here"};
inline constexpr Code service_cycle{"E102", "services need each other in a circle"};
inline constexpr Code domain_cycle{"E103", "domains contain each other in a circle"};
inline constexpr Code too_few_operands{"E104", "a need asks for more than there are"};
inline constexpr Code needs_empty{"E105", "a service needs nothing"};
inline constexpr Code selector_empty{"E106", "a selector chooses nothing"};
inline constexpr Code member_unknown{"E107", "a member's number is not between 1 and the group's count"};
inline constexpr Code failover_cycle{"E108", "a store's failover needs what needs the store"};
inline constexpr Code traffic_cycle{"E109", "requests come back to a balancer that has passed them on"};
inline constexpr Code served_without_demand{"E110", "`up_when` asks for a share of requests, but there are none"};
inline constexpr Code load_to_scale_missing{"E112", "an event scales a load that a service does not have"};

// --- E150-E159: new versions ---
inline constexpr Code strategy_unknown{"E150", "how a new version comes to the members is not understood"};
inline constexpr Code deploy_too_long{"E151", "a deploy takes longer than its period"};
inline constexpr Code canary_too_long{"E152", "a canary is watched for longer than the time to the next deploy"};
inline constexpr Code effect_of_deploy{"E153", "a bad version cannot have this effect"};
inline constexpr Code never_undone{"E154", "a bad version is never undone"};
inline constexpr Code corrupts_unnamed{"E210", "it is not said which store's data a bad version corrupts"};

// --- E160-E164: serving while data come back ---
inline constexpr Code serve_steps_missing{"E160", "a staged restore does not say once when its steps begin"};
inline constexpr Code serve_steps_unlike{"E161", "a restore has not one capacity for each of its steps"};
inline constexpr Code serve_steps_disordered{"E162", "the steps of a restore do not follow each other"};

// --- E120-E129: backups ---
inline constexpr Code nothing_to_restore{"E120", "a backup has neither full copies nor snapshots"};
inline constexpr Code part_without_full{"E121", "differential or incremental backups have no full one to build upon"};
inline constexpr Code backup_cycle{"E122", "backups are copies of each other in a circle"};
inline constexpr Code copy_of_copy_in_part{"E123", "a copy of another backup is made in parts, or with a log"};
inline constexpr Code log_without_pace{"E124", "a log that is never shipped"};
inline constexpr Code retries_exceed_period{"E125", "the tries of a job reach into the next job"};
inline constexpr Code chain_too_long{"E126", "more incremental backups follow a full one than can be followed back"};
inline constexpr Code stops_unnoticed{"E127", "a log stops, and nobody ever notices"};
inline constexpr Code trouble_too_often{"E128", "backups break, or their log stops, more often than can be followed"};
inline constexpr Code replication_none{"E130", "a store's own copies are said to be without data"};
inline constexpr Code nothing_to_spoil{"E131", "an effect on data strikes what is no store and carries none"};
inline constexpr Code delay_in_sync{"E132", "a follower that applies writes later is to acknowledge them"};

// --- E140-E149: plans ---
inline constexpr Code step_unknown{"E140", "a step of a plan begins with an unknown word"};
inline constexpr Code plan_text{"E141", "a plan's condition or step lacks a word"};
inline constexpr Code plan_empty{"E142", "a plan has no condition or no step"};
inline constexpr Code scale_not_above{"E143", "a step lets no more members serve than do already"};
inline constexpr Code scale_above_members{"E144", "a step asks for more members than the group has"};
inline constexpr Code promote_without_copy{"E145", "a step promotes a group that carries no copy"};
inline constexpr Code switch_not_a_target{"E146", "a step switches a balancer to what it does not send to"};
inline constexpr Code plan_too_long{"E147", "a plan has more steps or conditions than can be followed"};
inline constexpr Code none_serves{"E148", "no member of a group serves, and no plan starts any"};

// --- W001-: modelling choices worth a second look ---
inline constexpr Code never_repaired{"W001", "a failure is never repaired"};
inline constexpr Code repair_longer_than_life{"W002", "repair takes longer than the time to failure"};
inline constexpr Code event_beyond_horizon{"W003", "an event lies beyond the horizon"};
inline constexpr Code group_unused{"W004", "no service needs this group"};
inline constexpr Code spares_not_reordered{"W005", "spares are not ordered again"};
inline constexpr Code majority_in_one_domain{"W006",
                                             "one domain holds so many members that its failure stops a service"};
inline constexpr Code node_unused{"W007", "no group is made of this node"};
inline constexpr Code crew_unused{"W008", "nothing is repaired by this crew"};
inline constexpr Code domain_unused{"W009", "nothing is in this domain"};
inline constexpr Code nothing_fails{"W010", "a node never fails"};
inline constexpr Code no_service{"W011", "the scenario has no service"};
inline constexpr Code maintenance_overlaps{"W012", "maintenance of one member begins before the round of all is over"};
inline constexpr Code priority_unused{"W013", "a priority has no effect"};
inline constexpr Code same_at_all_times{"W014", "point availability is asked for, but it does not change"};
inline constexpr Code name_ambiguous{"W015", "a bare name fits things of several kinds"};
inline constexpr Code need_twice{"W017", "a thing is counted twice in one need"};
inline constexpr Code slo_out_of_reach{"W018", "an objective is higher than one part alone can give"};
inline constexpr Code maintenance_stops_service{"W019", "planned maintenance alone stops a service"};
inline constexpr Code key_without_effect{"W020", "a key has no effect"};
inline constexpr Code lone_copy{"W021", "a store with a failover has no second copy"};
inline constexpr Code quorum_without_majority{"W022", "a quorum that is not a majority"};
inline constexpr Code no_candidate{"W023", "no copy may take over when the primary fails"};
inline constexpr Code refill_takes_no_time{"W024", "a lost copy is made anew in no time"};
inline constexpr Code class_cannot_occur{"W025", "an objective is for failures that cannot occur"};
inline constexpr Code rpo_without_store{"W026", "a service promises how much is lost, but it needs no store"};
inline constexpr Code no_copy_to_lose{"W027", "an effect on data strikes what carries no data"};
inline constexpr Code split_brain_possible{"W028", "two copies may take writes at once"};
inline constexpr Code store_unused{"W029", "no service needs this store"};
inline constexpr Code ttl_below_check{"W030", "a name is kept for less time than a failure takes to be noticed"};
inline constexpr Code checks_overlap{"W031", "a check may take longer than the time to the next"};
inline constexpr Code load_without_capacity{"W032", "a load meets no capacity"};
inline constexpr Code peak_exceeds_capacity{"W033", "a load is higher than what all targets together serve"};
inline constexpr Code no_headroom{"W034", "the loss of one node or domain leaves less than the load needs"};
inline constexpr Code only_target_ejected{"W035", "a balancer turns away from its only target"};
inline constexpr Code balancer_unused{"W036", "nothing sends requests to this balancer"};
inline constexpr Code capacity_shared{"W045", "two services count on the whole capacity of the same servers"};
inline constexpr Code writes_exceed_replay{"W060", "more is written to a store than its replicas can apply"};
inline constexpr Code scale_without_load{"W050", "no load reaches a group that scales"};
inline constexpr Code scale_at_its_limit{"W051", "the highest load asks for more members than a group may have"};
inline constexpr Code need_above_least{"W052", "a service needs more members than a group may go down to"};
inline constexpr Code plan_and_failover{"W090", "a plan and the automatic failover may promote the same copies"};
inline constexpr Code plans_collide{"W091", "two plans do something with the same thing"};
inline constexpr Code people_take_no_time{"W092", "people who carry out a plan take no time"};
inline constexpr Code promote_never{"W093", "a plan promotes copies that nobody may promote"};
inline constexpr Code plan_never_starts{"W094", "what a plan waits for never fails"};
inline constexpr Code spread_over_single_domains{"W059", "`spread` names single domains, each with all members"};

inline constexpr Code deploy_reaches_all{"W095", "a new version reaches all members of a group at once"};
inline constexpr Code batch_stops_service{"W096",
                                          "one batch of a deploy or of planned work is more than a service bears"};
inline constexpr Code deploy_without_handover{"W097", "a deploy takes a primary away without a hand-over"};
inline constexpr Code noticed_too_late{"W098", "a bad version is noticed only when all members have it"};
// --- W070-W079: backups ---
inline constexpr Code jobs_overlap{"W070", "a backup's job takes longer than the time to the next"};
inline constexpr Code backup_beside_data{"W071", "every copy of a backup is where all the data are"};
inline constexpr Code log_ends_before_full{"W072", "logs are deleted before the next full backup is there"};
inline constexpr Code kept_less_than_chain{"W073", "fewer copies are asked for than are kept anyway"};
inline constexpr Code restore_above_limit{"W074", "a restore is faster than its way allows"};
inline constexpr Code test_finds_nothing{"W075", "restores are tried out, but no copy is ever bad"};
inline constexpr Code window_without_points{"W076", "a window asks for less time than passes between two backups"};
inline constexpr Code noticed_after_delay{"W080", "a delayed follower has applied bad data before anybody notices"};
inline constexpr Code noticed_after_retention{"W081", "backups are deleted before anybody notices that they are bad"};

// --- E170-, W170-: prices ---
inline constexpr Code currency_differs{"E170", "a price is in another currency than the scenario"};
inline constexpr Code currency_invalid{"E171", "the name of a currency is not one word"};
inline constexpr Code price_without_size{"E172", "data have a price, but nobody says how much of it there is"};
inline constexpr Code off_hours_without_hours{"E173", "a price holds outside hours that nobody names"};
inline constexpr Code price_without_effect{"W170", "a price has no effect"};
inline constexpr Code loss_cost_without_store{"W171", "lost writes have a price, but the service needs no store"};
inline constexpr Code currency_without_prices{"W172", "a currency is named, but nothing has a price"};
// --- E175-E179, W175-W179: windows of objectives ---
inline constexpr Code credit_invalid{"E175", "a credit is not of the form \"10% below 99.9%\""};
inline constexpr Code credits_out_of_order{"E176", "credits do not rise as availability falls"};
inline constexpr Code rolling_by_requests{"E177", "rolling windows are judged by time only"};
inline constexpr Code credit_above_objective{"W175", "a credit is paid although the objective is met"};
inline constexpr Code objective_without_slo{"W176", "a key of the objective has no effect without `slo`"};
inline constexpr Code requests_not_counted{"W177", "an objective by requests of a service whose requests are unknown"};
inline constexpr Code rolling_without_room{"W178", "a rolling window as long as the horizon"};

// --- E200-, R001-: runs and what they report ---
inline constexpr Code run_too_large{"E200", "a run would simulate more events than anyone can wait for"};
inline constexpr Code horizons_differ{"E201", "designs to be compared are simulated over different horizons"};
inline constexpr Code comparison_too_large{"E202", "a comparison would keep more trials than fit into memory"};
inline constexpr Code figure_not_finite{"R001", "a figure is left out of JSON because it is not finite"};

}  // namespace nines::scenario::codes

namespace nines::scenario {

/// The codes above, in order of id.
std::vector<Code> semantic_codes();

/// Every code of the program: `all_codes` and `semantic_codes`, in order of id.
std::vector<Code> diagnostic_catalogue();

}  // namespace nines::scenario
