// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/document.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "models/scenario/read_reference.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::scenario {
namespace {

constexpr std::size_t longest_id = 200;
constexpr std::size_t most_operands = 10'000;
constexpr double most_needed = 1e6;
constexpr double highest_factor = 1e6;

constexpr std::array<RefKind, 9> named_kinds{RefKind::node,  RefKind::group,    RefKind::service,
                                             RefKind::store, RefKind::balancer, RefKind::domain,
                                             RefKind::tag,   RefKind::cause,    RefKind::crew};
/// Kinds of the language that nothing here can be pointed at yet.
constexpr std::array<std::string_view, 3> later_kinds{"backup", "plan", "event"};

std::optional<RefKind> kind_of(std::string_view word) {
    const auto found =
        std::find_if(named_kinds.begin(), named_kinds.end(), [word](RefKind kind) { return to_text(kind) == word; });
    return found == named_kinds.end() ? std::nullopt : std::optional(*found);
}

bool is_later_kind(std::string_view word) {
    return std::find(later_kinds.begin(), later_kinds.end(), word) != later_kinds.end();
}

/// Bytes that an id may have. Beyond ASCII everything passes here; `first_forbidden` looks closer.
bool is_id_byte(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// True at three bytes of U+2000-U+206F or U+3000 (blanks, invisible and direction marks), U+FEFF or U+FFFx, or at
/// two bytes of U+0080-U+00A0 (controls, blank): characters that make two ids look the same.
bool is_invisible(std::string_view text) {
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xc2) return byte(1) <= 0xa0;
    if (byte(0) == 0xe2) return byte(1) == 0x80 || (byte(1) == 0x81 && byte(2) <= 0xaf);
    if (byte(0) == 0xe3) return byte(1) == 0x80 && byte(2) == 0x80;
    if (byte(0) == 0xef) return (byte(1) == 0xbb && byte(2) == 0xbf) || (byte(1) == 0xbf && byte(2) >= 0xb0);
    return false;
}

/// Offset of the first character that no id may have, or the text's size.
std::size_t first_forbidden(std::string_view text, bool slashes) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '/' && slashes) continue;
        if (!is_id_byte(text[i]) || is_invisible(text.substr(i))) return i;
    }
    return text.size();
}

bool has_empty_part(std::string_view text) {
    return text.front() == '/' || text.back() == '/' || text.find("//") != std::string_view::npos;
}

/// Reports what is wrong with an id that begins at `offset`.
void check_id(TextReader& reader, std::string_view text, std::size_t offset, bool slashes) {
    if (text.empty()) {
        reader.fail(codes::id_invalid, offset, "a name is missing");
        return;
    }
    if (text.size() > longest_id) reader.fail(codes::id_invalid, offset, "a name is longer than 200 bytes");
    const std::size_t bad = first_forbidden(text, slashes);
    if (bad < text.size()) {
        reader.fail(
            codes::id_invalid, offset + bad,
            fmt::format("names may not contain this character, at byte {} of the name", bad + 1),
            slashes ? "letters, digits, \"-\", \"_\", and \"/\" between parts" : "letters, digits, \"-\" and \"_\"");
    }
    if (has_empty_part(text)) reader.fail(codes::id_invalid, offset, "a part between slashes is empty");
}

struct Target {
    RefKind kind = RefKind::any;
    std::string name;
    std::size_t offset = 0;
};

/// The kind said by a prefix "group:"; steps over it.
std::optional<RefKind> kind_before_colon(TextReader& reader, std::string_view& name, std::size_t& offset) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view word = name.substr(0, colon);
    const std::optional<RefKind> kind = kind_of(word);
    if (!kind && is_later_kind(word)) {
        reader.fail(codes::not_supported, offset, fmt::format("a reference to a {} is not yet supported", word));
    } else if (!kind) {
        reader.fail(codes::reference_invalid, offset, fmt::format("\"{}\" is not a kind", word),
                    "kinds: node, group, service, store, balancer, domain, tag, cause, crew");
    }
    name.remove_prefix(colon + 1);
    offset += colon + 1;
    return kind;
}

/// True if a name follows, so that the word before it said a kind.
bool name_follows(TextReader& reader) {
    const bool has_more = reader.ok() && !reader.at_end() && reader.peek() != ',';
    const std::string_view next = reader.peek_word();
    return has_more && next != "for" && next != "by" && next != "to" && next != "takes";
}

