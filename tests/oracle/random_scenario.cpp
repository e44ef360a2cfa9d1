// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/random_scenario.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace nines::oracle {

namespace {

/// The same numbers from every standard library.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) { engine_.discard(10); }

    /// 0 .. sides - 1.
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(engine_()) % sides; }
    std::uint32_t between(std::uint32_t low, std::uint32_t high) { return low + roll(high - low + 1); }
    bool in_percent(std::uint32_t percent) { return roll(100) < percent; }
    template <class Choices>
    const auto& one_of(const Choices& choices) {
        return choices[roll(static_cast<std::uint32_t>(std::size(choices)))];
    }

private:
    std::mt19937 engine_;
};

/// Writes one scenario, one function for each kind. A new kind, or a new key of one, is a line or a function here; what
/// others can refer to (groups, domains, tags, crews) is remembered in the lists at the end.
class Writer {
public:
    Writer(std::uint32_t seed, const RandomSetting& setting) : dice_(seed), setting_(setting) {}

    std::string run() {
        text_ = "format = 1\nscenario = { horizon = \"2000 h\" }\n";
        if (!setting_.has_stores || dice_.in_percent(40)) add_crews();
        if (!setting_.has_stores || dice_.in_percent(60)) add_domains();
        if (setting_.has_stores) add_stores();
        const std::uint32_t groups =
            setting_.has_stores ? (dice_.in_percent(25) ? 1 : 0) : dice_.between(1, has_phases() ? 2 : 3);
        for (std::uint32_t g = 1; g <= groups; ++g) add_group(fmt::format("g{}", g), fmt::format("n{}", g));
        if (units_left_ > 0 && dice_.in_percent(25)) add_single_node();
        add_causes();
        add_services();
        return text_;
    }

private:
    bool has_phases() const { return setting_.laws == RandomSetting::Laws::phases; }

    template <class... Arguments>
    void line(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
        text_ += fmt::format(form, std::forward<Arguments>(arguments)...) + "\n";
    }
    /// Writes a line with this probability.
    template <class... Arguments>
    void maybe(std::uint32_t percent, fmt::format_string<Arguments...> form, Arguments&&... arguments) {
        if (dice_.in_percent(percent)) line(form, std::forward<Arguments>(arguments)...);
    }

    // --- times ----------------------------------------------------------------------------------------------------

    /// A law with a mean of some `low` to `high` hours.
    std::string time(std::uint32_t low, std::uint32_t high, bool may_be_zero) {
        const std::uint32_t hours = dice_.between(low, high);
        if (!has_phases()) return fmt::format("exp(mean {} h)", hours);
        switch (dice_.roll(may_be_zero ? 5 : 4)) {
            case 0: return fmt::format("erlang(stages {}, mean {} h)", dice_.between(2, 3), hours);
            case 1: return fmt::format("hyperexp(30%: {} h, 70%: {} h)", 2 * hours, 0.5 * hours);
            case 4: return fmt::format("mix(40%: 0 s, 60%: exp(mean {} h))", hours);
            default: return fmt::format("exp(mean {} h)", hours);
        }
    }

    /// Time to failure in one of its spellings. True: it says the repair as well.
    bool add_life() {
        const std::uint32_t hours = dice_.between(60, 250);
        if (has_phases()) {
            line("ttf = \"{}\"", time(60, 250, false));
            return false;
        }
        switch (dice_.roll(5)) {
            case 0: line("mttf = \"{} h\"", hours); return false;
            case 1: line("rate = \"{} per 1000 h\"", dice_.between(4, 14)); return false;
            case 2: line("ttf = \"exp(mean {} h)\"", hours); return false;
            case 3:
                line("availability = \"{}%\"\nmttr = \"{} h\"", dice_.between(90, 96), dice_.between(4, 15));
                return true;
            default: line("mtbf = \"{} h\"", hours); return false;
        }
    }

    /// The keys of one failure mode. `is_in_domain`: its clock may meet a domain that is down.
    void add_mode(bool has_others, bool is_in_domain) {
        static constexpr std::array policies{"resume", "renew", "age"};
        static constexpr std::array effects{"stop", "hang", "lose-data", "partition"};
        const bool says_repair = add_life();
        const bool is_for_good = !setting_.is_repairable && dice_.in_percent(5);
        if (!says_repair && !is_for_good) { line("ttr = \"{}\"", time(4, 20, true)); }
        maybe(20, "noticed_after = \"{}\"", time(2, 20, true));
        if (!has_phases()) maybe(15, "repair = \"minimal\"");
        maybe(setting_.has_stores ? 60 : 20, "effect = \"{}\"", dice_.one_of(effects));
        if (has_others) maybe(60, "when_down = \"{}\"", dice_.one_of(policies));
        if (is_in_domain) maybe(60, "when_cut_off = \"{}\"", dice_.one_of(policies));
    }

