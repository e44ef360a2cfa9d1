// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/validate/checker.hpp"

namespace nines::validate {

/// The store whose data a backup holds in the end; null if that is not known.
const scenario::Store* store_of(const Checker& checker, const scenario::Backup& backup);

/// The backup that this one copies; null if it is of a store, or of nothing.
const scenario::Backup* source_of(const Checker& checker, const scenario::Backup& backup);

/// `backup "orders"`.
std::string title(const scenario::Backup& backup);

/// Whether a store that serves while its data are still being copied says how, and whether that has an effect.
void check_serve(Checker& checker, const scenario::Backup& backup, const scenario::Store& store);

/// Whether something is ever read where domains say how fast restores read.
void check_restore_rates(Checker& checker);

/// Whether it is read, or copied further, faster than the place where it is kept allows.
void check_restore_ways(Checker& checker, const scenario::Backup& backup);

/// What deserves a second look, or has no effect, in a backup without errors.
void check_backup_use(Checker& checker, const scenario::Backup& backup);

}  // namespace nines::validate
