// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>

#include "tests/catch.hpp"
#include "tests/models/engine/failover_trace.hpp"

using namespace nines;
using namespace nines::engine;

namespace {

/// A store on three machines that fail only when an event says so, in another place a fourth. All times are constant.
std::string scenario_of(const std::string& store, const std::string& more) {
    return std::string(R"toml(
        format = 1
        scenario = { horizon = "90000 s" }
        [domain.here]
        [domain.there]
        [domain.vault]
        [node.machine]
        ttf = "never"
        ttr = "1000 s"
        [group.db]
        node = "machine"
        count = 3
        in = ["here"]
        [group.far]
        node = "machine"
        in = ["there"]
        [service.shop]
        needs = ["x"]
        [store.x]
        on = "db"
        writes = "1 MB/s"
        failover = { detect = "10 s", promote = "5 s", redirect = "1 s" }
    )toml") +
           store + more;
}

std::string at(int seconds, const std::string& what) {
    return "[event.e" + std::to_string(seconds) + "]\nat = \"" + std::to_string(seconds) + " s\"\ndo = \"" + what +
           "\"\n";
}

/// The machines of the group lose their data at this time and work again at once.
std::string lose_data(int seconds) {
    return "[cause.fire]\nhits = [\"db\"]\nttf = \"" + std::to_string(seconds) +
           " s\"\neffect = \"lose-data\"\nttr = \"0 s\"\n";
}

std::string text_of(const std::string& store, const std::string& more) {
    return trace_of(scenario_of(store, more)).text();
}

/// As much of the text as is expected.
std::string begin_of(const std::string& text, const std::string& expected) {
    return text.substr(0, expected.size());
}

constexpr const char* delayed = R"toml(
    replication = { replay = "10 MB/s" }
    [[store.x.follower]]
    on = "far"
    lag = "2 s"
    delay = "1000 s"
)toml";

/// Cut at 20 000 s, with the log in pieces of 100 s; of 10 GB.
constexpr const char* backed_up = R"toml(
    size = "10 GB"
    [backup.b]
    of = "x"
    to = "vault"
    full = "every 20000 s"
    log = "every 100 s"
    job = { takes = "50 s" }
    restore = { provision = "20 s", fetch = "7 s", rate = "100 MB/s", replay = "10 MB/s", check = "3 s" }
)toml";

}  // namespace

// --- bad data -------------------------------------------------------------------------------------------------------

TEST_CASE("bad data reach every copy, stop nothing, and without a backup are a total loss when noticed",
          "[engine][restore]") {
    // Deciding and fencing take no time; whoever is promoted has nothing.
    CHECK(text_of("", at(500, "corrupt x noticed after 70 s")) ==
          "570 bad, 570 promoting, 575 promote#1-empty, 575 redirecting, 576 serving");
    CHECK(text_of("", at(500, "corrupt db/2")) ==
          "500 bad, 500 promoting, 505 promote#1-empty, 505 redirecting, 506 serving");
}

TEST_CASE("a copy that applies writes later brings them back to just before they went bad", "[engine][restore]") {
    // It has applied what was written by -430 s; 930 s of log at a tenth of the time each.
    CHECK(text_of(delayed, at(500, "corrupt x noticed after 70 s")) ==
          "570 bad, 570 from-500, 570 replaying, 663 checking, 663 age-1000, 663 promote#4-restored-70, 663 "
          "redirecting, 664 serving");
}

TEST_CASE("noticed later than it applies them, it has the bad data too", "[engine][restore]") {
    CHECK(text_of(delayed, at(500, "corrupt x noticed after 1001 s")) ==
          "1501 bad, 1501 promoting, 1506 promote#1-empty, 1506 redirecting, 1507 serving");
}

TEST_CASE("it has received what the others lose, but for its lag", "[engine][restore]") {
    // Noticed after 10 s; (1000 - 2) s of log to apply.
    const std::string expected =
        "5000 detecting, 5010 fencing, 5010 from-4998, 5010 replaying, 5109.8 checking, 5109.8 age-1000, 5109.8 "
        "promote#4-restored-2, 5109.8 redirecting, 5110.8 serving";
    CHECK(begin_of(text_of(delayed, lose_data(5000)), expected) == expected);
}

