// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include <fmt/format.h>

#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

double seconds_to_open(const std::string& text, bool sound) {
    const auto began = std::chrono::steady_clock::now();
    const auto opened = validate::open_text("big.toml", text);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
    CHECK(scenario::has_errors(opened.diagnostics) != sound);
    return taken.count();
}

}  // namespace

// The bounds are those of a release build with room for a busy machine; sanitizers get no bound.
#if defined(NDEBUG)
constexpr double slack = 1.0;
#else
constexpr double slack = 60.0;
#endif

TEST_CASE("a thousand groups with a hundred members each open in well under a second", "[speed]") {
    std::string text =
        "format = 1\n[domain.eu]\nsplit = [\"10 az\", \"10 rack\"]\n[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
    for (int i = 0; i < 1000; ++i) {
        text += fmt::format(
            "[group.g{0}]\nnode = \"web\"\ncount = 100\nspread = \"eu/*\"\n"
            "[service.s{0}]\nneeds = [\"60 of g{0}\"]\n",
            i);
    }
    CHECK(seconds_to_open(text, true) < 1.5 * slack);
}

TEST_CASE("a file full of unknown names is answered in bounded time", "[speed]") {
    std::string text = "format = 1\n[node.web]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
    for (int i = 0; i < 10000; ++i) {
        text += fmt::format("[group.g{0}]\nnode = \"m{0}\"\nkey{0} = 1\n[service.s{0}]\nneeds = [\"x{0}\"]\n", i);
    }
    CHECK(seconds_to_open(text, false) < 5.0 * slack);
}

TEST_CASE("a like chain as long as the file is answered in bounded time", "[speed]") {
    std::string text = "format = 1\n[node.n0]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
    for (int i = 1; i < 20000; ++i) text += fmt::format("[node.n{}]\nlike = \"n{}\"\n", i, i - 1);
    CHECK(seconds_to_open(text, false) < 2.0 * slack);
}

TEST_CASE("thousands of stores, each with a group of its own and a failover, open in bounded time", "[speed]") {
    std::string text =
        "format = 1\n[domain.eu]\nsplit = \"10 az\"\n[domain.eu.az]\nrate = \"1 per y\"\nmttr = \"1 h\"\n"
        "effect = \"partition\"\n[node.db]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n";
    for (int i = 0; i < 5000; ++i) {
        text += fmt::format(
            "[group.g{0}]\nnode = \"db\"\ncount = 3\nspread = \"eu/*\"\n"
            "[store.s{0}]\non = \"g{0}\"\nfailover = \"patroni\"\n"
            "[service.v{0}]\nneeds = [\"s{0}\"]\nobjective = {{ rto = {{ zone = \"5 min\" }}, rpo = \"1 min\" }}\n",
            i);
    }
    CHECK(seconds_to_open(text, true) < 5.0 * slack);
}
