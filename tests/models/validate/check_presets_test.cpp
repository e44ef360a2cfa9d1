// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "models/presets/presets.hpp"
#include "models/scenario/detection_laws.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

Balancer balancer_with(std::string_view keys) {
    const auto opened = validate::open_text(
        "presets.toml",
        fmt::format("format = 1\n[node.vm]\nmtbf = \"1 y\"\nmttr = \"1 h\"\n[group.web]\nnode = \"vm\"\n"
                    "count = 3\n[service.s]\nentry = \"x\"\n[balancer.x]\nto = [\"web\"]\n{}\n",
                    keys));
    CAPTURE(keys);
    REQUIRE(opened.diagnostics.empty());
    return opened.scenario.balancers.at(0);
}

/// In seconds.
struct Span {
    double least = 0.0, most = 0.0;
};

Span span_of(const sim::Law& law) {
    return {sim::quantile(law, 0.0).in_seconds(), sim::quantile_of_survival(law, 1e-12).in_seconds()};
}

void check_span(const sim::Law& law, Span wanted) {
    const Span found = span_of(law);
    CHECK(found.least == Approx(wanted.least).margin(1e-4));
    CHECK(found.most == Approx(wanted.most).epsilon(1e-4));
}

/// Where a check's times come from the four formulas of models/scenario/detection_laws.hpp.
struct Product {
    const char* check;
    const char* balancer;  ///< Empty: the check stands alone.
    Span crash, silent, back;
};

// With the interval I, fall f, rise r and timeout T of each product's documentation:
// probe: (f-1) I to f I, silent f T later, back (r-1) I to r I; fixed rate: the same, but silent one T later;
// lease: L - H to L. Keepalived: one interval of 60 s and one of 3 s. Route 53: 60 to 90 s and up to 60 s more.
const std::vector<Product> products{
    {"haproxy", "haproxy", {4, 6}, {10, 12}, {2, 4}},
    {"nginx-plus", "nginx-plus", {0, 5}, {5, 10}, {0, 5}},
    {"aws-alb", "aws-alb", {30, 60}, {35, 65}, {120, 150}},
    {"aws-nlb", "aws-nlb", {30, 60}, {40, 70}, {120, 150}},
    {"k8s-readiness", "k8s-service", {20, 30}, {21, 31}, {0, 10}},
    {"k8s-node", "", {40, 50}, {40, 50}, {0, 0}},
    {"keepalived", "keepalived", {3, 63}, {13, 73}, {0, 60}},
    {"dns-failover", "dns-failover", {60, 90}, {65, 95}, {60, 90}},
    {"route53", "route53", {60, 150}, {60, 150}, {60, 90}},
};

void check_product(const Product& product, const Detection& detection) {
    const DetectionLaws laws = detection_laws(detection);
    check_span(laws.crash, product.crash);
    check_span(laws.silent, product.silent);
    check_span(return_law(detection), product.back);
}

}  // namespace

TEST_CASE("each check notices within the bounds that its product's defaults give", "[presets]") {
    for (const Product& product : products) {
        CAPTURE(product.check);
        check_product(product, *balancer_with(fmt::format("check = {{ preset = \"{}\" }}", product.check)).check);
        if (*product.balancer == '\0') continue;
        check_product(product, *balancer_with(fmt::format("preset = \"{}\"", product.balancer)).check);
    }
}

