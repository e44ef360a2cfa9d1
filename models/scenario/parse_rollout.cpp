// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <fmt/format.h>

#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "models/scenario/semantic_codes.hpp"

namespace nines::scenario {
namespace {

constexpr std::string_view examples =
    "strategies: rolling 25%, rolling 1, canary 5% for 10 min, canary 5% for 10 min, then rolling 25%, blue-green, all";

/// "2" or "25%".
MemberShare read_members(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = read_number(reader, "a number of members or a share", "25%");
    MemberShare members;
    const bool is_fraction = number < 1.0 && number > 0.0;
    if (reader.peek() == '%' || is_fraction) {
        members.share = read_share_after(reader, number, offset);
        if (reader.ok() && members.share <= 0.0) {
            reader.fail(codes::number_out_of_range, offset, "a share of the members is above 0%",
                        "for example \"25%\"");
        }
        return members;
    }
    if (reader.ok() && (number < 1.0 || number != std::floor(number) || number > 1e9)) {
        reader.fail(codes::number_out_of_range, offset, "members are counted in whole numbers from 1 on",
                    "for example \"2\", or a share: \"25%\"");
    }
    members.count = static_cast<std::int64_t>(number);
    return members;
}

/// "5% for 10 min" and perhaps ", then rolling 25%".
void read_canary(TextReader& reader, Rollout& rollout) {
    rollout.first = read_members(reader);
    if (!reader.take_word("for")) {
        reader.fail(codes::strategy_unknown, reader.position(), "how long the canary is watched is missing",
                    "for example \"canary 5% for 10 min\"");
    }
    rollout.watch = read_duration(reader);
    if (!reader.take(',')) return;
    if (!reader.take_word("then") || !reader.take_word("rolling")) {
        reader.fail(codes::strategy_unknown, reader.position(), "after the canary the others follow in batches",
                    "for example \"canary 5% for 10 min, then rolling 25%\"");
    }
    rollout.then = read_members(reader);
}

}  // namespace

Parsed<MemberShare> parse_member_share(std::string_view text) {
    TextReader reader(text);
    const MemberShare members = read_members(reader);
    return reader.finish(members);
}

Parsed<MemberShare> member_share_from_number(std::int64_t count) {
    if (count >= 1) return MemberShare{count, 0.0};
    return ParseError{codes::number_out_of_range, fmt::format("{} members are none", count), "1 or more, or \"25%\"",
                      0};
}

Parsed<Rollout> parse_rollout(std::string_view text) {
    TextReader reader(text);
    Rollout rollout;
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_until("");
    if (word == "rolling") {
        rollout.first = read_members(reader);
    } else if (word == "canary") {
        rollout.kind = Rollout::Kind::canary;
        read_canary(reader, rollout);
    } else if (word == "blue-green") {
        rollout.kind = Rollout::Kind::blue_green;
    } else if (word == "all") {
        rollout.kind = Rollout::Kind::all;
    } else {
        std::string hint = did_you_mean(word, std::vector<std::string_view>{"rolling", "canary", "blue-green", "all"});
        if (hint.empty()) hint = examples;
        reader.fail(codes::strategy_unknown, offset, fmt::format("\"{}\" is not a strategy", word), std::move(hint));
    }
    return reader.finish(rollout);
}

}  // namespace nines::scenario
