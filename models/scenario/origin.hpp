// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace nines::scenario {

/// Where something was written. `line` and `column` count from 1; line 0 means "nowhere in a file".
struct Place {
    std::uint32_t file = 0;  ///< Index into `Scenario::files`.
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Who said a value.
enum class Source { built_in, defaults, preset, like, file, command_line };

/// How far the origin of a preset's value was checked.
enum class Grade {
    none,        ///< Not a preset's value.
    verified,    ///< Read in the cited text.
    unverified,  ///< From the cited publication, not read again.
    estimated,   ///< Engineering judgement.
    derived,     ///< Computed from cited figures.
};

/// Provenance of one value: `nines explain` prints it beside the value.
struct Origin {
    Source source = Source::built_in;
    Grade grade = Grade::none;
    Place place;       ///< In the scenario, or in the preset's own TOML.
    std::string note;  ///< For a preset: its name and citation. For like/defaults: whose.
};

/// One value of a scenario with its origin. Empty when nobody said anything.
template <class T>
struct Field {
    std::optional<T> value;
    Origin origin;

    explicit operator bool() const { return value.has_value(); }
    const T& operator*() const { return *value; }
    const T* operator->() const { return &*value; }
    T value_or(T fallback) const {
        if (value) return *value;
        return fallback;
    }
};

}  // namespace nines::scenario
