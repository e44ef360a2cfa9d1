// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/markov/chain.hpp"

namespace nines::exact {

/// The states met so far, each kept once as its key, numbered in the order in which they were met.
class StateStore {
public:
    std::uint32_t size() const { return static_cast<std::uint32_t>(begin_.size() - 1); }

    /// The number of the state with this key, and whether it is new.
    std::pair<sim::StateIndex, bool> number_of(const std::string& key) {
        if (3 * (std::uint64_t{size()} + 1) > 2 * slots_.size()) grow();
        const std::size_t slot = slot_of(key);
        if (slots_[slot] != 0) return {slots_[slot] - 1, false};
        keys_.insert(keys_.end(), key.begin(), key.end());
        begin_.push_back(keys_.size());
        slots_[slot] = size();
        return {size() - 1, true};
    }

    /// Replaces `key` by that of a state.
    void key_of(sim::StateIndex state, std::string& key) const { key.assign(view(state)); }

private:
    std::string_view view(std::uint32_t state) const {
        return {keys_.data() + begin_[state], begin_[state + 1] - begin_[state]};
    }

    static std::uint64_t hash_of(std::string_view key) {
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ULL;
        std::uint64_t hash = key.size() * odd;
        while (key.size() >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, key.data(), 8);
            hash = (hash ^ word) * odd;
            hash ^= hash >> 32;
            key.remove_prefix(8);
        }
        std::uint64_t rest = 0;
        if (!key.empty()) std::memcpy(&rest, key.data(), key.size());
        hash = (hash ^ rest) * odd;
        return hash ^ (hash >> 29);
    }

    std::size_t slot_of(std::string_view key) const {
        std::size_t slot = hash_of(key) & (slots_.size() - 1);
        while (slots_[slot] != 0 && view(slots_[slot] - 1) != key) slot = (slot + 1) & (slots_.size() - 1);
        return slot;
    }

    void grow() {
        slots_.assign(2 * slots_.size(), 0);
        for (std::uint32_t state = 0; state < size(); ++state) slots_[slot_of(view(state))] = state + 1;
    }

    std::vector<char> keys_;  ///< Of all states, one after the other.
    std::vector<std::uint64_t> begin_{0};
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  ///< 1 + number, 0 for a free slot.
};

}  // namespace nines::exact
