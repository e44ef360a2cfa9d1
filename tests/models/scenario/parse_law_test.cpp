// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <string>
#include <variant>

#include "models/scenario/codes.hpp"
#include "models/scenario/parse.hpp"
#include "tests/catch.hpp"

namespace nines::scenario {
namespace {

sim::Law law(std::string_view text) {
    const auto parsed = parse_law(text);
    INFO(text << ": " << (parsed ? std::string() : parsed.error().message));
    REQUIRE(parsed);
    return *parsed;
}

template <class Form>
Form form(std::string_view text) {
    const sim::Law parsed = law(text);
    INFO(text);
    REQUIRE(std::holds_alternative<Form>(parsed.form));
    return std::get<Form>(parsed.form);
}

/// Gives `data` for the file "times.csv" and nothing else.
FileReader one_file(std::string data) {
    return [data = std::move(data)](std::string_view path) -> Parsed<std::string> {
        if (path == "times.csv") return data;
        return ParseError{codes::cannot_read, "cannot read it", {}, 0};
    };
}

}  // namespace

TEST_CASE("a plain duration is a constant", "[parse][law]") {
    CHECK(form<sim::Constant>("2 h").value == Duration::hours(2));
    CHECK(form<sim::Constant>("1 h 30 min").value == Duration::minutes(90));
}

TEST_CASE("never is a distribution", "[parse][law]") {
    CHECK(std::holds_alternative<sim::Never>(law("never").form));
}

TEST_CASE("an exponential is given by its mean", "[parse][law]") {
    CHECK(form<sim::Exponential>("exp(mean 4 h)").mean == Duration::hours(4));
}

TEST_CASE("a Weibull is given by shape and mean or shape and scale", "[parse][law]") {
    CHECK(form<sim::Weibull>("weibull(shape 0.7, scale 3 d)").scale == Duration::days(3));
    CHECK(form<sim::Weibull>("weibull(scale 3 d, shape 0.7)").shape == 0.7);
    // Mean = scale * Gamma(1 + 1 / shape); for shape 0.5 Gamma(3) = 2.
    CHECK(form<sim::Weibull>("weibull(shape 0.5, mean 4 h)").scale.in_hours() == Approx(2.0));
}

TEST_CASE("a lognormal is given in four ways and by any upper percentile", "[parse][law]") {
    // p95: median * exp(1.6448536 sigma), the standard normal quantile of 0.95.
    CHECK(form<sim::Lognormal>("lognormal(median 30 min, p95 2 h)").log_sd ==
          Approx(std::log(4.0) / 1.644853626951473));
    CHECK(form<sim::Lognormal>("lognormal(median 30 min, p90 2 h)").log_sd ==
          Approx(std::log(4.0) / 1.281551565544600));
    CHECK(form<sim::Lognormal>("lognormal(median 30 min, p99 2 h)").log_sd ==
          Approx(std::log(4.0) / 2.326347874040841));
    CHECK(form<sim::Lognormal>("lognormal(median 30 min, sigma 0.5)").log_sd == 0.5);
    CHECK(form<sim::Lognormal>("lognormal(median 30 min, sigma 0.5)").log_median == Approx(std::log(1800.0)));
    // sigma^2 = 2 ln(mean / median).
    CHECK(form<sim::Lognormal>("lognormal(mean 2 h, median 1 h)").log_sd == Approx(std::sqrt(2 * std::log(2.0))));
    // sigma^2 = ln(1 + cv^2).
    CHECK(form<sim::Lognormal>("lognormal(mean 2 h, cv 1)").log_sd == Approx(std::sqrt(std::log(2.0))));
}

TEST_CASE("a gamma is given by mean and cv or shape and scale", "[parse][law]") {
    const auto by_cv = form<sim::Gamma>("gamma(mean 4 h, cv 0.5)");
    CHECK(by_cv.shape == Approx(4.0));  // 1 / cv^2.
    CHECK(by_cv.scale.in_hours() == Approx(1.0));
    CHECK(form<sim::Gamma>("gamma(shape 4, scale 1 h)").shape == 4.0);
}

TEST_CASE("the other named forms keep their arguments", "[parse][law]") {
    CHECK(form<sim::Erlang>("erlang(stages 3, mean 4 h)").stages == 3);
    CHECK(form<sim::Normal>("normal(mean 4 h, sd 1 h)").sd == Duration::hours(1));
    CHECK(form<sim::Uniform>("uniform(20 s, 30 s)").high == Duration::seconds(30));
    CHECK(form<sim::Triangular>("triangular(min 1 h, mode 2 h, max 6 h)").mode == Duration::hours(2));
    const auto bathtub = form<sim::Bathtub>(
        "bathtub(infant shape 0.5, infant scale 900 y, chance mean 40 y, wear shape 4, wear scale 9 y)");
    CHECK(bathtub.infant.shape == 0.5);
    CHECK(bathtub.chance.mean == Duration::years(40));
    CHECK(bathtub.wear_out.scale == Duration::years(9));
}

TEST_CASE("a hyperexponential keeps weights and means", "[parse][law]") {
    const auto hyper = form<sim::Hyperexponential>("hyperexp(30%: 1 min, 70%: 2 h)");
    REQUIRE(hyper.branches.size() == 2);
    CHECK(hyper.branches[0].weight == 0.3);
    CHECK(hyper.branches[1].mean == Duration::hours(2));
}

TEST_CASE("mixtures nest and take fractions as weights", "[parse][law]") {
    const auto mix = form<sim::Mixture>("mix(0.9: 1 min, 0.1: mix(50%: exp(mean 1 h), 50%: 2 h capped 1 h))");
    REQUIRE(mix.parts.size() == 2);
    CHECK(std::holds_alternative<sim::Constant>(mix.parts[0].law.form));
    const auto inner = std::get<sim::Mixture>(mix.parts[1].law.form);
    CHECK(std::holds_alternative<sim::Exponential>(inner.parts[0].law.form));
    CHECK(std::holds_alternative<sim::Capped>(inner.parts[1].law.form));
}

TEST_CASE("a cap holds for the distribution before it", "[parse][law]") {
    const auto capped = form<sim::Capped>("lognormal(median 30 min, p95 2 h) capped 1 d");
    CHECK(capped.cap == Duration::days(1));
    CHECK(std::holds_alternative<sim::Lognormal>(capped.base->form));
}

TEST_CASE("measured times are read, sorted and named", "[parse][law]") {
    const auto parsed = parse_law("empirical(\"times.csv\")", one_file("duration\r\n# comment\n2 h\n\n30 min\r\n90\n"));
    REQUIRE(parsed);
    const auto empirical = std::get<sim::Empirical>(parsed->form);
    CHECK(*empirical.sorted_seconds == std::vector<double>{90.0, 1800.0, 7200.0});
    CHECK(empirical.source == "times.csv");
}

TEST_CASE("a bad file of measured times is refused with its line", "[parse][law]") {
    const auto bad = parse_law("empirical('times.csv')", one_file("1 h\n2 m\n"));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == codes::data_file.id);
    CHECK(bad.error().offset == 10);
    CHECK(bad.error().message == "times.csv: line 2: \"m\" is not a unit of time");

