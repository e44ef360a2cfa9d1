// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/edit/variable_keys.hpp"
#include "models/edit/varied_edit.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

const std::string shop =
    "format = 1\n# machines\n[node.vm]\nmtbf = \"30 d\"\nmttr = \"8 h\"\n[group.web]\nnode = \"vm\"\ncount = 2\n"
    "[service.shop]\nneeds = [\"web\"]\n";

scenario::Vary values(const std::string& path, scenario::Literals literals) {
    scenario::Vary vary;
    vary.path.value = path;
    vary.values.value = std::move(literals);
    return vary;
}

const VariableKey* find(const std::vector<VariableKey>& keys, const std::string& path) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const VariableKey& key) { return key.path == path; });
    return found == keys.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("What varies is written behind the rest, which stays as it is") {
    scenario::Vary range;
    range.path.value = "node.vm.mttr";
    range.from.value = scenario::Literal{"\"1 h\""};
    range.to.value = scenario::Literal{"\"8 h\""};
    range.steps.value = 4;
    range.scale.value = scenario::VaryScale::log;
    const Edited edited = write_varied(shop, {values("group.web.count", {{"2"}, {"3"}}), range});
    REQUIRE(edited.ok());
    CHECK(edited.text == shop +
                             "\n[[vary]]\npath = \"group.web.count\"\nvalues = [2, 3]\n"
                             "\n[[vary]]\npath = \"node.vm.mttr\"\nfrom = \"1 h\"\nto = \"8 h\"\nsteps = 4\n"
                             "scale = \"log\"\n");
    const auto opened = validate::open_text("shop.toml", edited.text);
    CHECK_FALSE(scenario::has_errors(opened.diagnostics));
    REQUIRE(opened.varied.size() == 2);
    CHECK(*opened.varied[1].steps == 4);
}

TEST_CASE("What varied before gives way to what varies now") {
    const std::string before = write_varied(shop, {values("group.web.count", {{"2"}, {"3"}})}).text;
    CHECK(write_varied(before, {}).text == shop);
    const Edited edited = write_varied(before, {values("node.vm.mttr", {{"\"1 h\""}, {"\"2 h\""}})});
    CHECK(edited.text == shop + "\n[[vary]]\npath = \"node.vm.mttr\"\nvalues = [\"1 h\", \"2 h\"]\n");
}

TEST_CASE("What varies in another form is left alone, and so is a text that is no TOML") {
    const std::string otherwise = "vary = [{ path = \"group.web.count\", values = [2, 3] }]\n" + shop;
    const Edited refused = write_varied(otherwise, {});
    CHECK_FALSE(refused.ok());
    CHECK(refused.text == otherwise);
    CHECK_FALSE(write_varied("[node", {}).ok());
}

TEST_CASE("Keys that can vary tell what holds now and by default") {
    const auto opened = validate::open_text("shop.toml", shop);
    const auto keys = variable_keys(opened.scenario, describe_kinds());
    const VariableKey* count = find(keys, "group.web.count");
    REQUIRE(count != nullptr);
    CHECK(count->now == "2");
    CHECK(count->is_said);
    CHECK_FALSE(count->noun.empty());
    CHECK_FALSE(count->help.empty());
    const VariableKey* repair = find(keys, "node.vm.mttr");
    REQUIRE(repair != nullptr);
    CHECK(repair->now == "8 h");
    CHECK(find(keys, "node.vm.ttf") == nullptr);  // says what mtbf says
    CHECK(std::any_of(keys.begin(), keys.end(), [](const VariableKey& key) { return !key.is_said; }));
    for (const VariableKey& key : keys) CHECK_FALSE(key.now.empty());
}
