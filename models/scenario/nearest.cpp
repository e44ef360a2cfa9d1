// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/nearest.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace nines::scenario {
namespace {

/// Longer words are not compared: nobody misspells a word of this length by a few letters only, and the work grows
/// with the product of the lengths.
constexpr std::size_t longest_compared = 200;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Restricted Damerau-Levenshtein distance (optimal string alignment), row by row.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, current);
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
    }
    return current[b.size()];
}

std::size_t largest_distance(std::size_t length) {
    return length <= 4 ? 1 : length / 3;
}

std::size_t difference(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

template <class Text>
std::string_view nearest_of(std::string_view word, const std::vector<Text>& candidates) {
    if (word.empty() || word.size() > longest_compared) return {};
    std::string_view best;
    std::size_t best_distance = largest_distance(word.size()) + 1;
    for (const std::string_view candidate : candidates) {
        if (difference(candidate.size(), word.size()) >= best_distance) continue;
        const std::size_t d = distance(word, candidate);
        // A distance of the whole word means that nothing of it was kept.
        if (d >= best_distance || d >= std::max(word.size(), candidate.size())) continue;
        best = candidate;
        best_distance = d;
    }
    return best;
}

template <class Text>
std::string question(std::string_view word, const std::vector<Text>& candidates) {
    const std::string_view near = nearest_of(word, candidates);
    return near.empty() ? std::string() : fmt::format("did you mean \"{}\"?", near);
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    return nearest_of(word, candidates);
}

std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates) {
    return nearest_of(word, candidates);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
    return question(word, candidates);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    return question(word, candidates);
}

}  // namespace nines::scenario
