// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/toml/read.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {

TEST_CASE("the digest is SHA-256", "[digest]") {
    // FIPS 180-4, the examples for "abc" and the empty message.
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("the fingerprint of a set depends on content and order, not on paths", "[digest]") {
    const SourceFile a{"a.toml", sha256("a")};
    const SourceFile b{"b.toml", sha256("b")};
    CHECK(sha256_of_set({a, b}) == sha256_of_set({{"x/a.toml", a.sha256}, b}));
    CHECK(sha256_of_set({a, b}) != sha256_of_set({b, a}));
    CHECK(sha256_of_set({a, b}) != sha256_of_set({a}));
}

}  // namespace nines::scenario
