// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/explicit_files.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tests/catch.hpp"

using namespace nines::sim;

namespace {

std::string error_of(std::string_view text) {
    const auto error = std::get<ExplicitError>(parse_transitions(text));
    return std::to_string(error.line) + ": " + error.message;
}

std::string label_error_of(std::string_view text) {
    const auto error = std::get<ExplicitError>(parse_labels(text, 3));
    return std::to_string(error.line) + ": " + error.message;
}

}  // namespace

TEST_CASE("a transitions file is read in any order, loops and zeros left out, repeats added", "[markov][files]") {
    const auto chain =
        std::get<Chain>(parse_transitions("3 6\n2 0 7200\n0 1 3600\r\n\n0 0 5\n0 2 0\n1 2 1.8e3\n1 2 1800\n", 3600));
    REQUIRE(chain.state_count() == 3);
    REQUIRE(chain.transition_count() == 3);
    CHECK(chain.targets(0)[0] == 1);
    CHECK(chain.rates(0)[0] == 1.0);
    CHECK(chain.rates(1)[0] == 1.0);
    CHECK(chain.rates(2)[0] == 2.0);
}

TEST_CASE("what is written reads back the same", "[markov][files]") {
    const std::string text = "3 3\n0 1 0.1\n0 2 3e-05\n2 0 0.3333333333333333\n";
    CHECK(write_transitions(std::get<Chain>(parse_transitions(text))) == text);
    const std::string labels = "0=\"init\" 1=\"down state\"\n0: 0\n2: 0 1\n";
    CHECK(write_labels(std::get<Labels>(parse_labels(labels, 3))) == labels);
}

TEST_CASE("labels are read by number and by name", "[markov][files]") {
    const auto* text = GENERATE("0=\"init\" 3=\"down\"\n0: 0\n2: 3\n", "0 init\n2 down\n");
    const auto labels = std::get<Labels>(parse_labels(text, 3));
    REQUIRE(labels.find("down") != nullptr);
    CHECK(*labels.find("down") == StateSet{false, false, true});
    CHECK(*labels.find("init") == StateSet{true, false, false});
    CHECK(labels.find("up") == nullptr);
}

TEST_CASE("mistakes in a transitions file are named with their line", "[markov][files]") {
    const auto starts = [](const std::string& text) { return Catch::Matchers::StartsWith(text); };
    CHECK_THAT(error_of(""), starts("0: the text is empty"));
    CHECK_THAT(error_of("2\n"), starts("1: the first line must be two whole numbers"));
    CHECK_THAT(error_of("0 0\n"), starts("1: 0 states"));
    CHECK_THAT(error_of("2 1\n0 1\n"), starts("2: expected \"from to rate\""));
    CHECK_THAT(error_of("2 1\n0 1 x\n"), starts("2: expected"));
    CHECK_THAT(error_of("2 1\n\n0 2 1\n"), starts("3: state 2: the states are numbered 0 to 1"));
    CHECK_THAT(error_of("2 1\n0 1 -1\n"), starts("2: rate -1"));
    CHECK_THAT(error_of("2 1\n0 1 inf\n"), starts("2: rate inf"));
    CHECK_THAT(error_of("2 1\n0 1 1\n1 0 1\n"), starts("3: more transitions than the 1"));
    CHECK_THAT(error_of("2 2\n0 1 1\n"), starts("0: the first line announces 2 transitions, but there are 1"));
}

TEST_CASE("mistakes in a labels file are named with their line", "[markov][files]") {
    const auto starts = [](const std::string& text) { return Catch::Matchers::StartsWith(text); };
    CHECK_THAT(label_error_of("0=\"init\n"), starts("1: a label's name has no closing quotation mark"));
    CHECK_THAT(label_error_of("0=\"a\" 0=\"b\"\n"), starts("1: label number 0 is declared twice"));
    CHECK_THAT(label_error_of("0=\"a\" 1=\"a\"\n"), starts("1: label \"a\" is declared twice"));
    CHECK_THAT(label_error_of("0=\"a\"\n7: 0\n"), starts("2: state 7"));
    CHECK_THAT(label_error_of("0=\"a\"\n1: 4\n"), starts("2: \"4\" is no label number"));
    CHECK_THAT(label_error_of("0=\"a\"\n1 0\n"), starts("2: expected \"state: labels\""));
    CHECK_THAT(label_error_of("x down\n"), starts("1: \"x\" is no state number"));
}
