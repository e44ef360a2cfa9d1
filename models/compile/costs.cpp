// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/compile/assembler.hpp"
#include "models/compile/calendar.hpp"
#include "models/scenario/group_size.hpp"

namespace nines::compile {

namespace {

using scenario::Field;
using scenario::Price;

constexpr double year = 365.0 * 86400.0;

double rate_of(const Field<Price>& price) {
    return price ? price->rate() : 0.0;
}

/// Integral of (1 + growth)^(t / year) from `from` to `to`, in seconds.
double grown_seconds(double growth, double from, double to) {
    const double rate = std::log1p(growth) / year;
    if (rate == 0.0) return to - from;
    return std::exp(rate * from) * std::expm1(rate * (to - from)) / rate;
}

const scenario::Group& group_of(const scenario::Scenario& scenario, const std::string& id) {
    return *std::find_if(scenario.groups.begin(), scenario.groups.end(),
                         [&](const auto& group) { return group.id == id; });
}

/// How often the data of a store are kept: of a shared volume once, and not where a plan is to restore them.
double copies_of(const scenario::Scenario& scenario, const scenario::Store& store) {
    using scenario::ReplicationMode;
    const bool is_shared =
        store.replication && store.replication->mode && *store.replication->mode == ReplicationMode::shared;
    double copies = is_shared ? 1.0 : static_cast<double>(scenario::most_members(group_of(scenario, *store.on)));
    for (const scenario::Follower& follower : store.followers) {
        if (follower.mode && *follower.mode == ReplicationMode::none) continue;
        copies += static_cast<double>(scenario::most_members(group_of(scenario, *follower.on)));
    }
    return copies;
}

/// Makes the items of a program's costs, one kind of thing after the other.
class CostMaker {
public:
    CostMaker(const scenario::Scenario& scenario, const Program& program) : scenario_(scenario), program_(program) {
        if (scenario.experiment.currency) costs_.currency = *scenario.experiment.currency;
    }

    Costs run() {
        for (const scenario::Domain& domain : scenario_.domains) {
            add_fixed("domain:" + domain.id, CostPart::infrastructure, domain.price, program_.horizon);
        }
        for (std::size_t g = 0; g < scenario_.groups.size(); ++g) add_group(scenario_.groups[g], g);
        for (const scenario::Node& node : scenario_.nodes) add_lone_node(node);
        for (const scenario::Store& store : scenario_.stores) add_store(store);
        for (std::size_t b = 0; b < scenario_.backups.size(); ++b) add_backup(scenario_.backups[b], b);
        for (const scenario::Balancer& balancer : scenario_.balancers) {
            add_fixed("balancer:" + balancer.id, CostPart::infrastructure, balancer.price, program_.horizon);
        }
        for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) add_requests(scenario_.services[s], s);
        for (std::size_t c = 0; c < scenario_.crews.size(); ++c) add_crew(scenario_.crews[c], c);
        for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) add_downtime(scenario_.services[s], s);
        for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) add_losses(scenario_.services[s], s);
        for (std::uint32_t s = 0; s < scenario_.services.size(); ++s) add_credits(scenario_.services[s], s);
        return std::move(costs_);
    }

