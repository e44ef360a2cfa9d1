// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/scenario/value_form.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::scenario {
namespace {

/// One value stands for itself, several as a list.
template <class T>
std::string list_to_toml(const std::vector<T>& values) {
    std::vector<std::string> items;
    items.reserve(values.size());
    for (const T& value : values) {
        if constexpr (std::is_same_v<T, std::string>) {
            items.push_back(to_toml(value));
        } else {
            items.push_back(to_toml(to_text(value)));
        }
    }
    if (items.size() == 1) return items.front();
    return fmt::format("[{}]", fmt::join(items, ", "));
}

}  // namespace

std::string to_toml(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            quoted += fmt::format("\\u{:04X}", byte);
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string toml_key(std::string_view key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), is_bare_key_character);
    return bare ? std::string(key) : to_toml(std::string(key));
}

std::string to_toml(bool value, const FieldSpec&) {
    return value ? "true" : "false";
}
std::string to_toml(std::int64_t value, const FieldSpec&) {
    return fmt::format("{}", value);
}
std::string to_toml(std::uint64_t value, const FieldSpec&) {
    return fmt::format("{}", value);
}
std::string to_toml(const std::string& value, const FieldSpec&) {
    return to_toml(value);
}

std::string to_toml(double value, const FieldSpec& spec) {
    switch (spec.form) {
        case NumberForm::share: return to_toml(share_to_text(value));
        case NumberForm::growth: return to_toml(growth_to_text(value));
        case NumberForm::plain: break;
    }
    return fmt::format("{}", value);
}

std::string to_toml(Duration value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(Rate value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(Size value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(ByteRate value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(RequestRate value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Price& value, const FieldSpec& spec) {
    const bool is_number = spec.price == PriceForm::once && value.currency.empty();
    return is_number ? fmt::format("{}", value.amount) : to_toml(to_text(value));
}
std::string to_toml(const LagLimit& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const sim::Law& value, const FieldSpec&) {
    return to_toml(sim::to_text(value));
}
std::string to_toml(ClockTime value, const FieldSpec& spec) {
    return to_toml(spec.time_of_day ? time_of_day_to_text(value) : to_text(value));
}
std::string to_toml(const Schedule& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const LogPace& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(UpWhen value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(MemberShare value, const FieldSpec&) {
    return value.count > 0 ? to_text(value) : to_toml(to_text(value));
}
std::string to_toml(const Rollout& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Slo& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Credits& value, const FieldSpec&) {
    return list_to_toml(value);
}
std::string to_toml(const EventAction& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(FailureEffect value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Strings& value, const FieldSpec&) {
    return list_to_toml(value);
}
std::string to_toml(const Numbers& value, const FieldSpec& spec) {
    std::vector<std::string> items;
    for (const double number : value) items.push_back(to_toml(number, spec));
    return items.size() == 1 ? items.front() : fmt::format("[{}]", fmt::join(items, ", "));
}
std::string to_toml(const Durations& value, const FieldSpec&) {
    return list_to_toml(value);
}
std::string to_toml(const Selectors& value, const FieldSpec&) {
    return list_to_toml(value);
}
/// In one text: "Mon-Fri 09:00-17:00", not a list of five days.
std::string to_toml(const WeekWindows& value, const FieldSpec&) {
    return to_toml(to_text(value));
}
std::string to_toml(const Needs& value, const FieldSpec&) {
    return list_to_toml(value);
}

}  // namespace nines::scenario
