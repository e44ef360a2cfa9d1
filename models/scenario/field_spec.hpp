// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <string_view>

#include "models/scenario/values.hpp"

/// What is known about one key of the scenario language, apart from its type, which is the member's.
namespace nines::scenario {

/// Limits of a number, in the unit in which it is kept (times in seconds, shares as fractions).
struct Bounds {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_excluded = false;
    bool high_excluded = false;
};

constexpr Bounds above(double low) {
    return {.low = low, .low_excluded = true};
}
constexpr Bounds at_least(double low) {
    return {.low = low};
}
constexpr Bounds within(double low, double high) {
    return {.low = low, .high = high};
}
constexpr Bounds strictly_within(double low, double high) {
    return {.low = low, .high = high, .low_excluded = true, .high_excluded = true};
}

/// How a bare `double` is written: as a share ("2%", 0.02), as a plain number, or as growth ("30% per y").
enum class NumberForm { share, plain, growth };

/// In `FieldSpec::refers`: things of the same kind as the one that has the key.
inline constexpr std::string_view own_kind = "=";

struct FieldSpec {
    std::string_view key;
    std::string_view help;            ///< One line: what it means.
    std::string_view example;         ///< As TOML, right of the equals sign.
    std::string_view default_text{};  ///< What holds when nobody says anything; empty: nothing does.
    std::string_view alternatives{};  ///< Keys of one table with the same word here say the same thing in other ways.
    std::string_view instead_of{};    ///< A key of the same table that silences this one, and the other way round.
    Bounds bounds{};
    NumberForm form = NumberForm::plain;
    PriceForm price = PriceForm::by_time;
    std::string_view source{};     ///< Definition or publication behind the meaning.
    std::string_view shorthand{};  ///< For a table: the key that a bare value stands for; empty: none may stand.
    std::string_view library{};    ///< For a table with a `preset`: the kind of these in the library; its key if empty.
    bool time_of_day = false;      ///< For a clock time: without a weekday.
    std::string_view refers{};  ///< Kinds whose things the value names, with blanks between; empty: it names nothing.
    bool places = false;        ///< What it names contains the thing.
    std::string_view along{};   ///< For a list: it has one entry for each entry of this key of the same table.
};

/// A key or kind that the language has and this version cannot simulate yet.
struct LaterSpec {
    std::string_view key;
    std::string_view help;
    std::string_view reason;
};

/// Names a kind (or a table within one) for overloads of `fields_of`.
template <class T>
struct KindTag {
    using type = T;
};

struct KindInfo {
    std::string_view word;      ///< As in `[word.id]`.
    std::string_view question;  ///< Which question the kind answers.
    std::string_view example;   ///< A few lines of TOML.
};

}  // namespace nines::scenario