TEST_CASE("checks by real traffic notice with the requests that reach a target", "[presets]") {
    for (const char* keys : {"preset = \"nginx\"", "check = { preset = \"nginx\" }"}) {
        // max_fails 1: the first request, at 10 per s after 100 ms on average; silence costs its 60 s too.
        const Detection nginx = *balancer_with(keys).check;
        CHECK(sim::mean(detection_laws(nginx).crash).in_seconds() == Approx(0.1));
        CHECK(sim::mean(detection_laws(nginx).silent).in_seconds() == Approx(60.1));
        check_span(return_law(nginx), {0, 10});  // fail_timeout 10 s
    }
    for (const char* keys : {"preset = \"envoy\"", "check = { preset = \"envoy\" }"}) {
        // consecutive_5xx 5: Erlang(5) with mean 5 / (10 per s); silence costs five times connect_timeout 5 s.
        const Detection envoy = *balancer_with(keys).check;
        CHECK(sim::mean(detection_laws(envoy).crash).in_seconds() == Approx(0.5));
        CHECK(sim::mean(detection_laws(envoy).silent).in_seconds() == Approx(25.5));
        check_span(return_law(envoy), {0, 30});  // base_ejection_time 30 s
    }
    // Twice the traffic, half the time.
    const Balancer busy = balancer_with("preset = \"nginx\"\ncheck = { traffic = \"20 per s\" }");
    CHECK(sim::mean(detection_laws(*busy.check).crash).in_seconds() == Approx(0.05));
}

TEST_CASE("a key of a preset's check can be changed alone", "[presets]") {
    // fall 2: (f-1) I to f I = 2 to 4 s, silent 2 T later.
    const Detection eager = *balancer_with("check = { preset = \"haproxy\", fall = 2 }").check;
    check_span(detection_laws(eager).crash, {2, 4});
    check_span(detection_laws(eager).silent, {6, 8});
    // Route 53 with checks every 10 s: the time that the preset wrote gives way to 20 to 30 s.
    const Detection fast = *balancer_with("preset = \"route53\"\ncheck = { inter = \"10 s\", fall = 3 }").check;
    check_span(detection_laws(fast).crash, {20, 30});
}

TEST_CASE("what a product does without healthy targets, and with requests that failed, is what it documents",
          "[presets]") {
    for (const char* name : {"aws-alb", "aws-nlb", "route53"}) {
        CAPTURE(name);
        CHECK(*balancer_with(fmt::format("preset = \"{}\"", name)).overload->fail_open);
    }
    const Balancer envoy = balancer_with("preset = \"envoy\"");
    CHECK(*envoy.overload->panic == Approx(0.5));
    CHECK(*envoy.overload->max_ejected == Approx(0.1));
    CHECK(*envoy.overload->connections == 1024);
    CHECK(*envoy.retry->budget == Approx(0.2));
    const Balancer haproxy = balancer_with("preset = \"haproxy\"");
    CHECK(*haproxy.retry->tries == 3);
    CHECK(*haproxy.retry->redispatch == Redispatch::last);
    CHECK_FALSE(*haproxy.retry->timeouts);
    CHECK_FALSE(haproxy.overload);
    CHECK(*balancer_with("preset = \"nginx\"").retry->redispatch == Redispatch::always);
    for (const char* name : {"envoy", "aws-alb", "aws-nlb", "k8s-service", "keepalived", "dns-failover", "route53"}) {
        CAPTURE(name);
        CHECK(*balancer_with(fmt::format("preset = \"{}\"", name)).retry->tries == 0);
    }
}

TEST_CASE("names lead to the first target that works, and clients keep them", "[presets]") {
    for (const char* name : {"dns-failover", "route53"}) {
        CAPTURE(name);
        const Balancer balancer = balancer_with(fmt::format("preset = \"{}\"", name));
        CHECK(*balancer.mode == BalancerMode::priority);
        CHECK(balancer.ttl->in_seconds() == 60);
        CHECK(*balancer.stale == Approx(0.05));
        CHECK(balancer.stale_time->in_seconds() == 15 * 60);
    }
}

TEST_CASE("the list of balancers and checks that are tested here is complete", "[presets]") {
    const PresetLibrary library = presets::library();
    CHECK(preset_names(library, "balancer").size() == 10);  // The products above, nginx and envoy; k8s-node has none.
    CHECK(preset_names(library, "check").size() == 11);
    CHECK(presets::problems().empty());
    for (const std::string& name : preset_names(library, "balancer")) {
        CAPTURE(name);
        CHECK(*balancer_with(fmt::format("preset = \"{}\"", name)).preset == name);
    }
}
