// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nines::bench {

namespace {

template <class T>
nlohmann::ordered_json or_null(const std::optional<T>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

std::string verdict(const Row& row) {
    if (!row.value) return "not measured";
    return row.is_missed() ? "MISS" : "ok";
}

}  // namespace

std::string to_json(const Line& line) {
    nlohmann::ordered_json json;
    json["case"] = line.name;
    json["what"] = line.what;
    json["components"] = line.components;
    json["trials"] = line.trials;
    json["events"] = line.events;
    json["wall_seconds"] = line.wall_seconds;
    json["cpu_seconds"] = line.cpu_seconds;
    json["ns_per_event"] = or_null(line.events > 0 ? std::optional(line.ns_per_event()) : std::nullopt);
    json["peak_kib"] = or_null(line.peak_kib > 0 ? std::optional(line.peak_kib) : std::nullopt);
    json["allocations_per_event"] = or_null(line.allocations_per_event);
    json["threads"] = line.threads;
    json["unavailability"] = or_null(line.unavailability);
    json["half_width"] = or_null(line.half_width);
    json["exact"] = or_null(line.exact);
    json["z"] = or_null(line.z);
    json["hash"] = or_null(line.hash ? std::optional(fmt::format("{:016x}", *line.hash)) : std::nullopt);
    return json.dump();
}

std::string to_table(const std::vector<Row>& rows) {
    std::string table =
        fmt::format("{:<52} {:>14} {:>14} {:>9} {:>9}  {}\n", "target", "figure", "reference", "value", "target", "");
    for (const Row& row : rows) {
        table += fmt::format("{:<52} {:>14} {:>14} {:>9} {:>9}  {}\n", row.what, row.figure, row.reference,
                             row.value ? fmt::format("{:.3g}", *row.value) : "-",
                             fmt::format("{} {:g}", row.at_least ? ">=" : "<=", row.target), verdict(row));
    }
    return table;
}

}  // namespace nines::bench
