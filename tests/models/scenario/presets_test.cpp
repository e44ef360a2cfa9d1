// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presets/presets.hpp"

#include "tests/catch.hpp"
#include "tests/models/scenario/load_helper.hpp"

using namespace nines;
using namespace nines::scenario;

TEST_CASE("every value of every preset has a grade and a citation", "[presets]") {
    CHECK(presets::problems() == std::vector<std::string>{});
    const PresetLibrary library = presets::library();
    CHECK(library.presets.size() >= 25);
    for (const auto& [key, preset] : library.presets) {
        CAPTURE(key.first, key.second);
        CHECK_FALSE(preset.description.empty());
        for (const presets::PresetValue& value : presets::values_of(preset)) {
            CAPTURE(value.key);
            CHECK(value.grade != Grade::none);
            CHECK_FALSE(value.source.empty());
            CHECK_FALSE(value.text.empty());
        }
    }
}

TEST_CASE("every preset of a node or domain loads without a diagnostic and tells when it fails and is repaired",
          "[presets]") {
    for (const auto& [key, preset] : presets::library().presets) {
        if (key.first != "node" && key.first != "domain") continue;
        CAPTURE(key.first, key.second);
        const Loaded loaded = load_text(fmt::format("[{}.x]\npreset = \"{}\"\n", key.first, key.second));
        CHECK(codes_of(loaded.diagnostics).empty());
        const auto& modes =
            key.first == "node" ? loaded.scenario.nodes.at(0).failures : loaded.scenario.domains.at(0).failures;
        REQUIRE_FALSE(modes.empty());
        for (const FailureMode& mode : modes) {
            const int ways = int(mode.mtbf.value.has_value()) + int(mode.mttf.value.has_value()) +
                             int(mode.afr.value.has_value()) + int(mode.rate.value.has_value()) +
                             int(mode.ttf.value.has_value()) + int(mode.availability.value.has_value());
            CHECK(ways == 1);
            CHECK((mode.mttr || mode.ttr));
        }
    }
}

TEST_CASE("every preset of a failover loads without a diagnostic and leaves its name", "[presets]") {
    const std::vector<std::string> names = preset_names(presets::library(), "failover");
    CHECK(names.size() >= 10);
    for (const std::string& name : names) {
        CAPTURE(name);
        const Loaded loaded = load_text(fmt::format("[store.x]\nfailover = \"{}\"\n", name));
        CHECK(codes_of(loaded.diagnostics).empty());
        const Failover& failover = *loaded.scenario.stores.at(0).failover;
        CHECK(*failover.preset == name);
        CHECK(failover.detect);
    }
}

TEST_CASE("every preset of a scale loads without a diagnostic and says what it aims at", "[presets]") {
    const std::vector<std::string> names = preset_names(presets::library(), "scale");
    CHECK(names.size() >= 2);
    for (const std::string& name : names) {
        CAPTURE(name);
        const Loaded loaded = load_text(fmt::format("[group.x]\nscale = {{ preset = \"{}\", max = 9 }}\n", name));
        CHECK(codes_of(loaded.diagnostics).empty());
        const Scale& scale = *loaded.scenario.groups.at(0).scale;
        CHECK(*scale.preset == name);
        CHECK((scale.target && scale.sync && scale.metrics && scale.stabilisation));
    }
}

TEST_CASE("figures of presets are those of their sources", "[presets]") {
    const auto node = [](std::string_view preset) {
        return load_text(fmt::format("[node.x]\npreset = \"{}\"\n", preset)).scenario.nodes.at(0);
    };
    // Backblaze 2025: 1.36 % a year.
    CHECK(*node("disk-hdd").failures[0].afr == Approx(0.0136));
    // Ford et al. 2010: mean 4.3 months of 730 h.
    CHECK(sim::mean(*node("node-any-cause").failures[0].ttf).in_hours() == Approx(4.3 * 730));
    // Schroeder and Gibson 2006: mean 355 min, median 54 min.
    const sim::Law repair = *node("node-hpc-lanl").failures[0].ttr;
    CHECK(sim::mean(repair).in_seconds() == Approx(355 * 60));
    CHECK(sim::quantile(repair, 0.5).in_seconds() == Approx(54 * 60));
}
