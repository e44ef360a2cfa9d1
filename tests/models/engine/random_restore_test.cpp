// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "tests/catch.hpp"
#include "tests/models/engine/restore_watch.hpp"

using namespace nines;
using namespace nines::engine;

/// Small random stores that lose their data, or find them bad, many times in each trial: whatever comes together, what
/// a store is doing and what its copies are must agree.
namespace {

/// One random scenario. Everything in it happens within hours, so that ten days have many restores.
class Maker {
public:
    explicit Maker(std::uint32_t seed) : random_(seed) {}

    std::string text() {
        std::string toml = "format = 1\nscenario = { horizon = \"10 d\" }\n";
        toml += "[crew.people]\nack = \"" + time("min", 1, 20) + "\"\ndecide = \"" + time("min", 1, 20) + "\"\n";
        if (chance(0.4)) toml += "travel = \"" + time("min", 0, 90) + "\"\n";
        for (const char* domain : {"here", "there", "vault"}) toml += place(domain);
        toml += "[node.machine]\ncapacity = \"400 req/s\"\nmttf = \"" + time("h", 6, 80) + "\"\nmttr = \"" +
                time("h", 0, 3) + "\"\n";
        if (chance(0.7)) {
            toml += "[[node.machine.failure]]\nname = \"other\"\nmttf = \"" + time("h", 12, 90) + "\"\nmttr = \"" +
                    time("h", 1, 5) + "\"\neffect = \"" + any({"lose-data", "lose-data", "partition", "hang"}) + "\"\n";
        }
        for (const char* store : {"x", "y"}) toml += of_store(store);
        toml += front();
        toml += trouble();
        if (has_plan_) {
            toml += "[plan.move]\nwhen = \"" + any({"x down for 10 min", "domain here down for 5 min"}) +
                    "\"\nby = \"people\"\nsteps = [" + any({"", "\"do look takes 5 min\", "}) +
                    "\"restore x on x-far takes 1 min\"]\n";
            if (chance(0.5)) toml += "failback = \"domain here up for 1 h\"\n";
        }
        return toml;
    }

private:
    bool chance(double p) { return std::uniform_real_distribution(0.0, 1.0)(random_) < p; }
    int number(int low, int high) { return std::uniform_int_distribution(low, high)(random_); }
    std::string any(std::initializer_list<const char*> words) {
        return *(words.begin() + number(0, static_cast<int>(words.size()) - 1));
    }
    std::string time(const char* unit, int low, int high) {
        const int n = number(low, high);
        return n == 0 ? "1 s" : std::to_string(n) + " " + unit;
    }

    std::string place(const std::string& name) {
        std::string toml = "[domain." + name + "]\n";
        if (name == "vault" && chance(0.5)) toml += "restore_rate = \"1 MB/s\"\n";
        if (chance(0.5)) {
            toml += "[[domain." + name + ".failure]]\nname = \"dark\"\nmttf = \"" + time("h", 20, 90) +
                    "\"\nmttr = \"" + time("h", 1, 6) + "\"\neffect = \"" + any({"stop", "partition", "lose-data"}) +
                    "\"\n";
        }
        return toml;
    }

    /// Servers with a load that follows the day, with bad versions among them or not.
    std::string front() {
        std::string toml = "[group.web]\nnode = \"machine\"\ncount = 4\nin = \"here\"\n";
        if (chance(0.5)) {
            toml += "deploy = { every = \"" + time("h", 12, 48) + "\", strategy = \"" + any({"rolling 25%", "all"}) +
                    "\", fails = \"50%\", noticed_after = \"" + time("min", 0, 300) + "\", undo = \"" +
                    time("min", 1, 60) + "\"";
            if (chance(0.7)) toml += ", effect = \"corrupt\", corrupts = [" + any({"\"x\"", "\"x\", \"y\""}) + "]";
            toml += " }\n";
        }
        toml += "[balancer.edge]\nto = [\"web\"]\n[service.shop]\nentry = \"edge\"\nneeds = [\"x\", \"y\"]\n";
        if (chance(0.7)) {
            toml += "load = { peak = \"" + std::to_string(number(200, 1600)) + " req/s\"";
            if (chance(0.6)) toml += ", shape = \"diurnal\", trough = \"35%\"";
            if (chance(0.3)) toml += ", retries = 2";
            toml += " }\n";
            if (chance(0.4)) toml += "up_when = \"served >= 90% of offered\"\n";
        }
        return toml;
    }

    std::string of_store(const std::string& s) {
        std::string toml = "[group." + s + "]\nnode = \"machine\"\ncount = " + std::to_string(number(1, 3)) +
                           "\nin = \"here\"\n[group." + s + "-far]\nnode = \"machine\"\nin = \"there\"\n";
        toml += "[store." + s + "]\non = \"" + s + "\"\nsize = \"2 GB\"\nwrites = \"100 kB/s\"\n";
        const std::string mode = any({"async", "sync", "quorum"});
        toml += "replication = { mode = \"" + mode + "\"";
        if (mode == "sync" && chance(0.4)) toml += ", without_replica = \"block\"";
        if (chance(0.5)) toml += ", replay = \"1 MB/s\"";
        toml += " }\n" + failover();
        toml += "resync = { refill = \"" + time("min", 0, 200) + "\", rewind = \"" + time("min", 0, 60) + "\" }\n";
        if (chance(0.7)) toml += follower(s);
        if (chance(0.85)) toml += backup(s);
        return toml;
    }

