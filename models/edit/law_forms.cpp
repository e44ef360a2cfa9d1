// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/edit/law_forms.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "models/scenario/characters.hpp"
#include "models/scenario/parse.hpp"
#include "models/scenario/value_text.hpp"

namespace nines::edit {
namespace {

using scenario::trimmed;
using What = LawArgument::What;

/// Pieces between commas that stand in no parentheses and no quotes.
std::vector<std::string_view> split_arguments(std::string_view text) {
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
        if (text[i] != ',' || depth != 0) continue;
        pieces.push_back(trimmed(text.substr(start, i - start)));
        start = i + 1;
    }
    pieces.push_back(trimmed(text.substr(start)));
    return pieces;
}

bool is_percentile(std::string_view name) {
    return name.size() >= 2 && name.front() == 'p' &&
           std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool same_name(const std::string& wanted, std::string_view written) {
    return wanted == written || (is_percentile(wanted) && is_percentile(written));
}

/// "infant shape 0.5": name "infant shape", text "0.5". A percentile is a name although it has digits.
WrittenLaw::Blank named_blank(std::string_view piece) {
    std::size_t at = 0;
    while (at < piece.size()) {
        const std::size_t end = std::min(piece.find(' ', at), piece.size());
        const std::string_view word = piece.substr(at, end - at);
        const bool is_name = !word.empty() && (std::isalpha(static_cast<unsigned char>(word.front())) != 0);
        if (!is_name && !word.empty()) break;
        at = std::min(end + 1, piece.size());
    }
    return {std::string(trimmed(piece.substr(0, at))), std::string(trimmed(piece.substr(at)))};
}

/// The blanks in the order of the form, or nothing if these are not its arguments.
std::optional<std::vector<WrittenLaw::Blank>> fill(const LawForm& form, std::string_view inside) {
    if (form.arguments.size() == 1 && form.arguments.front().what == What::text) {
        return std::vector<WrittenLaw::Blank>{{"", std::string(trimmed(inside))}};
    }
    const std::vector<std::string_view> pieces = split_arguments(inside);
    if (pieces.size() != form.arguments.size()) return std::nullopt;
    std::vector<WrittenLaw::Blank> blanks;
    if (form.arguments.front().name.empty()) {
        for (const std::string_view piece : pieces) blanks.push_back({"", std::string(piece)});
        return blanks;
    }
    std::vector<WrittenLaw::Blank> given;
    for (const std::string_view piece : pieces) given.push_back(named_blank(piece));
    for (const LawArgument& argument : form.arguments) {
        const auto found = std::find_if(given.begin(), given.end(), [&](const WrittenLaw::Blank& blank) {
            return same_name(argument.name, blank.name);
        });
        if (found == given.end()) return std::nullopt;
        blanks.push_back(*found);
    }
    return blanks;
}

/// Three digits are enough for a law to start from.
Duration rounded(Duration time) {
    const double seconds = time.in_seconds();
    if (!(seconds > 0.0) || !std::isfinite(seconds)) return time;
    const double unit = seconds >= 31536000.0 ? 31536000.0
                        : seconds >= 86400.0  ? 86400.0
                        : seconds >= 3600.0   ? 3600.0
                        : seconds >= 60.0     ? 60.0
                        : seconds >= 1.0      ? 1.0
                                              : 0.001;
    const double digit = std::pow(10.0, std::floor(std::log10(seconds / unit)) - 2.0);
    return Duration::seconds(std::round(seconds / unit / digit) * digit * unit);
}

/// The shortest way to write those three digits in a unit that suits: "75 s", "3.51 min".
std::string time_text(Duration time) {
    struct Unit {
        double seconds;
        const char* word;
    };
    constexpr std::array units = {Unit{31536000.0, "y"}, Unit{86400.0, "d"}, Unit{3600.0, "h"},
                                  Unit{60.0, "min"},     Unit{1.0, "s"},     Unit{0.001, "ms"}};
    constexpr double as_good_as_equal = 1e-9;
    const Duration wanted = rounded(time);
    std::string best;
    for (const Unit& unit : units) {
        const double number = wanted.in_seconds() / unit.seconds;
        if (!(number >= 1.0) || number >= 999.5) continue;
        const double digit = std::pow(10.0, std::floor(std::log10(number)) - 2.0);
        if (std::abs(std::round(number / digit) * digit - number) > as_good_as_equal * number) continue;
        const std::string text = fmt::format("{:.3g} {}", number, unit.word);
        if (best.empty() || text.size() < best.size()) best = text;
    }
    return best.empty() ? scenario::to_text(wanted) : best;
}

LawArgument time(std::string name, std::string example) {
    return {std::move(name), std::move(example), What::time, {}};
}
LawArgument number(std::string name, std::string example) {
    return {std::move(name), std::move(example), What::number, {}};
}
LawArgument nameless(std::string label, std::string example, What what = What::time) {
    return {"", std::move(example), what, std::move(label)};
}

std::vector<LawForm> plain_forms() {
    return {
        {"", "Constant", "Always the same time.", {nameless("time", "2 h")}},
        {"exp", "Exponential (mean)", "No memory: what is old fails as often as what is new.", {time("mean", "2 h")}},
        {"lognormal",
         "Lognormal (median, percentile)",
         "Repairs and human work: mostly quick, now and then very long.",
         {time("median", "30 min"), time("p95", "2 h")}},
        {"lognormal",
         "Lognormal (mean, median)",
         "The same, by its mean and median.",
         {time("mean", "45 min"), time("median", "30 min")}},
        {"lognormal",
         "Lognormal (mean, cv)",
         "The same, by its mean and how much it varies.",
         {time("mean", "45 min"), number("cv", "1.2")}},
        {"lognormal",
         "Lognormal (median, sigma)",
         "The same, by its median and the spread of its logarithm.",
         {time("median", "30 min"), number("sigma", "0.9")}},
        {"weibull",
         "Weibull (shape, mean)",
         "Shape below 1: early failures; 1: exponential; above 1: wear-out.",
         {number("shape", "0.7"), time("mean", "4 mo")}},
        {"weibull",
         "Weibull (shape, scale)",
         "The same, by the time at which 63.2 % have failed.",
         {number("shape", "2"), time("scale", "3 y")}},
        {"uniform",
         "Uniform (least, most)",
         "Any time between two, all alike.",
         {nameless("from", "20 s"), nameless("to", "30 s")}},
        {"triangular",
         "Triangular (min, mode, max)",
         "A guess by three times.",
         {time("min", "1 h"), time("mode", "2 h"), time("max", "6 h")}},
    };
}

std::vector<LawForm> further_forms() {
    return {
        {"normal", "Normal (mean, sd)", "Around a mean; cut off at 0.", {time("mean", "4 h"), time("sd", "1 h")}},
        {"gamma",
         "Gamma (mean, cv)",
         "Several steps of random length, by mean and how much it varies.",
         {time("mean", "4 h"), number("cv", "0.5")}},
        {"gamma",
         "Gamma (shape, scale)",
         "The same, by shape and scale.",
         {number("shape", "4"), time("scale", "1 h")}},
        {"erlang",
         "Erlang (stages, mean)",
         "A whole number of equal exponential steps in a row.",
         {number("stages", "3"), time("mean", "4 h")}},
        {"hyperexp",
         "Hyperexponential (shares: means)",
         "Exponentials, one of which is drawn by its share.",
         {nameless("shares", "30%: 1 min, 70%: 2 h", What::text)}},
        {"mix",
         "Mixture (shares: distributions)",
         "Any distributions, one of which is drawn by its share.",
         {nameless("shares", "90%: 1 min, 10%: exp(mean 1 h)", What::text)}},
        {"bathtub",
         "Bathtub (infant, chance, wear)",
         "Early failures, chance and wear-out together.",
         {number("infant shape", "0.5"), time("infant scale", "900 y"), time("chance mean", "40 y"),
          number("wear shape", "4"), time("wear scale", "9 y")}},
        {"empirical",
         "Measured (file)",
         "Times that were measured, one a line, from a file beside the scenario.",
         {nameless("file", "\"repair_times.csv\"", What::text)}},
        {"instant", "Instant", "No time at all.", {}},
        {"never", "Never", "It never happens.", {}},
    };
}

struct Base {
    std::string_view text;
    std::string_view cap;
};

/// "X capped 1 d" of the outermost law: the last "capped" that stands in no parentheses.
Base without_cap(std::string_view text) {
    constexpr std::string_view word = "capped";
    const std::size_t at = text.rfind(word);
    if (at == std::string_view::npos || at == 0 || text.find(')', at) != std::string_view::npos) return {text, {}};
    return {trimmed(text.substr(0, at)), trimmed(text.substr(at + word.size()))};
}

}  // namespace

const std::vector<LawForm>& law_forms() {
    static const std::vector<LawForm> forms = [] {
        std::vector<LawForm> all = plain_forms();
        for (LawForm& form : further_forms()) all.push_back(std::move(form));
        return all;
    }();
    return forms;
}

std::optional<WrittenLaw> take_law_apart(std::string_view text) {
    const Base base = without_cap(trimmed(text));
    const std::size_t open = base.text.find('(');
    const bool has_inside = open != std::string_view::npos && base.text.ends_with(')');
    const std::string_view word = has_inside ? trimmed(base.text.substr(0, open)) : base.text;
    const std::string_view inside =
        has_inside ? base.text.substr(open + 1, base.text.size() - open - 2) : std::string_view();
    const std::vector<LawForm>& forms = law_forms();
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const LawForm& form = forms[i];
        if (form.word.empty() || form.word != word || has_inside == form.arguments.empty()) continue;
        if (!has_inside) return WrittenLaw{i, {}, std::string(base.cap)};
        if (auto blanks = fill(form, inside)) return WrittenLaw{i, std::move(*blanks), std::string(base.cap)};
    }
    const bool is_time = !base.text.empty() && std::isdigit(static_cast<unsigned char>(base.text.front())) != 0;
    if (has_inside || !is_time) return std::nullopt;
    return WrittenLaw{0, {{"", std::string(base.text)}}, std::string(base.cap)};
}

