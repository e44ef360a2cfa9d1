// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/changes.hpp"

#include <algorithm>

namespace nines::edit {

std::string Changes::applied_to(std::string_view text, Span part) const {
    std::vector<const Change*> sorted;
    for (const Change& change : changes_) {
        if (part.contains(change.span)) sorted.push_back(&change);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Change* a, const Change* b) { return a->span.begin < b->span.begin; });
    std::string result;
    std::size_t at = part.begin;
    for (const Change* change : sorted) {
        if (change->span.end < at || change->span.begin < at) {
            at = std::max(at, change->span.end);  // Begins within what is gone.
            continue;
        }
        result += text.substr(at, change->span.begin - at);
        result += change->text;
        at = change->span.end;
    }
    result += text.substr(at, part.end - at);
    return result;
}

}  // namespace nines::edit
