// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/codes.hpp"

namespace nines::scenario {

std::vector<Code> all_codes() {
    return {
        codes::cannot_read,
        codes::not_a_regular_file,
        codes::file_too_large,
        codes::syntax,
        codes::nested_too_deep,
        codes::format_missing,
        codes::format_unknown,
        codes::include_invalid,
        codes::include_outside,
        codes::include_cycle,
        codes::include_limit,
        codes::override_invalid,
        codes::override_unknown,
        codes::empty_value,
        codes::unit_missing,
        codes::unit_unknown,
        codes::number_invalid,
        codes::number_out_of_range,
        codes::trailing_text,
        codes::distribution_unknown,
        codes::distribution_arguments,
        codes::weights,
        codes::data_file,
        codes::clock_time,
        codes::schedule,
        codes::week_window,
        codes::id_invalid,
        codes::reference_invalid,
        codes::action_unknown,
        codes::effect_unknown,
        codes::condition,
        codes::not_supported,
    };
}

}  // namespace nines::scenario
