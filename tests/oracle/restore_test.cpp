// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "models/results/metric_catalogue.hpp"
#include "tests/catch.hpp"
#include "tests/oracle/comparison.hpp"
#include "tests/oracle/run.hpp"

/// What is lost and how long it takes when data are gone or bad, against closed forms.
namespace {

using namespace nines::oracle;
using nines::Duration;
using nines::results::Metric;

constexpr double hour = 3600.0;
constexpr double day = 86400.0;

/// Two copies in step that never fail by themselves, and what makes their data bad or takes them.
std::string store_that(const std::string& keys, const std::string& more) {
    return R"toml(
        format = 1
        scenario = { horizon = "2 y" }
        [domain.vault]
        [node.db]
        ttf = "never"
        ttr = "1 h"
        [group.db]
        node = "db"
        count = 2
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        replication = { mode = "sync" }
        failover = { detect = "0 s" }
    )toml" +
           keys + more;
}

std::string bad(const std::string& noticed, const std::string& effect = "corrupt") {
    return "[cause.error]\nhits = [\"orders\"]\neffect = \"" + effect + "\"\nrate = \"2 per y\"\n" +
           (noticed.empty() ? "" : "noticed_after = \"" + noticed + "\"\n");
}

/// Both copies lose their data at once and are back at once.
const std::string fire = "[cause.fire]\nhits = [\"db\"]\neffect = \"lose-data\"\nrate = \"2 per y\"\nttr = \"0 s\"\n";

std::string backup(const std::string& keys) {
    return "[backup.orders]\nof = \"orders\"\nto = \"vault\"\n" + keys;
}

const Metric& row(const Study& study, const char* subject, const char* metric, const char* of_class = "") {
    const Metric* found = nines::results::find_metric(study.results, subject, metric, of_class);
    CAPTURE(subject, metric, of_class);
    REQUIRE(found != nullptr);
    return *found;
}

double z(const Metric& row, double exact) {
    const double error = (row.high - row.low) / 2.0 / 1.959964;
    return (row.estimate - exact) / error;
}

}  // namespace

// --- bad data -------------------------------------------------------------------------------------------------------

TEST_CASE("bad data without a backup are a total loss, however many copies there are", "[oracle][restore]") {
    const Study study = run_text(store_that("", bad("")), {.trials = 4000, .seed = 1});
    // Poisson: 1 - exp(-2 per y x 2 y).
    CHECK(std::abs(z(row(study, "store:orders", "p_total_loss"), 1.0 - std::exp(-4.0))) < bound);
    CHECK(std::abs(z(row(study, "store:orders", "p_total_loss", "corruption"), 1.0 - std::exp(-4.0))) < bound);
}

TEST_CASE("with the log of all writes, what bad data cost is the time until somebody notices", "[oracle][restore]") {
    const auto keys = backup("full = \"every 1 d\"\nlog = \"streamed\"\n");
    const Study study = run_text(store_that("", bad("exp(mean 5 h)") + keys), {.trials = 3000, .seed = 2});
    const Metric& loss = row(study, "store:orders", "data_loss_mean", "corruption");
    CHECK(std::abs(z(loss, 5.0 * hour)) < bound);
    CHECK(std::abs(z(loss, 5.0 * hour + day / 2.0)) > bound);  // as without the log
    CHECK(row(study, "store:orders", "p_total_loss").estimate == 0.0);
    // The median of an exponential time: 5 h x ln 2.
    const Metric& median = row(study, "store:orders", "data_loss_p50", "corruption");
    CHECK(median.low <= 5.0 * hour * std::log(2.0));
    CHECK(median.high >= 5.0 * hour * std::log(2.0));
}

TEST_CASE("without the log it is the age of the last backup from before, and that time", "[oracle][restore]") {
    const auto keys = backup("full = \"every 1 d\"\njob = { takes = \"2 h\" }\n");
    const Study later = run_text(store_that("", bad("6 h") + keys), {.trials = 3000, .seed = 3});
    // Cut within the day before: U(0, T) + 6 h, for the job of 2 h is over by then.
    CHECK(std::abs(z(row(later, "store:orders", "data_loss_mean"), day / 2.0 + 6.0 * hour)) < bound);
    const Study at_once = run_text(store_that("", bad("") + keys), {.trials = 3000, .seed = 4});
    // Noticed at once the newest that can be used counts: T / 2 + D.
    CHECK(std::abs(z(row(at_once, "store:orders", "data_loss_mean"), day / 2.0 + 2.0 * hour)) < bound);
}

