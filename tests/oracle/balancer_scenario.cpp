// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/oracle/balancer_scenario.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace nines::oracle {

namespace {

class Writer {
public:
    Writer(std::uint32_t seed, const BalancerSetting& setting) : engine_(seed), setting_(setting) {
        engine_.discard(10);
    }

    std::string run() {
        text_ = "format = 1\nscenario = { horizon = \"2016 h\" }\n";
        if (in_percent(25)) {
            line("[crew.c]\nsize = {}", between(1, 2));
            has_crew_ = true;
        }
        const std::uint32_t groups = between(1, 2);
        for (std::uint32_t g = 1; g <= groups; ++g) add_group(fmt::format("g{}", g));
        if (units_left_ >= 2 && in_percent(20)) add_store();
        const bool has_two = groups == 2 && in_percent(50);
        add_balancer("b1", has_two ? "\"g1\"" : groups == 2 ? "\"g1\", \"g2\"" : "\"g1\"", groups == 2 && !has_two);
        if (has_two) {
            const bool sends_to_balancers = in_percent(70);
            if (sends_to_balancers) add_balancer("b2", "\"g2\"", false);
            add_balancer("top", sends_to_balancers ? "\"b1\", \"b2\"" : "\"b1\", \"g2\"", true);
        }
        add_service("s1", has_two ? "top" : "b1");
        if (has_two && in_percent(40)) add_service("s2", "b1");
        if (in_percent(25)) add_cause(has_two ? "top" : "b1");
        return text_;
    }

private:
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(engine_()) % sides; }
    std::uint32_t between(std::uint32_t low, std::uint32_t high) { return low + roll(high - low + 1); }
    bool in_percent(std::uint32_t percent) { return roll(100) < percent; }
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
        text_ += fmt::format(form, std::forward<Arguments>(arguments)...) + "\n";
    }
    std::string time(std::uint32_t low, std::uint32_t high) {
        return fmt::format("exp(mean {} h)", between(low, high));
    }

    void add_modes(const std::string& node) {
        static constexpr std::array effects{"stop", "hang", "partition"};
        const bool has_two = units_left_ > 4 && in_percent(25);
        for (int m = 0; m < (has_two ? 2 : 1); ++m) {
            if (m > 0) line("[[node.{}.failure]]\nname = \"m{}\"", node, m);
            line("mtbf = \"{} h\"\nttr = \"{}\"", between(60, 250), time(4, 25));
            if (in_percent(60)) line("effect = \"{}\"", effects[roll(3)]);
        }
        modes_ = has_two ? 2 : 1;
    }

    void add_group(const std::string& id) {
        line("[node.n-{}]", id);
        if (in_percent(70)) line("capacity = \"{} req/s\"", 100 * between(2, 6));
        if (has_crew_ && in_percent(50)) line("repaired_by = \"c\"");
        add_modes("n-" + id);
        const auto most = static_cast<std::uint32_t>(std::clamp(units_left_ / modes_, 1, 4));
        const std::uint32_t count = between(std::min(2u, most), most);
        units_left_ -= modes_ * static_cast<int>(count);
        line("[group.{}]\nnode = \"n-{}\"\ncount = {}", id, id, count);
        if (count > 1 && in_percent(15)) {
            line("active = {}\nstandby = {{ mode = \"hot\", start = \"{}\" }}", count - 1, time(1, 4));
        }
    }

    void add_store() {
        units_left_ -= 2;
        line("[node.d]\nmtbf = \"{} h\"\nttr = \"{}\"", between(100, 250), time(4, 20));
        line("[group.d]\nnode = \"d\"\ncount = 2");
        line("[store.x]\non = \"d\"\nreplication = \"sync\"\nfailover = {{ detect = \"{}\" }}", time(1, 4));
        has_store_ = true;
    }

    /// `on` a group of one or two machines.
    void add_machines(const std::string& id) {
        const std::uint32_t count = units_left_ >= 2 ? between(1, 2) : 1;
        units_left_ -= static_cast<int>(count);
        line("[node.lb-{}]\nmtbf = \"{} h\"\nttr = \"{}\"", id, between(100, 300), time(3, 15));
        line("[group.lb-{}]\nnode = \"lb-{}\"\ncount = {}", id, id, count);
        on_ = fmt::format("on = \"lb-{}\"", id);
        if (count == 2) on_ += fmt::format("\nfailover = {{ detect = \"{}\" }}", time(1, 4));
    }

    void add_balancer(const std::string& id, const std::string& to, bool has_several) {
        on_.clear();
        if (units_left_ > 0 && in_percent(30)) add_machines(id);
        line("[balancer.{}]\nto = [{}]", id, to);
        if (!on_.empty()) line("{}", on_);
        if (has_several) {
            static constexpr std::array modes{"spread", "weighted", "priority"};
            const std::string_view mode = modes[roll(3)];
            line("mode = \"{}\"", mode);
            if (mode == "weighted") line("weights = [{}, {}]", between(1, 4), between(1, 3));
        }
        line("check = {}", check());
        if (in_percent(80)) line("retry = {}", retry());
        if (in_percent(70)) line("overload = {}", overload());
    }

    std::string check() {
        switch (roll(4)) {
            case 0: return "\"instant\"";
            case 1: return fmt::format("{{ takes = \"{}\", takes_silent = \"{}\" }}", time(1, 4), time(3, 12));
            default: return fmt::format("\"{}\"", time(1, 10));
        }
    }

    std::string retry() {
        static constexpr std::array words{"never", "last", "always"};
        std::string keys = fmt::format("tries = {}, redispatch = \"{}\"", between(1, 3), words[roll(3)]);
        if (in_percent(30)) keys += ", timeouts = true";
        return "{ " + keys + " }";
    }

    std::string overload() {
        std::string keys;
        const auto add = [&](const std::string& key) { keys += (keys.empty() ? "" : ", ") + key; };
        if (in_percent(35)) add(fmt::format("panic = \"{}%\"", 10 * between(3, 7)));
        if (in_percent(30)) add("fail_open = true");
        if (in_percent(35)) add(fmt::format("max_ejected = \"{}%\"", 10 * between(2, 6)));
        if (in_percent(40)) add(fmt::format("shed = false, goodput = \"{}%\"", 20 * between(1, 4)));
        if (keys.empty()) add("shed = true");
        return "{ " + keys + " }";
    }

    void add_service(const std::string& id, const std::string& entry) {
        line("[service.{}]\nentry = \"{}\"", id, entry);
        if (has_store_) {
            line("needs = [\"x\"]");
        } else if (in_percent(15)) {
            line("needs = [\"g1\"]");
        }
        const std::uint32_t peak = 100 * between(3, 12);
        if (setting_.is_diurnal) {
            line("load = {{ peak = \"{} req/s\", shape = \"diurnal\", trough = \"{}%\", weekend = \"{}%\" }}", peak,
                 10 * between(2, 7), 10 * between(5, 10));
        } else if (in_percent(80)) {
            line("load = \"{} req/s\"", peak);
        }
        static constexpr std::array shares{20, 50, 80, 99, 100};
        if (!setting_.is_diurnal && in_percent(65)) {
            line("up_when = \"served {} {}% of offered\"", in_percent(25) ? ">" : ">=", shares[roll(4)]);
        }
    }

    void add_cause(const std::string& balancer) {
        line("[cause.k]\nrate = \"{} per 1000 h\"\nhits = [\"{}\"]", between(3, 8),
             in_percent(50) ? "balancer " + balancer : "g1/*");
        if (in_percent(50)) line("share = \"{}%\"", between(30, 90));
        line("ttr = \"{}\"", time(3, 12));
    }

    std::mt19937 engine_;
    BalancerSetting setting_;
    std::string text_;
    std::string on_;
    int units_left_ = 6;
    int modes_ = 1;
    bool has_crew_ = false;
    bool has_store_ = false;
};

}  // namespace

std::string balancer_scenario(std::uint32_t seed, const BalancerSetting& setting) {
    return Writer(seed, setting).run();
}

}  // namespace nines::oracle
