// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/compile/assembler.hpp"
#include "models/compile/calendar.hpp"
#include "models/compile/times.hpp"
#include "models/scenario/backup_source.hpp"

namespace nines::compile {

namespace {

constexpr double usual_retry_seconds = 3600.0;

template <class Things>
std::uint32_t place_of(const Things& things, const std::string& id) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const auto& thing) { return thing.id == id; });
    return static_cast<std::uint32_t>(found - things.begin());
}

std::uint32_t number(const scenario::Field<std::int64_t>& field, std::uint32_t otherwise) {
    return field ? static_cast<std::uint32_t>(*field) : otherwise;
}

/// A piece of the log is closed after its time, or when it is full.
double segment_seconds(const scenario::BackupLog& log, const scenario::Store& store) {
    if (log.when && !log.when->every) return 0.0;
    double seconds = log.when ? log.when->every->in_seconds() : std::numeric_limits<double>::infinity();
    const bool fills = log.segment && store.writes && store.writes->bytes_per_second > 0.0;
    if (fills) seconds = std::min(seconds, log.segment->bytes / store.writes->bytes_per_second);
    return seconds < std::numeric_limits<double>::infinity() ? seconds : 0.0;
}

Retention retention_of(const scenario::Backup& keys, const scenario::Experiment& experiment) {
    Retention keep;
    keep.has_rules = keys.keep.value.has_value();
    if (!keep.has_rules) return keep;
    keep.full = number(keys.keep->full, Retention::all);
    keep.diff = number(keys.keep->diff, Retention::all);
    keep.incr = number(keys.keep->incr, Retention::all);
    keep.snapshot = number(keys.keep->snapshot, Retention::all);
    if (keys.keep->window) keep.window_seconds = keys.keep->window->in_seconds();
    if (keys.keep->log) keep.log_seconds = keys.keep->log->in_seconds();
    keep.daily = number(keys.keep->daily, 0);
    keep.weekly = number(keys.keep->weekly, 0);
    keep.monthly = number(keys.keep->monthly, 0);
    keep.yearly = number(keys.keep->yearly, 0);
    if (experiment.start) keep.clock_at_start = experiment.start->since_monday.in_seconds();
    return keep;
}

BackupJob job_of(const scenario::Backup& keys, SamplerStore& samplers) {
    BackupJob job;
    if (!keys.job) return job;
    Times times(samplers);
    if (keys.job->hold) job.hold_seconds = keys.job->hold->in_seconds();
    // A time of 0 s is a time, and no reason to look at the rate.
    if (keys.job->takes) job.takes = samplers.add(*keys.job->takes, &keys.job->takes);
    if (keys.job->rate) job.bytes_per_second = keys.job->rate->bytes_per_second;
    job.lag = times.of(keys.job->lag);
    job.success = keys.job->success.value_or(1.0);
    job.retries = number(keys.job->retries, 0);
    job.retry_seconds = keys.job->retry ? keys.job->retry->in_seconds() : usual_retry_seconds;
    job.bad = keys.job->bad.value_or(0.0);
    if (keys.job->breaks) job.breaks_per_second = keys.job->breaks->per_second;
    return job;
}

LogArchive log_of(const scenario::Backup& keys, const scenario::Store& store, SamplerStore& samplers) {
    LogArchive log;
    log.exists = keys.log.value.has_value();
    if (!log.exists) return log;
    Times times(samplers);
    log.segment_seconds = segment_seconds(*keys.log, store);
    log.ship = times.of(keys.log->ship);
    if (keys.log->stops) log.stops_per_second = keys.log->stops->per_second;
    log.noticed = times.of(keys.log->noticed_after);
    return log;
}

RestoreModel model_of(scenario::RestoreModel model) {
    switch (model) {
        case scenario::RestoreModel::chain: return RestoreModel::chain;
        case scenario::RestoreModel::manifest: return RestoreModel::manifest;
        case scenario::RestoreModel::block: break;
    }
    return RestoreModel::block;
}

