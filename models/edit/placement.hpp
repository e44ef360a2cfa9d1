// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/edit/topology.hpp"
#include "models/scenario/scenario.hpp"
#include "models/validate/names.hpp"

namespace nines::edit {

/// Which domain contains what. Circles of containment, which are mistakes, are cut open.
class Placement {
public:
    /// Both must outlive this.
    Placement(const scenario::Scenario& scenario, const validate::Names& names);

    /// What surrounds a domain: none or one.
    void place_domain(std::size_t domain, Item& item) const;
    /// Members of a group, and what surrounds them.
    void place_group(std::size_t group, Item& item);

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    using Domains = std::vector<std::size_t>;

    void cut_circles();
    void measure_depths();
    std::vector<Domains> turns(const scenario::Group& group) const;
    std::size_t common_domain(const Domains& turns, std::int64_t members) const;

    const scenario::Scenario& scenario_;
    const validate::Names& names_;
    Domains parents_;  ///< `nowhere`: outermost.
    std::vector<std::size_t> depths_;
    std::int64_t left_ = most_members_in_all;
};

}  // namespace nines::edit
