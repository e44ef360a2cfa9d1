// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/prism.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

namespace nines::exporting {

namespace {

/// A set of states as a condition on s: runs of neighbours are ranges.
std::string condition_of(const std::vector<bool>& set) {
    std::string text;
    for (std::size_t first = 0; first < set.size(); ++first) {
        if (!set[first]) continue;
        std::size_t last = first;
        while (last + 1 < set.size() && set[last + 1]) ++last;
        if (!text.empty()) text += " | ";
        text += first == last ? fmt::format("s={}", first) : fmt::format("(s>={} & s<={})", first, last);
        first = last;
    }
    return text.empty() ? "false" : text;
}

/// All that leaves one state; PRISM wants a state that nothing leaves to lead to itself.
std::string command_of(const sim::Chain& chain, sim::StateIndex from) {
    const auto targets = chain.targets(from);
    const auto rates = chain.rates(from);
    if (targets.empty()) return fmt::format("  [] s={0} -> 1 : (s'={0});\n", from);
    std::string text = fmt::format("  [] s={} ->", from);
    for (std::size_t t = 0; t < targets.size(); ++t) {
        text += fmt::format("{} {} : (s'={})", t == 0 ? "" : " +", rates[t] * seconds_a_unit, targets[t]);
    }
    return text + ";\n";
}

std::string head_of(const ServiceChain& chain, const Heading& heading) {
    std::string text = fmt::format("// {}\n// Rates are per hour, rewards in hours.\n", heading_text(heading));
    for (const std::string& sentence : unsaid_of(chain)) text += fmt::format("// {}\n", sentence);
    for (const auto& law : chain.approximations) {
        text += fmt::format("// {} is made of {} phases\n", one_line(law.law), law.phases);
    }
    return text + "\nctmc\n\n";
}

std::string module_of(const ServiceChain& chain) {
    const sim::StateIndex states = chain.chain().state_count();
    const auto start = chain.part->start();
    const std::string init = start.size() == 1 ? fmt::format(" init {}", start.front().state) : "";
    // A range of one value is no range to PRISM.
    std::string text = fmt::format("module system\n  s : [0..{}]{};\n\n", std::max(states, 2u) - 1, init);
    for (sim::StateIndex s = 0; s < states; ++s) text += command_of(chain.chain(), s);
    return text + "endmodule\n";
}

}  // namespace

std::variant<std::string, exact::Refusal> prism_model(const ServiceChain& chain, const Heading& heading) {
    const sim::StateIndex states = chain.chain().state_count();
    if (states > most_prism_states) {
        return exact::Refusal{
            fmt::format("{} states, more than the {} that a PRISM model may have here", states, most_prism_states),
            "the explicit format has no limit: --format tra; or export one service: --service"};
    }
    std::string text = head_of(chain, heading) + module_of(chain);
    if (chain.part->start().size() > 1) {
        text += fmt::format("\ninit {} endinit\n", condition_of(chain.start_states()));
    }
    for (const ServiceChain::Service& service : chain.services) {
        text += fmt::format("\nlabel \"{}\" = {};\n", service.label, condition_of(service.down));
        text +=
            fmt::format("rewards \"{}\"\n  {} : 1;\nendrewards\n",
                        "downtime" + service.label.substr(std::string_view("down").size()), condition_of(service.down));
    }
    return text;
}

}  // namespace nines::exporting
