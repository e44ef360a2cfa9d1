// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/semantic_codes.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

double seconds(std::string_view text) {
    const auto duration = parse_duration(text);
    INFO(text);
    REQUIRE(duration);
    return duration->in_seconds();
}

struct Refusal {
    std::string_view text;
    Code code;
    std::size_t offset;
    std::string_view in_hint;
};

template <class T>
void check_refused(const Parsed<T>& parsed, const Refusal& refusal) {
    INFO(refusal.text);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == refusal.code.id);
    CHECK(parsed.error().offset == refusal.offset);
    CHECK(parsed.error().hint.find(refusal.in_hint) != std::string::npos);
}

}  // namespace

TEST_CASE("every unit of time is read as its number of seconds", "[parse][duration]") {
    CHECK(seconds("500 ms") == 0.5);
    CHECK(seconds("30 s") == 30.0);
    CHECK(seconds("5 min") == 300.0);
    CHECK(seconds("2 h") == 7200.0);
    CHECK(seconds("3 d") == 3 * 86400.0);
    CHECK(seconds("1 wk") == 7 * 86400.0);
    CHECK(seconds("1 y") == 365 * 86400.0);
    CHECK(seconds("6 mo") == 365 * 86400.0 / 2);  // A month is a twelfth of a year.
    CHECK(seconds("0 s") == 0.0);
}

TEST_CASE("a duration may be a sum from large to small units", "[parse][duration]") {
    CHECK(seconds("1 h 30 min") == 5400.0);
    CHECK(seconds("1 d 2 h 3 min 4 s") == 86400.0 + 2 * 3600 + 3 * 60 + 4);
}

TEST_CASE("blanks do not matter in a duration", "[parse][duration]") {
    CHECK(seconds("  2h ") == 7200.0);
    CHECK(seconds("1.5e1 s") == 15.0);
    CHECK(seconds(".5 h") == 1800.0);
}

TEST_CASE("a text that is not a duration is refused at the character where it goes wrong", "[parse][duration]") {
    const auto refusal = GENERATE(values<Refusal>({
        {"5 m", codes::unit_unknown, 2, "\"min\" or \"mo\""},
        {"5", codes::unit_missing, 1, "ms, s, min"},
        {"5 hours", codes::unit_unknown, 2, "\"h\""},
        {"5 H", codes::unit_unknown, 2, "\"h\""},
        {"5 parsec", codes::unit_unknown, 2, "ms, s, min"},
        {"-5 h", codes::number_out_of_range, 0, ""},
        {"inf h", codes::number_invalid, 0, "2 h"},
        {"nan h", codes::number_invalid, 0, "2 h"},
        {"1e308 y", codes::number_out_of_range, 0, ""},
        {"1e999 s", codes::number_out_of_range, 0, ""},
        {"1000001 y", codes::number_out_of_range, 0, ""},
        {"", codes::empty_value, 0, "2 h"},
        {"   ", codes::empty_value, 3, "2 h"},
        {"h", codes::number_invalid, 0, "2 h"},
        {"2 h 30", codes::unit_missing, 6, "ms, s, min"},
        {"30 min 1 h", codes::unit_unknown, 9, "1 h 30 min"},
        {"1 h 1 h", codes::unit_unknown, 6, "1 h 30 min"},
        {"2 h later", codes::trailing_text, 4, ""},
        {"2,5 h", codes::unit_missing, 1, "point"},
        {"5 \xc2\xb5s", codes::unit_unknown, 2, "ms, s, min"},
    }));
    check_refused(parse_duration(refusal.text), refusal);
}

TEST_CASE("sizes in powers of 1000 and of 1024 are told apart", "[parse][size]") {
    CHECK(parse_size("500 GB")->bytes == 500e9);
    CHECK(parse_size("16 MiB")->bytes == 16.0 * 1024 * 1024);
    CHECK(parse_size("12 B")->bytes == 12.0);
    check_refused(parse_size("5 gb"), {"5 gb", codes::unit_unknown, 2, "\"GB\""});
    check_refused(parse_size("5"), {"5", codes::unit_missing, 1, "MiB"});
    check_refused(parse_size("5 Mbit"), {"5 Mbit", codes::unit_unknown, 2, "bytes"});
    check_refused(parse_size("1e300 PB"), {"1e300 PB", codes::number_out_of_range, 0, ""});
}

