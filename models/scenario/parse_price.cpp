// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "models/scenario/units.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::scenario {
namespace {

constexpr double most_money = 1e15;
constexpr double million = 1e6;

struct FormWords {
    std::string_view lacks;    ///< What is missing when only an amount stands there.
    std::string_view counted;  ///< "per mo": what may follow an amount.
    std::string_view example;
};

FormWords words_of(PriceForm form) {
    switch (form) {
        case PriceForm::by_time: return {"a price needs a time", "per mo", "70 per mo"};
        case PriceForm::by_data: return {"a price of data needs a size and a time", "per GB mo", "0.12 per GB mo"};
        case PriceForm::by_requests:
            return {"a price of requests says for how many", "per million requests", "0.40 per million requests"};
        case PriceForm::once: break;
    }
    return {"", "", "2000 EUR"};
}

bool is_requests(std::string_view word) {
    return word == "requests" || word == "request" || word == "req";
}

/// A word that belongs to what is counted, and not to the money.
bool is_counted(std::string_view word) {
    return find_unit(time_units, word) != nullptr || find_unit(size_units, word) != nullptr || is_requests(word) ||
           word == "million";
}

double read_amount(TextReader& reader, const FormWords& words) {
    const std::size_t offset = reader.position();
    const double amount = read_number(reader, "a price", words.example);
    if (amount > most_money) reader.fail(codes::number_out_of_range, offset, "an amount of money is at most 1e15");
    return amount;
}

/// The word between the amount and what is counted; empty if there is none.
std::string read_currency(TextReader& reader) {
    const std::string_view word = reader.peek_word();
    if (word == "per" || is_counted(word)) return {};
    return std::string(reader.take_any_word());
}

/// Steps over "per" or "/".
void read_per(TextReader& reader, double amount, const FormWords& words) {
    const std::size_t offset = reader.position();
    if (reader.take('/') || reader.take_word("per")) return;
    reader.fail(codes::unit_missing, offset, std::string(words.lacks),
                fmt::format("for example \"{} {}\"", amount, words.counted));
}

/// "mo", "30 d".
Duration read_time(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = reader.take_number().value_or(1.0);
    const Duration time = read_duration_after(reader, number, offset);
    if (time <= Duration()) reader.fail(codes::number_out_of_range, offset, "the time must be above 0");
    return time;
}

/// "GB", "100 GB".
Size read_data(TextReader& reader, const FormWords& words) {
    const std::size_t offset = reader.position();
    const double number = reader.take_number().value_or(1.0);
    const std::size_t unit_offset = reader.position();
    const std::string_view word = reader.take_any_word();
    const Unit* unit = find_unit(size_units, word);
    if (unit == nullptr) {
        const bool is_time = word.empty() || find_unit(time_units, word) != nullptr;
        const Unit* near = find_unit_in_any_case(size_units, word);
        reader.fail(word.empty() ? codes::unit_missing : codes::unit_unknown, unit_offset,
                    is_time ? std::string(words.lacks) : fmt::format("\"{}\" is not a unit of size", word),
                    near != nullptr ? fmt::format("did you mean \"{}\"?", near->name)
                                    : fmt::format("for example \"{}\"", words.example));
        return {};
    }
    const double bytes = number * unit->factor;
    if (bytes <= 0.0 || bytes > largest_bytes) {
        reader.fail(codes::number_out_of_range, offset, "the size must be above 0 and at most 1e6 PB");
    }
    return {bytes};
}

/// "million requests", "10000 requests", "request".
std::int64_t read_requests(TextReader& reader, const FormWords& words) {
    constexpr double most = 1e15;
    const std::size_t offset = reader.position();
    double number = reader.take_number().value_or(1.0);
    if (reader.take_word("million")) number *= million;
    const std::size_t word_offset = reader.position();
    if (!is_requests(reader.take_any_word())) {
        reader.fail(codes::unit_missing, word_offset, std::string(words.lacks),
                    fmt::format("for example \"{}\"", words.example));
        return 0;
    }
    if (number >= 1.0 && number <= most && number == std::floor(number)) return static_cast<std::int64_t>(number);
    reader.fail(codes::number_out_of_range, offset, "a number of requests is a whole number from 1 to 1e15");
    return 0;
}

}  // namespace

double Price::rate() const {
    double rate = amount;
    if (time > Duration()) rate /= time.in_seconds();
    if (size.bytes > 0.0) rate /= size.bytes;
    if (requests > 0) rate /= static_cast<double>(requests);
    return rate;
}

Parsed<Price> parse_price(std::string_view text, PriceForm form) {
    const FormWords words = words_of(form);
    TextReader reader(text);
    Price price;
    price.amount = read_amount(reader, words);
    price.currency = read_currency(reader);
    if (form == PriceForm::once) {
        const std::size_t offset = reader.position();
        const bool counts = reader.peek() == '/' || reader.peek_word() == "per" || is_counted(reader.peek_word());
        if (counts) {
            reader.fail(codes::trailing_text, offset, "this is paid once, and not for a time or an amount",
                        fmt::format("for example \"{}\"", words.example));
        }
        return reader.finish(price);
    }
    read_per(reader, price.amount, words);
    if (form == PriceForm::by_requests) {
        price.requests = read_requests(reader, words);
        return reader.finish(price);
    }
    if (form == PriceForm::by_data) {
        price.size = read_data(reader, words);
        if (!reader.take('/')) reader.take_word("per");
        if (reader.ok() && reader.at_end()) {
            reader.fail(codes::unit_missing, reader.position(), std::string(words.lacks),
                        fmt::format("for example \"{}\"", words.example));
        }
    }
    price.time = read_time(reader);
    return reader.finish(price);
}

Parsed<Price> price_from_number(double amount) {
    if (std::isfinite(amount) && amount >= 0.0 && amount <= most_money) return Price{.amount = amount};
    return ParseError{codes::number_out_of_range, "an amount of money is at least 0 and at most 1e15", {}, 0};
}

Parsed<std::string> parse_currency(std::string_view text) {
    constexpr std::size_t longest = 12;
    TextReader reader(text);
    std::string word(reader.take_any_word());
    if (word.empty() || word.size() > longest || word == "per" || is_counted(word) || !reader.at_end()) {
        return ParseError{codes::id_invalid, "a currency is one word of at most 12 bytes that is no unit",
                          "for example \"EUR\"", 0};
    }
    return word;
}

}  // namespace nines::scenario
