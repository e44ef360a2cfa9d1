// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "sim/markov/chain.hpp"

namespace nines::exact {

/// The states met so far, each kept once as its key, numbered in the order in which they were met.
class StateStore {
public:
    std::uint32_t size() const { return static_cast<std::uint32_t>(begin_.size() - 1); }

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

    /// Asks for the memory that number_of will look at first.
    void fetch_ahead(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]); }

    /// The number of the state with this key; a new one if it is new.
    sim::StateIndex number_of(std::string_view key, std::uint64_t hash) {
        if (3 * (std::uint64_t{size()} + 1) > 2 * slots_.size()) grow();
        const std::size_t slot = slot_of(key, hash);
        if (slots_[slot].number != 0) return slots_[slot].number - 1;
        keys_.insert(keys_.end(), key.begin(), key.end());
        begin_.push_back(keys_.size());
        slots_[slot] = {tag_of(hash), size()};
        return size() - 1;
    }
    sim::StateIndex number_of(std::string_view key) { return number_of(key, hash_of(key)); }

    /// Replaces `key` by that of a state.
    void key_of(sim::StateIndex state, std::string& key) const { key.assign(view(state)); }

private:
    std::string_view view(std::uint32_t state) const {
        return {keys_.data() + begin_[state], begin_[state + 1] - begin_[state]};
    }

    /// A part of the hash beside the number keeps most strangers from being compared.
    struct Slot {
        std::uint32_t tag = 0;
        std::uint32_t number = 0;  ///< 1 + number, 0 for a free slot.
    };

    static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

    std::size_t slot_of(std::string_view key, std::uint64_t hash) const {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot].number != 0) {
            if (slots_[slot].tag == tag_of(hash) && view(slots_[slot].number - 1) == key) break;
            slot = (slot + 1) & (slots_.size() - 1);
        }
        return slot;
    }

    void grow() {
        slots_.assign(2 * slots_.size(), {});
        for (std::uint32_t state = 0; state < size(); ++state) {
            const std::uint64_t hash = hash_of(view(state));
            slots_[slot_of(view(state), hash)] = {tag_of(hash), state + 1};
        }
    }

    std::vector<char> keys_;  ///< Of all states, one after the other.
    std::vector<std::uint64_t> begin_{0};
    std::vector<Slot> slots_ = std::vector<Slot>(1024);  ///< Open addressing.
};

}  // namespace nines::exact
