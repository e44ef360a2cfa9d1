// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/kernel/tick.hpp"

namespace nines::sim {

/// A timer's number. Each thing that can have one pending event has one leaf.
using Leaf = std::uint32_t;

/// The pending events of a trial: a winner (tournament) tree over all leaves, each with at most one event.
///
/// Time and leaf are packed into one 64-bit word (leaf in the low bits), so a match is one comparison without
/// a branch, any timer can be moved or cancelled at the cost of inserting it, and simultaneous events come in
/// the order of their leaves: (time, leaf) is a total order.
class EventSet {
public:
    static constexpr Tick never = ~Tick{0};

    explicit EventSet(std::uint32_t leaf_count = 1) {
        while ((std::uint64_t{1} << leaf_bits_) < leaf_count) ++leaf_bits_;
        first_leaf_ = std::size_t{1} << leaf_bits_;
        keys_.assign(2 * first_leaf_, never);
        leaf_mask_ = static_cast<std::uint32_t>(first_leaf_ - 1);
    }

    /// Bits left for the time beside the leaf's number.
    static int tick_bits(std::uint32_t leaf_count) {
        int leaf_bits = 0;
        while ((std::uint64_t{1} << leaf_bits) < leaf_count) ++leaf_bits;
        return 63 - leaf_bits;
    }

    void schedule(Leaf leaf, Tick at) { play(leaf, (at << leaf_bits_) | leaf); }
    void cancel(Leaf leaf) { play(leaf, never); }

    bool pending(Leaf leaf) const { return keys_[first_leaf_ + leaf] != never; }
    /// When `leaf` is due; only if pending.
    Tick due(Leaf leaf) const { return keys_[first_leaf_ + leaf] >> leaf_bits_; }

    /// The first event's packed word: `never` when nothing is pending.
    std::uint64_t first() const { return keys_[1]; }
    Tick tick_of(std::uint64_t key) const { return key >> leaf_bits_; }
    Leaf leaf_of(std::uint64_t key) const { return static_cast<Leaf>(key) & leaf_mask_; }
    /// All events at `at` or later compare greater than or equal to this word.
    std::uint64_t bound(Tick at) const { return at << leaf_bits_; }

    /// A leaf that will be due soon: the first of the sixteenth of all leaves to which `leaf` belongs. Only a guess,
    /// for fetching its memory ahead; after an event at `leaf` it is new. Precondition: more than 16 leaves; something
    /// of that sixteenth is pending, else the answer is any number below the number of leaves rounded up.
    Leaf soon(Leaf leaf) const { return leaf_of(keys_[(first_leaf_ + leaf) >> (leaf_bits_ - 4)]); }

    /// Asks for the memory of a timer's word and of its first matches: the further up, the nearer it lies anyway.
    /// Inlined by force: g++ 12 takes the function for one without effect and drops it.
    [[gnu::always_inline]] void fetch_ahead(Leaf leaf) const {
        const std::size_t i = first_leaf_ + leaf;
        __builtin_prefetch(&keys_[i], 1);
        __builtin_prefetch(&keys_[i >> 1], 1);
        __builtin_prefetch(&keys_[i >> 2], 1);
        __builtin_prefetch(&keys_[i >> 3], 1);
    }

    /// Sets a leaf without replaying the matches; `rebuild` must follow before the next `first`.
    void preset(Leaf leaf, Tick at) { keys_[first_leaf_ + leaf] = (at << leaf_bits_) | leaf; }
    void preset_never(Leaf leaf) { keys_[first_leaf_ + leaf] = never; }
    void rebuild() {
        for (std::size_t i = first_leaf_ - 1; i > 0; --i) keys_[i] = std::min(keys_[2 * i], keys_[2 * i + 1]);
    }

private:
    void play(Leaf leaf, std::uint64_t key) {
        std::size_t i = first_leaf_ + leaf;
        keys_[i] = key;
        while (i > 1) {
            key = std::min(key, keys_[i ^ 1]);
            i >>= 1;
            keys_[i] = key;
        }
    }

    std::vector<std::uint64_t> keys_;
    std::size_t first_leaf_ = 1;
    std::uint32_t leaf_mask_ = 0;
    int leaf_bits_ = 0;
};

}  // namespace nines::sim
