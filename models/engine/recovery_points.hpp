// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "models/engine/discrete_state.hpp"

namespace nines::engine {

/// What somebody who has to restore a store asks its backups for.
struct RestoreRequest {
    FailoverId store = none<FailoverId>;
    double now = 0.0;        ///< Seconds: what is usable by now counts.
    double not_after = 0.0;  ///< The state must not be newer than this: when the data were lost, or became bad.
    /// Only a state older than this: an attempt with one of that age has failed.
    double older_than = std::numeric_limits<double>::infinity();
    bool after_attack = false;  ///< Whoever is to blame could delete what is not immutable.
};

/// A state of the data that can be restored, and what that takes.
struct RecoveryPoint {
    BackupId backup = none<BackupId>;
    double at = 0.0;          ///< Seconds: the data are as they were at this instant.
    double copy_bytes = 0.0;  ///< To read by the backup's model of restore: full, differential, increments.
    double log_bytes = 0.0;   ///< To replay after that.
    std::uint32_t links = 0;  ///< Copies that all have to be readable.
    bool is_readable = true;  ///< None of them is bad in silence: found out only by trying.
    double base_at = 0.0;     ///< When its newest copy without the log was cut: "age of the copy used".
};

/// The recovery points of all stores in one trial: a pure function of (seed, trial, time), but for what a trial has
/// destroyed or found out. Nothing is computed before somebody asks.
class RecoveryPoints {
public:
    RecoveryPoints(const Program& program, std::uint64_t seed);

    void begin(std::uint64_t trial);

    /// Does the store have any backups?
    bool exist_for(FailoverId store) const { return !backups_of_[+store].empty(); }

    /// The newest state that the request allows, at a place that can be reached now; nothing if there is none.
    std::optional<RecoveryPoint> newest(const DiscreteState& state, const RestoreRequest& request) const;

    /// Copies kept in this domain are gone for good.
    void lose_place(HostId domain, double now);
    /// Whoever attacks the store deletes every copy that is not immutable.
    void attack(FailoverId store, double now);
    /// A restore has found a copy unreadable: whatever breaks its backups is mended now.
    void found_unreadable(BackupId backup, double now);

private:
    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    std::vector<std::vector<BackupId>> backups_of_;  ///< By store.
    std::vector<double> mended_at_;                  ///< By backup.
    std::vector<double> attacked_at_;                ///< By backup.
    std::vector<std::vector<double>> lost_at_;       ///< By backup and place.
};

}  // namespace nines::engine