TEST_CASE("while it cannot be reached, it is waited for", "[engine][restore]") {
    const std::string expected =
        "5000 detecting, 5010 stranded, 5300 from-4900, 5300 replaying, 5390 checking, 5390 age-1000, 5390 "
        "promote#4-restored-100";
    CHECK(begin_of(text_of(delayed, at(4900, "fail far for 400 s") + lose_data(5000)), expected) == expected);
}

TEST_CASE("what recovers to an earlier state is rid of later corruption too, noticed or not", "[engine][restore]") {
    const std::string later = at(550, "corrupt db noticed after 2000 s");
    const std::string text = text_of(delayed, at(500, "corrupt x noticed after 70 s") + later);
    CHECK(text.find("2550") == std::string::npos);
    // One that is older than what came back comes up in its time.
    const std::string older = at(400, "corrupt db noticed after 900 s");
    CHECK(text_of(delayed, at(500, "corrupt x noticed after 70 s") + older).find("1300 bad") != std::string::npos);
}

// --- backups --------------------------------------------------------------------------------------------------------

TEST_CASE("what is gone comes back from the backup and the log, stage by stage", "[engine][restore]") {
    // 100 s to copy, 5000 s of log in 500 s; the last 30 s had not been shipped.
    const std::string expected =
        "25030 detecting, 25040 fencing, 25040 from-25000, 25040 provisioning, 25060 fetching, 25067 restoring, "
        "25167 replaying, 25667 checking, 25670 age-5030, 25670 promote#1-restored-30, 25670 redirecting, 25671 "
        "serving";
    CHECK(begin_of(text_of(backed_up, lose_data(25030)), expected) == expected);
}

TEST_CASE("a restore waits for the place of the backups, and begins again when its machine is lost",
          "[engine][restore]") {
    const std::string waits = "25030 detecting, 25040 stranded, 25100 from-25000, 25100 provisioning, 25120 fetching";
    CHECK(begin_of(text_of(backed_up, at(25000, "fail domain vault for 100 s") + lose_data(25030)), waits) == waits);
    const std::string again =
        "25040 provisioning, 25060 fetching, 25067 restoring, 25100 from-25000, 25100 provisioning, 25120 fetching, "
        "25127 restoring, 25227 replaying, 25727 checking, 25730 age-5030, 25730 promote#2-restored-30";
    CHECK(text_of(backed_up, at(25100, "fail db/1") + lose_data(25030)).find(again) != std::string::npos);
}

TEST_CASE("bad data come back as they were just before, and the newer of two sources is taken", "[engine][restore]") {
    const std::string bad = at(25000, "corrupt x noticed after 60 s");
    const std::string expected = "25060 bad, 25060 from-25000, 25060 provisioning";
    CHECK(begin_of(text_of(backed_up, bad), expected) == expected);
    // The follower has what was written last, and at 25 010 s what the log has not; it only replays.
    const std::string both = std::string(backed_up).replace(0, 1, "\n    replication = { replay = \"10 MB/s\" }\n") +
                             "[[store.x.follower]]\non = \"far\"\ndelay = \"1000 s\"\n";
    const std::string from_follower = "25070 bad, 25070 from-25010, 25070 replaying";
    CHECK(begin_of(text_of(both, at(25010, "corrupt x noticed after 60 s")), from_follower) == from_follower);
}

// --- copies that apply writes later ---------------------------------------------------------------------------------

