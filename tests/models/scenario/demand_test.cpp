// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/explain.hpp"
#include "models/scenario/save.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/full_scenario.hpp"
#include "tests/models/scenario/table_helper.hpp"

using namespace nines;
using namespace nines::scenario;

namespace {

Service service_of(std::string_view keys) {
    return sound_table("service.a", keys).services.at(0);
}

}  // namespace

TEST_CASE("every key of demand and dependency binds", "[demand]") {
    const Loaded loaded = load_text(full_scenario);
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const Service& service = loaded.scenario.services.at(0);
    CHECK(*service.entry == "edge");
    REQUIRE(service.soft->size() == 2);
    CHECK(service.soft->at(0).operands.at(0).kind == RefKind::balancer);
    CHECK(service.soft->at(1).at_least == 2);
    CHECK(service.to_start->at(0).operands.at(0).name == "orders");
    CHECK(service.load->peak->requests_per_second == 2000);
    CHECK(*service.load->shape == LoadShape::diurnal);
    CHECK(*service.load->trough == 0.35);
    CHECK(service.load->peak_at->since_monday.in_hours() == 15.5);
    CHECK(*service.load->weekend == 0.8);
    CHECK(*service.load->growth == 0.3);
    CHECK(service.up_when->served_share == 0.99);
    CHECK_FALSE(service.up_when->above);
    const Node& node = loaded.scenario.nodes.at(0);
    CHECK(node.capacity->requests_per_second == 400);
    CHECK(sim::mean(*node.warm_up).in_seconds() == 30);
}

TEST_CASE("a load may be written as its peak alone, a time of day without quotes", "[demand]") {
    CHECK(service_of("load = \"1200 req/min\"").load->peak->requests_per_second == 20);
    CHECK(*service_of("load = { shape = \"constant\" }").load->shape == LoadShape::constant);
    CHECK(service_of("load = { peak_at = 14:30:00 }").load->peak_at->since_monday.in_hours() == 14.5);
    CHECK(service_of("soft = \"search\"").soft->size() == 1);
    const Service nothing = service_of("load = {}");
    CHECK_FALSE(nothing.load->peak);
    CHECK_FALSE(nothing.up_when);
    CHECK_FALSE(nothing.entry);
}

TEST_CASE("wrong values of demand are told with their code, place and remedy", "[demand]") {
    struct Case {
        std::string_view keys, code;
        unsigned column;
        std::string_view hint;
    };
    const auto wrong = GENERATE(values<Case>({
        {"load = 2000", "E021", 8, "for example peak = \"2000 req/s\""},
        {"load = \"2000 rps\"", "E022", 14, "did you mean \"req/s\"?"},
        {"load = \"0 req/s\"", "E024", 8, "for example peak = \"2000 req/s\""},
        {"load = { peek = \"1 req/s\" }", "E051", 10, "did you mean \"peak\"?"},
        {"load = { shape = \"sine\" }", "E053", 18, "one of constant, diurnal"},
        {"load = { trough = \"120%\" }", "E024", 20, ""},
        {"load = { peak_at = \"Mon 14:00\" }", "E030", 21, "write hours and minutes as \"09:00\", from 00:00 to 23:59"},
        {"load = { peak_at = 14 }", "E021", 20, "for example peak_at = \"14:00\""},
        {"load = { growth = \"30%\" }", "E021", 23, "for example \"30% per y\""},
        {"load = { growth = 0.3 }", "E021", 19, "for example growth = \"30% per y\""},
        {"load = { growth = \"-100% per y\" }", "E024", 20, ""},
        {"up_when = \"latency < 200 ms\"", "E037", 12, "write \"served >= 99% of offered\""},
        {"up_when = \"served >= 0% of offered\"", "E024", 22, ""},
        {"up_when = 0.99", "E021", 11, "for example up_when = \"served >= 99% of offered\""},
        {"up_when = true", "E052", 11, "for example up_when = \"served >= 99% of offered\""},
        {"entry = [\"edge\"]", "E052", 9, "for example entry = \"edge\""},
        {"soft = [\"0 of web\"]", "E034", 10, ""},
        {"to_start = 3", "E021", 12, ""},
    }));
    const Loaded loaded = load_text(fmt::format("[service.a]\n{}\n", wrong.keys));
    REQUIRE(loaded.diagnostics.size() == 1);
    const Diagnostic& found = loaded.diagnostics[0];
    CAPTURE(wrong.keys, found.message, found.hint);
    CHECK(found.code == wrong.code);
    CHECK(found.place.line == 3);
    CHECK(found.place.column == wrong.column);
    if (!wrong.hint.empty()) CHECK(found.hint == wrong.hint);
}

TEST_CASE("the capacity of a node is above 0 and in requests", "[demand]") {
    const Loaded loaded = load_text(
        "[node.a]\ncapacity = \"0 req/s\"\n[node.b]\ncapacity = \"4 MB/s\"\n[node.c]\ncapacity = 400\nwarm_up = 30\n");
    CHECK(codes_of(loaded.diagnostics) == "E024 3:12\nE022 5:15\nE021 7:12\nE021 8:11\n");
}

TEST_CASE("demand is saved as it can be written, and read again the same", "[demand][save]") {
    const Loaded loaded = load_text(
        "[service.a]\nup_when = \"served > 0.5 of offered\"\n"
        "load = { peak = \"1e6 req/d\", growth = \"2% per mo\", peak_at = \"08:15\" }\n"
        "[service.b]\nload = { growth = \"-5% per y\" }\n");
    REQUIRE(codes_of(loaded.diagnostics).empty());
    const std::string saved = to_toml(loaded.scenario);
    const auto has = [&](std::string_view part) { return saved.find(part) != std::string::npos; };
    CHECK(has("up_when = \"served > 50% of offered\""));
    CHECK(has("peak = \"1000000 req/d\""));
    CHECK(has("peak_at = \"08:15\""));
    CHECK(has("growth = \"-5% per y\""));
    const Loaded again = load_text(saved.substr(std::string("format = 1\n").size()));
    REQUIRE(codes_of(again.diagnostics).empty());
    CHECK(to_toml(again.scenario) == saved);
    CHECK(*again.scenario.services[0].load->growth == Approx(*loaded.scenario.services[0].load->growth).epsilon(1e-15));
}

TEST_CASE("explain shows demand and its defaults", "[demand][explain]") {
    const std::string text = explain(load_text("[service.a]\nload = \"10 req/s\"\n[node.n]\n").scenario);
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    CHECK(has("load.peak = \"10 req/s\""));
    CHECK(has("load.trough: 40%"));
    CHECK(has("load.peak_at: 14:00"));
    CHECK(has("up_when: everything it needs is up"));
    CHECK(has("capacity: unlimited"));
}
