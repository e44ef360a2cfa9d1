// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

constexpr Place start{0, 7, 20};

}  // namespace

TEST_CASE("ids have letters, digits, hyphens and underscores", "[parse][id]") {
    CHECK(*parse_id("web-1_a") == "web-1_a");
    CHECK(*parse_id("\xe7\xbd\x91\xe7\xab\x99") == "\xe7\xbd\x91\xe7\xab\x99");  // Letters of any script.
    CHECK(*parse_id("eu/az1", IdKind::domain) == "eu/az1");
    CHECK(parse_id("web/1").error().offset == 3);
    CHECK(parse_id("web 1").error().offset == 3);
    CHECK(parse_id("a.b").error().code == codes::id_invalid.id);
    CHECK(parse_id("").error().code == codes::id_invalid.id);
    CHECK(parse_id("a//b", IdKind::domain).error().code == codes::id_invalid.id);
    CHECK(parse_id("/a", IdKind::domain).error().code == codes::id_invalid.id);
    CHECK(parse_id(std::string(200, 'a')));
    CHECK_FALSE(parse_id(std::string(201, 'a')));
    CHECK(parse_id("web\xe2\x80\xae").error().offset == 3);  // U+202E turns the direction of the text.
    CHECK(parse_id("web\xc2\xa0").error().offset == 3);      // A blank that does not look like one.
}

TEST_CASE("references may say their kind with a colon or a word", "[parse][reference]") {
    CHECK(parse_reference("web/2")->name == "web/2");
    CHECK(parse_reference("web/2")->kind == RefKind::any);
    CHECK(parse_reference("group:web")->kind == RefKind::group);
    CHECK(parse_reference("group:web")->name == "web");
    CHECK(parse_reference("domain eu")->kind == RefKind::domain);
    CHECK(parse_reference("tag:blue")->kind == RefKind::tag);
    CHECK(parse_reference("store:orders")->kind == RefKind::store);
    CHECK(parse_reference("store orders")->name == "orders");
    CHECK(parse_reference("balancer:edge")->kind == RefKind::balancer);
    CHECK(parse_reference("balancer edge")->name == "edge");
    CHECK(parse_reference("balancer")->name == "balancer");
    CHECK(parse_reference("domain")->name == "domain");  // A thing may be called like a kind.
}

TEST_CASE("a reference remembers where its name stands", "[parse][reference]") {
    CHECK(parse_reference("  web", start)->place.column == 22);
    CHECK(parse_reference("domain eu", start)->place.column == 27);
    CHECK(parse_reference("group:web", start)->place.column == 26);
    CHECK(parse_reference("web", start)->place.line == 7);
}

TEST_CASE("references that this version cannot follow are told apart from wrong ones", "[parse][reference]") {
    CHECK(parse_reference("backup:orders").error().code == codes::not_supported.id);
    CHECK(parse_reference("backup orders").error().code == codes::not_supported.id);
    CHECK(parse_selector("primary of orders").error().code == codes::not_supported.id);
    CHECK(parse_reference("shop:web").error().code == codes::reference_invalid.id);
    CHECK(parse_reference("eu/*").error().code == codes::id_invalid.id);
    CHECK(parse_reference("").error().code == codes::id_invalid.id);
    CHECK(parse_reference("web extra").error().code == codes::trailing_text.id);
}

TEST_CASE("a selector may end in a star", "[parse][reference]") {
    CHECK(parse_selector("eu/*")->pattern == "eu/*");
    CHECK(parse_selector("domain:eu/*")->kind == RefKind::domain);
    CHECK(parse_selector("*").error().code == codes::id_invalid.id);
    CHECK(parse_selector("e*u").error().offset == 1);
}

