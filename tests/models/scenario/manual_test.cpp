// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "models/scenario/explain.hpp"
#include "models/scenario/reference.hpp"
#include "models/scenario/save.hpp"
#include "models/scenario/schema.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "tests/catch.hpp"
#include "tests/models/scenario/full_scenario.hpp"
#include "tests/models/scenario/load_helper.hpp"

using namespace nines;
using namespace nines::scenario;
using namespace nlohmann::literals;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file(std::string(NINES_SOURCE_DIR) + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string without_format(const std::string& text) {
    return text.substr(std::string("format = 1\n").size());
}

/// Gathers the example of every key.
struct ExampleVisitor {
    std::vector<std::pair<std::string, std::string>> lines;
    void add(const FieldSpec& spec) { lines.emplace_back(spec.key, spec.example); }
    void field(const FieldSpec& spec, auto) { add(spec); }
    void name(const FieldSpec&, auto) {}
    void table(const FieldSpec& spec, auto) { add(spec); }
    void part(const FieldSpec& spec, auto) { add(spec); }
    void tables(const FieldSpec& spec, auto) { add(spec); }
    void unnamed_mode(auto) { fields_of(KindTag<FailureMode>{}, *this); }
    void reuse(const FieldSpec&) {}
    void later(const LaterSpec&) {}
};

/// Gathers the keys of a kind and of the tables within.
struct AllKeysVisitor {
    std::set<std::string> keys;
    template <class Part>
    void within() {
        fields_of(KindTag<Part>{}, *this);
    }
    void field(const FieldSpec& spec, auto) { keys.emplace(spec.key); }
    void name(const FieldSpec& spec, auto) { keys.emplace(spec.key); }
    template <class T, class Part>
    void table(const FieldSpec& spec, Field<Part> T::*) {
        keys.emplace(spec.key);
        within<Part>();
    }
    template <class T, class Part>
    void part(const FieldSpec& spec, Part T::*) {
        keys.emplace(spec.key);
        within<Part>();
    }
    template <class T, class Part>
    void tables(const FieldSpec& spec, std::vector<Part> T::*) {
        keys.emplace(spec.key);
        within<Part>();
    }
    void unnamed_mode(auto) { within<FailureMode>(); }
    void reuse(const FieldSpec&) {}
    void later(const LaterSpec&) {}
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("saving and loading again gives the same scenario", "[save]") {
    const std::string saved = to_toml(load_text(full_scenario).scenario);
    const Loaded again = load_text(without_format(saved));
    REQUIRE(codes_of(again.diagnostics).empty());
    CHECK(to_toml(again.scenario) == saved);
}

TEST_CASE("a saved scenario says every key that was said", "[save]") {
    const std::string saved = to_toml(load_text(full_scenario).scenario);
    std::istringstream lines{std::string(full_scenario)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (equals == std::string::npos) continue;
        CAPTURE(line);
        CHECK(contains(saved, line.substr(0, equals + 3)));
    }
}

TEST_CASE("the full example says every key of every kind", "[save]") {
    const std::string text(full_scenario);
    const auto check_keys = [&](auto tag) {
        AllKeysVisitor visitor;
        fields_of(tag, visitor);
        for (const std::string& key : visitor.keys) {
            CAPTURE(key);
            const bool as_value = contains(text, "\n" + key + " = ") || contains(text, " " + key + " = ");
            const bool as_table = contains(text, "." + key + "]");
            CHECK((key == "preset" || as_value || as_table));
        }
    };
    check_keys(KindTag<Experiment>{});
    for_each_kind([&](auto tag, auto) { check_keys(tag); });
}

TEST_CASE("presets and splits survive saving as plain values", "[save]") {
    const Loaded loaded =
        load_text("[domain.eu]\npreset = \"cloud-region\"\nsplit = \"2 az\"\n[node.vm]\npreset = \"cloud-vm\"\n");
    const std::string saved = to_toml(loaded.scenario);
    const Loaded again = load_text(without_format(saved));
    REQUIRE(codes_of(again.diagnostics).empty());
    CHECK(to_toml(again.scenario) == saved);
    CHECK(again.scenario.domains.size() == 3);
    CHECK(again.scenario.nodes[0].failures.size() == 3);
}

TEST_CASE("explain tells for each value where it comes from", "[explain]") {
    const Loaded loaded = load_text(
        "[node.vm]\npreset = \"cloud-vm\"\nboot = \"lognormal(median 60 s, p95 3 min)\"\n[node.b]\nlike = \"vm\"\n");
    const std::string text = explain(loaded.scenario);
    CHECK(contains(text, "# test.toml:4:8"));
    CHECK(contains(text, "# like vm (test.toml:4:8)"));
    CHECK(contains(text, "estimated; preset cloud-vm: kernel and system crashes of one machine (presets/cloud.toml:"));
    CHECK(contains(text, "failure.crash.rate = \"2 per y\""));
    // Lognormal with median 60 s, p95 180 s: sigma = ln 3 / 1.644854, mean = 60 exp(sigma^2 / 2) = 75 s.
    CHECK(contains(text, "mean 1.25 min, median 1 min, p95 3 min"));
    // Exponential with rate 2 a year: median = ln 2 / 2 y = 126.5 d, p95 = ln 20 / 2 y = 1.498 y.
    CHECK(contains(text, "mean 182.5 d, median 126.5 d, p95 1.498 y"));
    CHECK(contains(text, "horizon: 1 y"));
}

TEST_CASE("the schema is JSON and knows every key of every kind", "[schema]") {
    const auto schema = nlohmann::json::parse(json_schema());
    CHECK(schema.at("$schema") == "http://json-schema.org/draft-07/schema#");
    for_each_kind([&](auto tag, auto) {
        const auto& things = schema.at("properties").at(std::string(kind_info(tag).word)).at("additionalProperties");
        for (const std::string& key : keys_of(tag)) {
            CAPTURE(kind_info(tag).word, key);
            CHECK(things.at("properties").contains(key));
        }
    });
    const auto& failover = schema.at("/properties/store/additionalProperties/properties/failover/anyOf/0"_json_pointer);
    CHECK(failover.contains("/properties/detect/anyOf/0/properties/timeout"_json_pointer));
    CHECK(failover.at("/properties/repair/enum"_json_pointer) == nlohmann::json{"at-once", "after-failover"});
    const auto& balancer = schema.at("/properties/balancer/additionalProperties/properties"_json_pointer);
    CHECK(balancer.at("mode").at("enum") == nlohmann::json{"spread", "weighted", "priority"});
    CHECK(balancer.at("/weights/anyOf/1/items/type"_json_pointer) == "number");
    CHECK(balancer.at("/check/anyOf/0/properties"_json_pointer).contains("preset"));
    CHECK(balancer.at("/overload/type"_json_pointer) == "object");  // No bare value stands for it.
    for (const std::string& key : keys_of(KindTag<Experiment>{})) {
        CHECK(schema.at("properties").at("scenario").at("properties").contains(key));
    }
}

TEST_CASE("the committed manuals are those that the program writes", "[reference]") {
    CHECK(file_text("docs/reference/scenario.md") == scenario_reference());
    CHECK(file_text("docs/reference/diagnostics.md") == diagnostics_reference());
}

TEST_CASE("each diagnostic code stands once in the catalogue", "[reference]") {
    std::set<std::string_view> ids;
    for (const Code& code : diagnostic_catalogue()) {
        CAPTURE(code.id);
        CHECK(ids.insert(code.id).second);
        CHECK_FALSE(code.meaning.empty());
    }
}

TEST_CASE("the example of every key binds without a diagnostic", "[reference]") {
    for_each_kind([](auto tag, auto) {
        using T = typename decltype(tag)::type;
        if (std::is_same_v<T, Domain>) return;  // Its examples are those of nodes; its preset is another kind's.
        ExampleVisitor visitor;
        fields_of(tag, visitor);
        for (const auto& [key, example] : visitor.lines) {
            CAPTURE(kind_info(tag).word, key, example);
            const Loaded loaded = load_text(fmt::format("[{}.x]\n{} = {}\n", kind_info(tag).word, key, example));
            CHECK(codes_of(loaded.diagnostics).empty());
        }
    });
}