    // --- kinds ----------------------------------------------------------------------------------------------------

    /// Up to two crews of one or two, any order, with or without answer and travel.
    void add_crews() {
        const std::uint32_t count = dice_.roll(3);
        for (std::uint32_t c = 1; c <= count; ++c) {
            line("[crew.c{}]\nsize = {}", c, dice_.in_percent(70) ? 1 : 2);
            static constexpr std::array orders{"fifo", "priority", "random"};
            const std::string_view order = dice_.one_of(orders);
            line("order = \"{}\"", order);
            if (order == "priority") maybe(50, "preemptive = true");
            maybe(30, "ack = \"{}\"", time(1, 4, true));
            maybe(25, "travel = \"{}\"", time(1, 4, true));
            crews_.push_back(fmt::format("c{}", c));
        }
    }

    void maybe_repaired_by(std::uint32_t percent) {
        if (crews_.empty() || !dice_.in_percent(percent)) return;
        line("repaired_by = \"{}\"", dice_.one_of(crews_));
        maybe(50, "priority = {}", dice_.roll(3));
    }

    /// The keys of a domain that fails.
    void add_failing_domain(bool is_inside_another) {
        add_mode(false, is_inside_another);
        maybe_repaired_by(40);
        --units_left_;
    }

    /// None; a room; a hall with two rows or with a cage; and sometimes a feed that goes across.
    void add_domains() {
        switch (dice_.roll(5)) {
            case 0: break;
            case 1:
                line("[domain.room]");
                add_failing_domain(false);
                spreads_ = {"room"};
                domains_ = {"room"};
                break;
            case 2:
            case 3:
                line("[domain.hall]\nsplit = \"2 row\"");
                if (dice_.in_percent(60)) add_failing_domain(false);
                line("[domain.hall.row]");
                add_failing_domain(true);
                --units_left_;
                spreads_ = {"hall/*", "hall/row1", "hall"};
                domains_ = {"hall", "hall/row1", "hall/row2"};
                break;
            default:
                line("[domain.hall]");
                add_failing_domain(false);
                line("[domain.cage]\nin = \"hall\"");
                add_failing_domain(true);
                spreads_ = {"cage", "hall"};
                domains_ = {"hall", "cage"};
                break;
        }
        if (!dice_.in_percent(20)) return;
        line("[domain.feed]");
        add_failing_domain(false);
        has_feed_ = true;
        domains_.emplace_back("feed");
    }

    /// A node without modes: a cause will strike it.
    std::uint32_t add_idle_node(const std::string& id) {
        line("[node.{}]", id);
        maybe_repaired_by(40);
        return 0;
    }

    /// A node with one to three modes.
    std::uint32_t add_node(const std::string& id, bool is_in_domain) {
        line("[node.{}]", id);
        maybe(20, "tags = \"blue\"");
        maybe(30, "boot = \"{}\"", time(1, 5, true));
        maybe_repaired_by(40);
        const std::uint32_t modes = dice_.in_percent(55) ? 1 : dice_.between(2, has_phases() ? 2 : 3);
        const bool first_has_no_name = dice_.in_percent(60);
        for (std::uint32_t m = 0; m < modes; ++m) {
            if (m > 0 || !first_has_no_name) line("[[node.{}.failure]]\nname = \"m{}\"", id, m);
            add_mode(modes > 1, is_in_domain);
        }
        return modes;
    }

    /// Up to four members of a node of their own, anywhere, with standby, shared load, spares or a crew.
    void add_group(const std::string& id, const std::string& node) {
        const bool is_in_domain = !spreads_.empty() && dice_.in_percent(80);
        const std::uint32_t own_modes = dice_.in_percent(5) ? add_idle_node(node) : add_node(node, is_in_domain);
        if (own_modes == 0) only_struck_.push_back(id);
        const auto modes = static_cast<int>(std::max(1u, own_modes));
        const auto most = static_cast<std::uint32_t>(std::clamp(units_left_ / modes, 1, 4));
        const std::uint32_t count = dice_.between(std::min(2u, most), most);
        units_left_ -= modes * static_cast<int>(count);
        line("[group.{}]\nnode = \"{}\"\ncount = {}", id, node, count);
        maybe(20, "tags = \"red\"");
        if (is_in_domain) line("spread = \"{}\"", dice_.one_of(spreads_));
        if (has_feed_) maybe(40, "in = \"feed\"");
        maybe_repaired_by(40);
        std::uint32_t serving = count;
        if (count > 1 && dice_.in_percent(50)) {
            serving = dice_.between(1, count - 1);
            line("active = {}", serving);
            line("standby = {}", standby());
        }
        if (count > 1) maybe(25, "load_sharing = {}", 0.5 * dice_.between(1, 4));
        if (dice_.in_percent(20)) line("spares = {}", spares());
        groups_.push_back({id, node, count, serving});
    }

