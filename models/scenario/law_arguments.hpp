// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/text_reader.hpp"
#include "sim/units/duration.hpp"

namespace nines::scenario {

/// The named arguments of one distribution, "(shape 0.7, mean 4.3 mo)", each a number or a time.
///
/// The questions below report what is missing or out of bounds to the reader, so that a parser can ask for all that it
/// needs and look once at the end whether the reader has failed.
class LawArguments {
public:
    /// Reads from behind "(" to behind ")". `law` ("weibull") is for messages.
    LawArguments(TextReader& reader, std::string_view law, std::size_t law_offset);

    /// True if exactly these names were given, in any order.
    bool are(std::initializer_list<std::string_view> names) const;

    /// Fails because the names given are not a set that the distribution knows; `usage` shows those it does.
    void refuse(std::string_view usage);

    /// The time called `name`, above zero.
    Duration time(std::string_view name);
    /// The time called `name`, zero allowed.
    Duration time_or_zero(std::string_view name);
    /// The number called `name`, low < number <= high.
    double number(std::string_view name, double low, double high);

    /// The percentile that was given ("p95"), or an empty name.
    std::string percentile() const;

    /// Fails with `message` at the argument called `name`.
    void fail_at(std::string_view name, std::string message, std::string hint = {});

private:
    struct Argument {
        std::string name;        ///< "infant shape"; empty when only a value was written.
        std::size_t offset = 0;  ///< Of the name.
        std::size_t value_offset = 0;
        double number = 0.0;  ///< Without unit.
        bool has_unit = false;
        Duration time;  ///< With unit.
    };

    Argument read_argument();
    const Argument* find(std::string_view name);

    TextReader& reader_;
    std::string law_;
    std::size_t law_offset_ = 0;
    std::vector<Argument> arguments_;
};

}  // namespace nines::scenario
