// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/graphviz.hpp"

#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "models/export/state_words.hpp"
#include "models/results/number_text.hpp"

namespace nines::exporting {

namespace {

using Lines = std::vector<std::string>;

/// The inside of a quoted string.
std::string quoted(std::string_view text) {
    std::string result;
    for (const char c : one_line(text)) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return '"' + result + '"';
}

/// Several lines in the middle of a node or beside an arrow.
std::string label_of(const Lines& lines) {
    std::string result;
    for (const std::string& line : lines) {
        const std::string inside = quoted(line);
        result += (result.empty() ? "" : "\\n") + inside.substr(1, inside.size() - 2);
    }
    return '"' + result + '"';
}

class Drawing {
public:
    explicit Drawing(const ServiceChain& chain)
        : chain_(chain), words_(chain.parts->program(), chain.parts->symmetry(), chain.scope) {
        chain.part->exploration().for_each_state([&](sim::StateIndex, const exact::ChainState& state) {
            conditions_.push_back(words_.of(state, false));
            labels_.push_back(words_.of(state, true));
        });
    }

    std::string of(const Heading& heading) const {
        std::string text = fmt::format("// {}\ndigraph {} {{\n", heading_text(heading), quoted(heading.scenario));
        text += "  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=Helvetica];\n";
        text += "  edge [fontname=Helvetica, fontsize=10];\n\n";
        const std::vector<bool> start = chain_.start_states();
        for (sim::StateIndex s = 0; s < chain_.chain().state_count(); ++s) text += node(s, start[s]);
        text += '\n';
        for (sim::StateIndex s = 0; s < chain_.chain().state_count(); ++s) text += arrows_from(s);
        return text + "}\n";
    }

private:
    std::string node(sim::StateIndex s, bool is_start) const {
        Lines lines = labels_[s];
        for (const ServiceChain::Service& service : chain_.services) {
            if (service.down[s]) lines.push_back(service.name + " is down");
        }
        return fmt::format("  s{} [label={}{}{}];\n", s, label_of(lines),
                           chain_.is_down(s) ? ", fillcolor=\"#f4cccc\"" : "", is_start ? ", peripheries=2" : "");
    }

    /// Steps of the same kind to the same state are one arrow.
    std::string arrows_from(sim::StateIndex from) const {
        std::map<std::pair<sim::StateIndex, std::string>, double> arrows;
        const auto add = [&](const exact::RateSource& source, sim::StateIndex to, double per_second) {
            const bool is_phase = conditions_[from] == conditions_[to];
            arrows[{to, is_phase ? words_.of_phase(source) : words_.of(source)}] += per_second;
        };
        chain_.part->exploration().for_each_step(from, add);
        std::string text;
        for (const auto& [arrow, per_second] : arrows) {
            const std::string rate = "1 per " + results::duration_text(1.0 / per_second);
            text += fmt::format("  s{} -> s{} [label={}];\n", from, arrow.first, label_of({arrow.second, rate}));
        }
        return text;
    }

    const ServiceChain& chain_;
    StateWords words_;
    std::vector<Lines> conditions_;  ///< By state, without phases.
    std::vector<Lines> labels_;
};

}  // namespace

std::variant<std::string, exact::Refusal> graphviz(const ServiceChain& chain, const Heading& heading) {
    const sim::StateIndex states = chain.chain().state_count();
    if (states > most_drawn_states) {
        return exact::Refusal{
            fmt::format("{} states, more than the {} that a drawing can show", states, most_drawn_states),
            "export one service (--service), or take fewer phases (--phases 2) or smaller groups (-D)"};
    }
    return Drawing(chain).of(heading);
}

}  // namespace nines::exporting