TEST_CASE("a recovery from bad data counts from when the store is taken out of service", "[oracle][restore]") {
    const auto keys =
        backup("full = \"every 1 d\"\nrestore = { provision = \"10 min\", check = \"exp(mean 20 min)\" }\n");
    const Study study = run_text(store_that("", bad("exp(mean 5 h)") + keys), {.trials = 2000, .seed = 5});
    CHECK(std::abs(z(row(study, "service:shop", "recovery_time_mean", "corruption"), 0.5 * hour)) < bound);
}

TEST_CASE("bad data older than what backups are kept are lost for good", "[oracle][restore]") {
    // The newest seven of daily fulls go back 6 d 12 h when they go bad at noon: the seventh after that deletes the
    // last clean one. P(noticed later) = exp(-6.5 d / 10 d).
    const std::string once = "[event.bug]\nat = \"100.5 d\"\ndo = \"corrupt orders noticed after exp(mean 10 d)\"\n";
    const auto keys = backup("full = \"every 1 d\"\nkeep = { full = 7 }\n");
    const Study study = run_text(store_that("", once + keys), {.trials = 4000, .seed = 6});
    CHECK(std::abs(z(row(study, "store:orders", "p_total_loss", "corruption"), std::exp(-0.65))) < bound);
}

TEST_CASE("an attacker deletes every backup that is not immutable", "[oracle][restore]") {
    const auto attack = bad("exp(mean 5 d)", "encrypt");
    const Setup setup{.trials = 1500, .seed = 7};
    const Study all = run_text(store_that("", attack + backup("full = \"every 1 d\"\n")), setup);
    // Poisson, noticed before the end: 1 - exp(-2 per y x (2 y - 5 d)) but for a second entry that meets the first.
    CHECK(row(all, "store:orders", "p_total_loss", "ransomware").estimate > 0.97);
    const Study none = run_text(store_that("", attack + backup("full = \"every 1 d\"\nimmutable = true\n")), setup);
    CHECK(row(none, "store:orders", "p_total_loss", "ransomware").estimate == 0.0);
    // Cut within the day before the entry: T / 2 + 5 d.
    CHECK(std::abs(z(row(none, "store:orders", "data_loss_mean", "ransomware"), 5.5 * day)) < bound);
}

// --- all data gone --------------------------------------------------------------------------------------------------

TEST_CASE("a restore takes the sum of its stages", "[oracle][restore]") {
    // Weekly fulls of 720 GB in 3600 s; on day k the differential one has k days of 1 MB/s, 432 s each; the log since,
    // U(0, 1 d) + 1 h of job at a tenth of the time.
    const auto keys = backup(R"toml(
        full = "every 1 wk"
        diff = "every 1 d"
        log = "streamed"
        job = { takes = "1 h" }
        restore = { provision = "exp(mean 10 min)", rate = "200 MB/s", replay = "10 MB/s", check = "5 min" }
    )toml");
    const Study study =
        run_text(store_that("size = \"720 GB\"\nwrites = \"1 MB/s\"\n", fire + keys), {.trials = 3000, .seed = 8});
    const double copied = 3600.0 + 3.0 * 432.0;  // k = 0 .. 6 alike
    const double replayed = (day / 2.0 + hour) / 10.0;
    CHECK(std::abs(z(row(study, "service:shop", "recovery_time_mean"), 600.0 + copied + replayed + 300.0)) < bound);
    CHECK(std::abs(z(row(study, "service:shop", "recovery_stage_mean", "restore"), copied)) < bound);
    CHECK(std::abs(z(row(study, "service:shop", "recovery_stage_mean", "replay"), replayed)) < bound);
    CHECK(std::abs(z(row(study, "service:shop", "recovery_stage_mean", "provision"), 600.0)) < bound);
    // Streamed and kept at once: nothing is lost.
    CHECK(row(study, "store:orders", "data_loss_max").estimate < 1e-3);
    CHECK(std::abs(z(row(study, "store:orders", "restore_copy_age_mean"), day / 2.0 + hour)) < bound);
}