RestoreRules restore_of(const scenario::Backup& keys, const scenario::Scenario& scenario, SamplerStore& samplers) {
    RestoreRules rules;
    if (!keys.restore) return rules;
    Times times(samplers);
    const scenario::BackupRestore& restore = *keys.restore;
    rules.model = model_of(restore.model.value_or(scenario::RestoreModel::chain));
    if (restore.by) {
        const scenario::Crew& crew = scenario.crews[place_of(scenario.crews, *restore.by)];
        rules.ack = times.of(crew.ack);
        rules.consult = times.of(crew.decide);
        rules.travel = times.of(crew.travel);
    }
    rules.provision = times.of(restore.provision);
    rules.fetch = times.of(restore.fetch);
    rules.check = times.of(restore.check);
    for (const auto* rate : {&restore.rate, &restore.limit}) {
        if (*rate) rules.bytes_per_second = std::min(rules.bytes_per_second, (*rate)->bytes_per_second);
    }
    if (restore.replay) rules.replayed_per_second = restore.replay->bytes_per_second;
    rules.success = restore.success.value_or(1.0);
    return rules;
}

/// Of blocks clients are served at once, of everything else when all is there.
std::vector<CopyingStep> copying_steps_of(const scenario::Backup& keys) {
    if (!keys.restore) return {};
    const scenario::BackupRestore& restore = *keys.restore;
    const bool is_block = restore.model && *restore.model == scenario::RestoreModel::block;
    const auto usual = is_block ? scenario::RestoreServe::instant : scenario::RestoreServe::full;
    const auto share = [&](std::size_t step) {
        return restore.capacity && step < restore.capacity->size() ? (*restore.capacity)[step] : 1.0;
    };
    std::vector<CopyingStep> steps;
    switch (restore.serve.value_or(usual)) {
        case scenario::RestoreServe::full: break;
        case scenario::RestoreServe::instant: steps.push_back({.capacity = share(0)}); break;
        case scenario::RestoreServe::staged:
            for (std::size_t s = 0; restore.copied && s < restore.copied->size(); ++s) {
                steps.push_back({.capacity = share(s), .copied = (*restore.copied)[s]});
            }
            for (std::size_t s = 0; restore.after && s < restore.after->size(); ++s) {
                steps.push_back({.capacity = share(s), .seconds = (*restore.after)[s].in_seconds()});
            }
            break;
    }
    return steps;
}

std::string source_name(const scenario::Backup& keys) {
    return scenario::backup_source(*keys.of).name;
}

template <class Ids>
bool names_store(const scenario::Backup& keys, const Ids& store_ids) {
    const scenario::BackupSource of = scenario::backup_source(*keys.of);
    return of.may_be_store && store_ids.contains(of.name);
}

}  // namespace

/// The store whose data a backup holds in the end.
std::uint32_t Assembler::store_of(const scenario::Backup& keys) const {
    const scenario::Backup* backup = &keys;
    while (!names_store(*backup, store_ids_))
        backup = &scenario_.backups[place_of(scenario_.backups, source_name(*backup))];
    return store_ids_.at(source_name(*backup));
}

void Assembler::add_series(const scenario::Backup& keys, Backup& backup) const {
    const auto add = [&](const scenario::Field<scenario::Schedule>& schedule, BackupKind kind, const char* word) {
        if (!schedule) return;
        backup.series.push_back({.kind = kind,
                                 .starts = recurrence_of(*schedule, scenario_.experiment),
                                 .stream = sim::stream_name("backup:" + keys.id + ":" + word)});
    };
    // Of two that are made at the same instant the snapshot is there first.
    add(keys.snapshot, BackupKind::snapshot, "snapshot");
    add(keys.full, BackupKind::full, "full");
    add(keys.diff, BackupKind::diff, "diff");
    add(keys.incr, BackupKind::incr, "incr");
}

