// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/csv.hpp"

#include <fmt/format.h>

#include "models/report/finite.hpp"

namespace nines::report {
namespace {

std::string row_of(const results::Metric& metric) {
    const std::string at = metric.at ? fmt::format("{}", *metric.at) : "";
    const std::string states = metric.states ? fmt::format("{}", *metric.states) : "";
    const std::string residual = metric.residual ? fmt::format("{}", *metric.residual) : "";
    return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", csv_cell(metric.subject), csv_cell(metric.metric),
                       csv_cell(metric.failure_class), csv_cell(metric.unit), metric.estimate, metric.low, metric.high,
                       metric.n, csv_cell(metric.method), at, states, residual, metric.unreliable ? 1 : 0);
}

}  // namespace

std::string to_csv(const results::Results& results) {
    std::string text = "subject,metric,class,unit,estimate,low,high,n,method,at,states,residual,unreliable\r\n";
    for (const auto* rows : {&results.metrics, &results.exact}) {
        for (const auto& metric : *rows) {
            if (is_finite(metric)) { text += row_of(metric); }
        }
    }
    return text;
}

std::string csv_cell(std::string_view text) {
    std::string cell;
    for (const char c : text) {
        if (c == '\0') { continue; }
        cell += c;
        if (c == '"') { cell += '"'; }
    }
    const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
    if (formula) { cell = fmt::format("'{}", cell); }
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string::npos;
    return quoted ? fmt::format("\"{}\"", cell) : cell;
}

}  // namespace nines::report
