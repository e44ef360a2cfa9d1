// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/parsed.hpp"
#include "models/scenario/scenario.hpp"

/// A linear price list: what a design costs by the numbers in its keys.
namespace nines::compare {

struct Price {
    std::string path;  ///< "group.web.count".
    double each = 0.0;
};

/// "group.web.count=100".
scenario::Parsed<Price> parse_price(std::string_view text);

/// sum(price * value). A key that the scenario does not say counts with its default where that is a number; a value
/// that is no number is an error.
scenario::Parsed<double> price_of(const scenario::Scenario& scenario, const std::vector<Price>& prices);

}  // namespace nines::compare