TEST_CASE("rates are events per time", "[parse][rate]") {
    constexpr double year = 365 * 86400.0;
    CHECK(parse_rate("0.5 per y")->per_second == 0.5 / year);
    CHECK(parse_rate("0.5/y")->per_second == 0.5 / year);
    CHECK(parse_rate("2 per d")->per_second == 2 / 86400.0);
    CHECK(parse_rate("2 per 30 d")->per_second == 2 / (30 * 86400.0));
    check_refused(parse_rate("0.5"), {"0.5", codes::unit_missing, 3, "0.5 per y"});
    check_refused(parse_rate("0.5 per m"), {"0.5 per m", codes::unit_unknown, 8, "\"min\" or \"mo\""});
    check_refused(parse_rate("2 per 0 s"), {"2 per 0 s", codes::number_out_of_range, 6, ""});
    check_refused(parse_rate("1e300 per 1e-300 s"), {"1e300 per 1e-300 s", codes::number_out_of_range, 0, ""});
}

TEST_CASE("byte rates and request rates keep their kinds apart", "[parse][rate]") {
    CHECK(parse_byte_rate("2 MB/s")->bytes_per_second == 2e6);
    CHECK(parse_byte_rate("120 MB per min")->bytes_per_second == 2e6);
    CHECK(parse_request_rate("400 req/s")->requests_per_second == 400.0);
    CHECK(parse_request_rate("60 req per min")->requests_per_second == 1.0);
    check_refused(parse_byte_rate("100 Mbit/s"), {"100 Mbit/s", codes::unit_unknown, 4, "12.5 MB"});
    check_refused(parse_byte_rate("2 MB"), {"2 MB", codes::unit_missing, 4, "2 MB/s"});
    check_refused(parse_request_rate("400/s"), {"400/s", codes::unit_missing, 3, "400 req/s"});
}

TEST_CASE("requests are counted in full, in any time", "[parse][rate]") {
    CHECK(parse_request_rate("2000 req/min")->requests_per_second == 2000.0 / 60.0);
    CHECK(parse_request_rate("1e6 req/d")->requests_per_second == 1e6 / 86400.0);
    CHECK(parse_request_rate(" 400req / s ")->requests_per_second == 400.0);
    const auto refusal = GENERATE(values<Refusal>({
        {"2k req/s", codes::unit_unknown, 1, "2000 req/s"},
        {"400 rps", codes::unit_unknown, 4, "\"req/s\""},
        {"400 rpm", codes::unit_unknown, 4, "\"req/min\""},
        {"400 requests/s", codes::unit_unknown, 4, "\"req\""},
        {"400 MB/s", codes::unit_unknown, 4, "400 req/s"},
        {"400 req", codes::unit_missing, 7, "400 req/s"},
        {"400 req/m", codes::unit_unknown, 8, "\"min\" or \"mo\""},
        {"-1 req/s", codes::number_out_of_range, 0, ""},
        {"", codes::empty_value, 0, "400 req/s"},
    }));
    check_refused(parse_request_rate(refusal.text), refusal);
}

TEST_CASE("growth is kept as the compound rate per year", "[parse][growth]") {
    CHECK(*parse_growth("30% per y") == 0.3);
    CHECK(*parse_growth("-5% per y") == -0.05);
    CHECK(*parse_growth("- 5 % / y") == -0.05);
    CHECK(*parse_growth("0% per y") == 0.0);
    CHECK(*parse_growth("2% per mo") == Approx(std::pow(1.02, 12) - 1.0).epsilon(1e-12));
    CHECK(*parse_growth("-2% per mo") == Approx(std::pow(0.98, 12) - 1.0).epsilon(1e-12));
    CHECK(*parse_growth("44% per 2 y") == Approx(std::sqrt(1.44) - 1.0).epsilon(1e-12));
    CHECK(*parse_growth("10000% per y") == 100.0);
    const auto refusal = GENERATE(values<Refusal>({
        {"30%", codes::unit_missing, 3, "30% per y"},
        {"30 per y", codes::unit_missing, 3, "30% per y"},
        {"30% per m", codes::unit_unknown, 8, "\"min\" or \"mo\""},
        {"30% per 0 y", codes::number_out_of_range, 8, ""},
        {"-100% per y", codes::number_out_of_range, 0, ""},
        {"-100% per mo", codes::number_out_of_range, 0, ""},
        {"-99% per s", codes::number_out_of_range, 0, ""},
        {"10001% per y", codes::number_out_of_range, 0, ""},
        {"1% per s", codes::number_out_of_range, 0, ""},
        {"--5% per y", codes::number_out_of_range, 1, ""},
        {"fast", codes::number_invalid, 0, "30% per y"},
        {"", codes::empty_value, 0, "30% per y"},
        {"30% per y or so", codes::trailing_text, 10, ""},
    }));
    check_refused(parse_growth(refusal.text), refusal);
}