    std::string standby() {
        const std::uint32_t mode = dice_.roll(3);
        static constexpr std::array modes{"hot", "warm", "cold"};
        std::string keys = fmt::format("mode = \"{}\"", modes[mode]);
        if (mode == 1 && dice_.in_percent(70)) keys += fmt::format(", factor = 0.{}", dice_.roll(10));
        if (dice_.in_percent(60)) keys += fmt::format(", start = \"{}\"", time(1, 6, true));
        if (dice_.in_percent(50)) keys += fmt::format(", success = \"{}%\"", dice_.between(40, 95));
        return "{ " + keys + " }";
    }

    std::string spares() {
        const bool are_ordered = setting_.is_repairable || dice_.in_percent(90);
        std::string keys = fmt::format("stock = {}", dice_.roll(3));
        if (are_ordered) keys += fmt::format(", reorder = \"{}\"", time(10, 40, true));
        return "{ " + keys + " }";
    }

    // --- stores ---------------------------------------------------------------------------------------------------

    void add_stores() {
        units_left_ = has_phases() ? 4 : 5;
        if (dice_.in_percent(30)) {
            line("[node.arbiter]");
            line("mtbf = \"{} h\"\nttr = \"{}\"", dice_.between(60, 250), time(4, 20, true));
            has_arbiter_ = true;
            --units_left_;
        }
        add_store("x1", "d1");
        if (dice_.in_percent(15) && units_left_ > 1) add_store("x2", "d2");
    }

    /// A group of machines that hold copies. Returns their number.
    std::uint32_t add_copies(const std::string& id, const std::string& node, int least, int most) {
        const bool is_in_domain = !spreads_.empty() && dice_.in_percent(70);
        line("[node.{}]", node);
        maybe_repaired_by(30);
        const std::uint32_t modes = dice_.in_percent(75) ? 1 : 2;
        for (std::uint32_t m = 0; m < modes; ++m) {
            if (m > 0) line("[[node.{}.failure]]\nname = \"m{}\"", node, m);
            add_mode(modes > 1, is_in_domain);
        }
        most = std::clamp(units_left_ / static_cast<int>(modes), least, most);
        const auto count = static_cast<std::uint32_t>(
            dice_.in_percent(50) ? least
                                 : least + static_cast<int>(dice_.roll(static_cast<std::uint32_t>(most - least + 1))));
        units_left_ -= static_cast<int>(modes * count);
        line("[group.{}]\nnode = \"{}\"\ncount = {}", id, node, count);
        if (is_in_domain) line("spread = \"{}\"", dice_.one_of(spreads_));
        if (has_feed_) maybe(40, "in = \"feed\"");
        maybe_repaired_by(20);
        if (count > 1) maybe(10, "load_sharing = {}", 0.5 * dice_.between(1, 4));
        if (dice_.in_percent(10)) line("spares = {}", spares());
        groups_.push_back({id, node, count, count});
        return count;
    }

    void add_store(const std::string& id, const std::string& group) {
        const std::uint32_t count = add_copies(group, group + "-node", 2, has_phases() ? 3 : 4);
        const bool has_follower = units_left_ > 0 && dice_.in_percent(25);
        if (has_follower) add_copies(group + "-far", group + "-far-node", 1, 1);
        line("[store.{}]\non = \"{}\"", id, group);
        bool lags = false;
        if (dice_.in_percent(85)) line("replication = {}", replication(count, lags));
        if (dice_.in_percent(60)) line("resync = {}", resync());
        if (dice_.in_percent(90)) line("failover = {}", failover(lags));
        stores_.push_back(id);
        if (!has_follower) return;
        line("[[store.{}.follower]]\non = \"{}-far\"", id, group);
        static constexpr std::array modes{"async", "async", "sync", "quorum"};
        maybe(60, "mode = \"{}\"", dice_.one_of(modes));
        static constexpr std::array promotions{"failover", "failover", "plan", "never"};
        line("promote = \"{}\"", dice_.one_of(promotions));
        if (!lags) maybe(40, "lag = \"exp(mean 30 s)\"");
    }

