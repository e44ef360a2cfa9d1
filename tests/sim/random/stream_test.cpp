// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/random/stream.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <Random123/philox.h>

#include "sim/random/sampler.hpp"
#include "tests/catch.hpp"

namespace nines::sim {

namespace {

Words philox_10(const Words& counter, std::uint64_t key) {
    const philox2x64_ctr_t c = {{counter[0], counter[1]}};
    const philox2x64_key_t k = {{key}};
    const philox2x64_ctr_t words = philox2x64(c, k);
    return {words.v[0], words.v[1]};
}

}  // namespace

// Source: Random123 1.14, tests/kat_vectors, philox2x64 with 10 rounds.
TEST_CASE("Philox-2x64-10 gives the published known answers", "[random][stream]") {
    const std::uint64_t ones = ~std::uint64_t{0};
    CHECK(philox_10({0, 0}, 0) == Words{0xca00a0459843d731, 0x66c24222c9a845b5});
    CHECK(philox_10({ones, ones}, ones) == Words{0x65b021d60cd8310f, 0x4d02f3222f86df20});
    CHECK(philox_10({0x243f6a8885a308d3, 0x13198a2e03707344}, 0xa4093822299f31d0) ==
          Words{0x0a5e742c2997341c, 0xb0f883d38000de5d});
}

TEST_CASE("A block is Philox of counter (block, retry, trial) under a key of seed and name", "[random][stream]") {
    CHECK(Stream(11, 12, 13).block(14) == philox_10({14, 13}, 12 ^ finalise(11)));
    CHECK(Stream(11, 12, 13).block(14, 15) == philox_10({14 | (std::uint64_t{15} << 48), 13}, 12 ^ finalise(11)));
}

TEST_CASE("The hash of a stream's name never changes", "[random][stream]") {
    // FNV-1a 64 of "" is the offset basis cbf29ce484222325, of "a" af63dc4c8601ec8c (Fowler, Noll & Vo);
    // both then pass the SplitMix64 finaliser, computed apart from this code.
    CHECK(stream_name("") == 0xf52a15e9a9b5e89b);
    CHECK(stream_name("a") == 0x02c0bdbf481420f8);
    CHECK(stream_name("node:web/1:crash") == 0x400e4bd0f43c28da);
}

TEST_CASE("Stream names of a large design do not collide", "[random][stream]") {
    std::set<std::uint64_t> hashes;
    for (int member = 0; member < 20000; ++member) {
        hashes.insert(stream_name("node:web/" + std::to_string(member) + ":crash"));
        hashes.insert(stream_name("node:db/" + std::to_string(member) + ":hang"));
    }
    CHECK(hashes.size() == 40000);
}

TEST_CASE("The same address gives the same number, any other address another", "[random][stream]") {
    const Words words = Stream(1, stream_name("switch"), 3).block(4);
    CHECK(Stream(1, stream_name("switch"), 3).block(4) == words);
    CHECK(Stream(2, stream_name("switch"), 3).block(4) != words);
    CHECK(Stream(1, stream_name("crash"), 3).block(4) != words);
    CHECK(Stream(1, stream_name("switch"), 4).block(4) != words);
    CHECK(Stream(1, stream_name("switch"), 3).block(5) != words);
    CHECK(Stream(1, stream_name("switch"), 3).block(4, 1) != words);
}

TEST_CASE("A draw that fetches its first word equals the draw that was given it", "[random][stream]") {
    const Stream stream(7, stream_name("node:db/1:crash"), 42);
    for (std::uint64_t n = 0; n < 9; ++n) {
        Draw given(stream.block(n / 2)[n % 2], stream, n);
        Draw fetched(stream, n);
        for (int word = 0; word < 10; ++word) { CHECK(given() == fetched()); }
    }
}

TEST_CASE("The further words of a draw are nobody else's", "[random][stream]") {
    const Stream stream(7, stream_name("node:db/1:crash"), 42);
    std::set<std::uint64_t> words;
    for (std::uint64_t n = 0; n < 1000; ++n) {
        Draw draw(stream, n);
        for (int word = 0; word < 10; ++word) { words.insert(draw()); }
    }
    CHECK(words.size() == 10000);
}

TEST_CASE("A time depends on the address alone, not on the order of draws", "[random][stream]") {
    const Sampler sampler(Law{Gamma{2.5, Duration::hours(1)}});  // Needs further words now and then.
    const Stream stream(5, stream_name("node:web/1:repair"), 9);
    std::vector<double> forward;
    for (std::uint64_t n = 0; n < 100; ++n) {
        Draw draw(stream, n);
        forward.push_back(sampler(draw));
    }
    for (std::uint64_t n = 100; n-- > 0;) {
        Draw draw(stream, n);
        CHECK(sampler(draw) == forward[n]);
    }
}

}  // namespace nines::sim
