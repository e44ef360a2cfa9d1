// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace nines::scenario {

/// Why a text is not a value of the wanted form.
struct ParseError {
    std::string_view code;   ///< One of models/scenario/codes.hpp.
    std::string message;     ///< What is wrong.
    std::string hint;        ///< What to write instead; may be empty.
    std::size_t offset = 0;  ///< Byte within the text at which it goes wrong; `place_at` makes it a column.
};

/// A value, or why there is none.
template <class T>
class Parsed {
public:
    Parsed(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Parsed(ParseError error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }

    /// Precondition for these three: there is a value.
    const T& operator*() const { return *std::get_if<0>(&state_); }
    T& operator*() { return *std::get_if<0>(&state_); }
    const T* operator->() const { return std::get_if<0>(&state_); }

    /// Precondition: there is no value.
    const ParseError& error() const { return *std::get_if<1>(&state_); }
    ParseError& error() { return *std::get_if<1>(&state_); }

private:
    std::variant<T, ParseError> state_;
};

}  // namespace nines::scenario
