// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"
#include "tests/catch.hpp"

using namespace nines;
using namespace nines::scenario;
using Catch::Matchers::WithinRel;

namespace {

double rate(const std::string& text, PriceForm form) {
    const auto price = parse_price(text, form);
    INFO(text << ": " << (price ? std::string() : price.error().message));
    REQUIRE(price);
    return price->rate();
}

std::string again(const std::string& text, PriceForm form) {
    return to_text(*parse_price(text, form));
}

std::string refusal(const std::string& text, PriceForm form) {
    const auto price = parse_price(text, form);
    REQUIRE_FALSE(price);
    return std::string(price.error().code) + ": " + price.error().message + "; " + price.error().hint;
}

}  // namespace

TEST_CASE("a price is an amount for a time, for data and a time, for requests, or once", "[scenario][price]") {
    constexpr double month = 365.0 * 86400.0 / 12.0;
    CHECK_THAT(rate("70 per mo", PriceForm::by_time), WithinRel(70.0 / month, 1e-15));
    CHECK_THAT(rate("70 EUR/mo", PriceForm::by_time), WithinRel(70.0 / month, 1e-15));
    CHECK_THAT(rate("0.096/h", PriceForm::by_time), WithinRel(0.096 / 3600.0, 1e-15));
    CHECK_THAT(rate("300 per 30 d", PriceForm::by_time), WithinRel(10.0 / 86400.0, 1e-15));
    for (const char* text : {"0.12 per GB mo", "0.12 per GB per mo", "0.12/GB/mo", "0.12 €/GB mo"}) {
        CHECK_THAT(rate(text, PriceForm::by_data), WithinRel(0.12 / 1e9 / month, 1e-15));
    }
    CHECK_THAT(rate("0.40 per million requests", PriceForm::by_requests), WithinRel(4e-7, 1e-15));
    CHECK_THAT(rate("5 EUR per 10000 req", PriceForm::by_requests), WithinRel(5e-4, 1e-15));
    CHECK_THAT(rate("2000 EUR", PriceForm::once), WithinRel(2000.0, 1e-15));
    CHECK(parse_price("70 EUR/mo", PriceForm::by_time)->currency == "EUR");
    CHECK(parse_price("70/mo", PriceForm::by_time)->currency.empty());
}

TEST_CASE("a price is written as it is read", "[scenario][price]") {
    struct Case {
        PriceForm form;
        const char* read;
        const char* written;
    };
    const std::vector<Case> cases = {{PriceForm::by_time, "70 per mo", "70 per mo"},
                                     {PriceForm::by_time, "70 EUR/mo", "70 EUR per mo"},
                                     {PriceForm::by_time, "300/30 d", "300 per 30 d"},
                                     {PriceForm::by_data, "0.12/GB/mo", "0.12 per GB mo"},
                                     {PriceForm::by_data, "12 USD per 100 GB 30 d", "12 USD per 100 GB 30 d"},
                                     {PriceForm::by_requests, "0.40 per million requests", "0.4 per million requests"},
                                     {PriceForm::by_requests, "5 per 10000 req", "5 per 10000 requests"},
                                     {PriceForm::by_requests, "5/request", "5 per request"},
                                     {PriceForm::once, "2000 EUR", "2000 EUR"}};
    for (const Case& each : cases) {
        CHECK(again(each.read, each.form) == each.written);
        CHECK(again(each.written, each.form) == each.written);
    }
}

TEST_CASE("a price that lacks what it counts is told what that is", "[scenario][price]") {
    CHECK(refusal("70", PriceForm::by_time) == "E021: a price needs a time; for example \"70 per mo\"");
    CHECK(refusal("70 EUR", PriceForm::by_time) == "E021: a price needs a time; for example \"70 per mo\"");
    CHECK(refusal("70 mo", PriceForm::by_time) == "E021: a price needs a time; for example \"70 per mo\"");
    CHECK(refusal("70 per month", PriceForm::by_time) == "E022: \"month\" is not a unit of time; did you mean \"mo\"?");
    CHECK(refusal("70 per GB mo", PriceForm::by_time).starts_with("E022: \"GB\" is not a unit of time"));
    CHECK(refusal("0.12 per mo", PriceForm::by_data).starts_with("E022: a price of data needs a size and a time"));
    CHECK(refusal("0.12 per GB", PriceForm::by_data).starts_with("E021: a price of data needs a size and a time"));
    CHECK(refusal("0.12 per gb mo", PriceForm::by_data).find("did you mean \"GB\"?") != std::string::npos);
    CHECK(refusal("0.40 per million", PriceForm::by_requests).starts_with("E021: a price of requests says for how"));
    CHECK(refusal("2000 per mo", PriceForm::once).starts_with("E025: this is paid once"));
    CHECK(refusal("-3 per mo", PriceForm::by_time).starts_with("E024: a negative number"));
    CHECK(refusal("1e16 per mo", PriceForm::by_time).starts_with("E024: an amount of money is at most 1e15"));
    CHECK(refusal("EUR 70 per mo", PriceForm::by_time).starts_with("E023: "));
    CHECK(refusal("70 per 0 d", PriceForm::by_time).starts_with("E024: the time must be above 0"));
}

TEST_CASE("a currency is one word that is no unit", "[scenario][price]") {
    CHECK(parse_currency("EUR"));
    CHECK(parse_currency("€"));
    for (const char* text : {"", "US dollars", "mo", "GB", "per", "ThirteenBytes"}) CHECK_FALSE(parse_currency(text));
    CHECK_FALSE(price_from_number(-1.0));
    CHECK(price_from_number(2000.0));
}
