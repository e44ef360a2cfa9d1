// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.hpp"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <new>
#include <string>

#include <malloc.h>

namespace {

/// A program has one operator new, so its counter cannot belong to anything smaller.
std::atomic<std::uint64_t> allocations{0};

void* counted_allocation(std::size_t size) {
    allocations.fetch_add(1, std::memory_order_relaxed);
    void* memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

}  // namespace

void* operator new(std::size_t size) {
    return counted_allocation(size);
}
void* operator new[](std::size_t size) {
    return counted_allocation(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace nines::bench {

std::uint64_t allocation_count() {
    return allocations.load(std::memory_order_relaxed);
}

void reset_peak_memory() {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << '5';
}

std::uint64_t peak_memory_kib() {
    std::ifstream status("/proc/self/status");
    for (std::string key; status >> key;) {
        std::uint64_t kib = 0;
        if (key == "VmHWM:" && status >> kib) return kib;
    }
    return 0;
}

}  // namespace nines::bench
