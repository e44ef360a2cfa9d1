// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"

/// Stores that have less than their capacity while they are served before all of their data are back.
namespace nines::compile {

namespace {

/// What every request needs: not one of several, nor a part of a group.
const scenario::Reference* sole_operand(const scenario::Need& need) {
    return need.operands.size() == 1 ? &need.operands.front() : nullptr;
}

}  // namespace

/// Those that a service needs itself or by another service that it needs.
void Assembler::find_narrow_stores() {
    const auto is_narrow = [&](FailoverId id) {
        const FailoverGroup& group = program_.failovers[+id];
        return group.serves_while_copying &&
               std::ranges::any_of(program_.copying_steps, [](const CopyingStep& step) { return step.capacity < 1.0; });
    };
    for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) {
        Range& stores = program_.subjects[s].narrow_stores;
        stores.begin = static_cast<std::uint32_t>(program_.narrow_stores.size());
        std::vector<std::uint32_t> services{s};
        for (std::size_t i = 0; i < services.size(); ++i) {
            const scenario::Service& service = scenario_.services[services[i]];
            if (!service.needs) continue;
            for (const scenario::Need& need : *service.needs) {
                const scenario::Reference* operand = sole_operand(need);
                if (operand == nullptr || group_ids_.contains(operand->name)) continue;
                for (std::uint32_t n = 0; n < scenario_.services.size(); ++n) {
                    const bool is_new = std::ranges::find(services, n) == services.end();
                    if (is_new && scenario_.services[n].id == operand->name) services.push_back(n);
                }
                const auto store = store_ids_.find(operand->name);
                if (store == store_ids_.end()) continue;
                const FailoverId id = program_.hosts[draft_.by_name.at("store:" + operand->name)].failover;
                const auto begin = program_.narrow_stores.begin() + stores.begin;
                const bool is_known =
                    std::find(begin, program_.narrow_stores.end(), id) != program_.narrow_stores.end();
                if (!is_known && is_narrow(id)) program_.narrow_stores.push_back(id);
            }
        }
        stores.end = static_cast<std::uint32_t>(program_.narrow_stores.size());
    }
}

}  // namespace nines::compile