private:
    CostItemId add_item(std::string subject, CostPart part, double fixed) {
        costs_.items.push_back({std::move(subject), part, fixed, false});
        return static_cast<CostItemId>(costs_.items.size() - 1);
    }

    CostItemId add_variable(std::string subject, CostPart part, double fixed) {
        const CostItemId item = add_item(std::move(subject), part, fixed);
        costs_.items[item].varies = true;
        return item;
    }

    /// `amount` times what its price counts; nothing without a price.
    void add_fixed(std::string subject, CostPart part, const Field<Price>& price, double amount) {
        if (price) add_item(std::move(subject), part, price->rate() * amount);
    }

    /// Of all members that may exist, the fewest that are ever wanted in service cost the whole price, and the others
    /// what idle ones cost; that more are wanted is for trials to say.
    void add_group(const scenario::Group& group, std::size_t index) {
        const auto node = std::find_if(scenario_.nodes.begin(), scenario_.nodes.end(),
                                       [&](const scenario::Node& of) { return group.node && of.id == *group.node; });
        if (node == scenario_.nodes.end() || !node->price) return;
        const double price = node->price->rate();
        const double share = scenario::comes_and_goes(group) ? 0.0
                             : group.standby                 ? group.standby->price.value_or(1.0)
                                                             : 1.0;
        const auto members = static_cast<double>(scenario::most_members(group));
        const auto least = static_cast<double>(scenario::least_serving(group));
        const double fixed = price * (least + (members - least) * share) * program_.horizon;
        const std::string subject = "group:" + group.id;
        const StandbyId standby = standby_of(index);
        const bool changes =
            exists(standby) && share < 1.0 && price > 0.0 &&
            (exists(program_.standbys[+standby].scaling) || !program_.standbys[+standby].plans.empty());
        if (!changes) {
            add_item(subject, CostPart::infrastructure, fixed);
            return;
        }
        const CostItemId item = add_variable(subject, CostPart::infrastructure, fixed);
        costs_.members.push_back({item, standby, static_cast<std::uint32_t>(least), price * (1.0 - share)});
    }

    /// A node that is needed by its own name is one unit.
    void add_lone_node(const scenario::Node& node) {
        const std::string name = "node:" + node.id;
        const bool is_one = std::any_of(program_.hosts.begin(), program_.hosts.end(),
                                        [&](const Host& host) { return host.name == name; });
        if (is_one) add_fixed(name, CostPart::infrastructure, node.price, program_.horizon);
    }

    StandbyId standby_of(std::size_t group) const {
        const std::string prefix = "node:" + scenario_.groups[group].id + "/";
        for (std::uint32_t s = 0; s < program_.standbys.size(); ++s) {
            const std::string& host = program_.hosts[program_.standbys[s].first_host].name;
            if (host.starts_with(prefix)) return static_cast<StandbyId>(s);
        }
        return none<StandbyId>;
    }

    void add_store(const scenario::Store& store) {
        if (!store.price || !store.size) return;
        const double from = program_.measure_from;
        const double seconds = grown_seconds(store.growth.value_or(0.0), from, from + program_.horizon);
        add_fixed("store:" + store.id, CostPart::infrastructure, store.price,
                  copies_of(scenario_, store) * store.size->bytes * seconds);
    }

    void add_backup(const scenario::Backup& backup, std::size_t index) {
        if (!backup.price) return;
        const std::size_t places = std::max<std::size_t>(1, program_.backups[index].places.size());
        const CostItemId item = add_variable("backup:" + backup.id, CostPart::infrastructure, 0.0);
        costs_.backups.push_back(
            {item, static_cast<BackupId>(index), backup.price->rate() * static_cast<double>(places)});
    }

    void add_requests(const scenario::Service& service, std::uint32_t index) {
        if (!service.load) return;
        const Demand& demand = program_.subjects[index].demand;
        const double from = program_.measure_from;
        const double requests = demand.exists() ? demand.offered(from, from + program_.horizon) : 0.0;
        add_fixed("service:" + service.id, CostPart::infrastructure, service.load->price, requests);
    }

    void add_crew(const scenario::Crew& crew, std::size_t index) {
        if (!crew.price && !crew.work_price && !crew.call_price) return;
        const double size = static_cast<double>(crew.size.value_or(1));
        const double fixed = rate_of(crew.price) * size * program_.horizon;
        const bool varies = rate_of(crew.work_price) > 0.0 || rate_of(crew.call_price) > 0.0;
        const std::string subject = "crew:" + crew.id;
        if (!varies) {
            add_item(subject, CostPart::people, fixed);
            return;
        }
        const CostItemId item = add_variable(subject, CostPart::people, fixed);
        costs_.crews.push_back({item, static_cast<CrewId>(index), rate_of(crew.work_price), rate_of(crew.call_price)});
    }

    void add_downtime(const scenario::Service& service, std::uint32_t index) {
        if (!service.downtime_cost) return;
        const scenario::DowntimeCost& keys = *service.downtime_cost;
        DowntimeCost cost;
        cost.item = add_variable("service:" + service.id, CostPart::downtime, 0.0);
        cost.service = index;
        cost.per_second = rate_of(keys.price);
        cost.off_per_second = rate_of(keys.off_hours);
        if (keys.hours) cost.hours = hours_of(*keys.hours, scenario_.experiment);
        cost.per_outage = rate_of(keys.per_outage);
        costs_.downtimes.push_back(std::move(cost));
    }

    void add_losses(const scenario::Service& service, std::uint32_t index) {
        if (!service.data_loss_cost) return;
        const scenario::DataLossCost& keys = *service.data_loss_cost;
        const CostItemId item = add_variable("service:" + service.id, CostPart::data_loss, 0.0);
        costs_.losses.push_back({item, index, rate_of(keys.price), rate_of(keys.total)});
    }

    void add_credits(const scenario::Service& service, std::uint32_t index) {
        const scenario::Objective& objective = service.objective;
        if (!objective.fee || !objective.slo || !objective.credits) return;
        double most_share = 0.0;
        for (const scenario::Credit& credit : *objective.credits) most_share = std::max(most_share, credit.share);
        const CostItemId item = add_variable("service:" + service.id, CostPart::credits, 0.0);
        costs_.credits.push_back({item, index, objective.fee->rate() * program_.horizon, most_share});
    }

    const scenario::Scenario& scenario_;
    const Program& program_;
    Costs costs_;
};

}  // namespace

void Assembler::add_costs() {
    program_.costs = CostMaker(scenario_, program_).run();
}

}  // namespace nines::compile
