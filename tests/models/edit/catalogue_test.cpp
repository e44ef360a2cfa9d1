// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/catalogue.hpp"

#include <string>

#include "models/edit/refers.hpp"
#include "models/scenario/fields.hpp"
#include "models/scenario/value_form.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

/// Fields whose type names things, and whether they say which.
struct ReferenceVisitor {
    std::vector<std::string> found;
    std::vector<std::string> silent;

    template <class T, class M>
    void field(const scenario::FieldSpec& spec, scenario::Field<M> T::*) {
        if constexpr (is_reference_type<M>) {
            found.emplace_back(spec.key);
            if (spec.refers.empty()) silent.emplace_back(spec.key);
        }
    }
    template <class T>
    void name(const scenario::FieldSpec&, std::string T::*) {}
    template <class T, class Part>
    void table(const scenario::FieldSpec&, scenario::Field<Part> T::*) {
        fields_of(scenario::KindTag<Part>{}, *this);
    }
    template <class T, class Part>
    void part(const scenario::FieldSpec&, Part T::*) {
        fields_of(scenario::KindTag<Part>{}, *this);
    }
    template <class T, class Part>
    void tables(const scenario::FieldSpec&, std::vector<Part> T::*) {
        fields_of(scenario::KindTag<Part>{}, *this);
    }
    template <class T>
    void unnamed_mode(std::vector<scenario::FailureMode> T::*) {}
    void reuse(const scenario::FieldSpec&) {}
    void later(const scenario::LaterSpec&) {}
};

/// All fields with the fields within them.
template <class Visit>
void for_all(const std::vector<FieldInfo>& fields, const std::string& prefix, Visit&& visit) {
    for (const FieldInfo& field : fields) {
        visit(prefix + field.key, field);
        for_all(field.fields, prefix + field.key + ".", visit);
    }
}

const FieldInfo& field_at(const std::vector<KindDescription>& kinds, std::string_view kind,
                          const std::vector<std::string>& keys) {
    const KindDescription* description = find_kind(kinds, kind);
    REQUIRE(description != nullptr);
    const FieldInfo* field = find_field(description->fields, keys);
    REQUIRE(field != nullptr);
    return *field;
}

}  // namespace

TEST_CASE("every field whose values are references says of which kinds") {
    ReferenceVisitor visitor;
    scenario::for_each_kind([&](auto tag, auto) { fields_of(tag, visitor); });
    CHECK(visitor.found.size() >= 8);
    CHECK(visitor.silent == std::vector<std::string>{});
}

TEST_CASE("what a field names is of kinds that there are") {
    const auto kinds = describe_kinds();
    std::size_t references = 0;
    for (const KindDescription& kind : kinds) {
        for_all(kind.fields, kind.word + ".", [&](const std::string& path, const FieldInfo& field) {
            INFO(path);
            CHECK((field.shape == Shape::reference) == !field.refers.empty());
            if (field.shape == Shape::reference) ++references;
            for (const std::string& word : field.refers) CHECK(find_kind(kinds, word) != nullptr);
            if (field.places) CHECK(field.refers == std::vector<std::string>{"domain"});
        });
    }
    CHECK(references > 20);
}

TEST_CASE("kinds come in the order of a file, those not supported yet last and with their reason") {
    const auto kinds = describe_kinds();
    CHECK(kinds.front().word == "scenario");
    REQUIRE(kinds.size() > scenario::later_kinds.size());
    const std::size_t first_later = kinds.size() - scenario::later_kinds.size();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        INFO(kinds[i].word);
        if (i < first_later) {
            CHECK(kinds[i].later.empty());
            CHECK(!kinds[i].fields.empty());
            CHECK(!kinds[i].example.empty());
        } else {
            CHECK(kinds[i].word == scenario::later_kinds[i - first_later].key);
            CHECK(kinds[i].later == scenario::later_kinds[i - first_later].reason);
        }
    }
}

TEST_CASE("a field tells its shape, form and library") {
    const auto kinds = describe_kinds();
    CHECK(field_at(kinds, "node", {"mtbf"}).form.noun == "duration");
    CHECK(field_at(kinds, "node", {"ttr"}).shape == Shape::law);
    CHECK(field_at(kinds, "node", {"preset"}).library == "node");
    CHECK(find_kind(kinds, "node")->has_failure_modes);
    CHECK(!find_kind(kinds, "group")->has_failure_modes);
    CHECK(field_at(kinds, "node", {"failure"}).named);
    CHECK(field_at(kinds, "node", {"failure", "crash", "ttr"}).shape == Shape::law);
    CHECK(field_at(kinds, "node", {"failure", "crash", "name"}).form.noun == "text");
    CHECK(field_at(kinds, "store", {"follower", "#0", "on"}).refers == std::vector<std::string>{"group"});
    CHECK(!field_at(kinds, "store", {"follower"}).named);
    CHECK(field_at(kinds, "balancer", {"check"}).library == "check");
    CHECK(field_at(kinds, "balancer", {"check", "preset"}).library == "check");
    CHECK(field_at(kinds, "store", {"failover", "detect", "preset"}).library == "check");
    CHECK(field_at(kinds, "store", {"failover"}).shorthand == "preset");
    CHECK(field_at(kinds, "service", {"objective", "rto"}).shorthand == "all");
    CHECK(field_at(kinds, "service", {"objective"}).shape == Shape::table);
    CHECK(field_at(kinds, "group", {"standby", "mode"}).form.words.size() == 3);
    CHECK(field_at(kinds, "crew", {"like"}).refers == std::vector<std::string>{"crew"});
    CHECK(field_at(kinds, "domain", {"split"}).form.list);
    CHECK(field_at(kinds, "group", {"deploy", "preset"}).library == "deploy");
    CHECK(field_at(kinds, "group", {"patch"}).shorthand == "every");
    CHECK(find_field(find_kind(kinds, "node")->fields, {"nonsense"}) == nullptr);
    CHECK(find_kind(kinds, "nonsense") == nullptr);
}

TEST_CASE("presets come with what they say and who says so") {
    const auto presets = describe_presets("node");
    REQUIRE(!presets.empty());
    for (std::size_t i = 1; i < presets.size(); ++i) CHECK(presets[i - 1].name < presets[i].name);
    for (const PresetInfo& preset : presets) {
        INFO(preset.name);
        CHECK(!preset.description.empty());
        REQUIRE(!preset.values.empty());
        CHECK(!preset.values.front().grade.empty());
        CHECK(!preset.values.front().source.empty());
    }
    CHECK(describe_presets("nonsense").empty());
}
