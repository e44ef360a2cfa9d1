// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "models/compile/program.hpp"
#include "models/engine/chance.hpp"

namespace nines::engine {

using namespace nines::compile;

/// Where the deploys of one group stand.
struct DeployCourse {
    static constexpr double never = std::numeric_limits<double>::infinity();
    enum class Step : std::uint8_t {
        waiting,      ///< For the deploy with this number.
        batch_out,    ///< A batch is out while it is replaced.
        next_batch,   ///< ... or has the new version, and the next one follows.
        batches_over  ///< No further batch gets it.
    };

    Step step = Step::waiting;
    bool is_bad = false;
    std::uint64_t number = 0;
    std::uint32_t batch = 0;             ///< Number of the batch.
    std::uint32_t done = 0;              ///< Members before the batch.
    std::uint32_t size = 0;              ///< Members of the batch.
    std::uint32_t hit = 0;               ///< The first so many members have a bad version.
    double at = 0.0;                     ///< When the step is over.
    double noticed_at = never;           ///< The bad version is seen.
    double known_at = never;             ///< .. and so are the data that it has made bad, if it does that.
    double undone_at = never;            ///< All are back.
    double over_at = 0.0;                ///< The last one was over.
    std::vector<std::uint32_t> members;  ///< In the order in which they get the version.

    /// The old version is back before the step is over.
    bool is_undone_first() const { return undone_at < at; }
    /// What it has done to data becomes known before that.
    bool is_known_first() const { return known_at < never && known_at <= std::min(at, undone_at); }
    double due() const { return std::min({at, undone_at, known_at}); }
};

/// What is told of a deploy.
enum class DeployNews : std::uint8_t { begins, undone, over };

/// The deploys of a trial and their chances: the n-th of a group has the n-th random number of its stream, whatever
/// happened before, so that those that change nothing are found and passed over without an event.
class DeployCourses {
public:
    DeployCourses(const Program& program, std::uint64_t seed) : program_(&program), seed_(seed) {
        courses_.resize(program.deploys.size());
        for (std::uint32_t d = 0; d < courses_.size(); ++d) courses_[d].members.reserve(program.deploys[d].count);
    }

    void begin(std::uint64_t trial) {
        trial_ = trial;
        for (std::uint32_t d = 0; d < courses_.size(); ++d) await(static_cast<DeployId>(d), 0, 0.0);
    }

    DeployCourse& of(DeployId id) { return courses_[+id]; }
    const DeployCourse& of(DeployId id) const { return courses_[+id]; }

    /// Waits for the first deploy from this number and time on that matters.
    void await(DeployId id, std::uint64_t number, double seconds);

    /// Is the version with this number bad?
    bool is_bad(DeployId id, std::uint64_t number) const;
    /// Times of the deploy with this number; those of its batches are drawn anew for each.
    double time_out(DeployId id) const;
    double time_to_notice(DeployId id) const;
    double time_to_undo(DeployId id) const;

private:
    double draw(DeployId id, SamplerId sampler, Purpose purpose, std::uint64_t n) const;

    const Program* program_;
    std::uint64_t seed_;
    std::uint64_t trial_ = 0;
    std::vector<DeployCourse> courses_;
};

}  // namespace nines::engine