    std::string replication(std::uint32_t copies, bool& lags) {
        static constexpr std::array modes{"async", "semi-sync", "sync", "sync", "quorum", "shared"};
        const std::string_view mode = dice_.one_of(modes);
        std::string keys = fmt::format("mode = \"{}\"", mode);
        if (mode == "sync" || mode == "semi-sync") {
            if (dice_.in_percent(50)) keys += fmt::format(", acks = {}", dice_.between(1, copies - 1));
            if (dice_.in_percent(40)) keys += ", without_replica = \"block\"";
            keys += fmt::format(", stall = \"{}\"", dice_.in_percent(70) ? time(1, 6, true) : "0 s");
            if (dice_.in_percent(40)) keys += ", sync_with = \"first\"";
        }
        if (mode == "quorum" && dice_.in_percent(20)) keys += fmt::format(", acks = {}", dice_.between(1, copies));
        lags = mode != "shared" && dice_.in_percent(50);
        if (lags) keys += ", lag = \"exp(mean 30 s)\"";
        return "{ " + keys + " }";
    }

    std::string resync() {
        std::string keys;
        if (dice_.in_percent(60)) keys += fmt::format("rewind = \"{}\"", time(2, 10, true));
        if (keys.empty() || dice_.in_percent(60)) {
            keys += fmt::format("{}refill = \"{}\"", keys.empty() ? "" : ", ", time(5, 20, true));
        }
        return "{ " + keys + " }";
    }

    std::string stage() {
        if (dice_.in_percent(60)) return fmt::format("\"{}\"", time(1, 5, true));
        return fmt::format("{{ takes = \"{}\", works = \"{}%\" }}", time(1, 5, false), dice_.between(50, 95));
    }

    std::string failover(bool lags) {
        const bool is_manual = dice_.in_percent(10);
        std::string keys =
            dice_.in_percent(20) ? "detect = \"instant\"" : fmt::format("detect = \"{}\"", time(1, 4, true));
        const auto maybe_add = [&](std::uint32_t percent, std::string key) {
            if (dice_.in_percent(percent)) keys += ", " + std::move(key);
        };
        if (dice_.in_percent(25)) {
            keys =
                fmt::format("detect = {{ takes = \"{}\", takes_silent = \"{}\" }}", time(1, 3, true), time(2, 6, true));
        }
        if (is_manual) keys += ", mode = \"manual\"";
        maybe_add(20, fmt::format("restart_first = \"{}\"", time(2, 10, false)));
        static constexpr std::array stages{"decide", "fence", "promote", "redirect", "warm"};
        for (const char* const name : stages) maybe_add(35, fmt::format("{} = {}", name, stage()));
        maybe_add(is_manual ? 100 : 50, fmt::format("by_hand = {}", stage()));
        maybe_add(25, "self_demotes = true");
        if (lags) maybe_add(50, fmt::format("lag_limit = \"{} s\"", dice_.between(10, 90)));
        if (has_arbiter_ && dice_.in_percent(60)) {
            keys += ", needs = [\"arbiter\"]";
            if (dice_.in_percent(60)) keys += ", without_needs = \"step-down\"";
            if (dice_.in_percent(60)) keys += fmt::format(", step_down = \"{}\"", time(1, 5, true));
        }
        if (dice_.in_percent(40)) {
            keys += fmt::format(", switchover = {}", stage());
            keys += fmt::format(", failback = \"{}\"", dice_.in_percent(20) ? "instant" : time(5, 40, false));
        }
        if (has_arbiter_) maybe_add(40, "witness = [\"arbiter\"]");
        maybe_add(25, fmt::format("false_alarms = \"{} per 1000 h\"", dice_.between(5, 25)));
        maybe_add(35, fmt::format("cold_start = \"{}\"", dice_.in_percent(20) ? "0 s" : time(1, 6, true)));
        maybe_add(25, "repair = \"after-failover\"");
        return "{ " + keys + " }";
    }

    /// A node that a service names without a group.
    void add_single_node() {
        units_left_ -= static_cast<int>(add_node("alone", false));
        has_single_node_ = true;
    }

