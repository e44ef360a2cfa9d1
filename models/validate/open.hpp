// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/diagnostic.hpp"
#include "models/scenario/scenario.hpp"
#include "models/scenario/vary.hpp"

/// The one call for everyone who wants a scenario: read, resolve reuse, bind, validate.
namespace nines::validate {

struct OpenOptions {
    /// `-D` overrides, "node.web.mtbf=30 d", applied in this order.
    std::vector<std::string> overrides;
    /// `open_text` only: the folder for `include` and data files; empty: they are refused.
    std::string folder;
    /// Also open the first and the last point of the scenario's `[[vary]]`, and report what is wrong there.
    bool check_varied = true;
};

struct Opened {
    scenario::Scenario scenario;        ///< May be compiled only if `diagnostics` has no error.
    scenario::Diagnostics diagnostics;  ///< All mistakes and warnings, in the order of their places.
    std::vector<scenario::Vary> varied = {};
};

/// Opens a scenario file. Mistakes are diagnostics, never exceptions; `scenario.files` has their files.
Opened open_file(const std::string& path, const OpenOptions& options = {});

/// The same for text in memory; `name` stands for the path in messages.
Opened open_text(const std::string& name, std::string_view text, const OpenOptions& options = {});

}  // namespace nines::validate
