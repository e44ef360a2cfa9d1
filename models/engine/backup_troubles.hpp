// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/engine/backup_jobs.hpp"
#include "models/engine/chance.hpp"

namespace nines::engine {

/// What goes wrong with backups in silence: their copying breaks, so that all they write is bad until a test or a
/// restore finds it; archiving of the log stops, so that it has a gap.
///
/// Both begin at a constant rate while all is well. Their history is made as far as somebody asks, and kept: its length
/// is the number of troubles.
class BackupTroubles {
public:
    struct Span {
        double begin = 0.0;
        double end = std::numeric_limits<double>::infinity();
    };

    BackupTroubles(const Program& program, std::uint64_t seed, const BackupJobs& jobs);

    void begin(std::uint64_t trial);

    /// The time from the break to its discovery that holds the instant; null if copying worked then.
    const Span* break_at(BackupId id, double seconds);
    /// Who had to use the copies has found out.
    void found_out(BackupId id, double now);

    /// The first gap of the log that ends after `seconds` and begins before `until`; null if there is none.
    const Span* gap_after(BackupId id, double seconds, double until);

    /// The instant of the first test at or after `seconds`; infinity without tests.
    double next_test(BackupId id, double seconds, bool strictly = false) const;

private:
    struct History {
        std::vector<Span> spans;  ///< Ascending, as far as it is known.
        double next = 0.0;        ///< When the next one begins.
        std::uint64_t drawn = 0;
    };

    void extend_breaks(BackupId id, double until);
    void extend_gaps(BackupId id, double until);
    double found_by_test(BackupId id, double broke) const;
    double wait(BackupId id, Purpose purpose, double per_second, std::uint64_t draw) const;

    const Program* program_;
    const BackupJobs* jobs_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    std::vector<History> breaks_, gaps_;  ///< By backup.
};

}  // namespace nines::engine
