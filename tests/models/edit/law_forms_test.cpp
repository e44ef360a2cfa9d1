// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/law_forms.hpp"

#include <algorithm>
#include <cmath>

#include "models/edit/law_curves.hpp"
#include "models/scenario/parse.hpp"
#include "tests/catch.hpp"

using namespace nines;
using edit::law_forms;
using edit::put_law_together;
using edit::take_law_apart;

namespace {

sim::Law law(const std::string& text) {
    const auto parsed = scenario::parse_law(text);
    REQUIRE(parsed);
    return *parsed;
}

/// Measured times are read from a file, which there is none of here.
bool needs_a_file(const edit::LawForm& form) {
    return form.word == "empirical";
}

}  // namespace

TEST_CASE("the example of every form of distribution is one", "[edit][law]") {
    for (std::size_t i = 0; i < law_forms().size(); ++i) {
        const std::string text = put_law_together(edit::law_to_start_from(i));
        CAPTURE(text);
        if (!needs_a_file(law_forms()[i])) CHECK(scenario::parse_law(text));
    }
}

TEST_CASE("every form of distribution is taken apart and put together again", "[edit][law]") {
    for (std::size_t i = 0; i < law_forms().size(); ++i) {
        for (const std::string& cap : {std::string(), std::string(" capped 10 y")}) {
            if (law_forms()[i].word == "never" && !cap.empty()) continue;
            const std::string text = put_law_together(edit::law_to_start_from(i)) + cap;
            CAPTURE(text);
            const auto written = take_law_apart(text);
            REQUIRE(written);
            CHECK(written->form == i);
            CHECK(written->blanks.size() == law_forms()[i].arguments.size());
            CHECK(put_law_together(*written) == text);
        }
    }
}

TEST_CASE("every word that the language knows for a distribution has a form", "[edit][law]") {
    for (const std::string word : {"exp", "weibull", "lognormal", "gamma", "erlang", "normal", "uniform", "triangular",
                                   "hyperexp", "bathtub", "mix", "empirical", "instant", "never"}) {
        CAPTURE(word);
        CHECK(std::any_of(law_forms().begin(), law_forms().end(),
                          [&](const edit::LawForm& form) { return form.word == word; }));
    }
}

TEST_CASE("arguments may stand in any order, and a percentile may be any", "[edit][law]") {
    const auto written = take_law_apart("lognormal( p99 3 h,  median 30 min )");
    REQUIRE(written);
    REQUIRE(written->blanks.size() == 2);
    CHECK(written->blanks[0].text == "30 min");
    CHECK(written->blanks[1].name == "p99");
    CHECK(put_law_together(*written) == "lognormal(median 30 min, p99 3 h)");
}

TEST_CASE("a cap within a mixture is not the cap of the mixture", "[edit][law]") {
    const std::string text = "mix(90%: 1 min, 10%: exp(mean 1 h) capped 2 h)";
    const auto written = take_law_apart(text);
    REQUIRE(written);
    CHECK(written->cap.empty());
    CHECK(put_law_together(*written) == text);
}

TEST_CASE("what is no distribution is not taken apart", "[edit][law]") {
    for (const std::string text : {"", "soon", "weibull(mean 2 h)", "exp(mean 2 h", "uniform(1 h)"}) {
        CAPTURE(text);
        CHECK_FALSE(take_law_apart(text));
    }
}

TEST_CASE("another form begins with about the mean of the one before", "[edit][law]") {
    const auto exponential_like = [](const std::string& text) {
        return put_law_together(edit::law_to_start_from(1, law(text)));
    };
    CHECK(exponential_like("exp(mean 210.6 s)") == "exp(mean 3.51 min)");
    CHECK(exponential_like("exp(mean 3558.4 s)") == "exp(mean 59.3 min)");
    CHECK(exponential_like("exp(mean 75 s)") == "exp(mean 75 s)");
    CHECK(exponential_like("exp(mean 2 d)") == "exp(mean 2 d)");
    const sim::Law before = law("exp(mean 90 d)");
    for (std::size_t i = 0; i < law_forms().size(); ++i) {
        bool has_times = false;
        for (const edit::LawArgument& argument : law_forms()[i].arguments) {
            has_times = has_times || argument.what == edit::LawArgument::What::time;
        }
        if (!has_times) continue;
        const std::string text = put_law_together(edit::law_to_start_from(i, before));
        CAPTURE(text);
        // Times are rounded to three digits; a lognormal by mean and median or by a percentile keeps its shape.
        CHECK(sim::mean(law(text)).in_seconds() == Approx(90.0 * 86400.0).epsilon(0.02));
    }
}

TEST_CASE("curves of an exponential follow its formulas", "[edit][law]") {
    const auto curves = edit::law_curves(law("exp(mean 100 s)"), false, 50);
    REQUIRE(curves.seconds.size() == 50);
    for (std::size_t i = 0; i < curves.seconds.size(); ++i) {
        const double t = curves.seconds[i];
        CHECK(curves.density[i] == Approx(std::exp(-t / 100.0) / 100.0));
        CHECK(curves.cumulative[i] == Approx(1.0 - std::exp(-t / 100.0)));
        CHECK(curves.hazard[i] == Approx(0.01));
    }
}

TEST_CASE("single times have no density, and never has no curve", "[edit][law]") {
    CHECK_FALSE(edit::law_curves(law("2 h"), false).has_density);
    CHECK(edit::law_curves(law("never"), false).seconds.empty());
    CHECK(edit::law_curves(law("instant"), false).seconds.empty());
}

TEST_CASE("laws over powers of ten suit a logarithmic axis", "[edit][law]") {
    CHECK(edit::suits_log_time(law("lognormal(median 1 min, p95 1 d)")));
    CHECK_FALSE(edit::suits_log_time(law("normal(mean 4 h, sd 1 h)")));
    CHECK_FALSE(edit::suits_log_time(law("never")));
}
