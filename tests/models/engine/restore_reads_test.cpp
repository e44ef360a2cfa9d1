// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "tests/catch.hpp"
#include "tests/models/engine/failover_trace.hpp"

using namespace nines;
using namespace nines::engine;

/// Restores that share what they read from, and stores that are served before all is copied. All times are constant.
namespace {

/// Two stores of 10 GB on a machine each, copied every 20 000 s to the vault.
std::string two_stores(const std::string& vault, const std::string& first, const std::string& second,
                       const std::string& more) {
    return "format = 1\nscenario = { horizon = \"39000 s\" }\n[domain.vault]\n" + vault + R"toml(
        [node.machine]
        ttf = "never"
        ttr = "0 s"
        [group.a]
        node = "machine"
        [group.b]
        node = "machine"
        [service.shop]
        needs = ["x", "y"]
        [store.x]
        on = "a"
        size = "10 GB"
        failover = { detect = "0 s" }
        [store.y]
        on = "b"
        size = "10 GB"
        failover = { detect = "0 s" }
        [backup.x]
        of = "x"
        to = "vault"
        full = "every 20000 s"
        [backup.y]
        of = "y"
        to = "vault"
        full = "every 20000 s"
    )toml" +
           "[backup.x.restore]\n" + first + "\n[backup.y.restore]\n" + second + "\n" + more;
}

std::string fire(const std::string& group, int seconds) {
    return "[cause.fire-" + group + "]\nhits = [\"" + group + "\"]\nttf = \"" + std::to_string(seconds) +
           " s\"\neffect = \"lose-data\"\nttr = \"0 s\"\n";
}

std::string text_of(const std::string& vault, const std::string& first, const std::string& second,
                    const std::string& more) {
    return trace_of(two_stores(vault, first, second, more)).text();
}

void check_has(const std::string& text, const std::string& part) {
    INFO(text);
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
}

constexpr const char* fast = "rate = \"100 MB/s\"";
constexpr const char* narrow = "restore_rate = \"100 MB/s\"";

}  // namespace

TEST_CASE("two restores that begin together at one place take twice as long each", "[engine][restore]") {
    const std::string apart = text_of("", fast, fast, fire("a", 25000) + fire("b", 25000));
    check_has(apart, "25100 promote#1-restored-5000");  // 10 GB at 100 MB/s
    check_has(apart, "25100 promote#2-restored-5000");
    const std::string together = text_of(narrow, fast, fast, fire("a", 25000) + fire("b", 25000));
    check_has(together, "25200 promote#1-restored-5000");  // at 50 MB/s
    check_has(together, "25200 promote#2-restored-5000");
}

TEST_CASE("one that begins half-way slows the other, which leaves it all when it ends", "[engine][restore]") {
    const std::string text = text_of(narrow, fast, fast, fire("a", 25000) + fire("b", 25050));
    check_has(text, "25000 rate-100");
    // x: 5 GB in 50 s, 5 GB at 50 MB/s. y: 5 GB meanwhile, then 5 GB at 100 MB/s.
    check_has(text, "25050 rate-50");
    check_has(text, "25150 promote#1-restored-5000");
    check_has(text, "25150 rate-100");
    check_has(text, "25200 promote#2-restored-5050");
}

TEST_CASE("who asks for less than an equal part leaves the rest to the others", "[engine][restore]") {
    const std::string text = text_of(narrow, "rate = \"20 MB/s\"", fast, fire("a", 25000) + fire("b", 25000));
    check_has(text, "25125 promote#2-restored-5000");  // 10 GB at 100 - 20 MB/s
    check_has(text, "25500 promote#1-restored-5000");  // 10 GB at 20 MB/s
}

TEST_CASE("a place gives no more than it has to one restore alone", "[engine][restore]") {
    check_has(text_of(narrow, "rate = \"400 MB/s\"", fast, fire("a", 25000)), "25100 promote#1-restored-5000");
}

TEST_CASE("a restore that is lost leaves its part to the other at once", "[engine][restore]") {
    const std::string lost = "[event.lost]\nat = \"25050 s\"\ndo = \"fail a for 10000 s\"\n";
    const std::string text = text_of(narrow, fast, fast, fire("a", 25000) + fire("b", 25000) + lost);
    check_has(text, "25125 promote#2-restored-5000");  // 2.5 GB in 50 s, 7.5 GB at 100 MB/s
}

TEST_CASE("a store is served from the first byte on, with a part of its capacity until all is copied",
          "[engine][restore]") {
    const std::string instant = std::string(fast) + "\nserve = \"instant\"\ncapacity = \"40%\"";
    const std::string text = text_of("", instant, fast, fire("a", 25000));
    check_has(text, "25000 share-0.4");
    check_has(text, "25000 promote#1-restored-5000");
    check_has(text, "25100 whole");  // 10 GB at 100 MB/s
}

TEST_CASE("a staged restore serves from its first step on", "[engine][restore]") {
    const std::string by_data =
        std::string(fast) + "\nserve = \"staged\"\ncapacity = [\"20%\", \"60%\"]\ncopied = [\"10%\", \"50%\"]";
    const std::string text = text_of("", by_data, fast, fire("a", 25000));
    check_has(text, "25000 restoring");
    check_has(text, "25010 share-0.2");
    check_has(text, "25010 promote#1-restored-5000");
    check_has(text, "25050 share-0.6");
    check_has(text, "25100 whole");
    const std::string by_time =
        std::string(fast) + "\nserve = \"staged\"\ncapacity = [\"20%\", \"60%\"]\nafter = [\"30 s\", \"300 s\"]";
    const std::string timed = text_of("", by_time, fast, fire("a", 25000));
    check_has(timed, "25030 share-0.2");
    check_has(timed, "25030 promote#1-restored-5000");
    check_has(timed, "25100 whole");  // all is there before the second step
    CHECK(timed.find("share-0.6") == std::string::npos);
}

TEST_CASE("what is copied while the store serves takes its part of the place too", "[engine][restore]") {
    const std::string instant = std::string(fast) + "\nserve = \"instant\"\ncapacity = \"40%\"";
    const std::string text = text_of(narrow, instant, fast, fire("a", 25000) + fire("b", 25000));
    check_has(text, "25000 promote#1-restored-5000");
    check_has(text, "25200 whole");
    check_has(text, "25200 promote#2-restored-5000");
}

TEST_CASE("when its machine is lost while it is still copied, it begins anew", "[engine][restore]") {
    const std::string instant = std::string(fast) + "\nserve = \"instant\"\ncapacity = \"40%\"";
    const std::string again =
        "[cause.again]\nhits = [\"a\"]\nttf = \"25050 s\"\neffect = \"lose-data\"\nttr = \"0 s\"\n";
    const std::string text = text_of("", instant, fast, fire("a", 25000) + again);
    check_has(text, "25050 whole");  // it serves no longer
    check_has(text, "25050 share-0.4");
    check_has(text, "25150 whole");
    CHECK(text.find("25100 whole") == std::string::npos);
}
