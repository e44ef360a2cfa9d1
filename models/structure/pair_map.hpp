// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/structure/node_table.hpp"

namespace nines::structure {

/// What is known about pairs of nodes, up to a limit. Open addressing: 16 bytes a place for a double.
template <class Value>
class PairMap {
public:
    explicit PairMap(std::size_t limit) : limit_(limit), slots_(64) {}

    /// Null: not known. Valid until the next insertion.
    const Value* find(NodeId a, NodeId b) const {
        const Slot& slot = slots_[place_of(a, b)];
        return compile::exists(slot.a) ? &slot.value : nullptr;
    }

    /// False: full. Precondition: the pair is not known yet.
    bool insert(NodeId a, NodeId b, Value value) {
        if (size_ >= limit_) return false;
        if (2 * (size_ + 1) > slots_.size()) grow();
        slots_[place_of(a, b)] = {a, b, value};
        ++size_;
        return true;
    }

private:
    struct Slot {
        NodeId a = compile::none<NodeId>;  ///< None: free.
        NodeId b = no;
        Value value{};
    };

    /// Where the pair is, or would be.
    std::size_t place_of(NodeId a, NodeId b) const {
        const std::uint64_t key = (std::uint64_t{+a} << 32) | +b;
        const std::uint64_t mixed = (key ^ (key >> 29)) * 0x9e3779b97f4a7c15u;
        std::size_t place = (mixed >> 20) & (slots_.size() - 1);
        while (compile::exists(slots_[place].a) && (slots_[place].a != a || slots_[place].b != b)) {
            place = (place + 1) & (slots_.size() - 1);
        }
        return place;
    }

    void grow() {
        std::vector<Slot> old(2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (compile::exists(slot.a)) slots_[place_of(slot.a, slot.b)] = slot;
        }
    }

    std::size_t limit_;
    std::size_t size_ = 0;
    std::vector<Slot> slots_;
};

}  // namespace nines::structure
