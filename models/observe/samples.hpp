// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/observe/failure_classes.hpp"

/// What single trials showed, for comparing designs trial by trial. Only what is not 0 is kept, so that memory follows
/// failures; whoever reads them knows how many trials there were.
namespace nines::observe {

/// Of a service, in one trial.
enum class ServiceQuantity : std::uint8_t {
    down,              ///< Seconds.
    planned_down,      ///< Seconds of these that planned work alone made.
    outages,           ///< Number.
    unanswered,        ///< Share of the requests; of services whose requests are counted.
    recoveries,        ///< Number, by class.
    recovery_seconds,  ///< Seconds of all of them, by class.
    rto_held,          ///< Recoveries that an objective is held against, by class.
    rto_met,           ///< Of these: met.
    rpo_held,          ///< Losses that an objective is held against, by class.
    rpo_met,           ///< Of these: met.
};
inline constexpr std::size_t service_quantity_count = 10;

/// Of a store, in one trial.
enum class StoreQuantity : std::uint8_t {
    losses,        ///< Promotions, restores and ends of split brains, those that lose nothing among them, by class.
    lost_seconds,  ///< Seconds of writes, by class.
    total_loss,    ///< 1 if nothing was left, by class.
};
inline constexpr std::size_t store_quantity_count = 3;

struct Sample {
    std::uint64_t trial = 0;
    double value = 0.0;

    bool operator==(const Sample&) const = default;
};

/// Samples of one program: a column for each quantity of each of its services and stores, by class of failure where the
/// quantity has classes (else in the slot `all_classes`), ascending by trial.
class Samples {
public:
    explicit Samples(const Program& program);

    void add(std::uint32_t service, ServiceQuantity quantity, std::size_t slot, std::uint64_t trial, double value) {
        if (value != 0.0) columns_[column(service, quantity, slot)].push_back({trial, value});
    }
    void add(FailoverId store, StoreQuantity quantity, std::size_t slot, std::uint64_t trial, double value) {
        if (value != 0.0) columns_[column(store, quantity, slot)].push_back({trial, value});
    }

    std::span<const Sample> of(std::uint32_t service, ServiceQuantity quantity, std::size_t slot = all_classes) const {
        return columns_[column(service, quantity, slot)];
    }
    std::span<const Sample> of(FailoverId store, StoreQuantity quantity, std::size_t slot = all_classes) const {
        return columns_[column(store, quantity, slot)];
    }

    /// Forgets all, and keeps the memory.
    void clear();
    /// Precondition: those of the same program, of later trials.
    void append(const Samples& later);

private:
    std::size_t column(std::uint32_t service, ServiceQuantity quantity, std::size_t slot) const {
        return (service * service_quantity_count + static_cast<std::size_t>(quantity)) * class_slots + slot;
    }
    std::size_t column(FailoverId store, StoreQuantity quantity, std::size_t slot) const {
        const std::size_t of_store = +store * store_quantity_count + static_cast<std::size_t>(quantity);
        return services_end_ + of_store * class_slots + slot;
    }

    std::size_t services_end_;  ///< Columns of services.
    std::vector<std::vector<Sample>> columns_;
};

}  // namespace nines::observe
