// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nines::scenario {

/// What the `of` of a backup names: "orders" is a store, or else a backup; "store:orders" and "backup:orders" say
/// which.
struct BackupSource {
    std::string name;
    bool may_be_store = true;
    bool may_be_backup = true;
};

inline BackupSource backup_source(std::string_view of) {
    constexpr std::string_view store = "store:";
    constexpr std::string_view backup = "backup:";
    if (of.starts_with(store)) return {std::string(of.substr(store.size())), true, false};
    if (of.starts_with(backup)) return {std::string(of.substr(backup.size())), false, true};
    return {std::string(of)};
}

}  // namespace nines::scenario
