// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presets/presets.hpp"
#include "models/scenario/detection_laws.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/load_helper.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

Failover failover_of(std::string_view preset) {
    const Loaded loaded = load_text(fmt::format("[store.x]\non = \"g\"\nfailover = \"{}\"\n", preset));
    CHECK(codes_of(loaded.diagnostics).empty());
    return *loaded.scenario.stores.at(0).failover;
}

/// From the failure to serving again, in seconds.
struct Span {
    double least = 0.0, most = 0.0;
};

enum class Failure { crash, silent };

/// All stages in a row: the extremes of independent times add.
Span recovery(const Failover& failover, Failure failure) {
    Span sum;
    const auto add = [&sum](const sim::Law& law) {
        sum.least += sim::quantile(law, 0.0).in_seconds();
        sum.most += sim::quantile_of_survival(law, 1e-12).in_seconds();
    };
    const DetectionLaws detection = detection_laws(failover.detect.value_or({}));
    add(failure == Failure::crash ? detection.crash : detection.silent);
    for (const auto& stage : {failover.decide, failover.fence, failover.promote, failover.redirect, failover.warm}) {
        if (stage && stage->takes) add(*stage->takes);
    }
    return sum;
}

}  // namespace

TEST_CASE("the stages of each failover add up to what its product documents", "[presets]") {
    struct Product {
        const char* preset;
        double least, most;  // Seconds, after a silent failure.
    };
    // Patroni: 20-30 s lease + 1-5 s race + 3-6 s HAProxy. RDS, Aurora: the user guides' 60-120 s, <35 s, <120 s.
    // Pacemaker: 3 s token + 3.6 s consensus + fence + start. Others: defaults of each product, stage by stage.
    const auto product = GENERATE(values<Product>({{"instant", 0, 0},
                                                   {"patroni", 24, 41},
                                                   {"patroni-sync", 24, 41},
                                                   {"patroni-sync-strict", 24, 41},
                                                   {"patroni-watchdog", 24, 41},
                                                   {"repmgr", 55, 90},
                                                   {"mysql-orchestrator", 14, 30},
                                                   {"mysql-group-replication", 11, 20},
                                                   {"redis-sentinel", 31, 35},
                                                   {"etcd", 1.01, 2.5},
                                                   {"zookeeper", 10.5, 12},
                                                   {"kafka", 7.1, 12},
                                                   {"mongodb", 9, 14},
                                                   {"rds-multi-az", 60, 120},
                                                   {"rds-multi-az-cluster", 11, 35},
                                                   {"aurora", 7, 120},
                                                   {"pacemaker", 14.65, 59.65},
                                                   {"vrrp", 2.609375, 4.609375}}));
    CAPTURE(product.preset);
    const Span bounds = recovery(failover_of(product.preset), Failure::silent);
    CHECK(bounds.least == Approx(product.least).margin(1e-3));
    CHECK(bounds.most == Approx(product.most).epsilon(1e-3));
}

TEST_CASE("a planned hand-over takes what each product needs for it, and no longer than a failover", "[presets]") {
    struct Product {
        const char* preset;
        double least, most;  // Seconds.
    };
    // Amazon RDS user guide: 60-120 s, planned or not. VRRP: the skew of (256 - 100) / 256 s, then ARP within a second.
    // Patroni: HAProxy's 3-6 s and a clean stop. Everything else: estimates, a share of the failover.
    const auto product = GENERATE(values<Product>({{"instant", 0, 0},
                                                   {"patroni", 4, 10},
                                                   {"patroni-sync", 4, 10},
                                                   {"patroni-sync-strict", 4, 10},
                                                   {"patroni-watchdog", 4, 10},
                                                   {"etcd", 0.01, 0.2},
                                                   {"rds-multi-az", 60, 120},
                                                   {"vrrp", 0.609375, 1.609375}}));
    CAPTURE(product.preset);
    const sim::Law takes = *failover_of(product.preset).switchover->takes;
    CHECK(sim::quantile(takes, 0.0).in_seconds() == Approx(product.least).margin(1e-3));
    CHECK(sim::quantile_of_survival(takes, 1e-12).in_seconds() == Approx(product.most).epsilon(1e-3));
    for (const std::string& name : preset_names(presets::library(), "failover")) {
        const Failover failover = failover_of(name);
        CAPTURE(name);
        if (name == "postgres-manual") CHECK_FALSE(failover.switchover);  // How people do it, nobody has written down.
        if (!failover.switchover) continue;
        const Span unplanned = recovery(failover, Failure::silent);
        constexpr double rounding = 1.0 + 1e-9;
        CHECK(sim::mean(*failover.switchover->takes).in_seconds() <=
              (unplanned.least + unplanned.most) / 2.0 * rounding);
        CHECK_FALSE(failover.failback);  // No product goes back of its own accord.
    }
}

