// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/outages_csv.hpp"

#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "models/report/csv.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::report {
namespace {

std::string_view cut_of(const observe::ListedOutage& outage) {
    if (outage.began_before) { return outage.goes_on ? "both" : "begin"; }
    return outage.goes_on ? "end" : "";
}

}  // namespace

std::string outages_to_csv(const results::OutageTable& table) {
    std::vector<std::string> services;
    for (const std::string& name : table.services) { services.push_back(csv_cell(name)); }
    std::string text = "trial,subject,begin,duration,planned,class,cut,causes\r\n";
    for (std::size_t i = 0; i < table.outages.size(); ++i) {
        const observe::ListedOutage& outage = table.outages.outage(i);
        std::string causes;
        for (const std::uint32_t label : table.outages.labels(i)) {
            causes += (causes.empty() ? "" : " + ") + table.labels[label];
        }
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{}\r\n", outage.trial, services[outage.service],
                       outage.begin, outage.length, outage.is_planned ? 1 : 0, scenario::to_text(outage.failure_class),
                       cut_of(outage), csv_cell(causes));
    }
    return text;
}

}  // namespace nines::report
