// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/export/export_cases.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "models/compile/compile.hpp"
#include "models/exact/solution.hpp"
#include "models/validate/open.hpp"

namespace nines::exporting_test {

compile::Program program_of(std::string_view toml) {
    const auto opened = validate::open_text("case.toml", toml);
    if (scenario::has_errors(opened.diagnostics)) {
        std::string text = "the scenario has errors:";
        for (const auto& diagnostic : opened.diagnostics) text += "\n" + diagnostic.message;
        throw std::runtime_error(text);
    }
    return compile::compile(opened.scenario, compile::options_of(opened.scenario));
}

exporting::ExportQuestion question_of(const compile::Program& program) {
    exporting::ExportQuestion question;
    for (std::uint32_t s = 0; s < program.service_count; ++s) {
        question.services.push_back(static_cast<compile::SubjectId>(s));
    }
    return question;
}

exporting::ServiceChain chain_of(const compile::Program& program) {
    auto made = exporting::service_chain(program, question_of(program));
    if (const auto* refusal = std::get_if<exact::Refusal>(&made)) throw std::runtime_error(refusal->reason);
    return std::get<exporting::ServiceChain>(std::move(made));
}

double solved_unavailability(const compile::Program& program, std::string_view service) {
    exact::SolveQuestion question;
    question.horizon = question.lengths = false;
    for (const auto& subject : exact::solve(program, question).subjects) {
        if (subject.name == service && subject.long_run) return subject.long_run->unavailability;
    }
    throw std::runtime_error("not solved: " + std::string(service));
}

}  // namespace nines::exporting_test