Target read_target(TextReader& reader, bool patterns) {
    Target target{RefKind::any, {}, reader.position()};
    std::string_view name = reader.take_until(",");
    if (const auto kind = kind_before_colon(reader, name, target.offset)) {
        target.kind = *kind;
    } else if (name == "primary" && reader.take_word("of")) {
        reader.fail(codes::not_supported, target.offset, "a reference to a store's primary is not yet supported");
    } else if (name_follows(reader) && is_later_kind(name)) {
        reader.fail(codes::not_supported, target.offset, fmt::format("a reference to a {} is not yet supported", name));
    } else if (kind_of(name) && name_follows(reader)) {
        target.kind = *kind_of(name);
        target.offset = reader.position();
        name = reader.take_until(",");
    }
    const bool pattern = patterns && name.ends_with("/*");
    check_id(reader, pattern ? name.substr(0, name.size() - 2) : name, target.offset, true);
    target.name = std::string(name);
    return target;
}

Reference read_reference(TextReader& reader, std::string_view text, Place start, bool patterns) {
    Target target = read_target(reader, patterns);
    return {target.kind, std::move(target.name), advance(start, text, target.offset)};
}

Selector read_selector(TextReader& reader, std::string_view text, Place start) {
    Target target = read_target(reader, true);
    return {target.kind, std::move(target.name), advance(start, text, target.offset)};
}

/// "2 of", "any of" or "all of", if the text begins so.
void read_count(TextReader& reader, Need& need) {
    const std::size_t offset = reader.position();
    TextReader ahead = reader;
    const std::optional<double> number = ahead.take_number();
    const bool any = !number && ahead.take_word("any");
    need.all = !number && !any && ahead.take_word("all");
    need.counted = (number || any || need.all) && ahead.take_word("of");
    if (!need.counted) {
        need.all = false;
        return;
    }
    if (number && (*number < 1.0 || *number > most_needed || *number != std::floor(*number))) {
        reader.fail(codes::reference_invalid, offset, "how many are needed is a whole number of at least 1");
    } else if (number) {
        need.at_least = static_cast<std::int64_t>(*number);
    }
    if (reader.ok()) reader = ahead;
}

EventAction::Verb read_verb(TextReader& reader) {
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_any_word();
    if (word == "fail") return EventAction::Verb::fail;
    if (word == "restore") return EventAction::Verb::restore;
    if (word == "partition") return EventAction::Verb::partition;
    if (word == "slow") return EventAction::Verb::slow;
    if (word == "resize") return EventAction::Verb::resize;
    if (word == "scale" && reader.take_word("load") && reader.take_word("of")) return EventAction::Verb::scale;
    if (word == "corrupt") return EventAction::Verb::corrupt;
    if (word == "scale") {
        reader.fail(codes::not_supported, offset, fmt::format("the action \"{}\" is not yet supported", word),
                    "this version knows fail, restore, corrupt, partition, slow, resize and \"scale load of SERVICE by "
                    "NUMBER\"");
    }
    std::string hint =
        did_you_mean(word, std::vector<std::string_view>{"fail", "restore", "corrupt", "partition", "slow", "resize"});
    if (hint.empty()) hint = "for example \"fail domain eu for 6 h\" or \"restore web/1\"";
    reader.fail(codes::action_unknown, offset,
                word.empty() ? std::string("an action is missing") : fmt::format("\"{}\" is not an action", word),
                std::move(hint));
    return EventAction::Verb::fail;
}

/// "60%": what a slow part lacks of its capacity. One that lacks all of it has failed.
double read_missing_share(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double share = read_share(reader);
    if (reader.ok() && (share <= 0.0 || share >= 1.0)) {
        reader.fail(codes::number_out_of_range, offset, "what a slow part lacks is above 0% and below 100%",
                    "a part that answers nothing fails: effect stop or hang");
    }
    return share;
}

/// "by 60%" after "slow web/1".
void read_slowness(TextReader& reader, EventAction& action) {
    if (!reader.take_word("by")) {
        reader.fail(codes::empty_value, reader.position(), "by how much it is slower is missing",
                    "for example \"slow web/1 by 60% for 2 h\"");
    }
    action.slowed = read_missing_share(reader);
}

/// "to 800 req/s takes 5 min" after "resize web".
void read_new_size(TextReader& reader, EventAction& action, const FileReader& read_file) {
    constexpr std::string_view example = "for example \"resize web to 800 req/s takes 5 min\"";
    if (!reader.take_word("to")) {
        reader.fail(codes::empty_value, reader.position(), "the new capacity is missing", std::string(example));
    }
    const std::size_t offset = reader.position();
    action.capacity = read_request_rate(reader);
    if (reader.ok() && action.capacity.requests_per_second <= 0.0) {
        reader.fail(codes::number_out_of_range, offset, "a capacity is above 0 req/s", std::string(example));
    }
    if (reader.take_word("takes")) action.lasting = read_law(reader, read_file);
}

