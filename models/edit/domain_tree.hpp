// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/edit/included.hpp"
#include "models/edit/toml_layout.hpp"

namespace nines::edit {

/// Which domain contains which, as the reader understands a text and what it includes: with what is like another
/// domain, and with the parts that `split` makes.
class DomainTree {
public:
    DomainTree(const TomlLayout& layout, const Included& included);

    /// The domain and those around it, from the inside out. Of an id that is no domain: those that it seems to be a
    /// part of.
    std::vector<std::string> around(std::string id) const;

    /// Whether other domains are in it.
    bool has_parts(const std::string& id) const { return with_parts_.contains(id); }

private:
    std::map<std::string, std::string> parents_;
    std::set<std::string> with_parts_;
};

}  // namespace nines::edit