TEST_CASE("a service is up by the share of requests that it serves", "[parse][condition]") {
    CHECK(parse_up_when("served >= 99% of offered")->served_share == 0.99);
    CHECK_FALSE(parse_up_when("served >= 99% of offered")->above);
    CHECK(parse_up_when("served > 0.5 of offered")->served_share == 0.5);
    CHECK(parse_up_when("served>50% of offered")->above);
    CHECK(parse_up_when("served >= 100% of offered")->served_share == 1.0);
    CHECK(parse_up_when("served > 0% of offered")->served_share == 0.0);
    const auto refusal = GENERATE(values<Refusal>({
        {"served >= 0% of offered", codes::number_out_of_range, 10, "served > 0% of offered"},
        {"served > 100% of offered", codes::number_out_of_range, 9, "served >= 100% of offered"},
        {"served >= 99 of offered", codes::number_out_of_range, 10, "\"99%\""},
        {"served = 99% of offered", codes::condition, 7, "served >= 99% of offered"},
        {"served < 99% of offered", codes::condition, 7, "served >= 99% of offered"},
        {"served 99% of offered", codes::condition, 7, "served >= 99% of offered"},
        {"served >= 99%", codes::condition, 13, "served >= 99% of offered"},
        {"served >= 99% of offer", codes::condition, 17, "served >= 99% of offered"},
        {"latency < 200 ms", codes::condition, 0, "served >= 99% of offered"},
        {"99%", codes::condition, 0, "served >= 99% of offered"},
        {"served >= most of offered", codes::number_invalid, 10, "99.95%"},
        {"served >= 99% of offered for 5 min", codes::trailing_text, 25, ""},
        {"", codes::empty_value, 0, "served >= 99% of offered"},
    }));
    check_refused(parse_up_when(refusal.text), refusal);
}

TEST_CASE("shares are percent or fractions", "[parse][share]") {
    CHECK(*parse_share("99.95%") == 99.95 / 100.0);
    CHECK(*parse_share("0.9995") == 0.9995);
    CHECK(*parse_share("0%") == 0.0);
    CHECK(*parse_share("100 %") == 1.0);
    check_refused(parse_share("100.1%"), {"100.1%", codes::number_out_of_range, 0, ""});
    check_refused(parse_share("99.95"), {"99.95", codes::number_out_of_range, 0, "\"99.95%\""});
    check_refused(parse_share("-1%"), {"-1%", codes::number_out_of_range, 0, ""});
    check_refused(parse_share("most"), {"most", codes::number_invalid, 0, "99.95%"});
    CHECK(*share_from_number(0.25) == 0.25);
    check_refused(share_from_number(99.9), {"99.9", codes::number_out_of_range, 0, "\"99.9%\""});
    check_refused(share_from_number(std::nan("")), {"nan", codes::number_out_of_range, 0, ""});
}

TEST_CASE("a number of nines is the decimal fraction that it spells", "[parse][slo]") {
    CHECK(*parse_target("3 nines") == 0.999);
    CHECK(*parse_target("5 nines") == 0.99999);
    CHECK(*parse_target("1 nine") == 0.9);
    CHECK(*parse_target("3.5 nines") == Approx(1.0 - std::pow(10.0, -3.5)).epsilon(1e-15));
    check_refused(parse_target("0 nines"), {"0 nines", codes::number_out_of_range, 0, ""});
    check_refused(parse_target("16 nines"), {"16 nines", codes::number_out_of_range, 0, ""});
}

TEST_CASE("an objective may name its window", "[parse][slo]") {
    const auto with_window = parse_slo("99.95% per 30 d");
    REQUIRE(with_window);
    CHECK(with_window->target == 99.95 / 100.0);
    CHECK(with_window->window == Duration::days(30));

    const auto in_nines = parse_slo("3 nines per 1 mo");
    REQUIRE(in_nines);
    CHECK(in_nines->target == 0.999);
    CHECK(in_nines->window->in_years() == Approx(1.0 / 12));

    CHECK_FALSE(parse_slo("99.99%")->window.has_value());
    CHECK(parse_credit("10% below 99.9%")->share == Approx(0.1));
    CHECK(parse_credit("0.25 below 2 nines")->below == Approx(0.99));
    check_refused(parse_credit("10% 99.9%"), {"10% 99.9%", codes::credit_invalid, 4, "10% below 99.9%"});
    check_refused(parse_slo("99.95% per 30"), {"99.95% per 30", codes::unit_missing, 13, "ms, s, min"});
    check_refused(parse_slo("99.95% over 30 d"), {"99.95% over 30 d", codes::unit_missing, 7, "per 30 d"});
}

}  // namespace nines::scenario
