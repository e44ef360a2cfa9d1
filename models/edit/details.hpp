// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

/// Short facts of things, most telling first. A kind without an overload here shows the first values that it was given.
namespace nines::edit {

std::vector<std::string> details_of(const scenario::Domain& domain);
std::vector<std::string> details_of(const scenario::Node& node);
std::vector<std::string> details_of(const scenario::Group& group);
std::vector<std::string> details_of(const scenario::Service& service);
std::vector<std::string> details_of(const scenario::Store& store);
std::vector<std::string> details_of(const scenario::Backup& backup);
std::vector<std::string> details_of(const scenario::Balancer& balancer);
std::vector<std::string> details_of(const scenario::Crew& crew);
std::vector<std::string> details_of(const scenario::Plan& plan);
std::vector<std::string> details_of(const scenario::Cause& cause);
std::vector<std::string> details_of(const scenario::Event& event);

/// "mtbf 90 d": a key and its value.
std::string detail(std::string_view key, const std::string& text);

}  // namespace nines::edit
