// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/validate/checker.hpp"

namespace nines::validate {

/// The store whose data a backup holds in the end; null if that is not known.
const scenario::Store* store_of(const Checker& checker, const scenario::Backup& backup);

/// `backup "orders"`.
std::string title(const scenario::Backup& backup);

/// What deserves a second look, or has no effect, in a backup without errors.
void check_backup_use(Checker& checker, const scenario::Backup& backup);

}  // namespace nines::validate
