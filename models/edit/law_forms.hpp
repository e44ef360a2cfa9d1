// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/random/law.hpp"

/// The forms of distributions as data: what an editor of a distribution offers, and how it reads and writes one piece
/// by piece. What a text means is said by `scenario::parse_law` alone.
namespace nines::edit {

/// One blank of a form.
struct LawArgument {
    enum class What { time, number, text };
    std::string name;     ///< "shape", "infant scale"; empty: the value stands alone. "p95" stands for any percentile.
    std::string example;  ///< "0.7", "30 min".
    What what = What::time;
    std::string label;  ///< For people, where there is no name: "from", "to".
};

struct LawForm {
    std::string word;   ///< "weibull"; empty: a plain time.
    std::string title;  ///< "Weibull (shape, mean)".
    std::string help;   ///< What it is good for; one sentence.
    std::vector<LawArgument> arguments;
};

/// All forms, the plain ones first. A word that can be given by different arguments has a form for each set.
const std::vector<LawForm>& law_forms();

/// A distribution as it is written: which form, and the texts in its blanks.
struct WrittenLaw {
    struct Blank {
        std::string name;  ///< As written: "p99" where the form says "p95".
        std::string text;
    };
    std::size_t form = 0;       ///< Index into `law_forms()`.
    std::vector<Blank> blanks;  ///< In the order of the form's arguments.
    std::string cap;            ///< Of "... capped 1 d": "1 d"; empty: not capped.
};

/// Takes a text apart; nothing if it has none of the forms. The texts in the blanks may still be wrong.
std::optional<WrittenLaw> take_law_apart(std::string_view text);

/// The text again.
std::string put_law_together(const WrittenLaw& law);

/// A law of this form to start from: its example, with times that give about the mean of `like`, if that has one.
WrittenLaw law_to_start_from(std::size_t form, const std::optional<sim::Law>& like = {});

}  // namespace nines::edit
