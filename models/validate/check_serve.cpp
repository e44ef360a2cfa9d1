// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <set>

#include "models/scenario/value_text.hpp"
#include "models/validate/backups.hpp"

/// Stores that are served while their data are still being copied.
namespace nines::validate {
namespace {

using scenario::Backup;
using scenario::BackupRestore;
using scenario::Field;
using scenario::RestoreServe;
using scenario::Store;
namespace codes = scenario::codes;

template <class T>
void no_effect(Checker& checker, const Backup& backup, const Field<T>& field, std::string_view key,
               std::string_view why) {
    if (!written(field)) return;
    checker.warn(codes::key_without_effect, field.origin.place,
                 fmt::format("{}: `restore.{}` has no effect", title(backup), key), std::string(why));
}

/// Every request of the service needs the store, perhaps by way of other services.
bool needs(const Checker& checker, const scenario::Service& service, const std::string& store,
           std::set<std::string>& seen) {
    if (!service.needs || !seen.insert(service.id).second) return false;
    for (const scenario::Need& need : *service.needs) {
        if (need.operands.size() != 1) continue;
        const std::string& id = need.operands.front().name;
        if (id == store) return true;
        for (const scenario::Service& other : checker.scenario.services) {
            if (other.id == id && needs(checker, other, store, seen)) return true;
        }
    }
    return false;
}

/// Why nobody notices how much the store can do; empty if somebody may.
std::string why_unnoticed(const Checker& checker, const Store& store) {
    const auto reaches = [&](const scenario::Service& service) {
        std::set<std::string> seen;
        return service.load && needs(checker, service, store.id, seen);
    };
    if (std::ranges::none_of(checker.scenario.services, reaches)) return "no service with a `load` needs the store";
    for (const scenario::Group& group : checker.scenario.groups) {
        if (!store.on || group.id != *store.on || !group.node) continue;
        for (const scenario::Node& node : checker.scenario.nodes) {
            if (node.id == *group.node && !node.capacity) return "the nodes of the store have no `capacity`";
        }
    }
    return {};
}

template <class T>
bool ascends(const std::vector<T>& values) {
    return std::ranges::adjacent_find(values, [](const T& a, const T& b) { return !(a < b); }) == values.end();
}

/// False: an error has been told.
bool check_steps(Checker& checker, const Backup& backup) {
    const BackupRestore& restore = *backup.restore;
    if (bool(restore.copied) == bool(restore.after)) {
        checker.error(codes::serve_steps_missing, restore.serve.origin.place,
                      fmt::format("{}: a staged restore needs either `copied` or `after`", title(backup)),
                      "serve = \"staged\", capacity = [\"20%\", \"60%\"], copied = [\"10%\", \"50%\"]");
        return false;
    }
    const bool in_order = restore.copied ? ascends(*restore.copied) : ascends(*restore.after);
    if (!in_order) {
        checker.error(codes::serve_steps_disordered,
                      restore.copied ? restore.copied.origin.place : restore.after.origin.place,
                      fmt::format("{}: each step of a staged restore begins after the one before", title(backup)),
                      "write them in their order");
        return false;
    }
    return true;
}

bool has_capacities(Checker& checker, const Backup& backup, std::size_t steps) {
    const BackupRestore& restore = *backup.restore;
    if (!restore.capacity || restore.capacity->size() == steps) return true;
    checker.error(codes::serve_steps_unlike, restore.capacity.origin.place,
                  fmt::format("{}: {} capacities for {} steps", title(backup), restore.capacity->size(), steps),
                  "one for each; when all is copied it has its whole capacity");
    return false;
}

/// The domain is this one, or lies in it.
bool lies_in(const Checker& checker, const std::string& domain, const std::string& outer) {
    std::optional<std::string> at = domain;
    for (std::size_t depth = 0; at && depth <= checker.scenario.domains.size(); ++depth) {
        if (*at == outer) return true;
        const auto found = std::ranges::find(checker.scenario.domains, *at, &scenario::Domain::id);
        if (found == checker.scenario.domains.end()) return false;
        at = found->in ? std::optional(*found->in) : std::nullopt;
    }
    return false;
}

/// Backups may be kept in the domain, or in a part of it: where groups and nodes are is not looked at.
bool may_keep_backups(const Checker& checker, const std::string& domain) {
    const auto is_inside = [&](const scenario::Selector& place) {
        const std::string id =
            place.pattern.ends_with("/*") ? place.pattern.substr(0, place.pattern.size() - 2) : place.pattern;
        const bool is_domain = std::ranges::count(checker.scenario.domains, id, &scenario::Domain::id) > 0;
        return !is_domain || lies_in(checker, id, domain);
    };
    return std::ranges::any_of(checker.scenario.backups, [&](const Backup& backup) {
        return backup.to && std::ranges::any_of(*backup.to, is_inside);
    });
}

}  // namespace

void check_restore_rates(Checker& checker) {
    for (const scenario::Domain& domain : checker.scenario.domains) {
        if (!written(domain.restore_rate) || may_keep_backups(checker, domain.id)) continue;
        checker.warn(codes::key_without_effect, domain.restore_rate.origin.place,
                     fmt::format("domain \"{}\": `restore_rate` has no effect", domain.id), "no backup is kept there");
    }
}

void check_serve(Checker& checker, const Backup& backup, const Store& store) {
    if (!backup.restore) return;
    const BackupRestore& restore = *backup.restore;
    const bool is_block = restore.model && *restore.model == scenario::RestoreModel::block;
    const RestoreServe serve = restore.serve.value_or(is_block ? RestoreServe::instant : RestoreServe::full);
    if (serve != RestoreServe::staged) {
        no_effect(checker, backup, restore.copied, "copied", "it is for serve = \"staged\"");
        no_effect(checker, backup, restore.after, "after", "it is for serve = \"staged\"");
    }
    if (serve == RestoreServe::full) {
        return no_effect(checker, backup, restore.capacity, "capacity",
                         "it is for serve = \"instant\" and serve = \"staged\"");
    }
    if (serve == RestoreServe::staged && !check_steps(checker, backup)) return;
    const std::size_t steps = serve == RestoreServe::instant ? 1
                              : restore.copied               ? restore.copied->size()
                                                             : restore.after->size();
    if (!has_capacities(checker, backup, steps)) return;
    if (!store.size || !restore.rate) {
        return no_effect(checker, backup, restore.capacity, "capacity",
                         "copying takes no time without the store's `size` and the restore's `rate`");
    }
    if (const std::string why = why_unnoticed(checker, store); !why.empty()) {
        no_effect(checker, backup, restore.capacity, "capacity", why);
    }
}

}  // namespace nines::validate
