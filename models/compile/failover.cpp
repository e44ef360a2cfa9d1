// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compile/failover.hpp"

namespace nines::compile {

const char* word_of(FailoverPhase phase) {
    switch (phase) {
        case FailoverPhase::serving: return "serving";
        case FailoverPhase::restarting: return "restarting";
        case FailoverPhase::detecting: return "detecting";
        case FailoverPhase::deciding: return "deciding";
        case FailoverPhase::fencing: return "fencing";
        case FailoverPhase::promoting: return "promoting";
        case FailoverPhase::redirecting: return "redirecting";
        case FailoverPhase::warming: return "warming";
        case FailoverPhase::calling: return "calling";
        case FailoverPhase::consulting: return "consulting";
        case FailoverPhase::by_hand: return "by-hand";
        case FailoverPhase::starting: return "starting";
        case FailoverPhase::stalled: return "stalled";
        case FailoverPhase::stranded: return "stranded";
        case FailoverPhase::blocked: return "blocked";
        case FailoverPhase::switching: return "switching";
        case FailoverPhase::stepped_down: return "stepped-down";
        case FailoverPhase::travelling: return "travelling";
        case FailoverPhase::provisioning: return "provisioning";
        case FailoverPhase::fetching: return "fetching";
        case FailoverPhase::restoring: return "restoring";
        case FailoverPhase::replaying: return "replaying";
        case FailoverPhase::checking: return "checking";
    }
    return "";
}

}  // namespace nines::compile