std::string put_law_together(const WrittenLaw& law) {
    const LawForm& form = law_forms().at(law.form);
    std::string text = form.word;
    if (!form.word.empty() && !law.blanks.empty()) text += '(';
    bool first = true;
    for (const WrittenLaw::Blank& blank : law.blanks) {
        if (!first) text += ", ";
        first = false;
        text += blank.name.empty() ? blank.text : blank.name + " " + blank.text;
    }
    if (!form.word.empty() && !law.blanks.empty()) text += ')';
    if (!law.cap.empty()) text += " capped " + law.cap;
    return text;
}

WrittenLaw law_to_start_from(std::size_t form, const std::optional<sim::Law>& like) {
    WrittenLaw law{form, {}, {}};
    const LawForm& description = law_forms().at(form);
    for (const LawArgument& argument : description.arguments) law.blanks.push_back({argument.name, argument.example});
    const auto example = scenario::parse_law(put_law_together(law));
    if (!like || !example) return law;
    const double wanted = sim::mean(*like).in_seconds();
    const double has = sim::mean(*example).in_seconds();
    if (!std::isfinite(wanted) || !std::isfinite(has) || wanted <= 0.0 || has <= 0.0) return law;
    for (std::size_t i = 0; i < law.blanks.size(); ++i) {
        if (description.arguments[i].what != What::time) continue;
        const auto time = scenario::parse_duration(law.blanks[i].text);
        if (time) law.blanks[i].text = time_text(*time * (wanted / has));
    }
    return law;
}

}  // namespace nines::edit
