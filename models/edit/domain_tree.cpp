// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/domain_tree.hpp"

#include <algorithm>
#include <string_view>

#include "models/scenario/expand.hpp"
#include "models/scenario/field_keys.hpp"
#include "models/scenario/load.hpp"
#include "models/toml/read.hpp"

namespace nines::edit {
namespace {

constexpr std::string_view domain_word = "domain";
constexpr std::string_view defaults_word = "defaults";

bool is_about_domains(std::string_view first_key) {
    return first_key == domain_word || first_key == defaults_word;
}

/// The tables of domains and of defaults, as they are written: all that says what contains what.
std::string text_about_domains(const TomlLayout& layout) {
    std::string text = "format = 1\n";
    for (const Section& section : layout.sections) {
        const bool whole = !section.path.empty() && is_about_domains(section.path.front().key);
        if (!whole && !section.path.empty()) continue;
        if (whole) text += section.header.of(layout.text);
        for (std::size_t i = section.first; i < section.last; ++i) {
            const Assignment& assignment = layout.assignments[i];
            if (whole || is_about_domains(assignment.key.front().name)) text += assignment.lines.of(layout.text);
        }
        if (!text.ends_with('\n')) text += '\n';
    }
    return text;
}

scenario::Table tables_about_domains(const scenario::Table& root) {
    scenario::Table tables;
    for (const scenario::Entry& entry : root.entries) {
        if (is_about_domains(entry.key)) tables.entries.push_back(entry);
    }
    return tables;
}

std::vector<scenario::ExpandedThing> domains_of(const TomlLayout& layout, const Included& included) {
    const scenario::MergeRules rules = scenario::document_rules();
    scenario::ReadOptions options;
    options.rules = rules;
    auto own = scenario::read_text("text", text_about_domains(layout), options);
    scenario::Document document;
    document.root = scenario::merge(tables_about_domains(included.tables), own.document.root, rules);
    std::vector<scenario::SourceFile> files;
    scenario::Diagnostics ignored;
    // Presets say nothing of what is in what.
    auto expanded = scenario::expand(document, scenario::PresetLibrary(), files, ignored);
    return std::move(expanded.things[std::string(domain_word)]);
}

}  // namespace

DomainTree::DomainTree(const TomlLayout& layout, const Included& included) {
    for (const scenario::ExpandedThing& domain : domains_of(layout, included)) {
        std::string parent = domain.parent;
        const scenario::Value* in = scenario::find(*domain.table, "in");
        if (parent.empty() && in != nullptr && in->string() != nullptr) parent = *in->string();
        if (parent.empty()) continue;
        with_parts_.insert(parent);
        parents_.emplace(domain.id, std::move(parent));
    }
}

std::vector<std::string> DomainTree::around(std::string id) const {
    std::vector<std::string> way;
    while (!id.empty() && std::find(way.begin(), way.end(), id) == way.end()) {
        way.push_back(id);
        const auto parent = parents_.find(id);
        const std::size_t slash = id.rfind('/');
        if (parent != parents_.end()) {
            id = parent->second;
        } else {
            id.resize(slash == std::string::npos ? 0 : slash);
        }
    }
    return way;
}

}  // namespace nines::edit
