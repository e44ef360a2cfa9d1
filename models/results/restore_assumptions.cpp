// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/restore_assumptions.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>

#include <fmt/format.h>

#include "models/results/store_assumptions.hpp"

namespace nines::results {

namespace {

using compile::Copy;
using compile::FailoverGroup;
using compile::HostId;
using compile::Program;

constexpr std::size_t store_prefix = 6;  // "store:"

bool is_lost_when_bad(const Program&, const FailoverGroup& group) {
    return !group.corruptions.empty() && !group.can_restore;
}

bool may_go_bad_unseen(const Program& program, const FailoverGroup& group) {
    for (std::uint32_t c = group.corruptions.begin; c < group.corruptions.end; ++c) {
        const compile::UnitId unit = program.corruptions[+program.corruptions_of_stores[c]].unit;
        const compile::Care& care = program.cares[+program.units[+unit].care];
        const bool is_seen_later = exists(care.notice) || care.inspection || care.noticed_with_deploy;
        if (!is_seen_later) return true;
    }
    return false;
}

bool has_delayed_copy(const Program& program, const FailoverGroup& group) {
    const auto copies = program.copies.begin();
    return std::any_of(copies + group.copies.begin, copies + group.copies.end,
                       [](const Copy& copy) { return copy.delay_seconds > 0.0; });
}

bool replays_at_once(const Program& program, const FailoverGroup& group) {
    return has_delayed_copy(program, group) && !(group.writes.replay() > 0.0);
}

bool keeps_delayed_primary(const Program& program, const FailoverGroup& group) {
    return has_delayed_copy(program, group) && !group.relieves_delayed && !group.fails_back;
}

struct Sentence {
    bool (*applies)(const Program&, const FailoverGroup&);
    const char* text;
};

constexpr Sentence sentences[] = {
    {is_lost_when_bad, "Bad data are lost for good when somebody notices, for there is no backup: {}."},
    {may_go_bad_unseen, "Bad data are noticed at once where no `noticed_after` says otherwise: {}."},
    {replays_at_once,
     "A follower that applies writes later catches up at once when the store is restored from it, for "
     "no `replay` is given: {}."},
    {keeps_delayed_primary,
     "After a restore from a follower that applies writes later, that one stays primary and nobody is behind any more, "
     "for nothing hands over to another: {}."},
};

/// Stores whose backups are read at one place that says nothing of how fast it gives them: two or more, by the place.
void add_reading_together(std::vector<std::string>& said, const Program& program) {
    std::map<std::string, std::set<std::string>> stores_at;
    for (const compile::Backup& backup : program.backups) {
        if (std::isinf(backup.restore.bytes_per_second)) continue;
        const HostId store = program.failovers[+backup.store].host;
        for (std::size_t p = 0; p < backup.place_hosts.size(); ++p) {
            if (exists(backup.pipes[p])) continue;
            const HostId place = backup.place_hosts[p];
            const std::string name = exists(place) ? program.hosts[+place].name : std::string();
            stores_at[name].insert(program.hosts[+store].name.substr(store_prefix));
        }
    }
    std::set<std::vector<std::string>> together;
    for (const auto& [place, stores] : stores_at) {
        if (stores.size() > 1) together.insert({stores.begin(), stores.end()});
    }
    for (const auto& stores : together) {
        said.push_back(
            fmt::format("Restores that read at the same time do not slow each other, for no `restore_rate` "
                        "is given where the backups are kept: {}.",
                        listed(stores)));
    }
}

}  // namespace

void add_restore_assumptions(std::vector<std::string>& said, const Program& program) {
    for (const Sentence& sentence : sentences) {
        std::vector<std::string> names;
        for (const FailoverGroup& group : program.failovers) {
            if (sentence.applies(program, group)) names.push_back(program.hosts[+group.host].name.substr(store_prefix));
        }
        if (!names.empty()) said.push_back(fmt::format(fmt::runtime(sentence.text), listed(names)));
    }
    add_reading_together(said, program);
}

}  // namespace nines::results
