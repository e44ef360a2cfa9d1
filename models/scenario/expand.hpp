// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/preset_library.hpp"
#include "models/scenario/scenario.hpp"

namespace nines::scenario {

/// Most members and domains that one scenario may have, counted before they are made.
inline constexpr std::int64_t max_components = 1'000'000;
/// Most domains, which are each kept as a thing of its own.
inline constexpr std::int64_t max_domains = 100'000;

/// One thing after reuse: its keys say all there is to say.
struct ExpandedThing {
    std::string id;
    Place place;
    std::shared_ptr<const Table> table;  ///< Shared by parts of one word that have no keys of their own.
    std::string parent;                  ///< Domains: what was split; else empty.
    bool complete = true;                ///< False: made from something unknown; has been reported.
    bool has_table = true;               ///< False: a part of a domain for which no table stands in the file.
};

struct Expanded {
    Table experiment;                                          ///< `[scenario]`.
    std::map<std::string, std::vector<ExpandedThing>> things;  ///< By kind, in the order of the file.
    std::map<std::string, Table> defaults;                     ///< `[defaults.KIND]`, for a check of its keys.
    std::vector<Value> varied;                                 ///< Tables of `[[vary]]`.
    std::vector<LaterThing> later;                             ///< Things of kinds that are not supported yet.
};

/// Resolves reuse in a whole document: `[defaults.KIND]`, `preset`, `like`, `without`, `split`. Files of the library
/// that are used are appended to `files`. Unknown kinds and whatever cannot be resolved is reported.
Expanded expand(const Document& document, const PresetLibrary& library, std::vector<SourceFile>& files,
                Diagnostics& diagnostics);

}  // namespace nines::scenario
