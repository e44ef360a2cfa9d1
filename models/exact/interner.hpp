// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nines::exact {

/// Numbers for records of the same length, in the order in which they are first met: 0, 1, 2, ..
class Interner {
public:
    explicit Interner(std::size_t words) : words_(words), slots_(64) {}

    std::uint32_t number_of(const std::uint64_t* record) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        std::size_t slot = hash_of(record) & (slots_.size() - 1);
        while (slots_[slot] != 0) {
            const std::uint32_t number = slots_[slot] - 1;
            if (std::equal(record, record + words_, this->record(number))) return number;
            slot = (slot + 1) & (slots_.size() - 1);
        }
        records_.insert(records_.end(), record, record + words_);
        slots_[slot] = ++count_;
        return count_ - 1;
    }

    const std::uint64_t* record(std::uint32_t number) const { return records_.data() + number * words_; }
    std::uint32_t size() const { return count_; }

private:
    std::uint64_t hash_of(const std::uint64_t* record) const {
        std::uint64_t hash = 0;
        for (std::size_t w = 0; w < words_; ++w) {
            hash = (hash ^ record[w]) * 0x9e3779b97f4a7c15ULL;
            hash ^= hash >> 29;
        }
        return hash;
    }

    void grow() {
        slots_.assign(2 * slots_.size(), 0);
        for (std::uint32_t number = 0; number < count_; ++number) {
            std::size_t slot = hash_of(record(number)) & (slots_.size() - 1);
            while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = number + 1;
        }
    }

    std::size_t words_;
    std::uint32_t count_ = 0;
    std::vector<std::uint64_t> records_;
    std::vector<std::uint32_t> slots_;  ///< Open addressing: 1 + number, 0 for a free slot.
};

}  // namespace nines::exact
