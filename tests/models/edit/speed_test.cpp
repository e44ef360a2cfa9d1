// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <functional>
#include <string>

#include <fmt/format.h>

#include "models/edit/edit.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::edit;

namespace {

std::string text_of(int groups) {
    std::string text = "format = 1\n\n[domain.eu]\nsplit = \"3 az\"\n\n[node.m]\nmtbf = \"90 d\"\n";
    for (int i = 0; i < groups; ++i)
        text += fmt::format("\n# group {0}\n[group.g{0}]\nnode = \"m\"\nspread = \"eu/*\"\n", i);
    for (int i = 0; i < groups; ++i) text += fmt::format("\n[service.s{0}]\nneeds = [\"g{0}\", \"2 of g0\"]\n", i);
    return text;
}

double seconds_of(const std::function<void()>& run) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        run();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

}  // namespace

TEST_CASE("the time of an edit grows with the text, not faster") {
    const std::string small = text_of(5000);
    const std::string large = text_of(10000);
    struct Case {
        std::string name;
        std::function<Edited(const std::string&)> run;
    };
    const std::vector<Case> cases{
        {"set_value",
         [](const std::string& text) {
             return set_value(text, {"group", "g4000", "count"}, "3");
         }},
        {"remove_value",
         [](const std::string& text) {
             return remove_value(text, {"group", "g4000", "node"});
         }},
        {"add_thing",
         [](const std::string& text) {
             return add_thing(text, {"group", "new"}, {{"node", "\"m\""}});
         }},
        {"remove_things",
         [](const std::string& text) {
             return remove_things(text, {{"group", "g0"}, {"group", "g77"}, {"domain", "eu"}});
         }},
        {"rename_thing",
         [](const std::string& text) {
             return rename_thing(text, {"node", "m"}, "machine");
         }},
        {"duplicate_things",
         [](const std::string& text) {
             return duplicate_things(text, {{"group", "g0"}, {"node", "m"}, {"service", "s9"}}).edited;
         }},
        {"connect",
         [](const std::string& text) {
             return connect(text, {"service", "s9"}, "needs", {"group", "g77"});
         }},
        {"disconnect",
         [](const std::string& text) {
             return disconnect(text, {"service", "s9"}, "needs", {"group", "g9"});
         }},
        {"place_in",
         [](const std::string& text) {
             return place_in(text, {"group", "g9"}, "eu/az1");
         }},
    };
    for (const Case& edit : cases) {
        INFO(edit.name);
        CHECK(edit.run(large).problem.empty());
        CHECK(edit.run(large).text != large);
        const double of_small = seconds_of([&] { edit.run(small); });
        const double of_large = seconds_of([&] { edit.run(large); });
        INFO(large.size() << " bytes: " << of_large * 1e3 << " ms, half of it " << of_small * 1e3 << " ms");
        CHECK(of_large < 6.0 * of_small + 0.02);
        CHECK(of_large < 0.5);
    }
}

TEST_CASE("very many things are removed, copied and named at once") {
    const std::string text = text_of(5000);
    std::vector<ThingName> all;
    for (int i = 0; i < 5000; ++i) all.push_back({"group", fmt::format("g{}", i)});
    CHECK(seconds_of([&] { remove_things(text, all); }) < 3.0);
    CHECK(seconds_of([&] { duplicate_things(text, all); }) < 3.0);
}
