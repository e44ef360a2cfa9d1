// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/checks.hpp"

#include <memory>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/validate/open.hpp"
#include "tests/bench/cases.hpp"

namespace nines::bench {

namespace {

constexpr std::uint64_t trials = 300;

std::string watched_shop(const char* inter) {
    return fmt::format(R"(format = 1
scenario = {{ horizon = "1 y" }}

[node.vm]
mtbf = "30 d"
mttr = "2 h"

[group.web]
node = "vm"
count = 12

[group.db]
node = "vm"
count = 3

[balancer.front]
to = ["web"]
check = {{ inter = "{0}", timeout = "1 s", fall = 3, rise = 2 }}

[store.orders]
on = "db"
failover = {{ detect = {{ inter = "{0}", timeout = "1 s", fall = 3 }}, promote = "5 s" }}

[service.shop]
entry = "front"
needs = ["orders"]
)",
                       inter);
}

Contender watched(const char* inter) {
    const validate::Opened opened = validate::open_text("watched.toml", watched_shop(inter));
    const auto program = std::make_shared<const compile::Program>(
        compile::compile(opened.scenario, compile::options_of(opened.scenario)));
    return {[program, inter] {
        Line line = line_of(*program, run_recorded(*program, trials, 1));
        line.name = fmt::format("checks-{}", inter);
        return line;
    }};
}

}  // namespace

std::vector<Row> check_rows(bool quick) {
    Contender often = watched("1 s");
    Contender seldom = watched("60 s");
    hold_contest({&often, &seldom}, quick ? 5 : 21);
    for (const Contender* contender : {&often, &seldom}) fmt::print("{}\n", to_json(contender->best));
    const auto milliseconds = [](const Contender& of) { return fmt::format("{:.1f} ms", of.best.cpu_seconds * 1e3); };
    std::vector<Row> rows;
    rows.push_back({"a check each second / each minute, the same trials", milliseconds(often), milliseconds(seldom),
                    often.best.cpu_seconds / seldom.best.cpu_seconds, 1.1});
    return rows;
}

}  // namespace nines::bench