    std::string failover() {
        if (chance(0.15)) return "";
        std::string toml = "failover = { detect = \"" + time("s", 1, 60) + "\"";
        if (chance(0.4)) toml += ", promote = \"" + time("s", 1, 300) + "\"";
        if (chance(0.3)) toml += ", by = \"people\", by_hand = \"" + time("min", 1, 30) + "\"";
        if (chance(0.5)) {
            toml += ", switchover = \"" + time("s", 0, 60) + "\"";
            if (chance(0.5)) toml += ", failback = \"" + time("min", 0, 60) + "\"";
        }
        return toml + " }\n";
    }

    std::string follower(const std::string& s) {
        std::string toml = "[[store." + s + ".follower]]\non = \"" + s + "-far\"\n";
        if (chance(0.15)) {
            if (s == "x") has_plan_ = true;
            return toml + "mode = \"none\"\n";
        }
        if (s == "x" && chance(0.3)) has_plan_ = true;
        if (chance(0.75)) toml += "delay = \"" + time("min", 5, 600) + "\"\n";
        if (chance(0.5)) toml += "lag = \"" + time("s", 1, 100) + "\"\n";
        return toml;
    }

    std::string backup(const std::string& s) {
        std::string toml = "[backup." + s + "]\nof = \"" + s + "\"\nto = \"vault\"\nchanges = \"50 kB/s\"\n";
        const bool has_full = chance(0.8);
        const bool has_snapshot = !has_full || chance(0.4);
        if (has_full) toml += "full = \"every " + time("h", 6, 48) + "\"\n";
        if (has_full && chance(0.4)) toml += "diff = \"every 3 h\"\n";
        if (has_full && chance(0.4)) toml += "incr = \"every " + any({"30 min", "1 h", "2 h"}) + "\"\n";
        if (has_snapshot) toml += "snapshot = \"every " + time("min", 15, 240) + "\"\n";
        if (chance(0.3)) toml += "hot = \"500 MB\"\n";
        if (chance(0.5)) {
            toml += "keep = { ";
            if (has_full) toml += "full = " + std::to_string(number(1, 4));
            if (has_snapshot) toml += std::string(has_full ? ", " : "") + "snapshot = " + std::to_string(number(2, 20));
            toml += " }\n";
        }
        if (has_full && chance(0.5)) toml += "log = \"every 10 min\"\n";
        if (chance(0.4)) toml += "immutable = true\n";
        if (chance(0.6)) toml += "job = { takes = \"" + time("min", 1, 60) + "\", success = \"80%\", bad = \"10%\" }\n";
        toml += "[backup." + s + ".restore]\nrate = \"" + std::to_string(number(1, 4)) + " MB/s\"\n";
        if (chance(0.5)) toml += "by = \"people\"\n";
        if (chance(0.5)) toml += "provision = \"" + time("min", 1, 60) + "\"\n";
        if (chance(0.5)) toml += "check = \"" + time("min", 1, 30) + "\"\n";
        if (chance(0.5)) toml += "success = \"70%\"\n";
        if (chance(0.5)) toml += "replay = \"2 MB/s\"\n";
        if (chance(0.3))
            toml += "serve = \"instant\"\n";
        else if (chance(0.3))
            toml += "serve = \"staged\"\ncapacity = [\"10%\", \"50%\"]\ncopied = [\"20%\", \"60%\"]\n";
        return toml;
    }

    std::string trouble() {
        std::string toml = "[cause.error]\nhits = [\"x\", \"y\"]\neffect = \"" + any({"corrupt", "encrypt"}) +
                           "\"\nrate = \"" + std::to_string(number(50, 300)) + " per y\"\nnoticed_after = \"exp(mean " +
                           time("h", 1, 8) + ")\"\n";
        if (chance(0.6)) {
            toml +=
                "[cause.fire]\nhits = [\"x\", \"y-far\", \"x-far\"]\neffect = \"lose-data\"\nshare = \"70%\"\nrate = "
                "\"" +
                std::to_string(number(50, 200)) + " per y\"\nttr = \"" + time("min", 0, 200) + "\"\n";
        }
        if (chance(0.5))
            toml += "[event.later]\nat = \"" + time("h", 10, 200) + "\"\ndo = \"corrupt x noticed after 1 h\"\n";
        return toml;
    }

    std::mt19937 random_;
    bool has_plan_ = false;
};

/// Trials of so many random scenarios; the seed of one that does not hold is told.
void run(std::uint32_t first, std::uint32_t scenarios, std::uint64_t trials) {
    std::uint32_t valid = 0;
    std::uint64_t restores = 0;
    for (std::uint32_t seed = first; seed < first + scenarios; ++seed) {
        const std::string toml = Maker(seed).text();
        const validate::Opened opened = validate::open_text("random.toml", toml);
        if (scenario::has_errors(opened.diagnostics)) continue;
        ++valid;
        const Program program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
        RestoreWatch watch(program);
        Trial<RestoreWatch> trial(program, seed, watch);
        for (std::uint64_t t = 0; t < trials; ++t) {
            trial.run(t);
            if (watch.complaint().empty()) continue;
            watch.take_notes();
            trial.run(t);
            INFO(toml << watch.notes());
            CAPTURE(seed, t);
            FAIL(watch.complaint());
        }
        restores += watch.restores();
    }
    CHECK(valid * 2 > scenarios);
    CHECK(restores > valid * trials);  // more than one in a trial, on average
}

}  // namespace

TEST_CASE("whatever happens while data come back, phases and copies agree", "[engine][restore]") {
    run(1, 300, 20);
}

TEST_CASE("the same for much longer, by hand", "[.heavy]") {
    run(100000, 4000, 200);
}
