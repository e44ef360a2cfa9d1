// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/restore_assumptions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "models/compile/compile.hpp"
#include "models/results/assumptions.hpp"
#include "models/validate/open.hpp"
#include "tests/catch.hpp"

using namespace nines;

namespace {

/// Two stores with a backup each, kept in these places.
std::vector<std::string> said_of(const std::string& first, const std::string& second, const std::string& vault = "",
                                 const std::string& rate = "rate = \"250 MB/s\"") {
    std::string text = "format = 1\n[domain.vault]\n" + vault +
                       "[domain.attic]\n[node.vm]\nmtbf = \"90 d\"\nmttr = \"2 h\"\n[group.a]\nnode = "
                       "\"vm\"\n[group.b]\nnode = \"vm\"\n";
    for (const auto& [store, place] : {std::pair("a", first), std::pair("b", second)}) {
        text += std::string("[store.") + store + "]\non = \"" + store + "\"\nsize = \"10 GB\"\n[backup." + store +
                "]\nof = \"" + store + "\"\nto = \"" + place + "\"\nfull = \"every 1 d\"\nrestore = { " + rate + " }\n";
    }
    const auto opened = validate::open_text("test.toml", text + "[service.site]\nneeds = [\"a\", \"b\"]\n");
    REQUIRE_FALSE(scenario::has_errors(opened.diagnostics));
    const auto program = compile::compile(opened.scenario, compile::options_of(opened.scenario));
    return results::assumptions_of(opened.scenario, program, false);
}

bool says(const std::vector<std::string>& sentences, const std::string& beginning) {
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const std::string& sentence) { return sentence.starts_with(beginning); });
}

const std::string apart = "Restores that read at the same time do not slow each other";

}  // namespace

TEST_CASE("restores that read at one place without a limit are said not to slow each other", "[assumptions][restore]") {
    CHECK(
        says(said_of("vault", "vault"), apart + ", for no `restore_rate` is given where the backups are kept: a, b."));
    CHECK_FALSE(says(said_of("vault", "attic"), apart));
    CHECK_FALSE(says(said_of("vault", "vault", "restore_rate = \"1 GB/s\"\n"), apart));
    CHECK_FALSE(says(said_of("vault", "vault", "", "check = \"1 min\""), apart));  // reading takes no time
}
