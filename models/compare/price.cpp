// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/price.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/scenario/flat_values.hpp"
#include "models/scenario/nearest.hpp"

namespace nines::compare {

namespace {

std::optional<double> number_of(std::string_view text) {
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool fits = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
    return fits ? std::optional(number) : std::nullopt;
}

scenario::ParseError wrong(std::string message, std::string hint, std::size_t offset = 0) {
    return {{}, std::move(message), std::move(hint), offset};
}

}  // namespace

scenario::Parsed<Price> parse_price(std::string_view text) {
    const std::size_t equals = text.find('=');
    constexpr const char* example = "for example --price group.web.count=100";
    if (equals == std::string_view::npos) return wrong("it has the form path=price", example, text.size());
    const auto each = number_of(scenario::trimmed(text.substr(equals + 1)));
    if (!each) return wrong("the price is not a number", example, equals + 1);
    return Price{std::string(scenario::trimmed(text.substr(0, equals))), *each};
}

scenario::Parsed<double> price_of(const scenario::Scenario& scenario, const std::vector<Price>& prices) {
    const auto things = scenario::flat_values(scenario);
    double sum = 0.0;
    for (const Price& price : prices) {
        std::vector<std::string> known;
        const scenario::FlatValue* found = nullptr;
        bool has_thing = false;
        for (const scenario::FlatThing& thing : things) {
            if (!price.path.starts_with(thing.name + ".")) {
                known.push_back(thing.name);
                continue;
            }
            has_thing = true;
            const std::string key = price.path.substr(thing.name.size() + 1);
            const auto value = std::find_if(thing.values.begin(), thing.values.end(),
                                            [&](const scenario::FlatValue& of) { return of.path == key; });
            if (value != thing.values.end()) found = &*value;
        }
        if (!has_thing) {
            return wrong(fmt::format("the scenario has nothing at \"{}\"", price.path),
                         scenario::did_you_mean(price.path.substr(0, price.path.rfind('.')), known));
        }
        const bool is_lone_member = found == nullptr && price.path.ends_with(".count");
        const auto number = is_lone_member ? std::optional(1.0) : found ? number_of(found->text) : std::nullopt;
        if (!number) {
            return wrong(fmt::format("\"{}\" has no number to multiply a price with", price.path),
                         "prices go with numbers such as a count");
        }
        sum += price.each * *number;
    }
    return sum;
}

}  // namespace nines::compare
