// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "models/scenario/units.hpp"

namespace nines::scenario {
namespace {

constexpr std::size_t most_times = 1'000'000;

bool has_digit(std::string_view line) {
    return line.find_first_of("0123456789") != std::string_view::npos;
}

/// One line: a number of seconds or a time with its unit.
double read_seconds(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = read_number(reader, "a measured time", "12 min");
    if (!reader.peek_word().empty()) return read_duration_after(reader, number, offset).in_seconds();
    if (number > longest_seconds) reader.fail(codes::number_out_of_range, offset, "the time is longer than 1e6 y");
    return number;
}

ParseError in_line(const ParseError& error, std::size_t line_number, std::size_t line_offset) {
    return {codes::data_file, fmt::format("line {}: {}", line_number, error.message), error.hint, line_offset};
}

}  // namespace

Parsed<std::vector<double>> parse_measured_times(std::string_view data) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    std::vector<double> seconds;
    std::size_t line_number = 0;
    for (std::size_t begin = data.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; begin < data.size();) {
        const std::size_t end = std::min(data.find('\n', begin), data.size());
        const std::string_view line = data.substr(begin, end - begin);
        ++line_number;
        TextReader reader(line);
        const bool skipped = reader.at_end() || reader.peek() == '#' || (line_number == 1 && !has_digit(line));
        if (!skipped) {
            const double value = read_seconds(reader);
            const Parsed<double> time = reader.finish(value);
            if (!time) return in_line(time.error(), line_number, begin);
            if (seconds.size() == most_times)
                return ParseError{codes::data_file, "more than 1 million times", {}, begin};
            seconds.push_back(*time);
        }
        begin = end + 1;
    }
    if (seconds.empty())
        return ParseError{codes::data_file, "there is no time in the file", "write one time a line", 0};
    std::sort(seconds.begin(), seconds.end());
    return seconds;
}

}  // namespace nines::scenario