TEST_CASE("needs are a name, a count of names, any of them or all of them", "[parse][need]") {
    const auto bare = parse_need("orders", start);
    REQUIRE(bare);
    CHECK_FALSE(bare->counted);
    CHECK(bare->at_least == 1);
    CHECK(bare->operands[0].name == "orders");

    const auto two_of = parse_need("2 of web", start);
    REQUIRE(two_of);
    CHECK(two_of->counted);
    CHECK(two_of->at_least == 2);
    CHECK(two_of->operands[0].place.column == 25);

    const auto any = parse_need("any of cdn-a, cdn-b", start);
    REQUIRE(any);
    CHECK(any->at_least == 1);
    REQUIRE(any->operands.size() == 2);
    CHECK(any->operands[1].name == "cdn-b");
    CHECK(any->operands[1].place.column == 34);

    CHECK(parse_need("all of a, b")->all);
    CHECK(parse_need("3 of db-1, db-2, db-3, db-4")->operands.size() == 4);
    CHECK(parse_need("2 of web/*")->operands[0].name == "web/*");
}

TEST_CASE("names that look like counts are still names", "[parse][need]") {
    CHECK(parse_need("any")->operands[0].name == "any");
    CHECK(parse_need("all-in-one")->operands[0].name == "all-in-one");
    CHECK(parse_need("2nd")->operands[0].name == "2nd");
}

TEST_CASE("a malformed need is refused at its place", "[parse][need]") {
    CHECK(parse_need("a, b").error().offset == 1);
    CHECK(parse_need("0 of web").error().code == codes::reference_invalid.id);
    CHECK(parse_need("1.5 of web").error().code == codes::reference_invalid.id);
    CHECK(parse_need("1e9 of web").error().code == codes::reference_invalid.id);
    CHECK(parse_need("2 of").error().offset == 4);
    CHECK(parse_need("2 of a,").error().offset == 7);
    CHECK(parse_need("2 of a b").error().code == codes::trailing_text.id);
    CHECK_FALSE(parse_need("-1 of web"));
}

TEST_CASE("event actions fail and restore", "[parse][action]") {
    const auto fail = parse_event_action("fail domain eu for 6 h", start);
    REQUIRE(fail);
    CHECK(fail->verb == EventAction::Verb::fail);
    CHECK(fail->target.kind == RefKind::domain);
    CHECK(fail->target.pattern == "eu");
    CHECK(fail->target.place.column == 32);
    REQUIRE(fail->lasting);
    CHECK(std::get<sim::Constant>(fail->lasting->form).value == Duration::hours(6));

    const auto restore = parse_event_action("restore web/1");
    REQUIRE(restore);
    CHECK(restore->verb == EventAction::Verb::restore);
    CHECK_FALSE(restore->lasting.has_value());

    CHECK(parse_event_action("fail web for exp(mean 6 h)"));
    CHECK(parse_event_action("fail web")->target.pattern == "web");
}

TEST_CASE("a partition may be between two places", "[parse][action]") {
    const auto partition = parse_event_action("partition eu/az1 from domain:us for 10 min");
    REQUIRE(partition);
    CHECK(partition->verb == EventAction::Verb::partition);
    CHECK(partition->target.pattern == "eu/az1");
    REQUIRE(partition->from);
    CHECK(partition->from->kind == RefKind::domain);
    CHECK(partition->from->pattern == "us");
    CHECK(to_text(*partition) == "partition eu/az1 from domain:us for 10 min");
    CHECK(!parse_event_action("partition eu for 10 min")->from);
    CHECK(parse_event_action("fail eu from us").error().code == codes::trailing_text.id);
}

TEST_CASE("event actions slow and resize", "[parse][action]") {
    const auto slow = parse_event_action("slow web/1 by 60% for 2 h");
    REQUIRE(slow);
    CHECK(slow->verb == EventAction::Verb::slow);
    CHECK(slow->target.pattern == "web/1");
    CHECK(slow->slowed == Approx(0.6));
    REQUIRE(slow->lasting);
    CHECK(to_text(*slow) == "slow web/1 by 60% for 2 h");
    CHECK(parse_event_action("slow group web by 60%"));
    CHECK(parse_event_action("slow web").error().code == codes::empty_value.id);
    CHECK(parse_event_action("slow web by 0%").error().code == codes::number_out_of_range.id);
    CHECK(parse_event_action("slow web by 100%").error().code == codes::number_out_of_range.id);

    const auto resize = parse_event_action("resize web to 800 req/s takes exp(mean 5 min)");
    REQUIRE(resize);
    CHECK(resize->verb == EventAction::Verb::resize);
    CHECK(resize->capacity.requests_per_second == 800.0);
    CHECK(to_text(*resize) == "resize web to 800 req/s takes exp(mean 5 min)");
    CHECK_FALSE(parse_event_action("resize web to 800 req/s")->lasting.has_value());
    CHECK(parse_event_action("resize web").error().code == codes::empty_value.id);
    CHECK(parse_event_action("resize web to 800").error().code == codes::unit_missing.id);
    CHECK(parse_event_action("resize web to 0 req/s").error().code == codes::number_out_of_range.id);
    CHECK(parse_event_action("resize web to 8 req/s for 5 min").error().code == codes::trailing_text.id);
}

