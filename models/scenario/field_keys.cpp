// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/field_keys.hpp"

#include <algorithm>
#include <utility>

#include "models/scenario/fields/vary.hpp"

namespace nines::scenario {

void KeyVisitor::add(const FieldSpec& spec) {
    keys_.emplace_back(spec.key);
    if (spec.key == preset_spec.key) rules_.has_preset = true;
    if (!spec.instead_of.empty()) {
        groups_.emplace_back();
        rules_.alternatives.push_back({std::string(spec.instead_of), std::string(spec.key)});
    }
    if (spec.alternatives.empty()) return;
    const auto found = std::find(groups_.begin(), groups_.end(), spec.alternatives);
    const auto index = static_cast<std::size_t>(found - groups_.begin());
    if (found == groups_.end()) {
        groups_.emplace_back(spec.alternatives);
        rules_.alternatives.emplace_back();
    }
    rules_.alternatives[index].emplace_back(spec.key);
}

void KeyVisitor::add_inner(const FieldSpec& spec, MergeRules rules) {
    rules.key = spec.key;
    rules.shorthand = spec.shorthand;
    rules.library = spec.library.empty() ? spec.key : spec.library;
    rules_.inner.push_back(std::move(rules));
}

MergeRules document_rules() {
    MergeRules kinds;
    MergeRules defaults;
    defaults.key = "defaults";
    for_each_kind([&](auto tag, auto) {
        MergeRules thing = merge_rules_of(tag);
        thing.keep_without = true;
        thing.key = kind_info(tag).word;
        defaults.inner.push_back(thing);
        MergeRules kind;
        kind.key = std::exchange(thing.key, MergeRules::any_key);
        kind.inner.push_back(std::move(thing));
        kinds.inner.push_back(std::move(kind));
    });
    kinds.inner.push_back(std::move(defaults));
    kinds.keep_without = true;
    return kinds;
}

std::vector<std::string> kind_words() {
    std::vector<std::string> words{std::string(kind_info(KindTag<Experiment>{}).word)};
    for_each_kind([&](auto tag, auto) { words.emplace_back(kind_info(tag).word); });
    words.emplace_back(kind_info(KindTag<Vary>{}).word);
    for (const LaterSpec& later : later_kinds) words.emplace_back(later.key);
    return words;
}

}  // namespace nines::scenario
