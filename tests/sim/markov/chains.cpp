// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/markov/chains.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <limits>
#include <numeric>

namespace nines::sim::test {
namespace {

std::string text_of(const std::string& file) {
    std::ifstream stream(std::string(NINES_SOURCE_DIR) + "/tests/sim/markov/chains/" + file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

template <class Result>
Result parsed(std::variant<Result, ExplicitError> outcome) {
    if (const auto* error = std::get_if<ExplicitError>(&outcome)) {
        throw std::runtime_error(std::to_string(error->line) + ": " + error->message);
    }
    return std::get<Result>(std::move(outcome));
}

}  // namespace

Chain chain_of(const std::vector<std::vector<Transition>>& rows) {
    Chain chain;
    for (const auto& row : rows) chain.append_row(row);
    return chain;
}

Chain birth_death(const std::vector<double>& up, const std::vector<double>& down) {
    Chain chain;
    for (StateIndex k = 0; k <= up.size(); ++k) {
        std::vector<Transition> row;
        if (k > 0) row.push_back({k - 1, down[k - 1]});
        if (k < up.size()) row.push_back({k + 1, up[k]});
        chain.append_row(row);
    }
    return chain;
}

std::vector<double> birth_death_steady(const std::vector<double>& up, const std::vector<double>& down) {
    std::vector<double> probability{1.0};
    for (std::size_t k = 0; k < up.size(); ++k) probability.push_back(probability.back() * up[k] / down[k]);
    const double sum = std::accumulate(probability.begin(), probability.end(), 0.0);
    for (double& value : probability) value /= sum;
    return probability;
}

Chain machine_repair(int machines, int crews, double failure, double repair) {
    std::vector<double> up;
    std::vector<double> down;
    for (int k = 0; k < machines; ++k) {
        up.push_back((machines - k) * failure);
        down.push_back(std::min(k + 1, crews) * repair);
    }
    return birth_death(up, down);
}

const StateSet& Published::states(const std::string& label) const {
    const StateSet* found = labels.find(label);
    if (found == nullptr) throw std::runtime_error("no label " + label);
    return *found;
}

Published published_chain(const std::string& name) {
    Published published;
    published.chain = parsed(parse_transitions(text_of(name + ".tra")));
    published.labels = parsed(parse_labels(text_of(name + ".lab"), published.chain.state_count()));
    return published;
}

StateSet only(StateIndex state_count, const std::vector<StateIndex>& states) {
    StateSet set(state_count, false);
    for (const StateIndex state : states) set[state] = true;
    return set;
}

StateSet complement(StateSet set) {
    set.flip();
    return set;
}

double sum_over(const std::vector<double>& values, const StateSet& set) {
    double sum = 0.0;
    for (std::size_t state = 0; state < set.size(); ++state) sum += set[state] ? values[state] : 0.0;
    return sum;
}

double worst_relative_error(const std::vector<double>& values, const std::vector<double>& expected) {
    double worst = values.size() == expected.size() ? 0.0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < expected.size(); ++i) worst = std::max(worst, std::abs(values[i] / expected[i] - 1.0));
    return worst;
}

}  // namespace nines::sim::test
