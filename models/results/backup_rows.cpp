// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/backup_rows.hpp"

#include <algorithm>
#include <cmath>

#include "models/engine/recovery_points.hpp"
#include "models/results/rows.hpp"
#include "sim/stats/intervals.hpp"

namespace nines::results {

namespace {

constexpr std::uint64_t most_trials = 50;
constexpr int instants = 10;

/// Where in its part of the horizon a trial looks, from 0 to 1: elsewhere in each, and spread evenly over all of them
/// (Weyl's sequence of the golden ratio), so that no day of the week is preferred.
double place_of(std::uint64_t trial) {
    constexpr double golden = 0.6180339887498949;
    const double turns = static_cast<double>(trial + 1) * golden;
    return turns - std::floor(turns);
}

}  // namespace

void add_backup_rows(std::vector<Metric>& rows, const compile::Program& program, std::uint64_t seed,
                     std::uint64_t trials, double confidence) {
    if (program.backups.empty()) return;
    const std::uint64_t looked_at = std::min(trials, most_trials);
    engine::RecoveryPoints points(program, seed);
    std::vector<sim::Moments> means(program.backups.size());
    std::vector<double> most(program.backups.size());
    for (std::uint64_t trial = 0; trial < looked_at; ++trial) {
        points.begin(trial);
        for (std::uint32_t b = 0; b < program.backups.size(); ++b) {
            double sum = 0.0;
            for (int i = 0; i < instants; ++i) {
                const double at = program.measure_from + program.horizon * (i + place_of(trial)) / instants;
                const double bytes = points.stored_bytes(static_cast<compile::BackupId>(b), at);
                sum += bytes / instants;
                most[b] = std::max(most[b], bytes);
            }
            means[b].add(sum);
        }
    }
    for (std::uint32_t b = 0; b < program.backups.size(); ++b) {
        RowWriter writer(rows, program.backups[b].name);
        writer.add("backup_bytes_mean", sim::nonnegative_mean(means[b], confidence, most[b]), looked_at);
        writer.add("backup_bytes_max", {most[b], most[b], most[b], false}, looked_at);
    }
}

}  // namespace nines::results
