// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace nines::validate {

/// What a reference or selector points at.
enum class TargetKind { group, member, members, service, store, balancer, node, domain, children, tag };

struct Target {
    TargetKind kind = TargetKind::group;
    std::size_t index = 0;  ///< In the scenario's list of that kind; of `children` the parent's; not for tags.
    std::int64_t size = 1;  ///< How many things it stands for.
};

enum class Outcome {
    found,
    unknown,         ///< Nothing has that name.
    no_such_member,  ///< The group is there, but not that member.
    not_simulated,   ///< It names something that was already reported as not supported or incomplete.
};

struct Lookup {
    Outcome outcome = Outcome::unknown;
    Target target;
};

/// All ids of a scenario. A bare name means, in this order, a group, a service, a store, a balancer, a node,
/// a domain.
class Names {
public:
    explicit Names(const scenario::Scenario& scenario);

    Lookup find(scenario::RefKind kind, const std::string& pattern) const;

    bool is_crew(const std::string& id) const { return crews_.contains(id); }
    std::optional<std::size_t> node(const std::string& id) const { return index_in(nodes_, id); }
    std::optional<std::size_t> domain(const std::string& id) const { return index_in(domains_, id); }
    std::optional<std::size_t> service(const std::string& id) const { return index_in(services_, id); }
    std::optional<std::size_t> store(const std::string& id) const { return index_in(stores_, id); }
    std::optional<std::size_t> backup(const std::string& id) const { return index_in(backups_, id); }
    std::optional<std::size_t> balancer(const std::string& id) const { return index_in(balancers_, id); }
    std::optional<std::size_t> group(const std::string& id) const { return index_in(groups_, id); }
    bool is_later(const std::string& id) const { return later_.contains(id); }

    /// Parts of a domain: those that are in it directly.
    const std::vector<std::size_t>& children(std::size_t domain) const { return children_[domain]; }

    /// Members of a group; very many if its count could not be read.
    std::int64_t count_of(std::size_t group) const;

    /// Names that could have been meant by a reference of this kind.
    std::vector<std::string_view> candidates(scenario::RefKind kind) const;
    /// Number of all ids.
    std::size_t size() const {
        return groups_.size() + services_.size() + stores_.size() + balancers_.size() + nodes_.size() + domains_.size();
    }

private:
    using Index = std::unordered_map<std::string_view, std::size_t>;

    static std::optional<std::size_t> index_in(const Index& index, std::string_view id);
    Lookup find_pattern(scenario::RefKind kind, const std::string& stem) const;
    Lookup find_member(const std::string& name) const;
    Lookup found(TargetKind kind, std::size_t index, std::int64_t size) const;

    const scenario::Scenario& scenario_;
    Index groups_, services_, stores_, backups_, balancers_, nodes_, domains_, crews_;
    std::unordered_set<std::string_view> later_;
    std::map<std::string_view, std::int64_t> tags_;  ///< Number of things with the tag.
    std::vector<std::vector<std::size_t>> children_;
    std::vector<std::int64_t> members_of_node_;
};

}  // namespace nines::validate
