// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "sim/random/stream.hpp"

namespace nines::engine {

/// What a random number is for. Part of its address, so the values never change.
enum class Purpose : std::uint64_t {
    notice = 1,
    ack = 2,
    travel = 3,
    starting = 4,
    start_works = 5,
    crew_choice = 6,
    reorder = 7,
    shock_interval = 8,
    shock_reach = 9,
    shock_delay = 10,
    equilibrium = 11,
    failover_stage = 12,
    failover_works = 13,
    false_alarm = 14,
    failover_hold = 15,
    resync = 16,
    lag = 17,
    endpoint = 18,
    failback = 30,
    step_down = 31,
    warm_up = 32,
    apart = 40,
    gives_up_replicas = 41,
    backup_works = 60,
    backup_takes = 61,
    backup_lag = 62,
    backup_bad = 63,
    backup_breaks = 64,
    log_ship = 65,
    log_stops = 66,
    log_noticed = 67,
    backup_retries = 68,
    restore_stage = 80,
    restore_works = 81,
    plan_time = 90,
    plan_works = 91,
    deploy_fails = 100,
    deploy_takes = 101,
    deploy_noticed = 102,
    deploy_undo = 103,
};

/// The stream of one thing and purpose. The main stream of a unit (its times to failure and repair) has the
/// unit's own name; every other purpose branches off it.
inline sim::Stream stream_for(std::uint64_t seed, std::uint64_t name, Purpose purpose, std::uint64_t trial) {
    return {seed, name + 0x9e3779b97f4a7c15ULL * static_cast<std::uint64_t>(purpose), trial};
}

/// Uniform in [0, 1) from 53 random bits.
inline double uniform(std::uint64_t word) {
    return static_cast<double>(word >> 11) * 0x1.0p-53;
}

}  // namespace nines::engine
