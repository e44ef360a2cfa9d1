// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observe/stage_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "models/scenario/translate.hpp"

namespace nines::observe {

std::string_view words_of_stage(std::string_view stage) {
    using Words = std::pair<std::string_view, std::string_view>;
    static constexpr Words words[] = {
        {"serving", translate("models", "serving")},
        {"restarting", translate("models", "waiting for the primary to restart")},
        {"detecting", translate("models", "primary lost, nobody knows yet")},
        {"deciding", translate("models", "deciding who follows")},
        {"fencing", translate("models", "fencing the old primary")},
        {"promoting", translate("models", "promoting")},
        {"redirecting", translate("models", "redirecting clients")},
        {"warming", translate("models", "warming up")},
        {"calling", translate("models", "calling people")},
        {"consulting", translate("models", "waiting for a decision")},
        {"by-hand", translate("models", "recovering by hand")},
        {"starting", translate("models", "starting from nothing")},
        {"stalled", translate("models", "writes hang: a replica that acknowledges is gone")},
        {"stranded", translate("models", "stranded: no copy can take over")},
        {"blocked", translate("models", "writes are refused: too few replicas")},
        {"switching", translate("models", "planned hand-over: switching to")},
        {"stepped-down", translate("models", "the primary has stepped down: what its failover needs is gone")},
        {"travelling", translate("models", "people are on their way")},
        {"provisioning", translate("models", "all data gone: waiting for machines to restore onto")},
        {"fetching", translate("models", "waiting for the first byte of the backup")},
        {"restoring", translate("models", "restoring the backup")},
        {"replaying", translate("models", "replaying the log")},
        {"checking", translate("models", "checking the restored data")},
    };
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const Words& of) { return of.first == stage; });
    return found == std::end(words) ? stage : found->second;
}

}  // namespace nines::observe
