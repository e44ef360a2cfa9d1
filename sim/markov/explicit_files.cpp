// SPDX-License-Identifier: GPL-3.0-or-later
#include "sim/markov/explicit_files.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>

#include <fmt/format.h>

namespace nines::sim {
namespace {

constexpr std::string_view blanks = " \t\r";

/// Lines of a text with their numbers; empty ones are passed over.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    int number() const { return number_; }

    std::optional<std::string_view> next() {
        while (!rest_.empty()) {
            const auto end = std::min(rest_.find('\n'), rest_.size());
            const std::string_view line = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            ++number_;
            if (line.find_first_not_of(blanks) != std::string_view::npos) return line;
        }
        return std::nullopt;
    }

private:
    std::string_view rest_;
    int number_ = 0;
};

/// Takes the next word off a line; empty at its end.
std::string_view take_word(std::string_view& line) {
    const auto first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos) return line = {};
    line.remove_prefix(first);
    const auto end = std::min(line.find_first_of(blanks), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end);
    return word;
}

template <class Number>
std::optional<Number> number_in(std::string_view word) {
    Number number{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || word.empty()) return std::nullopt;
    return number;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(blanks) == std::string_view::npos;
}

struct Header {
    std::uint64_t states = 0;
    std::uint64_t transitions = 0;
};

struct Arrow {
    StateIndex from = 0;
    StateIndex to = 0;
    double per_second = 0.0;
};

/// Reads the whole of a transitions file; keeps the first error.
class TransitionsReader {
public:
    TransitionsReader(std::string_view text, double seconds_a_unit) : lines_(text), seconds_a_unit_(seconds_a_unit) {}

    std::variant<Chain, ExplicitError> read() {
        if (auto problem = read_header()) return fail(std::move(*problem));
        while (const auto line = lines_.next()) {
            if (auto problem = read_arrow(*line)) return fail(std::move(*problem));
        }
        if (seen_ != header_.transitions) {
            return ExplicitError{0, fmt::format("the first line announces {} transitions, but there are {}",
                                                header_.transitions, seen_)};
        }
        return build();
    }

private:
    ExplicitError fail(std::string message) const { return {lines_.number(), std::move(message)}; }

    std::optional<std::string> read_header() {
        auto line = lines_.next();
        if (!line) return "the text is empty; the first line must give the numbers of states and transitions";
        const auto states = number_in<std::uint64_t>(take_word(*line));
        const auto transitions = number_in<std::uint64_t>(take_word(*line));
        if (!states || !transitions || !is_blank(*line)) {
            return "the first line must be two whole numbers: states and transitions";
        }
        if (*states == 0 || *states >= std::numeric_limits<StateIndex>::max()) {
            return fmt::format("{} states: there must be at least 1 and fewer than 4294967295", *states);
        }
        header_ = {*states, *transitions};
        return std::nullopt;
    }

    std::optional<std::string> read_arrow(std::string_view line) {
        const auto from = number_in<std::uint64_t>(take_word(line));
        const auto to = number_in<std::uint64_t>(take_word(line));
        const auto rate = number_in<double>(take_word(line));
        if (!from || !to || !rate || !is_blank(line)) return "expected \"from to rate\": two state numbers and a rate";
        for (const std::uint64_t state : {*from, *to}) {
            if (state >= header_.states) {
                return fmt::format("state {}: the states are numbered 0 to {}", state, header_.states - 1);
            }
        }
        if (!std::isfinite(*rate) || *rate < 0.0)
            return fmt::format("rate {}: rates are finite and not negative", *rate);
        if (++seen_ > header_.transitions) {
            return fmt::format("more transitions than the {} that the first line announces", header_.transitions);
        }
        if (*from == *to || *rate == 0.0) return std::nullopt;
        arrows_.push_back({static_cast<StateIndex>(*from), static_cast<StateIndex>(*to), *rate / seconds_a_unit_});
        return std::nullopt;
    }

    Chain build() {
        std::stable_sort(arrows_.begin(), arrows_.end(), [](const Arrow& left, const Arrow& right) {
            return left.from != right.from ? left.from < right.from : left.to < right.to;
        });
        Chain chain;
        chain.reserve(header_.states, arrows_.size());
        std::vector<Transition> row;
        auto next = arrows_.begin();
        for (StateIndex state = 0; state < header_.states; ++state) {
            row.clear();
            for (; next != arrows_.end() && next->from == state; ++next) {
                if (!row.empty() && row.back().to == next->to) {
                    row.back().per_second += next->per_second;
                } else {
                    row.push_back({next->to, next->per_second});
                }
            }
            chain.append_row(row);
        }
        return chain;
    }

    Lines lines_;
    double seconds_a_unit_;
    Header header_;
    std::uint64_t seen_ = 0;
    std::vector<Arrow> arrows_;
};

/// Reads a labels file of either form.
class LabelsReader {
public:
    LabelsReader(std::string_view text, StateIndex state_count) : lines_(text), state_count_(state_count) {}

