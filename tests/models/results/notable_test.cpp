// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/observe/trace.hpp"
#include "models/results/study.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using Reason = results::NotableTrial::Reason;

namespace {

constexpr const char* design = R"toml(format = 1
scenario = { horizon = "60 d", trials = 200 }
[node.box]
mttf = "20 d"
mttr = "2 h"
[group.db]
node = "box"
count = 2
[store.orders]
on = "db"
replication = { lag = "exp(mean 3 s)" }
failover = { detect = "exp(mean 1 min)", promote = "5 s" }
[service.shop]
needs = ["orders"]
)toml";

results::Study study_of(unsigned threads) {
    const auto opened = validate::open_text("test.toml", design);
    results::StudyOptions options;
    options.threads = threads;
    for (const auto& diagnostic : opened.diagnostics) {
        if (diagnostic.severity == scenario::Severity::error) throw std::runtime_error(diagnostic.message);
    }
    return results::prepare_study(opened.scenario, options);
}

/// What the trace of one trial says, which is made by another recorder than the results.
struct Told {
    std::uint64_t trial = 0;
    double downtime = 0.0;
    double longest = 0.0;
    double largest_loss = 0.0;
    std::uint64_t outages = 0;
};

Told told_by(const observe::Trace& trace) {
    Told told;
    told.trial = trace.trial;
    double since = -1.0;
    const auto end_outage = [&](double at) {
        told.downtime += at - since;
        told.longest = std::max(told.longest, at - since);
        since = -1.0;
    };
    for (const observe::TraceEvent& event : trace.events) {
        using Kind = observe::TraceEvent::Kind;
        if (event.kind == Kind::promoted) told.largest_loss = std::max(told.largest_loss, event.lost_seconds);
        if (event.subject != "service:shop") continue;
        if (event.kind == Kind::down) {
            ++told.outages;
            since = event.at_seconds;
        } else if (event.kind == Kind::up) {
            end_outage(event.at_seconds);
        }
    }
    if (since >= 0.0) end_outage(trace.horizon);
    return told;
}

results::NotableTrial first_with(const results::Results& results, Reason reason) {
    const auto found = std::find_if(results.notable.begin(), results.notable.end(),
                                    [&](const auto& trial) { return trial.reason == reason; });
    if (found == results.notable.end()) throw std::runtime_error("no trial for this reason");
    return *found;
}

}  // namespace

TEST_CASE("the trials worth a look are those that their traces say", "[results][notable]") {
    const results::Study study = study_of(1);
    const results::Results results = results::run_study(study);
    std::vector<Told> all;
    for (std::uint64_t trial = 0; trial < results.run.trials; ++trial) {
        all.push_back(told_by(observe::trace_trial(study.program, study.plan.seed, trial)));
    }
    const auto best = [&](auto figure) {
        return *std::max_element(all.begin(), all.end(),
                                 [&](const Told& a, const Told& b) { return figure(a) < figure(b); });
    };
    const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-6 * std::max(1.0, std::abs(b)); };

    const Told worst = best([](const Told& told) { return told.downtime; });
    CHECK(first_with(results, Reason::worst).trial == worst.trial);
    CHECK(near(first_with(results, Reason::worst).figure, worst.downtime));

    const Told longest = best([](const Told& told) { return told.longest; });
    CHECK(first_with(results, Reason::longest_outage).trial == longest.trial);
    CHECK(near(first_with(results, Reason::longest_outage).figure, longest.longest));

    const Told most = best([](const Told& told) { return static_cast<double>(told.outages); });
    CHECK(first_with(results, Reason::most_outages).trial == most.trial);
    CHECK(first_with(results, Reason::most_outages).figure == static_cast<double>(most.outages));

    const Told loss = best([](const Told& told) { return told.largest_loss; });
    CHECK(first_with(results, Reason::largest_loss).subject == "store:orders");
    CHECK(first_with(results, Reason::largest_loss).trial == loss.trial);
    CHECK(near(first_with(results, Reason::largest_loss).figure, loss.largest_loss));

    std::vector<double> with_outage;
    for (const Told& told : all) {
        if (told.outages > 0) with_outage.push_back(told.downtime);
    }
    std::sort(with_outage.begin(), with_outage.end());
    const double median = with_outage[(with_outage.size() - 1) / 2];
    const results::NotableTrial typical = first_with(results, Reason::typical);
    CHECK(std::abs(typical.figure - median) < 0.05 * median);
    CHECK(near(typical.downtime, all[typical.trial].downtime));
    CHECK(near(typical.share_of_trials, static_cast<double>(with_outage.size()) / static_cast<double>(all.size())));
}

TEST_CASE("the same trials are named by any number of threads", "[results][notable]") {
    const auto one = results::run_study(study_of(1)).notable;
    const auto three = results::run_study(study_of(3)).notable;
    REQUIRE(one.size() == three.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].reason == three[i].reason);
        CHECK(one[i].trial == three[i].trial);
        CHECK(one[i].figure == three[i].figure);
    }
}

TEST_CASE("where nothing ever fails no trial is worth a look", "[results][notable]") {
    const auto opened = validate::open_text("test.toml", R"(format = 1
scenario = { horizon = "60 d", trials = 10 }
[node.box]
ttf = "never"
[group.a]
node = "box"
[service.site]
needs = ["a"]
)");
    CHECK(results::run_study(results::prepare_study(opened.scenario, {})).notable.empty());
}
