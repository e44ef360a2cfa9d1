// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compile/failover.hpp"
#include "models/compile/laws.hpp"

namespace nines::compile {

/// Prepares times; what takes no time at all has no sampler.
class Times {
public:
    explicit Times(SamplerStore& samplers) : samplers_(samplers) {}

    SamplerId of(const scenario::Field<sim::Law>& field) { return field ? of(*field, &field) : none<SamplerId>; }
    SamplerId of(const sim::Law& law, const void* source) {
        const auto* constant = std::get_if<sim::Constant>(&law.form);
        if (constant != nullptr && constant->value.in_seconds() == 0.0) return none<SamplerId>;
        return samplers_.add(law, source);
    }
    SamplerId of_seconds(double seconds, const void* source) {
        return of(sim::Law{sim::Constant{Duration::seconds(seconds)}}, source);
    }
    FailoverStage of(const scenario::Field<scenario::Stage>& stage) {
        if (!stage) return {};
        return {of(stage->takes), stage->works.value_or(1.0)};
    }

private:
    SamplerStore& samplers_;
};

}  // namespace nines::compile
