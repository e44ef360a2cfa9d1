// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/law_arguments.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/read_quantity.hpp"

namespace nines::scenario {
namespace {

/// No distribution has more named arguments than the bathtub's five; the limit keeps hostile lists short.
constexpr std::size_t most_arguments = 8;

bool is_percentile(std::string_view name) {
    return name.size() >= 2 && name.size() <= 5 && name[0] == 'p' &&
           std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

LawArguments::LawArguments(TextReader& reader, std::string_view law, std::size_t law_offset)
    : reader_(reader), law_(law), law_offset_(law_offset) {
    if (reader_.take(')')) return;
    do {
        const Argument argument = read_argument();
        const bool twice = std::any_of(arguments_.begin(), arguments_.end(), [&](const Argument& other) {
            return !argument.name.empty() && other.name == argument.name;
        });
        if (twice) {
            reader_.fail(codes::distribution_arguments, argument.offset,
                         fmt::format("\"{}\" is given twice", argument.name));
        }
        if (arguments_.size() == most_arguments) {
            reader_.fail(codes::distribution_arguments, argument.offset,
                         fmt::format("{} has too many arguments", law_));
        }
        arguments_.push_back(argument);
    } while (reader_.take(','));
    if (!reader_.take(')')) {
        reader_.fail(codes::distribution_arguments, reader_.position(),
                     fmt::format("the closing \")\" of {} is missing", law_));
    }
}

LawArguments::Argument LawArguments::read_argument() {
    Argument argument;
    argument.offset = reader_.position();
    std::string_view last_word;
    std::size_t last_offset = argument.offset;
    while (!reader_.peek_word().empty()) {
        last_offset = reader_.position();
        last_word = reader_.take_any_word();
        if (!argument.name.empty()) argument.name += ' ';
        argument.name += last_word;
    }
    argument.value_offset = reader_.position();
    if (!last_word.empty() && (reader_.rest().starts_with(',') || reader_.rest().starts_with(')'))) {
        reader_.fail(codes::number_invalid, last_offset,
                     argument.name == last_word ? fmt::format("\"{}\" of {} has no value", last_word, law_)
                                                : fmt::format("\"{}\" stands where a number should", last_word),
                     "for example \"mean 4 mo\"");
    }
    argument.number = read_number(reader_, argument.name.empty() ? "an argument" : "a value", "mean 4 mo");
    argument.has_unit = !reader_.peek_word().empty();
    if (argument.has_unit) argument.time = read_duration_after(reader_, argument.number, argument.value_offset);
    return argument;
}

bool LawArguments::are(std::initializer_list<std::string_view> names) const {
    return names.size() == arguments_.size() && std::all_of(names.begin(), names.end(), [&](std::string_view name) {
               return std::any_of(arguments_.begin(), arguments_.end(),
                                  [&](const Argument& argument) { return argument.name == name; });
           });
}

void LawArguments::refuse(std::string_view usage) {
    reader_.fail(codes::distribution_arguments, law_offset_, fmt::format("{} does not take these arguments", law_),
                 fmt::format("write {}", usage));
}

const LawArguments::Argument* LawArguments::find(std::string_view name) {
    const auto found = std::find_if(arguments_.begin(), arguments_.end(),
                                    [name](const Argument& argument) { return argument.name == name; });
    if (found != arguments_.end()) return &*found;
    reader_.fail(codes::distribution_arguments, law_offset_, fmt::format("{} needs \"{}\"", law_, name));
    return nullptr;
}

Duration LawArguments::time_or_zero(std::string_view name) {
    const Argument* argument = find(name);
    if (argument == nullptr) return {};
    if (!argument->has_unit) {
        reader_.fail(codes::unit_missing, argument->value_offset,
                     fmt::format("\"{}\" of {} is a time and needs a unit", name, law_),
                     fmt::format("for example \"{} {} h\"", name, argument->number));
    }
    return argument->time;
}

Duration LawArguments::time(std::string_view name) {
    const Duration value = time_or_zero(name);
    if (value <= Duration()) fail_at(name, fmt::format("\"{}\" of {} must be above 0", name, law_));
    return value;
}

double LawArguments::number(std::string_view name, double low, double high) {
    const Argument* argument = find(name);
    if (argument == nullptr) return low;
    if (argument->has_unit) fail_at(name, fmt::format("\"{}\" of {} is a number without unit", name, law_));
    if (!(argument->number > low && argument->number <= high)) {
        fail_at(name, fmt::format("\"{}\" of {} must be above {} and at most {}", name, law_, low, high));
    }
    return argument->number;
}

std::string LawArguments::percentile() const {
    const auto found = std::find_if(arguments_.begin(), arguments_.end(),
                                    [](const Argument& argument) { return is_percentile(argument.name); });
    return found == arguments_.end() ? std::string() : found->name;
}

void LawArguments::fail_at(std::string_view name, std::string message, std::string hint) {
    if (const Argument* argument = find(name)) {
        reader_.fail(codes::distribution_arguments, argument->value_offset, std::move(message), std::move(hint));
    }
}

}  // namespace nines::scenario
