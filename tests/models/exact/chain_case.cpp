// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/exact/chain_case.hpp"

#include <stdexcept>
#include <string>

#include "models/compile/compile.hpp"
#include "models/exact/representable.hpp"
#include "models/validate/open.hpp"

namespace nines::exact {

namespace {

Program program_of(std::string_view toml) {
    const validate::Opened opened = validate::open_text("test.toml", toml);
    if (scenario::has_errors(opened.diagnostics)) {
        std::string text = "the scenario has errors:";
        for (const auto& diagnostic : opened.diagnostics) text += "\n" + diagnostic.message;
        throw std::runtime_error(text);
    }
    return compile::compile(opened.scenario, compile::options_of(opened.scenario));
}

constexpr int most_phases = 32;

}  // namespace

ChainCase::ChainCase(std::string_view toml, Lumping lumping)
    : program(program_of(toml)),
      activities(program, most_phases),
      symmetry(program, lumping == Lumping::none ? whole(program).hosts : kept_apart(program)) {}

HostId ChainCase::host(std::string_view name) const {
    for (std::uint32_t h = 0; h < program.hosts.size(); ++h) {
        if (program.hosts[h].name == name) return static_cast<HostId>(h);
    }
    throw std::runtime_error("no host " + std::string(name));
}

UnitId ChainCase::unit(std::string_view name) const {
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        if (program.unit_names[u] == name) return static_cast<UnitId>(u);
    }
    throw std::runtime_error("no unit " + std::string(name));
}

LineId ChainCase::service(std::size_t n) const {
    return program.subjects.at(n).line;
}

std::uint32_t ChainCase::orbit(std::string_view host_name) const {
    return symmetry.orbit_of(host(host_name));
}

std::unique_ptr<PartChain> solved(const ChainCase& of) {
    auto chain = std::make_unique<PartChain>(of.program, of.activities, of.symmetry, whole(of.program));
    ExploreOptions options;
    options.most_states = 20'000;
    if (const auto refusal = chain->solve(options)) throw std::runtime_error(refusal->reason);
    return chain;
}

LongRun service_in_long_run(const ChainCase& of, PartChain& chain, std::size_t n) {
    const sim::StateSet down = chain.states_with_down(of.service(n));
    return long_run(rewards_of({chain.chain(), chain.start(), down}), chain.steady());
}

}  // namespace nines::exact