TEST_CASE("Patroni's primary steps down without its store of keys, the others do not say", "[presets]") {
    // At the next round, within loop_wait 10 s, it tries for retry_timeout 10 s.
    for (const char* name : {"patroni", "patroni-sync", "patroni-sync-strict", "patroni-watchdog"}) {
        CAPTURE(name);
        CHECK(*failover_of(name).without_needs == WithoutNeeds::step_down);
        CHECK(sim::quantile(*failover_of(name).step_down, 0.0).in_seconds() == Approx(10.0));
        CHECK(sim::quantile(*failover_of(name).step_down, 0.5).in_seconds() == Approx(15.0));
    }
    CHECK_FALSE(failover_of("repmgr").without_needs);
}

TEST_CASE("products that tell a crash from silence recover sooner after a crash", "[presets]") {
    const Span zookeeper = recovery(failover_of("zookeeper"), Failure::crash);
    CHECK(zookeeper.least == Approx(0.5));
    CHECK(zookeeper.most == Approx(2));
    const Span orchestrator = recovery(failover_of("mysql-orchestrator"), Failure::crash);
    CHECK(orchestrator.least == Approx(10));
    CHECK(orchestrator.most == Approx(26));
}

TEST_CASE("every failover of the library can be used as it is, and the list of its tests is complete", "[presets]") {
    const PresetLibrary library = presets::library();
    const std::vector<std::string> names = preset_names(library, "failover");
    CHECK(names.size() == 19);  // With postgres-manual, which no clockwork ends.
    for (const std::string& name : names) {
        CAPTURE(name);
        const Failover failover = failover_of(name);
        CHECK(failover.preset.value_or("") == name);
        CHECK((failover.detect || failover.by_hand));
        CHECK_FALSE(failover.false_alarms);  // No product documents how often it errs.
    }
    const Failover manual = failover_of("postgres-manual");
    CHECK(*manual.mode == FailoverMode::manual);
    CHECK(sim::quantile(*manual.by_hand->takes, 0.5).in_seconds() == Approx(25 * 60));
}

TEST_CASE("what a product does to an old primary is what its source says", "[presets]") {
    for (const char* name : {"repmgr", "mysql-orchestrator", "redis-sentinel", "vrrp"}) {
        CAPTURE(name);
        CHECK_FALSE(failover_of(name).fence);
        CHECK_FALSE(*failover_of(name).self_demotes);
    }
    CHECK(failover_of("pacemaker").fence);
    CHECK(failover_of("patroni-watchdog").fence);
    CHECK(*failover_of("patroni").self_demotes);
    CHECK(failover_of("mysql-orchestrator").hold->in_seconds() == 3600);          // RecoveryPeriodBlockSeconds
    CHECK(failover_of("patroni").lag_limit->bytes->bytes == 1048576);             // maximum_lag_on_failover
    CHECK(sim::mean(*failover_of("patroni").restart_first).in_seconds() == 300);  // primary_start_timeout
}

TEST_CASE("presets of places tell the level of their failures", "[presets]") {
    const auto level = [](std::string_view preset) {
        return *load_text(fmt::format("[domain.x]\npreset = \"{}\"\n", preset)).scenario.domains.at(0).level;
    };
    CHECK(level("cloud-az") == FailureClass::zone);
    CHECK(level("cloud-region") == FailureClass::region);
    CHECK(level("rack") == FailureClass::rack);
    CHECK(level("switch-tor") == FailureClass::rack);
    CHECK(level("site-power") == FailureClass::zone);
}

TEST_CASE("a machine whose host is lost answers nothing", "[presets]") {
    const Loaded loaded = load_text("[node.x]\npreset = \"cloud-vm\"\n");
    for (const FailureMode& mode : loaded.scenario.nodes.at(0).failures) {
        if (mode.name == "host-loss") CHECK(*mode.effect == Effect::hang);
    }
    CHECK(loaded.scenario.nodes.at(0).failures.at(2).name == "host-loss");
}
