// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "models/scenario/law_arguments.hpp"
#include "models/scenario/text_reader.hpp"
#include "sim/random/law.hpp"

namespace nines::scenario {

/// A distribution whose arguments are all named numbers and times: "weibull(shape 0.7, mean 4.3 mo)".
struct NamedForm {
    std::string_view name;
    sim::Law (*read)(TextReader&, LawArguments&);  ///< Makes the law, or fails the reader.
};

/// The form called `name`, or nullptr.
const NamedForm* find_named_form(std::string_view name);

/// The names of all of them, for "did you mean".
std::vector<std::string_view> named_form_names();

}  // namespace nines::scenario
