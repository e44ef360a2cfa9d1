// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/results/backup_assumptions.hpp"

#include <fmt/format.h>

#include "models/results/store_assumptions.hpp"

namespace nines::results {

namespace {

using scenario::Backup;

bool copies_changes(const Backup& backup) {
    const bool in_pieces =
        backup.restore && backup.restore->model && *backup.restore->model != scenario::RestoreModel::chain;
    return backup.diff || backup.incr || backup.snapshot || (backup.full && in_pieces);
}

bool is_never_bad(const Backup& backup) {
    return !backup.job || (!backup.job->bad && !backup.job->breaks);
}

struct Sentence {
    bool (*applies)(const Backup&);
    const char* text;
};

constexpr Sentence sentences[] = {
    {[](const Backup&) { return true; },
     "Backups were made before the beginning as they are made during the run, and whether or not the store is up: {}."},
    {[](const Backup& backup) { return !backup.keep; }, "A backup without `keep` keeps everything: {}."},
    {[](const Backup& backup) { return copies_changes(backup) && !backup.hot; },
     "What differs between two backups grows in proportion to the time between them, at `changes` or else at the "
     "store's `writes`: {}."},
    {[](const Backup& backup) { return !backup.to && (backup.full || backup.log); },
     "A backup without `to` is kept where nothing ever happens: {}."},
    {[](const Backup& backup) { return !backup.job || !backup.job->success; }, "Every job works: {}."},
    {is_never_bad, "No copy is ever bad in silence: {}."},
    {[](const Backup& backup) { return backup.log && !backup.log->stops; }, "Shipping of the log never stops: {}."},
};

}  // namespace

void add_backup_assumptions(std::vector<std::string>& said, const scenario::Scenario& scenario) {
    for (const Sentence& sentence : sentences) {
        std::vector<std::string> names;
        for (const Backup& backup : scenario.backups) {
            if (sentence.applies(backup)) names.push_back(backup.id);
        }
        if (!names.empty()) said.push_back(fmt::format(fmt::runtime(sentence.text), listed(names)));
    }
}

}  // namespace nines::results
