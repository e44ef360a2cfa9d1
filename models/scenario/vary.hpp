// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/enum_words.hpp"
#include "models/scenario/scenario.hpp"
#include "models/scenario/value_form.hpp"

/// `[[vary]]`: values to try. It is no part of the design, so it stands beside the scenario and not in it.
namespace nines::scenario {

/// How the values between the ends of a range lie: at equal distances, or at equal ratios.
enum class VaryScale { linear, log };
std::string to_text(VaryScale scale);

template <>
constexpr auto enumerators<VaryScale>() {
    return std::array{VaryScale::linear, VaryScale::log};
}

/// A value of any form, as it stands in TOML right of the equals sign.
struct Literal {
    std::string toml;

    bool operator==(const Literal&) const = default;
};
using Literals = std::vector<Literal>;

/// Values that a key takes in a sweep. Either `values`, or `from`, `to` and `steps`.
struct Vary {
    Place place;
    Field<std::string> name;  ///< Head of its column; the path.
    Field<std::string> path;  ///< "group.web.count".
    Field<Literals> values;
    Field<Literal> from, to;
    Field<std::int64_t> steps;  ///< Number of values, both ends among them.
    Field<VaryScale> scale;     ///< linear.
    Field<std::string> with;    ///< Name or path of the one that it goes along with, value by value.
};

std::optional<Literal> read_as(KindTag<Literal>, const Value&, const FieldSpec&, ReadContext&);
std::optional<Literals> read_as(KindTag<Literals>, const Value&, const FieldSpec&, ReadContext&);
std::string to_toml(const Literal& value, const FieldSpec& spec);
std::string to_toml(const Literals& value, const FieldSpec& spec);
FormInfo form_of(KindTag<Literal>, const FieldSpec&);
FormInfo form_of(KindTag<Literals>, const FieldSpec&);

/// The value as TOML, on one line: what may stand right of an equals sign, and of `-D KEY=`.
std::string to_literal(const Value& value);

/// The same without the quotes of a text, for people.
std::string plain_literal(const std::string& toml);

}  // namespace nines::scenario