    CHECK_FALSE(parse_law("empirical(\"times.csv\")", one_file("")));
    CHECK_FALSE(parse_law("empirical(\"times.csv\")", one_file("-1 h")));
    CHECK(parse_law("empirical(\"other.csv\")", one_file("1 h")).error().code == codes::cannot_read.id);
    CHECK(parse_law("empirical(\"times.csv\")").error().code == codes::data_file.id);
}

TEST_CASE("a malformed distribution is refused at the character where it goes wrong", "[parse][law]") {
    struct Refusal {
        std::string_view text;
        Code code;
        std::size_t offset;
    };
    const auto refusal = GENERATE(values<Refusal>({
        {"weibul(shape 1, mean 2 h)", codes::distribution_unknown, 0},
        {"exp", codes::distribution_arguments, 3},
        {"exp()", codes::distribution_arguments, 0},
        {"exp(4 h)", codes::distribution_arguments, 0},
        {"exp(mean 4)", codes::unit_missing, 9},
        {"exp(mean 0 h)", codes::distribution_arguments, 9},
        {"exp(mean 4 h", codes::distribution_arguments, 12},
        {"exp(mean 4 m)", codes::unit_unknown, 11},
        {"exp(mean 4 h) now", codes::trailing_text, 14},
        {"weibull(shape 0.7)", codes::distribution_arguments, 0},
        {"weibull(shape 0, mean 4 h)", codes::distribution_arguments, 14},
        {"weibull(shape 2 h, mean 4 h)", codes::distribution_arguments, 14},
        {"weibull(shape 1e9, mean 4 h)", codes::distribution_arguments, 14},
        {"weibull(shape 1, shape 2)", codes::distribution_arguments, 17},
        {"lognormal(median 2 h, p95 1 h)", codes::distribution_arguments, 26},
        {"lognormal(median 2 h, p40 3 h)", codes::distribution_arguments, 26},
        {"lognormal(mean 1 h, median 2 h)", codes::distribution_arguments, 15},
        {"lognormal(median 1 ms, p51 1e6 y)", codes::distribution_arguments, 27},
        {"gamma(mean 4 h, cv 0)", codes::distribution_arguments, 19},
        {"erlang(stages 2.5, mean 1 h)", codes::distribution_arguments, 14},
        {"erlang(stages 1e9, mean 1 h)", codes::distribution_arguments, 14},
        {"uniform(30 s, 20 s)", codes::distribution_arguments, 0},
        {"uniform(30 s)", codes::distribution_arguments, 0},
        {"triangular(min 3 h, mode 2 h, max 6 h)", codes::distribution_arguments, 25},
        {"hyperexp(30%: 1 min, 60%: 2 h)", codes::weights, 0},
        {"hyperexp(30% 1 min, 70%: 2 h)", codes::distribution_arguments, 13},
        {"mix(50%: exp(mean 1), 50%: 1 h)", codes::unit_missing, 18},
        {"1 h capped 0 s", codes::distribution_arguments, 11},
        {"never capped 1 h", codes::distribution_arguments, 6},
        {"empirical(times.csv)", codes::distribution_arguments, 0},
        {"empirical(\"times.csv)", codes::trailing_text, 10},
        {"", codes::empty_value, 0},
        {"5", codes::unit_missing, 1},
        {"bathtub(infant shape 2, infant scale 1 y, chance mean 1 y, wear shape 4, wear scale 1 y)",
         codes::distribution_arguments, 21},
    }));
    INFO(refusal.text);
    const auto parsed = parse_law(refusal.text);
    REQUIRE_FALSE(parsed);
    INFO(parsed.error().message);
    CHECK(parsed.error().code == refusal.code.id);
    CHECK(parsed.error().offset == refusal.offset);
}

