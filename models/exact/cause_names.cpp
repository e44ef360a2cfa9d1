// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exact/cause_names.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace nines::exact {

std::string label_of(const Program& program, UnitId unit) {
    std::string label = program.labels[program.unit_labels[+unit]];
    const Host& host = program.hosts[+program.unit_hosts[+unit]];
    const std::size_t slash = host.name.rfind('/');
    const bool is_member = slash != std::string::npos && host.name.starts_with("node:") &&
                           host.name.find_first_not_of("0123456789", slash + 1) == std::string::npos;
    if (is_member && label.starts_with(host.name)) label.replace(slash + 1, host.name.size() - slash - 1, "*");
    return label;
}

CauseNames::CauseNames(const Program& program) : family_of_(program.labels.size()) {
    std::vector<std::string> names = program.labels;
    for (std::uint32_t u = 0; u < program.units.size(); ++u) {
        names[program.unit_labels[u]] = label_of(program, static_cast<UnitId>(u));
    }
    std::map<std::string, std::uint32_t> known;
    for (std::size_t l = 0; l < names.size(); ++l) {
        const auto [family, is_new] = known.try_emplace(names[l], static_cast<std::uint32_t>(families_.size()));
        family_of_[l] = family->second;
        if (is_new) families_.push_back(names[l]);
    }
}

CauseNames::Counts CauseNames::counted(const std::vector<std::uint32_t>& labels) const {
    Counts counts;
    for (const std::uint32_t label : labels) counts.emplace_back(family_of_[label], 1);
    std::ranges::sort(counts);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (kept > 0 && counts[kept - 1].first == counts[i].first) {
            ++counts[kept - 1].second;
        } else {
            counts[kept++] = counts[i];
        }
    }
    counts.resize(kept);
    return counts;
}

std::vector<std::string> CauseNames::words(const Counts& counts) const {
    std::vector<std::string> result;
    for (const auto& [family, count] : counts) {
        const std::string& name = families_[family];
        result.push_back(count == 1 ? name : fmt::format("{} of {}", count, name));
    }
    return result;
}

}  // namespace nines::exact
