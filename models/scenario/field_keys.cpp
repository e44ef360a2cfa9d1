// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/field_keys.hpp"

#include <algorithm>

namespace nines::scenario {

void KeyVisitor::add(const FieldSpec& spec) {
    keys_.emplace_back(spec.key);
    if (spec.alternatives.empty()) return;
    const auto found = std::find(groups_.begin(), groups_.end(), spec.alternatives);
    const auto index = static_cast<std::size_t>(found - groups_.begin());
    if (found == groups_.end()) {
        groups_.emplace_back(spec.alternatives);
        alternatives_.emplace_back();
    }
    alternatives_[index].emplace_back(spec.key);
}

std::vector<std::string> kind_words() {
    std::vector<std::string> words{std::string(kind_info(KindTag<Experiment>{}).word)};
    for_each_kind([&](auto tag, auto) { words.emplace_back(kind_info(tag).word); });
    for (const LaterSpec& later : later_kinds) words.emplace_back(later.key);
    return words;
}

}  // namespace nines::scenario