TEST_CASE("an event scales the load of a service, for a while or for good", "[parse][action]") {
    const auto sale = parse_event_action("scale load of shop by 2.5 for 2 h", start);
    REQUIRE(sale);
    CHECK(sale->verb == EventAction::Verb::scale);
    CHECK(sale->target.kind == RefKind::service);
    CHECK(sale->target.pattern == "shop");
    CHECK(sale->factor == 2.5);
    REQUIRE(sale->lasting);
    CHECK(std::get<sim::Constant>(sale->lasting->form).value == Duration::hours(2));
    CHECK_FALSE(parse_event_action("scale load of service shop by 3")->lasting.has_value());

    CHECK(parse_event_action("scale load of shop by 0").error().code == codes::number_out_of_range.id);
    CHECK(parse_event_action("scale load of shop by -2").error().code == codes::number_out_of_range.id);
    CHECK(parse_event_action("scale load of shop to 3").error().offset == 19);
    CHECK(parse_event_action("scale load of shop by 3 for exp(mean 2 h)").error().code == codes::number_invalid.id);
    // Scaling what serves is another thing, and comes later.
    CHECK(parse_event_action("scale web to 9").error().code == codes::not_supported.id);
    CHECK(parse_event_action("scale load by 3").error().code == codes::not_supported.id);
}

TEST_CASE("data may be corrupted, and noticed at once or later", "[parse][action]") {
    const EventAction at_once = *parse_event_action("corrupt orders");
    CHECK(at_once.verb == EventAction::Verb::corrupt);
    CHECK(at_once.target.pattern == "orders");
    CHECK_FALSE(at_once.noticed);
    const EventAction later = *parse_event_action("corrupt store:orders noticed after exp(mean 1 h)");
    CHECK(later.target.kind == RefKind::store);
    CHECK(sim::mean(*later.noticed).in_hours() == 1.0);
    CHECK(to_text(later) == "corrupt store:orders noticed after exp(mean 1 h)");
    CHECK(parse_event_action("corrupt orders noticed 1 h").error().offset == 23);
    CHECK(parse_event_action("corrupt orders for 1 h").error().code == codes::trailing_text.id);
}

TEST_CASE("event actions that are unknown or come later are told apart", "[parse][action]") {
    CHECK(parse_event_action("scale load to 200%").error().code == codes::not_supported.id);
    CHECK(parse_event_action("fial web").error().hint == "did you mean \"fail\"?");
    CHECK(parse_event_action("").error().code == codes::action_unknown.id);
    CHECK(parse_event_action("fail").error().code == codes::id_invalid.id);
    CHECK(parse_event_action("fail web for 6").error().code == codes::unit_missing.id);
    CHECK(parse_event_action("restore web for 6 h").error().offset == 12);
}

TEST_CASE("effects are read by their words", "[parse][effect]") {
    CHECK(*parse_effect("lose-data") == Effect::lose_data);
    CHECK(*parse_effect("slow 30%") == Effect::slow);
    CHECK(parse_effect("slow 30%")->slowed == Approx(0.3));
    CHECK(to_text(*parse_effect("slow 30%")) == "slow 30%");
    CHECK(parse_effect("slow 100%").error().code == codes::number_out_of_range.id);
    CHECK(parse_effect("slow 0%").error().code == codes::number_out_of_range.id);
    CHECK(parse_effect("slow").error().code == codes::empty_value.id);
    CHECK(parse_effect("loose-data").error().hint == "did you mean \"lose-data\"?");
}

}  // namespace nines::scenario
