// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/oracle/run.hpp"

using nines::Duration;
using nines::oracle::bound;
using nines::oracle::run_file;

namespace {

constexpr double hour = 3600.0;

}  // namespace

TEST_CASE("machines wait for their repairers as in the machine-repair model", "[oracle][crew]") {
    const auto study = run_file("reference/machine_repair.toml", {.trials = 200});

    // M/M/1//5; wrong: unlimited hands, 100/105 and 5 h.
    CHECK_EXACT(study, "node:machines/3", "availability", 0.9425680517470357, 100.0 / 105.0);
    CHECK_EXACT(study, "node:machines/3", "mean_down_time", 6.093135466082796 * hour, 5.0 * hour);
    CHECK_EXACT(study, "service:all-up", "availability", 0.7643579870632411, std::pow(100.0 / 105.0, 5));
    CHECK_EXACT(study, "crew:repairers", "utilisation", 0.23564201293675893, 5.0 * 5.0 / 105.0);
}

TEST_CASE("three repairers serve twenty machines as in the machine-repair model", "[oracle][crew]") {
    const auto study =
        run_file("reference/machine_repair.toml", {.trials = 50,
                                                   .overrides = {"group.machines.count=20", "crew.repairers.size=3",
                                                                 "node.machine.mttf=50 h", "node.machine.mttr=4 h"}});

    // M/M/3//20; wrong: unlimited hands.
    CHECK_EXACT(study, "node:machines/20", "mean_down_time", 4.414860266485692 * hour, 4.0 * hour);
    CHECK_EXACT(study, "service:all-up", "availability", 0.20628551384599517, std::pow(50.0 / 54.0, 20));
    CHECK_EXACT(study, "crew:repairers", "utilisation", 0.4900622097727001, 20.0 * 4.0 / 54.0 / 3.0);
    CHECK_EXACT(study, "group:machines", "mean_members_up", 20.0 - 1.6226671335237524, 20.0 * 50.0 / 54.0);
}

TEST_CASE("a hundred machines keep five repairers busy", "[oracle][crew]") {
    const auto study =
        run_file("reference/machine_repair.toml", {.trials = 60,
                                                   .horizon = Duration::years(10),
                                                   .warm_up = Duration::hours(3000),
                                                   .overrides = {"group.machines.count=100", "crew.repairers.size=5",
                                                                 "node.machine.mttf=500 h", "node.machine.mttr=24 h"}});

    // M/M/5//100; wrong: unlimited hands.
    CHECK_EXACT(study, "crew:repairers", "utilisation", 0.8835225035296312, 100.0 * 24.0 / 524.0 / 5.0);
    CHECK_EXACT(study, "node:machines/50", "availability", 0.9203359411766994, 500.0 / 524.0);
}

TEST_CASE("the order of service changes who waits and not how many", "[oracle][crew]") {
    const auto study =
        run_file("reference/machine_repair.toml", {.trials = 200, .overrides = {"crew.repairers.order=random"}});

    // Machines are alike, so the chain is the same.
    CHECK_EXACT(study, "node:machines/1", "availability", 0.9425680517470357, 100.0 / 105.0);
    CHECK_EXACT(study, "node:machines/1", "mean_down_time", 6.093135466082796 * hour, 5.0 * hour);
}

TEST_CASE("the file server of SHARPE's example never waits for a workstation", "[oracle][crew]") {
    const auto study = run_file("reference/workstations_and_server.toml", {.trials = 4000});

    // Markov chain; wrong: two servers' worth of downtime. The next case tells the priority itself apart.
    CHECK_EXACT(study, "service:work", "unavailability", 0.00010001000299470278, 2.0e-4);
    CHECK_EXACT(study, "service:work", "mean_time_to_first_outage", 19992.005995503358 * hour, 9333.33 * hour);
}

TEST_CASE("preemption shortens the urgent repair and lengthens the other", "[oracle][crew]") {
    const std::vector<std::string> heavy = {"node.workstation.mttf=100 h", "node.workstation.mttr=20 h",
                                            "node.server.mttf=200 h", "node.server.mttr=10 h"};
    auto calm = heavy;
    calm.push_back("crew.repairer.preemptive=false");
    const auto preemptive = run_file("reference/workstations_and_server.toml",
                                     {.trials = 200, .horizon = Duration::years(20), .overrides = heavy});
    const auto waiting = run_file("reference/workstations_and_server.toml",
                                  {.trials = 200, .horizon = Duration::years(20), .overrides = calm});

    // Chain with the rates above, solved for both policies; each is the other's wrong answer.
    CHECK_EXACT(preemptive, "service:work", "unavailability", 0.10369784551968747, 0.12212931500106003);
    CHECK_EXACT(preemptive, "node:server", "unavailability", 0.047619047619047845, 0.07550098110937153);
    CHECK_EXACT(preemptive, "node:workstations/1", "unavailability", 0.200757303424641, 0.19490917046689923);
    CHECK_EXACT(waiting, "service:work", "unavailability", 0.12212931500106003, 0.10369784551968747);
    CHECK_EXACT(waiting, "node:server", "unavailability", 0.07550098110937153, 0.047619047619047845);
    CHECK_EXACT(waiting, "node:workstations/2", "unavailability", 0.19490917046689923, 0.200757303424641);
}
