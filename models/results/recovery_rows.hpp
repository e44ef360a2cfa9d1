// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observe/tally.hpp"
#include "models/results/rows.hpp"

/// Rows about recoveries and failovers; see `observe::FailoverWatch` for what is counted.
namespace nines::results {

/// The slots of classes as rows show them: all first, then each class.
constexpr std::size_t in_order(std::size_t i) {
    return i == 0 ? observe::all_classes : i - 1;
}

/// Word of a class in the rows; "" for the slot of all.
std::string class_word(std::size_t slot);

/// Word of a stage of recovery in the rows: "detect", "by-hand", ..; "repair" for the time in which no store is waited
/// for.
const char* stage_word(compile::FailoverPhase phase);

/// Recovery times and their stages, by class, and how often the objectives were met. Nothing if no recovery was seen.
void add_recovery_rows(RowWriter& rows, const observe::RecoveryTally& tally, const compile::Subject& subject,
                       std::uint64_t trials, double confidence);

/// How often a plan was carried out and failed, how long it took, and which share of that people took.
void add_plan_rows(RowWriter& rows, const observe::PlanTally& tally, std::uint64_t trials, double horizon,
                   double confidence);

/// Failovers, data losses, restores and total losses of a store.
void add_store_rows(RowWriter& rows, const observe::StoreTally& tally, const compile::Program& program,
                    compile::FailoverId id, std::uint64_t trials, double confidence);

}  // namespace nines::results
