// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/read_quantity.hpp"

#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/units.hpp"

namespace nines::scenario {
namespace {

struct Alias {
    std::string_view wrong;
    std::string_view hint;
};

constexpr std::array<Alias, 26> time_aliases{{
    {"m", "did you mean \"min\" or \"mo\"?"},
    {"M", "did you mean \"min\" or \"mo\"?"},
    {"sec", "did you mean \"s\"?"},
    {"secs", "did you mean \"s\"?"},
    {"second", "did you mean \"s\"?"},
    {"seconds", "did you mean \"s\"?"},
    {"msec", "did you mean \"ms\"?"},
    {"us", "write a fraction of a millisecond, such as \"0.05 ms\""},
    {"mins", "did you mean \"min\"?"},
    {"minute", "did you mean \"min\"?"},
    {"minutes", "did you mean \"min\"?"},
    {"hr", "did you mean \"h\"?"},
    {"hrs", "did you mean \"h\"?"},
    {"hour", "did you mean \"h\"?"},
    {"hours", "did you mean \"h\"?"},
    {"day", "did you mean \"d\"?"},
    {"days", "did you mean \"d\"?"},
    {"w", "did you mean \"wk\"?"},
    {"week", "did you mean \"wk\"?"},
    {"weeks", "did you mean \"wk\"?"},
    {"month", "did you mean \"mo\"?"},
    {"months", "did you mean \"mo\"?"},
    {"yr", "did you mean \"y\"?"},
    {"yrs", "did you mean \"y\"?"},
    {"year", "did you mean \"y\"?"},
    {"years", "did you mean \"y\"?"},
}};

constexpr std::string_view known_units = "units of time: ms, s, min, h, d, wk, mo, y";

std::string hint_for(std::string_view word) {
    for (const Alias& alias : time_aliases) {
        if (alias.wrong == word) return std::string(alias.hint);
    }
    const Unit* near = find_unit_in_any_case(time_units, word);
    return near == nullptr ? std::string(known_units) : fmt::format("did you mean \"{}\"?", near->name);
}

/// The next word as a unit of time; nullptr after a failure.
const Unit* read_time_unit(TextReader& reader) {
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_any_word();
    const Unit* unit = find_unit(time_units, word);
    if (unit != nullptr) return unit;
    if (word.empty()) {
        const bool decimal_comma = reader.take(',');
        reader.fail(codes::unit_missing, offset, "a unit of time is missing",
                    decimal_comma ? std::string("fractions have a point: 1.5 h") : std::string(known_units));
    } else {
        reader.fail(codes::unit_unknown, offset, fmt::format("\"{}\" is not a unit of time", word), hint_for(word));
    }
    return nullptr;
}

}  // namespace

double read_number(TextReader& reader, std::string_view what, std::string_view example) {
    const std::size_t offset = reader.position();
    if (const std::optional<double> number = reader.take_number()) return *number;
    std::string hint = fmt::format("for example \"{}\"", example);
    if (reader.at_end()) {
        reader.fail(codes::empty_value, offset, fmt::format("{} is missing", what), std::move(hint));
    } else {
        reader.fail(codes::number_invalid, offset,
                    fmt::format("\"{}\" does not begin with a number, as {} does", reader.rest(), what),
                    std::move(hint));
    }
    return 0.0;
}

Duration read_duration_after(TextReader& reader, double number, std::size_t number_offset) {
    double seconds = 0.0;
    const Unit* smallest = nullptr;
    for (std::optional<double> next = number; next;) {
        const std::size_t unit_offset = reader.position();
        const Unit* unit = read_time_unit(reader);
        if (unit == nullptr) return {};
        if (smallest != nullptr && unit >= smallest) {
            reader.fail(codes::unit_unknown, unit_offset, "the units of a sum must become smaller from left to right",
                        "for example \"1 h 30 min\"");
            return {};
        }
        seconds += *next * unit->factor;
        smallest = unit;
        const char following = reader.peek();
        next = following >= '0' && following <= '9' ? reader.take_number() : std::nullopt;
    }
    if (seconds > longest_seconds) {
        reader.fail(codes::number_out_of_range, number_offset, "the time is longer than 1e6 y");
    }
    return Duration::seconds(seconds);
}

Duration read_duration(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = read_number(reader, "a time", "2 h");
    return reader.ok() ? read_duration_after(reader, number, offset) : Duration();
}

double read_share_after(TextReader& reader, double number, std::size_t number_offset) {
    const bool percent = reader.take('%');
    const double fraction = percent ? number / 100.0 : number;
    if (fraction <= 1.0) return fraction;
    reader.fail(codes::number_out_of_range, number_offset,
                percent ? "a share is at most 100 %" : "a share is a fraction from 0 to 1 or has a percent sign",
                percent || number > 100.0 ? std::string() : fmt::format("did you mean \"{}%\"?", number));
    return 0.0;
}

double read_share(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = read_number(reader, "a share", "99.95%");
    return reader.ok() ? read_share_after(reader, number, offset) : 0.0;
}

}  // namespace nines::scenario
