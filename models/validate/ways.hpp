// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/validate/checker.hpp"

namespace nines::validate {

/// Counts in how many of several ways the same thing was said.
class Ways {
public:
    Ways(Checker& checker, std::string what) : checker_(checker), what_(std::move(what)) {}

    template <class T>
    Ways& add(std::string_view key, const scenario::Field<T>& field) {
        if (given(field)) said_.push_back({key, field.origin.place});
        return *this;
    }

    std::size_t count() const { return said_.size(); }

    /// An error at each way after the first.
    void report_several() const;

private:
    struct Said {
        std::string_view key;
        scenario::Place place;
    };

    Checker& checker_;
    std::string what_;
    std::vector<Said> said_;
};

}  // namespace nines::validate