TEST_CASE("a word where a number should stand is named alone", "[parse][law]") {
    const auto word = parse_law("lognormal(median abc, p95 3 min)");
    REQUIRE_FALSE(word);
    CHECK(word.error().code == codes::number_invalid.id);
    CHECK(word.error().message == "\"abc\" stands where a number should");
    CHECK(word.error().offset == std::string("lognormal(median ").size());
    const auto nothing = parse_law("exp(mean)");
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().message == "\"mean\" of exp has no value");
    CHECK(nothing.error().offset == std::string("exp(").size());
}

TEST_CASE("a misspelt distribution brings the nearest name", "[parse][law]") {
    CHECK(parse_law("weibul(shape 1, mean 2 h)").error().hint == "did you mean \"weibull\"?");
}

TEST_CASE("weights may miss 100 % by rounding only", "[parse][law]") {
    CHECK(parse_law("hyperexp(33.3333333333%: 1 h, 66.6666666667%: 2 h)"));
    CHECK_FALSE(parse_law("hyperexp(33.333%: 1 h, 66.666%: 2 h)"));
}

TEST_CASE("distributions nested beyond 32 are refused, however deep", "[parse][law]") {
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 1; i < depth; ++i) text += "mix(100%: ";
        return text + "1 h" + std::string(static_cast<std::size_t>(depth - 1), ')');
    };
    CHECK(parse_law(nested(32)));
    const auto too_deep = parse_law(nested(33));
    REQUIRE_FALSE(too_deep);
    CHECK(too_deep.error().code == codes::nested_too_deep.id);
    CHECK_FALSE(parse_law(nested(100'000)));
}

TEST_CASE("a distribution with a hundred thousand branches is refused", "[parse][law]") {
    std::string text = "mix(0%: 1 h";
    for (int i = 0; i < 100'000; ++i) text += ", 0%: 1 h";
    const auto parsed = parse_law(text + ")");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == codes::distribution_arguments.id);
}

}  // namespace nines::scenario
