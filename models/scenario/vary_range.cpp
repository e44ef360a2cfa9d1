// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <optional>

#include <fmt/format.h>

#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"
#include "models/scenario/vary_codes.hpp"
#include "models/scenario/vary_grid.hpp"
#include "sim/random/law.hpp"

namespace nines::scenario {

namespace {

/// A form of quantity: what a text of it comes to, and how a number is written in it.
struct Form {
    std::function<std::optional<double>(const std::string& text)> read;
    std::function<std::string(double)> write;  ///< As TOML.
};

template <class Parse, class Number>
auto reader(Parse parse, Number number) {
    return [=](const std::string& text) -> std::optional<double> {
        const auto parsed = parse(text);
        return parsed ? std::optional<double>(number(*parsed)) : std::nullopt;
    };
}

std::vector<Form> forms_of_text() {
    const auto quoted = [](auto text_of) { return [=](double number) { return to_toml(text_of(number)); }; };
    return {
        {reader(parse_duration, [](Duration d) { return d.in_seconds(); }),
         quoted([](double s) { return to_text(Duration::seconds(s)); })},
        {reader(parse_share, [](double share) { return share; }), quoted(share_to_text)},
        {reader(parse_rate, [](Rate rate) { return rate.per_second; }),
         quoted([](double n) { return to_text(Rate{n}); })},
        {reader(parse_size, [](Size size) { return static_cast<double>(size.bytes); }),
         quoted([](double n) { return to_text(Size{n}); })},
        {reader(parse_byte_rate, [](ByteRate rate) { return rate.bytes_per_second; }),
         quoted([](double n) { return to_text(ByteRate{n}); })},
        {reader(parse_request_rate, [](RequestRate rate) { return rate.requests_per_second; }),
         quoted([](double n) { return to_text(RequestRate{n}); })},
    };
}

bool is_text(const std::string& toml) {
    return toml.starts_with('"');
}
bool is_whole(const std::string& toml) {
    return !toml.empty() && toml.find_first_not_of("+-0123456789") == std::string::npos;
}

std::optional<double> number_of(const std::string& toml) {
    char* end = nullptr;
    const double number = std::strtod(toml.c_str(), &end);
    const bool fits = !toml.empty() && end == toml.c_str() + toml.size() && std::isfinite(number);
    return fits ? std::optional(number) : std::nullopt;
}

/// Without the digits that a product of decimal fractions leaves behind.
double tidy(double number) {
    return std::strtod(fmt::format("{:.9g}", number).c_str(), nullptr);
}

struct Ends {
    double from = 0.0;
    double to = 0.0;
    std::function<std::string(double)> write;
};

std::optional<Ends> ends_of(const std::string& from, const std::string& to) {
    if (!is_text(from) && !is_text(to)) {
        const auto a = number_of(from);
        const auto b = number_of(to);
        if (!a || !b) return std::nullopt;
        if (is_whole(from) && is_whole(to)) {
            return Ends{*a, *b, [](double n) { return fmt::format("{}", std::llround(n)); }};
        }
        return Ends{*a, *b, [](double n) { return to_literal(Value{n, {}, 0}); }};
    }
    if (!is_text(from) || !is_text(to)) return std::nullopt;
    for (const Form& form : forms_of_text()) {
        const auto a = form.read(plain_literal(from));
        const auto b = form.read(plain_literal(to));
        if (a && b && std::isfinite(*a) && std::isfinite(*b)) return Ends{*a, *b, form.write};
    }
    return std::nullopt;
}

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '"';
}

/// Every time in the text of a distribution, so many times as long: "exp(mean 4 mo)" by 0.5 is "exp(mean 2 mo)".
std::string with_scaled_times(const std::string& text, double factor) {
    constexpr std::array<std::string_view, 10> units = {"ns", "us", "ms", "s", "min", "h", "d", "wk", "mo", "y"};
    std::string scaled;
    for (std::size_t i = 0; i < text.size();) {
        const bool begins_number =
            std::isdigit(static_cast<unsigned char>(text[i])) != 0 && (i == 0 || !is_word(text[i - 1]));
        if (!begins_number) {
            scaled += text[i++];
            continue;
        }
        char* end = nullptr;
        const double number = std::strtod(text.c_str() + i, &end);
        const std::size_t after = static_cast<std::size_t>(end - text.c_str());
        const std::size_t unit = std::min(text.find_first_not_of(' ', after), text.size());
        std::size_t unit_end = unit;
        while (unit_end < text.size() && std::isalpha(static_cast<unsigned char>(text[unit_end])) != 0) ++unit_end;
        const std::string_view word(text.data() + unit, unit_end - unit);
        const bool is_time = std::find(units.begin(), units.end(), word) != units.end();
        scaled += is_time ? fmt::format("{}", tidy(number * factor)) : text.substr(i, after - i);
        i = after;
    }
    return scaled;
}

/// The number that the text begins with, so many times as large: "0.2 per y" by 0.5 is "0.1 per y".
std::string with_scaled_number(const std::string& text, double factor) {
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return fmt::format("{}{}", tidy(number * factor), end);
}

std::optional<ScaledValue> scaled_law(const std::string& text, double factor) {
    const auto law = parse_law(text);
    if (!law) return std::nullopt;
    const double before = sim::mean(*law).in_seconds();
    std::string scaled = with_scaled_times(text, factor);
    const auto after = parse_law(scaled);
    if (!after || !std::isfinite(before) || before <= 0.0) return std::nullopt;
    return ScaledValue{to_toml(scaled), sim::mean(*after).in_seconds() / before};
}

}  // namespace

