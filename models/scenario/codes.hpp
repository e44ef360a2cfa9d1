// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

/// The catalogue of diagnostics: each code stands here once, with its meaning in one line. Codes are stable; a code
/// that is no longer used is not given to another mistake.
namespace nines::scenario {

struct Code {
    std::string_view id;       ///< "E013".
    std::string_view meaning;  ///< One line, for the reference manual.

    constexpr operator std::string_view() const { return id; }
};

namespace codes {

// --- E001-E049: files, syntax and value forms ---
inline constexpr Code cannot_read{"E001", "a file cannot be read"};
inline constexpr Code not_a_regular_file{"E002", "a path is a folder, a device or a pipe, not a regular file"};
inline constexpr Code file_too_large{"E003", "a file is larger than 8 MiB"};
inline constexpr Code syntax{"E004", "the text is not valid TOML"};
inline constexpr Code nested_too_deep{"E005", "keys, arrays, tables or distributions are nested too deep"};
inline constexpr Code format_missing{"E006", "the scenario does not say `format = 1`"};
inline constexpr Code format_unknown{"E007", "the format number is not one that this version reads"};
inline constexpr Code include_invalid{"E008", "`include` is not a list of file names"};
inline constexpr Code include_outside{"E009", "an included or data file lies outside the scenario's folder"};
inline constexpr Code include_cycle{"E010", "files include each other in a circle"};
inline constexpr Code include_limit{"E011", "too many included files, or included too deep"};
inline constexpr Code override_invalid{"E012", "an override is not of the form path=value"};
inline constexpr Code override_unknown{"E013", "an override names a thing that the scenario does not have"};
inline constexpr Code empty_value{"E020", "a value is empty"};
inline constexpr Code unit_missing{"E021", "a number stands where a number with a unit is needed"};
inline constexpr Code unit_unknown{"E022", "a unit is unknown or ambiguous"};
inline constexpr Code number_invalid{"E023", "a number is expected and something else stands there"};
inline constexpr Code number_out_of_range{"E024", "a number is negative, not finite, or outside its bounds"};
inline constexpr Code trailing_text{"E025", "something follows a complete value"};
inline constexpr Code distribution_unknown{"E026", "a distribution's name is unknown"};
inline constexpr Code distribution_arguments{"E027",
                                             "a distribution's arguments are missing, unknown or do not fit together"};
inline constexpr Code weights{"E028", "the weights of a mixture do not sum to 100 %"};
inline constexpr Code data_file{"E029", "a file of measured times cannot be used"};
inline constexpr Code clock_time{"E030", "a clock time or weekday is invalid"};
inline constexpr Code schedule{"E031", "a schedule is invalid"};
inline constexpr Code week_window{"E032", "a window within the week is invalid"};
inline constexpr Code id_invalid{"E033", "an id is empty, too long or contains characters that ids may not have"};
inline constexpr Code reference_invalid{"E034", "a reference, selector or need is malformed"};
inline constexpr Code action_unknown{"E035", "an event's action is unknown"};
inline constexpr Code effect_unknown{"E036", "a failure's effect is unknown"};
inline constexpr Code condition{"E037", "a condition is not of the form \"served >= 99% of offered\""};
inline constexpr Code not_supported{"E090", "the language has it, but this version cannot simulate it yet"};

// --- E050-E199 and W001-: binding, validation and modelling warnings ---

}  // namespace codes

/// Every code, in order of id: for the reference manual and for the test that each is used once.
std::vector<Code> all_codes();

}  // namespace nines::scenario
