// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/trace_csv.hpp"

#include <fmt/format.h>

#include "models/report/csv.hpp"
#include "models/report/trace_text.hpp"

namespace nines::report {

std::string trace_to_csv(const observe::Trace& trace) {
    std::string text = "at_seconds,subject,event,copy,causes,words\r\n";
    for (const observe::TraceEvent& event : trace.events) {
        std::string causes;
        for (const std::string& cause : event.causes) { causes += (causes.empty() ? "" : " ") + cause; }
        text += fmt::format("{},{},{},{},{},{}\r\n", event.at_seconds, csv_cell(event.subject),
                            observe::to_word(event.kind), csv_cell(event.copy), csv_cell(causes),
                            csv_cell(event_text(event, true)));
    }
    return text;
}

}  // namespace nines::report
