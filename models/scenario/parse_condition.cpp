// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"

namespace nines::scenario {
namespace {

constexpr std::string_view hint = "write \"served >= 99% of offered\"";

/// Steps over `word`, or fails.
void expect_word(TextReader& reader, std::string_view word) {
    const std::size_t offset = reader.position();
    if (reader.take_word(word)) return;
    const bool ends = reader.at_end();
    reader.fail(codes::condition, offset,
                ends ? fmt::format("the condition ends before \"{}\"", word)
                     : fmt::format("\"{}\" stands where the condition says \"{}\"", reader.rest(), word),
                std::string(hint));
}

/// ">=" as false, ">" as true.
bool read_above(TextReader& reader) {
    const std::size_t offset = reader.position();
    if (!reader.take('>')) {
        reader.fail(codes::condition, offset, "a service is up with \">=\" or \">\" a share of what was offered",
                    std::string(hint));
    }
    return !reader.take('=');
}

}  // namespace

Parsed<UpWhen> parse_up_when(std::string_view text) {
    TextReader reader(text);
    UpWhen condition;
    if (reader.at_end()) reader.fail(codes::empty_value, 0, "a condition is missing", std::string(hint));
    expect_word(reader, "served");
    condition.above = read_above(reader);
    const std::size_t offset = reader.position();
    condition.served_share = read_share(reader);
    expect_word(reader, "of");
    expect_word(reader, "offered");
    if (!condition.above && condition.served_share == 0.0) {
        reader.fail(codes::number_out_of_range, offset, "the service would never be down",
                    "the least that can be asked is \"served > 0% of offered\"");
    }
    if (condition.above && condition.served_share == 1.0) {
        reader.fail(codes::number_out_of_range, offset, "the service would never be up",
                    "the most that can be asked is \"served >= 100% of offered\"");
    }
    return reader.finish(condition);
}

}  // namespace nines::scenario
