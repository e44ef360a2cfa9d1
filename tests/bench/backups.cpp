// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/backups.hpp"

#include <memory>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include "models/compile/compile.hpp"
#include "models/validate/open.hpp"
#include "tests/bench/cases.hpp"

namespace nines::bench {

namespace {

constexpr std::uint64_t trials = 200;

constexpr const char* shop = R"(format = 1
scenario = { horizon = "10 y" }

[node.vm]
[[node.vm.failure]]
name = "crash"
mtbf = "60 d"
mttr = "10 min"
[[node.vm.failure]]
name = "volume-lost"
afr = "2%"
mttr = "1 h"
effect = "lose-data"

[group.web]
node = "vm"
count = 4

[group.db]
node = "vm"

[store.orders]
on = "db"
size = "500 GB"
writes = "2 MB/s"

[service.shop]
needs = ["2 of web", "orders"]
)";

constexpr const char* hourly = R"(
[backup.orders]
of = "orders"
full = "every 1 wk"
incr = "every 1 h"
keep = { full = 5 }
job = { rate = "150 MB/s", success = "99%", retries = 1, retry = "20 min", bad = "0.1%" }
restore = { rate = "250 MB/s", success = "98%" }
test = "every 1 mo"
)";

Contender database(const char* name, const std::string& text) {
    const validate::Opened opened = validate::open_text("backups.toml", text);
    if (scenario::has_errors(opened.diagnostics))
        throw std::invalid_argument(std::string(name) + " is no valid scenario");
    const auto program = std::make_shared<const compile::Program>(
        compile::compile(opened.scenario, compile::options_of(opened.scenario)));
    return {[program, name] {
        Line line = line_of(*program, run_recorded(*program, trials, 1));
        line.name = name;
        return line;
    }};
}

}  // namespace

std::vector<Row> backup_rows(bool quick) {
    Contender with = database("backups-hourly", std::string(shop) + hourly);
    Contender without = database("backups-none", shop);
    hold_contest({&with, &without}, quick ? 5 : 21);
    for (const Contender* contender : {&with, &without}) fmt::print("{}\n", to_json(contender->best));
    const auto milliseconds = [](const Contender& of) { return fmt::format("{:.1f} ms", of.best.cpu_seconds * 1e3); };
    return {{"backups every hour for ten years / none, the same trials", milliseconds(with), milliseconds(without),
             with.best.cpu_seconds / without.best.cpu_seconds, 1.05}};
}

}  // namespace nines::bench
