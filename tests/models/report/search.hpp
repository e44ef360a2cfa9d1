// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <sstream>
#include <string>

/// Looking things up in a report's text.
namespace nines::report_test {

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The first line with this part, runs of spaces as one; "" if there is none.
inline std::string line_with(const std::string& text, const std::string& part) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!contains(line, part)) continue;
        const auto both_spaces = [](char a, char b) { return a == ' ' && b == ' '; };
        line.erase(std::unique(line.begin(), line.end(), both_spaces), line.end());
        return line;
    }
    return "";
}

}  // namespace nines::report_test