std::optional<ScaledValue> scaled_value(const std::string& toml, double factor) {
    if (is_whole(toml)) {
        const auto number = number_of(toml);
        if (!number || *number == 0.0) return std::nullopt;
        double scaled = std::round(*number * factor);
        if (scaled == *number) scaled += factor < 1.0 ? -1.0 : 1.0;
        if (*number >= 1.0 && scaled < 1.0) return std::nullopt;
        return ScaledValue{fmt::format("{}", static_cast<std::int64_t>(scaled)), scaled / *number};
    }
    if (!is_text(toml)) {
        const auto number = number_of(toml);
        if (!number || *number == 0.0) return std::nullopt;
        return ScaledValue{to_literal(Value{tidy(*number * factor), {}, 0}), factor};
    }
    const std::string text = plain_literal(toml);
    if (const auto share = parse_share(text)) {
        const double scaled = std::min(1.0, tidy(*share * factor));
        if (*share == 0.0 || scaled == *share) return std::nullopt;
        return ScaledValue{to_toml(share_to_text(scaled)), scaled / *share};
    }
    for (const Form& form : forms_of_text()) {
        const auto number = form.read(text);
        if (!number || *number <= 0.0 || !std::isfinite(*number)) continue;
        const std::string written = form.write(tidy(*number * factor));
        const std::string in_its_unit = with_scaled_number(text, factor);
        const auto same = form.read(in_its_unit);  // Not of "1 h 30 min".
        constexpr double rounding = 1e-9;
        const bool is_same = same && std::abs(*same / (*number * factor) - 1.0) < rounding;
        const bool is_easier = is_same && to_toml(in_its_unit).size() < written.size();
        return ScaledValue{is_easier ? to_toml(in_its_unit) : written, factor};
    }
    return scaled_law(text, factor);
}

Parsed<std::vector<std::string>> range_values(const Literal& from, const Literal& to, std::size_t steps,
                                              VaryScale scale) {
    const auto ends = ends_of(from.toml, to.toml);
    if (!ends) {
        return ParseError{codes::vary_range.id, fmt::format("there is no range from {} to {}", from.toml, to.toml),
                          "both ends are numbers, or quantities of one kind such as \"30 s\" and \"5 min\"; anything "
                          "else is written as values = [..]"};
    }
    if (scale == VaryScale::log && !(ends->from > 0.0 && ends->to > 0.0)) {
        return ParseError{codes::vary_range.id, "a range with scale = \"log\" needs ends above 0",
                          "begin above 0, or leave the scale linear"};
    }
    std::vector<std::string> values;
    for (std::size_t i = 0; i < steps; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(steps - 1);
        const double number = scale == VaryScale::log ? ends->from * std::pow(ends->to / ends->from, share)
                                                      : ends->from + (ends->to - ends->from) * share;
        const bool is_end = i == 0 || i + 1 == steps;
        std::string text = is_end ? (i == 0 ? from.toml : to.toml) : ends->write(tidy(number));
        if (values.empty() || values.back() != text) values.push_back(std::move(text));
    }
    return values;
}

}  // namespace nines::scenario