/// "noticed after 20 min" after "corrupt orders", if it is said.
void read_notice(TextReader& reader, EventAction& action, const FileReader& read_file) {
    if (!reader.take_word("noticed")) return;
    if (!reader.take_word("after")) {
        reader.fail(codes::empty_value, reader.position(), "after how long it is noticed is missing",
                    "for example \"corrupt orders noticed after 20 min\"");
    }
    action.noticed = read_law(reader, read_file);
}

/// "by 3 for 2 h" of a load, after its service.
void read_scaling(TextReader& reader, EventAction& action) {
    if (action.target.kind == RefKind::any) action.target.kind = RefKind::service;
    const std::size_t by_offset = reader.position();
    if (!reader.take_word("by")) {
        reader.fail(codes::number_invalid, by_offset, "how many times the load becomes is missing",
                    "for example \"scale load of shop by 3 for 2 h\"");
    }
    const std::size_t offset = reader.position();
    action.factor = read_number(reader, "a factor", "3");
    if (reader.ok() && (action.factor <= 0.0 || action.factor > highest_factor)) {
        reader.fail(codes::number_out_of_range, offset, "a load is scaled by more than 0 and at most 1000000");
    }
    if (reader.take_word("for")) action.lasting = sim::Law{sim::Constant{read_duration(reader)}};
}

}  // namespace

Parsed<std::string> parse_id(std::string_view text, IdKind kind) {
    TextReader reader(text);
    check_id(reader, text, 0, kind == IdKind::domain);
    if (reader.failed()) return reader.finish(std::string());
    return std::string(text);
}

Parsed<Reference> parse_reference(std::string_view text, Place start) {
    TextReader reader(text);
    Reference reference = read_reference(reader, text, start, false);
    return reader.finish(std::move(reference));
}

Parsed<Selector> parse_selector(std::string_view text, Place start) {
    TextReader reader(text);
    Selector selector = read_selector(reader, text, start);
    return reader.finish(std::move(selector));
}

Parsed<Need> parse_need(std::string_view text, Place start) {
    TextReader reader(text);
    Need need;
    need.place = start;
    read_count(reader, need);
    do {
        if (need.operands.size() == most_operands) reader.fail(codes::reference_invalid, 0, "more than 10000 names");
        need.operands.push_back(read_reference(reader, text, start, need.counted));
    } while (need.counted && reader.take(','));
    if (reader.peek() == ',') {
        reader.fail(codes::reference_invalid, reader.position(), "a list of names says how many of them are needed",
                    "write \"all of a, b\", \"any of a, b\", or each name as an entry of its own");
    }
    return reader.finish(std::move(need));
}

Parsed<EventAction> parse_event_action(std::string_view text, Place start, const FileReader& read_file) {
    TextReader reader(text);
    EventAction action;
    action.verb = read_verb(reader);
    action.target = read_selector(reader, text, start);
    switch (action.verb) {
        case EventAction::Verb::slow: read_slowness(reader, action); break;
        case EventAction::Verb::resize: read_new_size(reader, action, read_file); break;
        case EventAction::Verb::partition:
            if (reader.take_word("from")) action.from = read_selector(reader, text, start);
            break;
        case EventAction::Verb::scale: read_scaling(reader, action); return reader.finish(std::move(action));
        case EventAction::Verb::corrupt:
            read_notice(reader, action, read_file);
            return reader.finish(std::move(action));
        case EventAction::Verb::fail:
        case EventAction::Verb::restore: break;
    }
    const std::size_t for_offset = reader.position();
    if (action.verb != EventAction::Verb::resize && reader.take_word("for")) {
        if (action.verb == EventAction::Verb::restore) {
            reader.fail(codes::trailing_text, for_offset, "a restore has no \"for\": it holds until the next failure");
        }
        action.lasting = read_law(reader, read_file);
    }
    return reader.finish(std::move(action));
}

Reference read_reference(TextReader& reader, std::string_view text, Place start) {
    return read_reference(reader, text, start, false);
}

Parsed<FailureEffect> parse_effect(std::string_view text) {
    TextReader reader(text);
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_until("");
    for (const Effect effect :
         {Effect::stop, Effect::hang, Effect::lose_data, Effect::partition, Effect::corrupt, Effect::encrypt}) {
        if (word == to_text(effect)) return reader.finish(FailureEffect(effect));
    }
    if (word == to_text(Effect::slow)) return reader.finish(FailureEffect(Effect::slow, read_missing_share(reader)));
    std::string hint = did_you_mean(
        word, std::vector<std::string_view>{"stop", "hang", "lose-data", "partition", "corrupt", "encrypt", "slow"});
    if (hint.empty()) hint = "effects: stop, hang, slow 30%, lose-data, corrupt, encrypt, partition";
    reader.fail(codes::effect_unknown, offset, fmt::format("\"{}\" is not an effect", word), std::move(hint));
    return reader.finish(FailureEffect());
}

}  // namespace nines::scenario
