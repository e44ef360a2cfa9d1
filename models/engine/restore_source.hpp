// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/discrete_state.hpp"

namespace nines::engine {

/// Where the data of a store can come back from.
struct RestoreSource {
    enum class Kind : std::uint8_t {
        nothing,       ///< Nothing is left.
        out_of_reach,  ///< Nothing can be reached now.
        backup,
        delayed_copy,  ///< A copy that applies writes later, and has not applied what is bad.
    };
    Kind kind = Kind::nothing;
    CopyId copy = none<CopyId>;  ///< The delayed one.

    bool exists() const { return kind == Kind::backup || kind == Kind::delayed_copy; }
};

/// Base of contexts in which nothing is ever restored: what they refuse is said where they refuse it.
struct WithoutRestores {
    void on_spoiled(UnitId) {}
    void on_bad_data(FailoverId) {}
    bool is_clean(CopyId) const { return false; }
    bool is_older_than_bad(FailoverId) const { return true; }
    bool mends(CorruptionId, Promotion) const { return true; }
    void on_place_lost(HostId) {}
    RestoreSource find_source(FailoverId) const { return {}; }
    bool has_people(FailoverId) const { return false; }
    bool has_way_to_restore(FailoverId) const { return false; }
    bool begin_restore_phase(FailoverId) const { return false; }
    void on_copying_due(FailoverId) {}
    bool restore_works(FailoverId) const { return true; }
    void on_restore(FailoverId, CopyId) {}
    void on_restore_failed(FailoverId) {}
    Range planned_targets(FailoverId) const { return {}; }
    void plan_restore(FailoverId, Range) {}
};

}  // namespace nines::engine
