// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "models/engine/recovery_points.hpp"

/// Programs with one store and its backups, made by hand.
namespace nines::test {

using namespace nines::engine;

inline constexpr double minute = 60.0;
inline constexpr double hour = 3600.0;
inline constexpr double day = 24.0 * hour;
inline constexpr double week = 7.0 * day;
inline constexpr double year = 365.0 * day;
inline constexpr double never = std::numeric_limits<double>::infinity();

struct BackupProgram {
    Program program;
    DiscreteState state;

    BackupProgram() { program.failovers.resize(1); }

    SamplerId law(const sim::Law& law) {
        program.samplers.emplace_back(law);
        return static_cast<SamplerId>(program.samplers.size() - 1);
    }
    SamplerId constant(double seconds) { return law(sim::Law{sim::Constant{Duration::seconds(seconds)}}); }

    /// A backup of the store at one place that is always there.
    Backup& add() {
        Backup backup;
        backup.store = static_cast<FailoverId>(0);
        backup.places = {none<LineId>};
        backup.place_hosts = {none<HostId>};
        backup.stream = 1000 * (program.backups.size() + 1);
        program.backups.push_back(std::move(backup));
        return program.backups.back();
    }
    static void schedule(Backup& backup, BackupKind kind, double period, double phase = 0.0) {
        const std::uint64_t stream = backup.stream + backup.series.size() + 1;
        backup.series.push_back({.kind = kind, .starts = {period, phase}, .stream = stream});
    }
};

inline RestoreRequest asked_at(double now) {
    return {.store = static_cast<FailoverId>(0), .now = now, .not_after = now};
}

/// How old the newest state is that can be restored at that time; infinite if there is none.
inline double loss_at(const BackupProgram& made, const RecoveryPoints& points, double now) {
    const auto point = points.newest(made.state, asked_at(now));
    return point ? now - point->at : never;
}

/// Instants for trials, uniform in [from, until).
inline double instant(std::uint64_t trial, double from, double until) {
    const sim::Stream stream(77, 4711, trial);
    return from + (until - from) * static_cast<double>(stream.block(0)[0] >> 11) * 0x1.0p-53;
}

/// Distance of a mean from what is expected, in standard errors.
class Sample {
public:
    void add(double value) {
        ++count_;
        sum_ += value;
        squares_ += value * value;
        all_.push_back(value);
    }
    double mean() const { return sum_ / count_; }
    double variance() const { return (squares_ - sum_ * sum_ / count_) / (count_ - 1.0); }
    double z_of_mean(double expected) const { return (mean() - expected) / std::sqrt(variance() / count_); }
    /// By the variance of the squared deviations.
    double z_of_variance(double expected) const {
        double fourth = 0.0;
        for (const double value : all_) fourth += std::pow(value - mean(), 4) / count_;
        return (variance() - expected) / std::sqrt((fourth - variance() * variance()) / count_);
    }
    /// Of the share of values at or below the limit.
    double z_of_share(double limit, double expected) const {
        double below = 0.0;
        for (const double value : all_) below += value <= limit ? 1.0 : 0.0;
        const double error = std::sqrt(expected * (1.0 - expected) / count_);
        return (below / count_ - expected) / error;
    }

private:
    double count_ = 0.0;
    double sum_ = 0.0;
    double squares_ = 0.0;
    std::vector<double> all_;
};

}  // namespace nines::test