TEST_CASE("attempts that fail are geometric, and each costs its time and an older state", "[oracle][restore]") {
    // Each attempt: 1 h to the first byte, 1 h of copying. Works with 80 %: 1 / 0.8 attempts on average.
    const auto keys = backup(
        "full = \"every 1 d\"\nrestore = { provision = \"30 min\", fetch = \"1 h\", rate = \"100 MB/s\", success = "
        "\"80%\" }\n");
    const Study study = run_text(store_that("size = \"360 GB\"\n", fire + keys), {.trials = 3000, .seed = 9});
    CHECK(std::abs(z(row(study, "store:orders", "restore_success"), 0.8)) < bound);
    CHECK(std::abs(z(row(study, "service:shop", "recovery_time_mean"), 0.5 * hour + 2.0 * hour / 0.8)) < bound);
    // T / 2, and a day more for each failure.
    CHECK(std::abs(z(row(study, "store:orders", "data_loss_mean"), day / 2.0 + day * 0.25)) < bound);
}

TEST_CASE("people who restore have to answer and to decide", "[oracle][restore]") {
    const auto keys = backup("full = \"every 1 d\"\nrestore = { by = \"oncall\", check = \"30 min\" }\n");
    const std::string crew = "[crew.oncall]\nack = \"exp(mean 5 min)\"\ndecide = \"exp(mean 25 min)\"\n";
    const Study study = run_text(store_that("", fire + crew + keys), {.trials = 2000, .seed = 10});
    CHECK(std::abs(z(row(study, "service:shop", "recovery_time_mean"), hour)) < bound);
    CHECK(std::abs(z(row(study, "service:shop", "recovery_people_share"), 0.5)) < bound);
}

TEST_CASE("a replica that survives with 90 % and else a daily backup: the mixture of both losses",
          "[oracle][restore]") {
    // tests' own figures: 0.9 Exp(5 s) + 0.1 U(1 h, 25 h).
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "20 y" }
        [domain.vault]
        [node.db]
        ttf = "never"
        ttr = "0 s"
        [group.db]
        node = "db"
        count = 2
        [service.shop]
        needs = ["orders"]
        objective = { rpo = "60 s" }
        [store.orders]
        on = "db"
        replication = { mode = "async", lag = "exp(mean 5 s)" }
        failover = { detect = "0 s", failback = "0 s", switchover = "0 s" }
        [backup.orders]
        of = "orders"
        to = "vault"
        full = "every 1 d"
        job = { takes = "1 h" }
        [cause.one]
        hits = ["db/1"]
        effect = "lose-data"
        rate = "0.45 per y"
        [cause.both]
        hits = ["db"]
        effect = "lose-data"
        rate = "0.05 per y"
    )toml";
    const Study study = run_text(text, {.trials = 4000, .seed = 11});
    CHECK(std::abs(z(row(study, "store:orders", "data_loss_mean"), 1.30125 * hour)) < bound);
    CHECK(std::abs(z(row(study, "service:shop", "p_rpo_met"), 0.9 * (1.0 - std::exp(-12.0)))) < bound);
    const Metric& p95 = row(study, "store:orders", "data_loss_p95");
    CHECK(p95.low <= 13.0 * hour);  // 0.1 (25 h - x) / 24 h = 5 %
    CHECK(p95.high >= 13.0 * hour);
    const Metric& p99 = row(study, "store:orders", "data_loss_p99");
    CHECK(p99.low <= 22.6 * hour);
    CHECK(p99.high >= 22.6 * hour);
}

TEST_CASE("backups cost no event: ten years of hourly ones go by like none", "[oracle][restore]") {
    const std::string failing = "[cause.crash]\nhits = [\"db\"]\nrate = \"50 per y\"\nttr = \"exp(mean 1 h)\"\n";
    const Setup setup{.trials = 200, .seed = 12, .horizon = Duration::years(10)};
    const Study without = run_text(store_that("", failing), setup);
    const Study with =
        run_text(store_that("", failing + backup("full = \"every 1 h\"\nkeep = { daily = 7 }\n")), setup);
    CHECK(with.outcome.tally.events == without.outcome.tally.events);
    CHECK(with.estimate("service:shop", "unavailability") == without.estimate("service:shop", "unavailability"));
}

// --- exact ----------------------------------------------------------------------------------------------------------