void Assembler::add_backups() {
    for (const scenario::Backup& keys : scenario_.backups) {
        Backup backup;
        const std::uint32_t s = store_of(keys);
        const scenario::Store& store = scenario_.stores[s];
        backup.store = program_.hosts[draft_.by_name.at("store:" + store.id)].failover;
        if (!names_store(keys, store_ids_)) {
            backup.source = static_cast<BackupId>(place_of(scenario_.backups, source_name(keys)));
        }
        backup.name = "backup:" + keys.id;
        backup.stream = sim::stream_name(backup.name);
        add_series(keys, backup);
        backup.log = log_of(keys, store, draft_.samplers);
        backup.job = job_of(keys, draft_.samplers);
        backup.keep = retention_of(keys, scenario_.experiment);
        backup.restore = restore_of(keys, scenario_, draft_.samplers);
        backup.restore.steps.begin = static_cast<std::uint32_t>(program_.copying_steps.size());
        for (const CopyingStep& step : copying_steps_of(keys)) program_.copying_steps.push_back(step);
        backup.restore.steps.end = static_cast<std::uint32_t>(program_.copying_steps.size());
        FailoverGroup& group = program_.failovers[+backup.store];
        group.serves_while_copying = group.serves_while_copying || !backup.restore.steps.empty();
        backup.is_immutable = keys.immutable.value_or(false);
        if (keys.test) backup.tests.push_back(recurrence_of(*keys.test, scenario_.experiment));
        backup.bytes = store.size ? store.size->bytes : 0.0;
        backup.growth_per_year = store.growth.value_or(0.0);
        backup.written_per_second = store.writes ? store.writes->bytes_per_second : 0.0;
        backup.hot_bytes = keys.hot ? keys.hot->bytes : 0.0;
        backup.changed_per_second = keys.changes ? keys.changes->bytes_per_second : backup.written_per_second;
        add_places(keys, store, backup);
        program_.backups.push_back(std::move(backup));
    }
}

/// Their lines are numbered in the end: `finish` fills them in.
void Assembler::add_places(const scenario::Backup& keys, const scenario::Store& store, Backup& backup) {
    for (const std::uint32_t member : draft_.group_members[group_index(*store.on)]) {
        backup.own_hosts.push_back(static_cast<HostId>(member));
    }
    if (keys.to) {
        for (const auto& place : *keys.to) {
            for (const std::uint32_t host : select_hosts(scenario_, draft_, place)) {
                backup.place_hosts.push_back(static_cast<HostId>(host));
                backup.pipes.push_back(pipe_around(host));
            }
        }
    } else if (keys.full || keys.log) {
        backup.place_hosts.push_back(none<HostId>);
        backup.pipes.push_back(none<PipeId>);
    }
}

/// What all restores from this place share: that of the innermost domain around it, or of itself, that has one.
PipeId Assembler::pipe_around(std::uint32_t host) {
    std::vector<std::uint32_t> around{host};
    for (std::size_t i = 0; i < around.size(); ++i) {
        const HostDraft& place = draft_.hosts[around[i]];
        const auto same_name = [&](const RestorePipe& pipe) { return pipe.name == place.name; };
        const auto known = std::find_if(program_.pipes.begin(), program_.pipes.end(), same_name);
        if (known != program_.pipes.end()) return static_cast<PipeId>(known - program_.pipes.begin());
        for (const scenario::Domain& domain : scenario_.domains) {
            if (!domain.restore_rate || "domain:" + domain.id != place.name) continue;
            program_.pipes.push_back({domain.restore_rate->bytes_per_second, place.name});
            return static_cast<PipeId>(program_.pipes.size() - 1);
        }
        around.insert(around.end(), place.domains.begin(), place.domains.end());
    }
    return none<PipeId>;
}

void Assembler::find_lines_of_backups() {
    const auto line_of = [&](HostId host) { return exists(host) ? program_.hosts[+host].available : none<LineId>; };
    for (Backup& backup : program_.backups) {
        for (const HostId host : backup.place_hosts) backup.places.push_back(line_of(host));
        for (const HostId host : backup.own_hosts) backup.own_places.push_back(line_of(host));
    }
}

}  // namespace nines::compile