    /// Up to two shocks on anything, each target with a share or all, with a repair of their own or the target's.
    void add_causes() {
        for (const std::string& group : only_struck_) {
            line("[cause.only-{}]\nrate = \"6 per 1000 h\"\nhits = \"{}/*\"", group, group);
            maybe(60, "share = \"{}%\"", dice_.between(20, 90));
            line("ttr = \"{}\"", time(3, 15, true));
        }
        const std::uint32_t count = units_left_ <= 0 ? dice_.roll(2) : dice_.roll(setting_.has_stores ? 2 : 3);
        for (std::uint32_t c = 1; c <= count; ++c) {
            line("[cause.k{}]", c);
            if (has_phases()) {
                line("ttf = \"{}\"", time(80, 250, false));
            } else {
                line("rate = \"{} per 1000 h\"", dice_.between(4, 12));
            }
            std::string hits = target();
            if (dice_.in_percent(30)) hits += ", " + target();
            line("hits = [{}]", hits);
            maybe(60, "share = \"{}%\"", dice_.between(20, 90));
            if (setting_.is_repairable || dice_.in_percent(60)) line("ttr = \"{}\"", time(3, 15, true));
            maybe(15, "noticed_after = \"{}\"", time(2, 10, true));
        }
    }

    std::string target() {
        const std::string& group = dice_.one_of(groups_).id;
        if (!stores_.empty() && dice_.in_percent(20)) return fmt::format("\"store {}\"", dice_.one_of(stores_));
        switch (dice_.roll(6)) {
            case 0: return fmt::format("\"{}/1\"", group);
            case 1: return fmt::format("\"{}\"", group);
            case 2:
                return domains_.empty() ? fmt::format("\"{}\"", groups_.front().node)
                                        : fmt::format("\"domain {}\"", dice_.one_of(domains_));
            case 3: return fmt::format("\"service s{}\"", 1);
            default: return fmt::format("\"{}/*\"", group);
        }
    }

    /// One to three services; a later one may need an earlier one.
    void add_services() {
        const std::uint32_t count = dice_.between(1, 3);
        for (std::uint32_t s = 1; s <= count; ++s) {
            std::string needs = s == 1 && !stores_.empty() ? fmt::format("\"{}\"", stores_.front()) : need();
            if (dice_.in_percent(stores_.empty() ? 40 : 20)) needs += ", " + need();
            if (s == 1 && has_single_node_) needs += ", \"alone\"";
            if (s > 1) {
                needs += dice_.in_percent(50) ? fmt::format(", \"any of s{}, {}\"", s - 1, groups_.front().id)
                                              : fmt::format(", \"s{}\"", dice_.between(1, s - 1));
            }
            line("[service.s{}]\nneeds = [{}]", s, needs);
        }
    }

    std::string need() {
        const Group& group = dice_.one_of(groups_);
        if (!stores_.empty() && dice_.in_percent(40)) {
            const std::string& store = dice_.one_of(stores_);
            return dice_.in_percent(60) ? fmt::format("\"{}\"", store)
                                        : fmt::format("\"any of {}, {}\"", store, group.id);
        }
        switch (dice_.roll(6)) {
            case 0: return fmt::format("\"{}\"", group.id);
            case 1: return fmt::format("\"all of {}\"", group.id);
            case 2: {
                const Group& first = groups_.front();
                if (groups_.size() == 1) return fmt::format("\"{}/{}\"", first.id, dice_.between(1, first.count));
                std::string operands = first.id;
                for (std::size_t g = 1; g < groups_.size(); ++g) operands += ", " + groups_[g].id;
                return fmt::format("\"{} of {}\"", dice_.between(1, static_cast<std::uint32_t>(groups_.size())),
                                   operands);
            }
            case 3:
                if (domains_.empty()) return fmt::format("\"any of {}\"", group.id);
                return fmt::format("\"any of domain {}, {}\"", dice_.one_of(domains_), group.id);
            default: return fmt::format("\"{} of {}\"", dice_.between(1, group.serving), group.id);
        }
    }

    struct Group {
        std::string id;
        std::string node;
        std::uint32_t count = 1;
        std::uint32_t serving = 1;
    };

    Dice dice_;
    RandomSetting setting_;
    std::string text_;
    int units_left_ = setting_.laws == RandomSetting::Laws::phases ? 5 : 8;  ///< Keeps the chain small.
    std::vector<std::string> crews_;
    std::vector<std::string> domains_;
    std::vector<std::string> spreads_;  ///< Where groups can go.
    bool has_feed_ = false;
    bool has_single_node_ = false;
    bool has_arbiter_ = false;
    std::vector<std::string> stores_;
    std::vector<Group> groups_;
    std::vector<std::string> only_struck_;  ///< Groups whose nodes do not fail by themselves.
};

}  // namespace

std::string random_scenario(std::uint32_t seed, const RandomSetting& setting) {
    return Writer(seed, setting).run();
}

}  // namespace nines::oracle
