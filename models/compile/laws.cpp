// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/laws.hpp"

namespace nines::compile {

namespace {

sim::Law exponential(Duration mean) {
    return sim::Law{sim::Exponential{mean}};
}

}  // namespace

std::optional<sim::Law> time_between(const scenario::Cause& cause) {
    if (cause.ttf) return *cause.ttf;
    if (cause.rate) return exponential(Duration::seconds(1.0 / cause.rate->per_second));
    return std::nullopt;
}

std::optional<sim::Law> time_to_repair(const scenario::Cause& cause) {
    if (cause.ttr) return *cause.ttr;
    if (cause.mttr) return exponential(*cause.mttr);
    return std::nullopt;
}

SamplerId SamplerStore::add(const std::optional<sim::Law>& law, const void* source) {
    if (!law || std::holds_alternative<sim::Never>(law->form)) return none<SamplerId>;
    const auto [entry, inserted] = by_source_.try_emplace(source, static_cast<SamplerId>(samplers_.size()));
    if (inserted) {
        samplers_.emplace_back(*law);
        means_.push_back(sim::mean(*law).in_seconds());
        laws_.push_back(*law);
    }
    return entry->second;
}

}  // namespace nines::compile
