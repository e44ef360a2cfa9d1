// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/recovery_tally.hpp"

#include <algorithm>

namespace nines::observe {

namespace {

template <class Array>
void merge_each(Array& to, const Array& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i].merge(from[i]);
}

}  // namespace

void CountTally::add(std::uint32_t count) {
    if (count == 0) return;
    const double n = count;
    sum += n;
    squares += n * n;
    cubes += n * n * n;
    most = std::max(most, n);
    ++trials_with;
}

void CountTally::merge(const CountTally& other) {
    sum += other.sum;
    squares += other.squares;
    cubes += other.cubes;
    most = std::max(most, other.most);
    trials_with += other.trials_with;
}

sim::Moments CountTally::moments(std::uint64_t trials) const {
    sim::Moments result;
    result.count = trials;
    result.nonzero = trials_with;
    if (trials == 0) return result;
    const double n = static_cast<double>(trials);
    result.mean = sum / n;
    result.m2 = std::max(0.0, squares - sum * result.mean);
    result.m3 = cubes - 3.0 * result.mean * squares + 2.0 * sum * result.mean * result.mean;
    result.min = 0.0;
    result.max = most;
    return result;
}

void EventTally::merge(const EventTally& other) {
    sizes.merge(other.sizes);
    per_trial.merge(other.per_trial);
}

sim::PairMoments EventTally::over(std::uint64_t trials) const {
    sim::PairMoments all = per_trial;
    sim::PairMoments without;
    without.count = trials - per_trial.count;
    all.merge(without);
    return all;
}

void RecoveryTally::merge(const RecoveryTally& other) {
    merge_each(times, other.times);
    merge_each(stages, other.stages);
    people.merge(other.people);
    merge_each(rto, other.rto);
    merge_each(rpo, other.rpo);
}

void StoreTally::merge(const StoreTally& other) {
    for (std::size_t e = 0; e < counts.size(); ++e) merge_each(counts[e], other.counts[e]);
    merge_each(losses, other.losses);
    loss_bytes.merge(other.loss_bytes);
    merge_each(restore_ages, other.restore_ages);
    largest_loss.add(other.largest_loss.figure, other.largest_loss.trial);
    longest_recovery.add(other.longest_recovery.figure, other.longest_recovery.trial);
}

void PlanTally::merge(const PlanTally& other) {
    done.merge(other.done);
    failed.merge(other.failed);
    times.merge(other.times);
    people.merge(other.people);
}

std::vector<FailoverId> stores_behind(const Program& program, LineId line) {
    std::vector<FailoverId> found;
    if (!exists(line)) return found;
    std::vector<bool> seen(program.gates.size(), false);
    std::vector<GateId> open = {program.lines[+line].gate};
    seen[+open.front()] = true;
    while (!open.empty()) {
        const GateId gate = open.back();
        open.pop_back();
        const HostId host = program.role_of_gate[+gate];
        if (exists(host) && exists(program.hosts[+host].failover)) found.push_back(program.hosts[+host].failover);
        const Range lines = program.gate_lines[+gate];
        for (std::uint32_t l = lines.begin; l < lines.end; ++l) {
            const GateId below = program.lines[+program.lines_of_gates[l]].gate;
            if (seen[+below]) continue;
            seen[+below] = true;
            open.push_back(below);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool watches_recovery(const Program& program) {
    return !program.failovers.empty() || !program.plans.empty() ||
           std::any_of(program.subjects.begin(), program.subjects.end(),
                       [](const Subject& subject) { return subject.rto.any(); });
}

}  // namespace nines::observe
