// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "tests/catch.hpp"
#include "tests/models/engine/probe.hpp"

using namespace nines::oracle;
using nines::Duration;

namespace {

/// Three nodes fail at 100, 101 and 102 h and need 10, 5 and 5 h of one person's work.
std::string three_jobs(const std::string& crew) {
    return R"toml(
        format = 1
        scenario = { horizon = "160 h" }
        [node.a]
        ttf = "100 h"
        ttr = "10 h"
        repaired_by = "crew"
        [node.b]
        ttf = "101 h"
        ttr = "5 h"
        repaired_by = "crew"
        [node.c]
        ttf = "102 h"
        ttr = "5 h"
        repaired_by = "crew"
        priority = 1
        [service.all]
        needs = ["a", "b", "c"]
        [crew.crew]
    )toml" +
           crew;
}

/// One node that fails once, at `hour`, and needs four hours of work.
std::string office_job(const std::string& hour, const std::string& crew) {
    return "format = 1\nscenario = { horizon = \"200 h\" }\n[node.box]\nttf = \"" + hour +
           "\"\nttr = \"4 h\"\nrepaired_by = \"crew\"\n[service.function]\nneeds = [\"box\"]\n[crew.crew]\n" + crew;
}

constexpr const char* office = "hours = \"Mon-Fri 09:00-17:00\"\n";

}  // namespace

TEST_CASE("a crew takes its jobs in the order of the calls", "[engine][crew]") {
    const auto study = run_text(three_jobs("order = \"fifo\""), {.trials = 1});

    // a 100-110, b 101-115, c 102-120.
    CHECK(hours_down(study, "node:a:failure") == Approx(10));
    CHECK(hours_down(study, "node:b:failure") == Approx(14));
    CHECK(hours_down(study, "node:c:failure") == Approx(18));
}

TEST_CASE("a crew with priorities takes the urgent job next", "[engine][crew]") {
    const auto study = run_text(three_jobs("order = \"priority\""), {.trials = 1});

    // a 100-110, c 102-115, b 101-120.
    CHECK(hours_down(study, "node:a:failure") == Approx(10));
    CHECK(hours_down(study, "node:b:failure") == Approx(19));
    CHECK(hours_down(study, "node:c:failure") == Approx(13));
}

TEST_CASE("a preemptive crew drops its work for the urgent job and goes on later where it stopped", "[engine][crew]") {
    const auto study = run_text(three_jobs("order = \"priority\"\npreemptive = true"), {.trials = 1});

    // a 100-102 of its 10 h, c 102-107, then b (waits since 101) 107-112, a's other 8 h 112-120.
    CHECK(hours_down(study, "node:c:failure") == Approx(5));
    CHECK(hours_down(study, "node:b:failure") == Approx(11));
    CHECK(hours_down(study, "node:a:failure") == Approx(20));
}

TEST_CASE("two hands work side by side", "[engine][crew]") {
    const auto study = run_text(three_jobs("size = 2"), {.trials = 1});

    // a 100-110, b 101-106, c 102-111. Busy 20 of 320 hours.
    CHECK(hours_down(study, "node:b:failure") == Approx(5));
    CHECK(hours_down(study, "node:c:failure") == Approx(9));
    CHECK(study.estimate("crew:crew", "utilisation") == Approx(20.0 / 320.0));
}

TEST_CASE("a crew without an order of its own draws lots", "[engine][crew]") {
    const auto study = run_text(three_jobs("order = \"random\""), {.trials = 10000});

    // At 110 either b or c: b's mean is (14 + 19) / 2, with a standard error of 2.5 / 100.
    CHECK(hours_down(study, "node:a:failure") == Approx(10));
    CHECK(std::abs(hours_down(study, "node:b:failure") - 16.5) < bound * 0.025);
    CHECK(std::abs(hours_down(study, "node:c:failure") - 15.5) < bound * 0.025);
}

TEST_CASE("work begun on Friday afternoon ends on Monday", "[engine][crew][calendar]") {
    const auto study = run_text(office_job("112 h", office), {.trials = 1});

    // Friday 16:00 to 17:00, then Monday 9:00 to 12:00: 68 h. Busy 4 of the 40 + 8 hours of work until 200 h.
    CHECK(service_hours_down(study) == Approx(68));
    CHECK(study.estimate("crew:crew", "utilisation") == Approx(4.0 / 48.0));
}

