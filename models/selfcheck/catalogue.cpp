// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selfcheck/catalogue.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "models/selfcheck/embedded.hpp"

namespace nines::selfcheck {

std::string_view to_text(Provenance provenance) {
    switch (provenance) {
        case Provenance::seen: return "seen";
        case Provenance::from_memory: return "from memory";
        case Provenance::computed: return "computed";
    }
    return {};
}

std::optional<Provenance> provenance_of(std::string_view text) {
    constexpr std::array all = {Provenance::seen, Provenance::from_memory, Provenance::computed};
    const auto found = std::find_if(all.begin(), all.end(), [&](Provenance one) { return to_text(one) == text; });
    if (found == all.end()) return std::nullopt;
    return *found;
}

Catalogue catalogue() {
    Catalogue all;
    for (const EmbeddedFile& file : embedded_figures()) {
        Catalogue part = read_catalogue(std::string(file.name), file.text);
        std::ranges::move(part.cases, std::back_inserter(all.cases));
        std::ranges::move(part.problems, std::back_inserter(all.problems));
    }
    return all;
}

std::vector<Case> chosen_cases(const Catalogue& catalogue, const std::vector<std::string>& names,
                               std::vector<std::string>& unknown) {
    if (names.empty()) return catalogue.cases;
    const auto fits = [](const Case& one, const std::string& name) { return one.name.starts_with(name); };
    for (const std::string& name : names) {
        if (std::ranges::none_of(catalogue.cases, [&](const Case& one) { return fits(one, name); })) {
            unknown.push_back(name);
        }
    }
    std::vector<Case> chosen;
    for (const Case& one : catalogue.cases) {
        if (std::ranges::any_of(names, [&](const std::string& name) { return fits(one, name); })) chosen.push_back(one);
    }
    return chosen;
}

}  // namespace nines::selfcheck
