// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/read_quantity.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/units.hpp"

namespace nines::scenario {
namespace {

std::string size_unit_hint(std::string_view word) {
    if (word.find("bit") != std::string_view::npos || word.find("bps") != std::string_view::npos) {
        return "sizes are in bytes: 100 Mbit is 12.5 MB";
    }
    const Unit* near = find_unit_in_any_case(size_units, word);
    return near == nullptr ? std::string("units of size: B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB, PiB")
                           : fmt::format("did you mean \"{}\"?", near->name);
}

Size read_size(TextReader& reader, std::string_view what, std::string_view example) {
    const std::size_t number_offset = reader.position();
    const double number = read_number(reader, what, example);
    const std::size_t offset = reader.position();
    const std::string_view word = reader.take_any_word();
    const Unit* unit = find_unit(size_units, word);
    if (unit == nullptr) {
        reader.fail(
            word.empty() ? codes::unit_missing : codes::unit_unknown, offset,
            word.empty() ? std::string("a unit of size is missing") : fmt::format("\"{}\" is not a unit of size", word),
            size_unit_hint(word));
        return {};
    }
    const double bytes = number * unit->factor;
    if (bytes > largest_bytes) reader.fail(codes::number_out_of_range, number_offset, "the size is larger than 1e6 PB");
    return {bytes};
}

/// "/s", "per y", "per 30 d": the time over which something is counted, above 0.
Duration read_per(TextReader& reader, std::string_view example) {
    const std::size_t offset = reader.position();
    if (!reader.take('/') && !reader.take_word("per")) {
        reader.fail(codes::unit_missing, offset, "a rate says per which time",
                    fmt::format("for example \"{}\"", example));
        return {};
    }
    const std::size_t number_offset = reader.position();
    const double number = reader.take_number().value_or(1.0);
    const Duration time = read_duration_after(reader, number, number_offset);
    if (time <= Duration()) reader.fail(codes::number_out_of_range, number_offset, "the time must be above 0");
    return time;
}

/// `amount` per `time`, which must fit a double.
double rate_of(TextReader& reader, double amount, Duration time) {
    if (reader.failed()) return 0.0;
    const double per_second = amount / time.in_seconds();
    if (!std::isfinite(per_second)) reader.fail(codes::number_out_of_range, 0, "the rate is too large");
    return per_second;
}

std::string requests_hint(std::string_view word, std::string_view example) {
    if (word == "rps" || word == "qps" || word == "tps") return "did you mean \"req/s\"?";
    if (word == "rpm" || word == "qpm") return "did you mean \"req/min\"?";
    if (word.starts_with("req")) return "did you mean \"req\"?";
    if (word == "k" || word == "K" || word == "M")
        return "write the number in full, such as \"2000 req/s\" or \"2e6 req/s\"";
    return fmt::format("for example \"{}\"", example);
}

/// Steps over the word "req".
void read_requests_word(TextReader& reader, std::string_view example) {
    const std::size_t offset = reader.position();
    const std::string_view word = reader.peek_word();
    if (reader.take_word("req")) return;
    if (word.empty()) {
        reader.fail(codes::unit_missing, offset, "requests are written with the word \"req\"",
                    fmt::format("for example \"{}\"", example));
    } else {
        reader.fail(codes::unit_unknown, offset, fmt::format("\"{}\" is not how requests are written", word),
                    requests_hint(word, example));
    }
}

/// `fraction` per `time` as the compound rate per year.
double per_year(TextReader& reader, double fraction, Duration time, std::size_t number_offset) {
    constexpr double most = 100.0;
    if (reader.failed()) return 0.0;
    const double years = time.in_years();
    const double growth = years == 1.0 || fraction <= -1.0 ? fraction : std::expm1(std::log1p(fraction) / years);
    if (growth <= -1.0) reader.fail(codes::number_out_of_range, number_offset, "nothing shrinks by 100 % or more");
    if (!(growth <= most)) {
        reader.fail(codes::number_out_of_range, number_offset, "growth is at most 10000 % per year");
    }
    return growth;
}

/// 1 - 10^-count, to the last bit what the decimal 0.999.. means when `count` is whole.
double share_of_nines(double count) {
    if (count != std::floor(count)) return 1.0 - std::pow(10.0, -count);
    const std::string decimal = "0." + std::string(static_cast<std::size_t>(count), '9');
    double share = 0.0;
    std::from_chars(decimal.data(), decimal.data() + decimal.size(), share);
    return share;
}

double read_target(TextReader& reader) {
    const std::size_t offset = reader.position();
    const double number = read_number(reader, "a target", "99.95%\" or \"3 nines");
    if (!reader.take_word("nines") && !reader.take_word("nine")) return read_share_after(reader, number, offset);
    if (number > 0.0 && number <= 15.0) return share_of_nines(number);
    reader.fail(codes::number_out_of_range, offset, "the number of nines must be above 0 and at most 15");
    return 0.0;
}

}  // namespace

Parsed<Duration> parse_duration(std::string_view text) {
    TextReader reader(text);
    const Duration duration = read_duration(reader);
    return reader.finish(duration);
}

Parsed<Size> parse_size(std::string_view text) {
    TextReader reader(text);
    const Size size = read_size(reader, "a size", "500 GB");
    return reader.finish(size);
}

Parsed<Rate> parse_rate(std::string_view text) {
    constexpr std::string_view example = "0.5 per y";
    TextReader reader(text);
    const double count = read_number(reader, "a rate", example);
    const Duration time = read_per(reader, example);
    return reader.finish(Rate{rate_of(reader, count, time)});
}

Parsed<ByteRate> parse_byte_rate(std::string_view text) {
    constexpr std::string_view example = "2 MB/s";
    TextReader reader(text);
    const Size size = read_size(reader, "a byte rate", example);
    const Duration time = read_per(reader, example);
    return reader.finish(ByteRate{rate_of(reader, size.bytes, time)});
}

Parsed<LagLimit> parse_lag_limit(std::string_view text) {
    constexpr std::string_view example = "10 s\" or \"1 MiB";
    TextReader reader(text);
    TextReader ahead = reader;
    read_number(ahead, "a limit", example);
    const std::size_t offset = ahead.position();
    const std::string_view word = ahead.take_any_word();
    LagLimit limit;
    if (find_unit_in_any_case(size_units, word) != nullptr) {
        limit.bytes = read_size(reader, "a limit", example);
    } else if (word.empty()) {
        read_number(reader, "a limit", example);
        reader.fail(codes::unit_missing, offset, "a unit of time or of size is missing",
                    fmt::format("for example \"{}\"", example));
    } else {
        limit.time = read_duration(reader);
    }
    return reader.finish(limit);
}

RequestRate read_request_rate(TextReader& reader) {
    constexpr std::string_view example = "400 req/s";
    const double count = read_number(reader, "a request rate", example);
    read_requests_word(reader, example);
    const Duration time = read_per(reader, example);
    return RequestRate{rate_of(reader, count, time)};
}

Parsed<RequestRate> parse_request_rate(std::string_view text) {
    TextReader reader(text);
    const RequestRate rate = read_request_rate(reader);
    return reader.finish(rate);
}

Parsed<double> parse_share(std::string_view text) {
    TextReader reader(text);
    const double share = read_share(reader);
    return reader.finish(share);
}

Parsed<double> share_from_number(double value) {
    if (value >= 0.0 && value <= 1.0) return value;
    const bool percent = value > 1.0 && value <= 100.0;
    return ParseError{codes::number_out_of_range, fmt::format("{} is not a fraction from 0 to 1", value),
                      percent ? fmt::format("did you mean \"{}%\"?", value) : std::string(), 0};
}

Parsed<double> parse_growth(std::string_view text) {
    constexpr std::string_view example = "30% per y";
    TextReader reader(text);
    const std::size_t offset = reader.position();
    const bool shrinks = reader.take('-');
    const double number = read_number(reader, "growth", example);
    const std::size_t percent_offset = reader.position();
    if (!reader.take('%')) {
        reader.fail(codes::unit_missing, percent_offset, "growth has a percent sign",
                    fmt::format("for example \"{}\"", example));
    }
    const Duration time = read_per(reader, example);
    const double fraction = number / 100.0;
    const double growth = per_year(reader, shrinks ? -fraction : fraction, time, offset);
    return reader.finish(growth);
}

Parsed<double> parse_target(std::string_view text) {
    TextReader reader(text);
    const double target = read_target(reader);
    return reader.finish(target);
}

Parsed<Slo> parse_slo(std::string_view text) {
    TextReader reader(text);
    Slo slo;
    slo.target = read_target(reader);
    if (reader.ok() && !reader.at_end()) slo.window = read_per(reader, "99.95% per 30 d");
    return reader.finish(slo);
}

Parsed<Credit> parse_credit(std::string_view text) {
    TextReader reader(text);
    Credit credit;
    credit.share = read_share(reader);
    const std::size_t offset = reader.position();
    if (!reader.take_word("below")) {
        reader.fail(codes::credit_invalid, offset, "a credit says below which availability it is paid",
                    "for example \"10% below 99.9%\"");
    }
    credit.below = read_target(reader);
    return reader.finish(credit);
}

}  // namespace nines::scenario