namespace {

/// Planned hand-overs take no time, and a full copy takes so long.
std::string with_handover(const std::string& refill, const std::string& more) {
    std::string text = scenario_of(delayed, more);
    const std::string_view last = "redirect = \"1 s\" }";
    return text.replace(text.find(last), last.size(),
                        "redirect = \"1 s\", switchover = \"0 s\" }\nresync = { refill = \"" + refill + "\" }");
}

bool has(const std::string& text, const std::string& part) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("as primary it applies nothing later: what goes bad then is bad in it too", "[engine][restore]") {
    // Restored from at 663 s, primary since.
    const std::string twice = at(500, "corrupt x noticed after 70 s") + at(2000, "corrupt x noticed after 50 s");
    CHECK(
        has(text_of(delayed, twice), "2050 bad, 2050 promoting, 2055 promote#1-empty, 2055 redirecting, 2056 serving"));
    // With a backup: 20 + 7 + 100 s, 6000 s of log at a tenth, 3 s.
    const std::string both = std::string(backed_up).replace(0, 1, "\n    replication = { replay = \"10 MB/s\" }\n") +
                             "[[store.x.follower]]\non = \"far\"\ndelay = \"1000 s\"\n";
    const std::string again = at(25010, "corrupt x noticed after 60 s") + at(26000, "corrupt x noticed after 50 s");
    CHECK(
        has(text_of(both, again),
            "26050 bad, 26050 from-26000, 26050 provisioning, 26070 fetching, 26077 restoring, 26177 replaying, 26777 "
            "checking, 26780 age-6050, 26780 promote#1-restored-50, 26780 redirecting, 26781 serving"));
}

TEST_CASE("after a restore from it another takes over as soon as one follows, and it is behind again",
          "[engine][restore]") {
    const auto trace = trace_of(with_handover("1536 s", at(500, "corrupt x noticed after 70 s")));
    CHECK(has(trace.text(), "664 serving, 2200 switching, 2200 promote#1-current-0, 2200 serving"));
    CHECK(trace.roles()[0] == CopyRole::primary);
    CHECK(trace.roles()[3] == CopyRole::replica);
    // Nobody is there to do it by: it stays.
    CHECK(trace_of(scenario_of(delayed, at(500, "corrupt x noticed after 70 s"))).roles()[3] == CopyRole::primary);
}

TEST_CASE("what was primary until lately holds everything up to then", "[engine][restore]") {
    // Until 2200 s. Bad since 2000 s: at 2500 s its delay alone would say 1500 s.
    const std::string first = at(500, "corrupt x noticed after 70 s");
    const std::string bad = trace_of(with_handover("1536 s", first + at(2000, "corrupt x noticed after 500 s"))).text();
    CHECK(has(bad, "2500 bad, 2500 promoting, 2505 promote#1-empty"));
    // Bad since 3000 s: 800 s of log and not 990 s.
    const std::string clean =
        trace_of(with_handover("1536 s", first + at(3000, "corrupt x noticed after 10 s"))).text();
    CHECK(has(clean,
              "3010 bad, 3010 from-3000, 3010 replaying, 3090 checking, 3090 age-810, 3090 promote#4-restored-10"));
}

TEST_CASE("what was filled anew holds everything up to the end of that", "[engine][restore]") {
    // The follower alone loses its data at 1000 s; a full copy takes 500 s.
    const std::string fire =
        "[cause.fire]\nhits = [\"far\"]\nttf = \"1000 s\"\neffect = \"lose-data\"\nttr = \"0 s\"\n";
    const std::string text = trace_of(with_handover("500 s", fire + at(1200, "corrupt x noticed after 600 s"))).text();
    CHECK(has(text, "1800 bad, 1800 promoting, 1805 promote#1-empty"));
}

TEST_CASE("a copy that is behind on purpose has nothing of its own while a backup is brought back onto it",
          "[engine][restore]") {
    const std::string plan =
        "[plan.far]\nwhen = \"domain here down\"\nsteps = [\"restore x on far\"]\n"
        "[[domain.here.failure]]\nname = \"flood\"\nttf = \"25030 s\"\nttr = \"40000 s\"\n"
        "[cause.fire]\nhits = [\"far\"]\nttf = \"25000 s\"\neffect = \"lose-data\"\nttr = \"0 s\"\n";
    const std::string store = std::string(backed_up) + "[[store.x.follower]]\non = \"far\"\ndelay = \"1000 s\"\n";
    const std::string text = text_of(store, plan + at(25100, "fail far for 50 s"));
    // What it had read by 25 100 s is of no use: it is read again, and never replayed alone.
    CHECK(has(text, "25057 restoring"));
    CHECK(has(text, "25150 from-25000, 25150 provisioning"));
    CHECK(has(text, "promote#4-restored-30"));
}
