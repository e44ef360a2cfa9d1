// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/edit/toml_scan.hpp"

namespace nines::edit {

/// Replacements within one text, made all at once.
class Changes {
public:
    void replace(Span span, std::string text) { changes_.push_back({span, std::move(text)}); }
    void insert(std::size_t position, std::string text) { replace({position, position}, std::move(text)); }
    void remove(Span span) { replace(span, {}); }
    bool empty() const { return changes_.empty(); }

    /// The text with all changes. What lies within something removed goes with it; of things inserted at one place the
    /// first comes first.
    std::string applied_to(std::string_view text) const { return applied_to(text, {0, text.size()}); }

    /// A part of it, with the changes that lie within.
    std::string applied_to(std::string_view text, Span part) const;

private:
    struct Change {
        Span span;
        std::string text;
    };
    std::vector<Change> changes_;
};

}  // namespace nines::edit