TEST_CASE("a failure at night waits for the morning", "[engine][crew][calendar]") {
    const auto study = run_text(office_job("3 h", office), {.trials = 1, .horizon = Duration::hours(15)});

    // Monday 3:00; work 9:00 to 13:00.
    CHECK(service_hours_down(study) == Approx(10));
}

TEST_CASE("the week may begin on another day", "[engine][crew][calendar]") {
    const auto study =
        run_text(office_job("3 h", office),
                 {.trials = 1, .horizon = Duration::hours(73), .overrides = {"scenario.start=Fri 12:00"}});

    // Friday 15:00: two hours that day, two on Monday from 9:00 to 11:00: 68 h.
    CHECK(service_hours_down(study) == Approx(68));
}

TEST_CASE("a call is answered and the way is made before the work begins", "[engine][crew]") {
    const auto study = run_text(office_job("112 h", "ack = \"30 min\"\ntravel = \"1 h\"\n"), {.trials = 1});
    CHECK(service_hours_down(study) == Approx(5.5));

    // The way takes working hours too: 16:00 to 17:00 and half an hour on Monday.
    const auto in_hours =
        run_text(office_job("112 h", std::string(office) + "ack = \"30 min\"\ntravel = \"1 h\"\n"), {.trials = 1});
    CHECK(service_hours_down(in_hours) == Approx(69.5));
}

TEST_CASE("without a part on the shelf nothing is repaired", "[engine][spares]") {
    const std::string toml = R"toml(
        format = 1
        scenario = { horizon = "50 h" }
        [node.disk]
        ttf = "10 h"
        ttr = "1 h"
        [group.disks]
        node = "disk"
        spares = { stock = 2 }
        [service.function]
        needs = ["disks"]
    )toml";

    // 10-11, 21-22, and from 32 to the end.
    const auto study = run_text(toml, {.trials = 1});
    CHECK(service_hours_down(study) == Approx(20));
    CHECK(service_outages(study) == 3);

    // Reordered with 14 h to wait: 10-11 (ordered till 24), 21 to 24 for the part, repaired at 25; the horizon is 34.
    const auto ordered =
        run_text(toml, {.trials = 1,
                        .horizon = Duration::hours(34),
                        .overrides = {"group.disks.spares.stock=1", "group.disks.spares.reorder=14 h"}});
    CHECK(service_hours_down(ordered) == Approx(5));
}

TEST_CASE("a shelf of spares with reorders meets the queue that it is", "[engine][spares]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "5 y" }
        [node.disk]
        mttf = "100 h"
        ttr = "1 s"
        [group.disks]
        node = "disk"
        count = 4
        spares = { stock = 1, reorder = "exp(mean 20 h)" }
        [service.all]
        needs = ["all of disks"]
    )toml",
                                {.trials = 400});

    // Orders under way: birth at (4 - waiting) l, death at n m, n = 0..5, waiting = max(0, n - 1); P(waiting = 0)
    // = P(n <= 1) = (1 + 4r) / (1 + 4r + 8r^2 + 8r^3 + 4r^4 + 0.8r^5) with r = l/m = 0.2. wrong: always a part.
    const double r = 0.2;
    const double whole = 1 + 4 * r;
    const double sum = whole + 8 * r * r + 8 * std::pow(r, 3) + 4 * std::pow(r, 4) + 0.8 * std::pow(r, 5);
    CHECK_EXACT(study, "service:all", "availability", whole / sum, 0.9999);
}

TEST_CASE("a part ordered for what was restored in another way goes to the shelf", "[engine][spares]") {
    const auto study = run_text(R"toml(
        format = 1
        scenario = { horizon = "100 h" }
        [node.disk]
        ttf = "10 h"
        ttr = "1 h"
        [group.disks]
        node = "disk"
        spares = { stock = 0, reorder = "50 h" }
        [event.swap1]
        at = "11 h"
        do = "restore disks/1"
        [event.swap2]
        at = "22 h"
        do = "restore disks/1"
        [event.swap3]
        at = "33 h"
        do = "restore disks/1"
        [service.function]
        needs = ["disks"]
    )toml",
                                {.trials = 1});

    // Down 10-11 (a part is ordered), 21-22, 32-33, and from 43 until that part comes at 60 and is built in at 61. At
    // 71 a new one is ordered, which does not come in time.
    CHECK(service_hours_down(study) == Approx(3 + 18 + 29));
}
