// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "models/results/study.hpp"

/// What high availability does alone: the same design, whose plans nobody carries out and whose backups nobody has.
namespace nines::results {

/// Does the design recover by more than its redundancy: by plans, backups or copies that apply writes later?
bool has_recovery(const compile::Program& program);

/// The program with redundancy and failover only. Copies that apply writes later do so at once.
compile::Program without_recovery(compile::Program program);

/// Runs the design without its recovery, with the same trials and the same random numbers, and adds to `results` what
/// that makes of availability, downtime, long recoveries and total losses: rows with the ending `_without_recovery`.
/// Nothing is added where there is no recovery to leave out, or when `go_on` says no.
void add_high_availability_alone(Results& results, const Study& study, const std::function<bool()>& go_on = {});

}  // namespace nines::results