TEST_CASE("bad data with nothing to restore from are a Markov chain, and simulation agrees with it",
          "[oracle][restore]") {
    const std::string text = R"toml(
        format = 1
        scenario = { horizon = "2 y" }
        [node.db]
        mtbf = "40 d"
        mttr = "5 h"
        [group.db]
        node = "db"
        count = 2
        [service.shop]
        needs = ["orders"]
        [store.orders]
        on = "db"
        replication = { mode = "sync" }
        failover = { detect = "exp(mean 20 min)", promote = "exp(mean 2 h)" }
        [cause.error]
        hits = ["orders"]
        effect = "corrupt"
        rate = "12 per y"
        noticed_after = "exp(mean 3 d)"
    )toml";
    Comparison comparison({.trials = 1000});
    CHECK(comparison.compare(text, 12));
}

// --- serving while data come back -----------------------------------------------------------------------------------

namespace {

/// One machine that can answer 200 requests per second and loses its 10 GB once in nine days; 100 per second come.
std::string narrow_store(const std::string& restore, const std::string& entry = "") {
    return R"toml(
        format = 1
        scenario = { horizon = "9 d", trials = 2 }
        [domain.vault]
        [node.db]
        ttf = "never"
        ttr = "1 h"
        capacity = "200 req/s"
        [group.db]
        node = "db"
        [store.orders]
        on = "db"
        size = "10 GB"
        failover = { detect = "0 s" }
        [backup.orders]
        of = "orders"
        to = "vault"
        full = "every 1 d"
        [cause.fire]
        hits = ["db"]
        effect = "lose-data"
        ttf = "5.5 d"
        ttr = "0 s"
        [service.shop]
        needs = ["orders"]
        load = "100 req/s"
    )toml" +
           entry + "[backup.orders.restore]\nrate = \"10 MB/s\"\n" + restore;
}

constexpr const char* behind_web = R"toml(
        entry = "edge"
        [balancer.edge]
        to = ["web"]
        check = "instant"
        [node.web]
        ttf = "never"
        ttr = "1 h"
        [group.web]
        node = "web"
        count = 2
)toml";

}  // namespace

TEST_CASE("what is answered while data are still being copied is the smaller of the load and the capacity then",
          "[oracle][restore]") {
    const double offered = 100.0 * 9.0 * day;
    for (const char* entry : {"", behind_web}) {
        CAPTURE(entry);
        const Study whole = run_text(narrow_store("", entry));
        CHECK(1.0 - whole.estimate("service:shop", "request_availability") == Approx(100.0 * 1000.0 / offered));
        // 40 req/s for 10 GB at 10 MB/s.
        const Study instant = run_text(narrow_store("serve = \"instant\"\ncapacity = \"20%\"\n", entry));
        CHECK(1.0 - instant.estimate("service:shop", "request_availability") == Approx(60.0 * 1000.0 / offered));
        CHECK(instant.estimate("service:shop", "availability") == Approx(1.0));
        // Enough for all that come.
        const Study half = run_text(narrow_store("serve = \"instant\"\ncapacity = \"50%\"\n", entry));
        CHECK(half.estimate("service:shop", "request_availability") == Approx(1.0));
        // Nobody for 100 s, 40 req/s for 400 s, 80 req/s for 500 s.
        const Study staged = run_text(
            narrow_store("serve = \"staged\"\ncapacity = [\"20%\", \"40%\"]\ncopied = [\"10%\", \"50%\"]\n", entry));
        const double unanswered = 100.0 * 100.0 + 60.0 * 400.0 + 20.0 * 500.0;
        CHECK(1.0 - staged.estimate("service:shop", "request_availability") == Approx(unanswered / offered));
        CHECK(1.0 - staged.estimate("service:shop", "availability") == Approx(100.0 / (9.0 * day)));
    }
}

// --- what there is to count -----------------------------------------------------------------------------------------

TEST_CASE("a store that nothing fails over has no rows of failovers", "[oracle][restore]") {
    const auto has_row = [](const std::string& failover, const char* metric) {
        const Study study = run_text(
            "format = 1\n[node.db]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n[group.db]\nnode = \"db\"\n"
            "count = 2\n[service.shop]\nneeds = [\"orders\"]\n[store.orders]\non = \"db\"\n" +
                failover,
            {.trials = 5});
        return nines::results::find_metric(study.results, "store:orders", metric) != nullptr;
    };
    for (const char* metric :
         {"failovers_per_year", "failed_failovers_per_year", "false_failovers_per_year", "split_brains_per_year"}) {
        CAPTURE(metric);
        CHECK_FALSE(has_row("", metric));
        // Nothing of it happens here, but it could.
        CHECK(has_row("failover = { detect = \"30 s\" }\n", metric));
    }
    CHECK(has_row("", "p_total_loss"));
}
