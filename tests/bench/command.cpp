// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/command.hpp"

#include <array>
#include <cstdio>

namespace nines::bench {

std::optional<std::string> output_of(const std::string& command) {
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return std::nullopt;
    std::string text;
    std::array<char, 4096> part{};
    while (const std::size_t length = std::fread(part.data(), 1, part.size(), pipe)) text.append(part.data(), length);
    if (pclose(pipe) != 0) return std::nullopt;
    return text;
}

std::string quoted(const std::string& word) {
    std::string result = "'";
    for (const char c : word) {
        if (c == '\'') {
            result += "'\\''";
        } else {
            result += c;
        }
    }
    return result + "'";
}

}  // namespace nines::bench
