// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/document.hpp"

#include <string>
#include <utility>
#include <vector>

#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

using Pairs = std::vector<std::pair<std::string, Value>>;

Value text(std::string words) {
    return {std::move(words), {}, 0};
}
Value number(std::int64_t value) {
    return {value, {}, 0};
}

Table table(const Pairs& pairs) {
    Table result;
    for (const auto& [key, value] : pairs) set(result, key, value, {});
    return result;
}

Value list(std::vector<Value> items) {
    return {Array{std::move(items)}, {}, 0};
}
Value inline_table(const Pairs& pairs) {
    return {table(pairs), {}, 0};
}

Value mode(const std::string& name, const std::string& mtbf) {
    return inline_table({{"name", text(name)}, {"mtbf", text(mtbf)}});
}

std::string string_at(const Table& from, std::string_view key) {
    const Value* value = find(from, key);
    REQUIRE(value != nullptr);
    REQUIRE(value->string() != nullptr);
    return *value->string();
}

std::vector<std::string> modes_of(const Table& from) {
    std::vector<std::string> names;
    for (const Value& item : find(from, "failure")->array()->items) names.push_back(string_at(*item.table(), "name"));
    return names;
}

}  // namespace

TEST_CASE("own keys override the base field by field and keep their origins", "[document]") {
    Table base =
        table({{"mtbf", text("90 d")}, {"check", inline_table({{"inter", text("2 s")}, {"fall", number(3)}})}});
    set_origin(base, Source::preset, "haproxy");
    const Table own = table({{"check", inline_table({{"inter", text("1 s")}})}, {"boot", text("60 s")}});
    const Table merged = merge(base, own);

    CHECK(string_at(merged, "mtbf") == "90 d");
    CHECK(find(merged, "mtbf")->origin.source == Source::preset);
    CHECK(find(merged, "mtbf")->origin.note == "haproxy");
    const Table& check = *find(merged, "check")->table();
    CHECK(string_at(check, "inter") == "1 s");
    CHECK(find(check, "inter")->origin.source == Source::built_in);
    CHECK(*find(check, "fall")->get_if<std::int64_t>() == 3);
    CHECK(merged.entries[0].key == "mtbf");
    CHECK(merged.entries.back().key == "boot");
}

TEST_CASE("arrays replace, but failure modes add to those of the preset", "[document]") {
    const Table base =
        table({{"tags", list({text("a")})}, {"failure", list({mode("crash", "30 d"), mode("hang", "90 d")})}});
    const Table own = table({{"tags", list({text("b")})}, {"failure", list({mode("volume-loss", "1 y")})}});
    const Table merged = merge(base, own);
    CHECK(find(merged, "tags")->array()->items.size() == 1);
    CHECK(modes_of(merged) == std::vector<std::string>{"crash", "hang", "volume-loss"});
}

TEST_CASE("a failure mode with a known name is changed, not added", "[document]") {
    const Table base = table({{"failure", list({mode("crash", "30 d"), mode("hang", "90 d")})}});
    const Table own = table({{"failure", list({inline_table({{"name", text("hang")}, {"mtbf", text("5 d")}})})}});
    const Table merged = merge(base, own);
    CHECK(modes_of(merged) == std::vector<std::string>{"crash", "hang"});
    CHECK(string_at(*find(merged, "failure")->array()->items[1].table(), "mtbf") == "5 d");
}

TEST_CASE("without removes modes of the base by name and reports names that match none", "[document]") {
    const Table base = table({{"failure", list({mode("crash", "30 d"), mode("hang", "90 d")})}});
    const Table own = table({{"without", list({text("hang"), text("crahs")})}});
    std::vector<Value> unmatched;
    const Table merged = merge(base, own, {}, &unmatched);
    CHECK(modes_of(merged) == std::vector<std::string>{"crash"});
    CHECK(find(merged, "without") == nullptr);
    REQUIRE(unmatched.size() == 1);
    CHECK(*unmatched[0].string() == "crahs");
}

TEST_CASE("saying a thing in another way silences the base's way", "[document]") {
    const MergeRules rules{.alternatives = {{"mtbf", "ttf"}}};
    const Table merged = merge(table({{"mtbf", text("90 d")}}), table({{"ttf", text("exp(mean 1 d)")}}), rules);
    CHECK(find(merged, "mtbf") == nullptr);
    CHECK(string_at(merged, "ttf") == "exp(mean 1 d)");
}

TEST_CASE("columns count characters, not bytes", "[document]") {
    const std::string words = "\xc3\xa9\xe7\xbd\x91x";  // Three characters in six bytes.
    CHECK(advance({0, 1, 10}, words, 5).column == 12);
    CHECK(advance({0, 1, 10}, words, 100).column == 13);
}

TEST_CASE("a key can be set again and erased", "[document]") {
    Table keys = table({{"a", number(1)}, {"b", number(2)}});
    set(keys, "a", number(3), {0, 5, 1});
    CHECK(*find(keys, "a")->get_if<std::int64_t>() == 3);
    CHECK(find_entry(keys, "a")->key_place.line == 5);
    CHECK(keys.entries.size() == 2);
    CHECK(erase(keys, "a"));
    CHECK_FALSE(erase(keys, "a"));
    CHECK(find(keys, "a") == nullptr);
}

}  // namespace nines::scenario