    std::variant<Labels, ExplicitError> read() {
        auto line = lines_.next();
        const bool has_declarations = line && line->find("=\"") != std::string_view::npos;
        if (has_declarations) {
            if (auto problem = read_declarations(*line)) return fail(std::move(*problem));
            line = lines_.next();
        }
        for (; line; line = lines_.next()) {
            if (auto problem = read_state(*line, has_declarations)) return fail(std::move(*problem));
        }
        return std::move(labels_);
    }

private:
    ExplicitError fail(std::string message) const { return {lines_.number(), std::move(message)}; }

    /// 0="init" 1="down"
    std::optional<std::string> read_declarations(std::string_view line) {
        while (!is_blank(line)) {
            line.remove_prefix(line.find_first_not_of(blanks));
            const auto equals = line.find("=\"");
            const auto number = number_in<std::uint64_t>(line.substr(0, std::min(equals, line.size())));
            if (equals == std::string_view::npos || !number) return "expected labels such as 0=\"init\" 1=\"down\"";
            line.remove_prefix(equals + 2);
            const auto end = line.find('"');
            if (end == std::string_view::npos) return "a label's name has no closing quotation mark";
            if (place_of(*number)) return fmt::format("label number {} is declared twice", *number);
            if (labels_.find(line.substr(0, end)) != nullptr) {
                return fmt::format("label \"{}\" is declared twice", line.substr(0, end));
            }
            numbers_.push_back(*number);
            labels_.sets.emplace_back(line.substr(0, end), StateSet(state_count_, false));
            line.remove_prefix(end + 1);
        }
        return std::nullopt;
    }

    std::optional<std::size_t> place_of(std::uint64_t number) const {
        const auto found = std::find(numbers_.begin(), numbers_.end(), number);
        if (found == numbers_.end()) return std::nullopt;
        return static_cast<std::size_t>(found - numbers_.begin());
    }

    /// "17: 1 2" by numbers, "17 down minimum" by names.
    std::optional<std::string> read_state(std::string_view line, bool by_number) {
        std::string_view word = take_word(line);
        if (by_number) {
            if (!word.ends_with(':')) return "expected \"state: labels\"";
            word.remove_suffix(1);
        }
        const auto state = number_in<std::uint64_t>(word);
        if (!state) return fmt::format("\"{}\" is no state number", word);
        if (*state >= state_count_)
            return fmt::format("state {}: the states are numbered 0 to {}", *state, state_count_ - 1);
        while (!is_blank(line)) {
            const std::string_view label = take_word(line);
            const auto place = by_number ? declared(label) : place_of_name(label);
            if (!place) return fmt::format("\"{}\" is no label number of the first line", label);
            labels_.sets[*place].second[*state] = true;
        }
        return std::nullopt;
    }

    std::optional<std::size_t> declared(std::string_view word) const {
        const auto number = number_in<std::uint64_t>(word);
        return number ? place_of(*number) : std::nullopt;
    }

    std::optional<std::size_t> place_of_name(std::string_view name) {
        const auto found =
            std::find_if(labels_.sets.begin(), labels_.sets.end(), [&](const auto& set) { return set.first == name; });
        const auto place = static_cast<std::size_t>(found - labels_.sets.begin());
        if (found == labels_.sets.end()) labels_.sets.emplace_back(name, StateSet(state_count_, false));
        return place;
    }

    Lines lines_;
    StateIndex state_count_;
    std::vector<std::uint64_t> numbers_;  ///< As declared, in the order of the sets.
    Labels labels_;
};

}  // namespace

const StateSet* Labels::find(std::string_view name) const {
    for (const auto& [own, states] : sets) {
        if (own == name) return &states;
    }
    return nullptr;
}

std::variant<Chain, ExplicitError> parse_transitions(std::string_view text, double seconds_a_unit) {
    return TransitionsReader(text, seconds_a_unit).read();
}

std::string write_transitions(const Chain& chain, double seconds_a_unit) {
    std::string text = fmt::format("{} {}\n", chain.state_count(), chain.transition_count());
    for (StateIndex from = 0; from < chain.state_count(); ++from) {
        const auto targets = chain.targets(from);
        const auto rates = chain.rates(from);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            fmt::format_to(std::back_inserter(text), "{} {} {}\n", from, targets[i], rates[i] * seconds_a_unit);
        }
    }
    return text;
}

std::variant<Labels, ExplicitError> parse_labels(std::string_view text, StateIndex state_count) {
    return LabelsReader(text, state_count).read();
}

std::string write_labels(const Labels& labels) {
    std::string text;
    std::size_t state_count = 0;
    for (std::size_t i = 0; i < labels.sets.size(); ++i) {
        fmt::format_to(std::back_inserter(text), "{}{}=\"{}\"", i == 0 ? "" : " ", i, labels.sets[i].first);
        state_count = std::max(state_count, labels.sets[i].second.size());
    }
    text += '\n';
    for (std::size_t state = 0; state < state_count; ++state) {
        std::string numbers;
        for (std::size_t i = 0; i < labels.sets.size(); ++i) {
            const StateSet& states = labels.sets[i].second;
            if (state < states.size() && states[state]) fmt::format_to(std::back_inserter(numbers), " {}", i);
        }
        if (!numbers.empty()) fmt::format_to(std::back_inserter(text), "{}:{}\n", state, numbers);
    }
    return text;
}

}  // namespace nines::sim
