// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenario/vary_grid.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "models/scenario/semantic_codes.hpp"
#include "models/scenario/suggest.hpp"
#include "models/scenario/vary_codes.hpp"

namespace nines::scenario {

namespace {

constexpr std::size_t usual_steps = 5;

class GridReader {
public:
    GridReader(const std::vector<Vary>& varied, Diagnostics& diagnostics)
        : varied_(varied), diagnostics_(diagnostics) {}

    VaryGrid read() {
        for (const Vary& vary : varied_) read_column(vary);
        if (has_errors(diagnostics_)) return std::move(grid_);
        join_axes();
        check_points();
        return std::move(grid_);
    }

private:
    void read_column(const Vary& vary) {
        if (!vary.path) {
            if (vary.path.origin.source == Source::built_in) {
                error(codes::key_missing, vary.place, "[[vary]] has no `path`",
                      "for example path = \"group.web.count\"");
            }
            return;
        }
        const auto is_same = [&](const VaryColumn& other) { return other.path == *vary.path; };
        if (std::any_of(grid_.columns.begin(), grid_.columns.end(), is_same)) {
            error(codes::vary_twice, vary.path.origin.place, fmt::format("\"{}\" varies twice", *vary.path),
                  "put all its values into one [[vary]]");
        }
        auto values = values_of(vary);
        if (!values) return;
        if (values->size() == 1) {
            diagnostics_.push_back(
                make_warning(codes::vary_one_value.id, vary.place,
                             fmt::format("\"{}\" has one value only, so it does not vary", *vary.path),
                             "give it two values or more, or write the value into its table"));
        }
        grid_.columns.push_back({vary.name.value_or(*vary.path), *vary.path, std::move(*values), vary.place});
    }

    std::optional<std::vector<std::string>> values_of(const Vary& vary) {
        const bool has_values = vary.values && !vary.values->empty();
        const bool has_range = vary.from && vary.to;
        const bool has_part = vary.from || vary.to || vary.steps || vary.scale;
        if (has_values == has_range || (has_values && has_part)) {
            error(codes::vary_values, vary.place,
                  fmt::format("[[vary]] of \"{}\" needs either `values`, or `from` and `to`", *vary.path),
                  "for example values = [2, 3, 4], or from = \"1 min\", to = \"1 h\", steps = 5");
            return std::nullopt;
        }
        if (has_values) {
            std::vector<std::string> values;
            for (const Literal& literal : *vary.values) values.push_back(literal.toml);
            return values;
        }
        const auto steps = static_cast<std::size_t>(vary.steps.value_or(usual_steps));
        auto range = range_values(*vary.from, *vary.to, steps, vary.scale.value_or(VaryScale::linear));
        if (range) return std::move(*range);
        error(codes::vary_range, vary.from.origin.place, range.error().message, range.error().hint);
        return std::nullopt;
    }

    void join_axes() {
        std::vector<std::size_t> axis_of(grid_.columns.size());
        for (std::size_t c = 0; c < grid_.columns.size(); ++c) {
            const Vary& vary = varied_[c];
            if (!vary.with) {
                axis_of[c] = grid_.axes.size();
                grid_.axes.push_back({c});
                continue;
            }
            const auto leader = leader_of(vary, c);
            if (!leader) return;
            axis_of[c] = axis_of[*leader];
            grid_.axes[axis_of[c]].push_back(c);
            const std::size_t wanted = grid_.columns[*leader].values.size();
            if (grid_.columns[c].values.size() == wanted) continue;
            error(codes::vary_with, vary.with.origin.place,
                  fmt::format("\"{}\" has {} values and \"{}\", with which it goes, has {}", grid_.columns[c].path,
                              grid_.columns[c].values.size(), grid_.columns[*leader].path, wanted),
                  "give both the same number of values");
        }
    }

    /// The column before this one that `with` names.
    std::optional<std::size_t> leader_of(const Vary& vary, std::size_t column) {
        std::vector<std::string> known;
        for (std::size_t c = 0; c < column; ++c) {
            if (grid_.columns[c].name == *vary.with || grid_.columns[c].path == *vary.with) return c;
            known.push_back(grid_.columns[c].name);
        }
        const std::string hint = suggestion(*vary.with, known, diagnostics_);
        error(codes::vary_with, vary.with.origin.place,
              fmt::format("no [[vary]] before this one is \"{}\"", *vary.with),
              hint.empty() ? "name the path or the name of a [[vary]] that stands before it" : hint);
        return std::nullopt;
    }

    void check_points() {
        if (has_errors(diagnostics_) || grid_.points() <= most_points) return;
        error(codes::vary_too_many, grid_.columns.back().place,
              fmt::format("the grid has {} points, and at most {} can be run", grid_.points(), most_points),
              "fewer values, or join some with `with`");
    }

    void error(const Code& code, Place place, std::string message, std::string hint) {
        diagnostics_.push_back(make_error(code.id, place, std::move(message), std::move(hint)));
    }

    const std::vector<Vary>& varied_;
    Diagnostics& diagnostics_;
    VaryGrid grid_;
};

}  // namespace

std::uint64_t VaryGrid::points() const {
    constexpr std::uint64_t most = std::uint64_t{1} << 63;
    std::uint64_t product = 1;
    for (const auto& axis : axes) {
        const std::uint64_t length = columns[axis.front()].values.size();
        product = product > most / length ? most : product * length;
    }
    return product;
}

std::vector<std::size_t> VaryGrid::at(std::uint64_t point) const {
    std::vector<std::size_t> indices(columns.size(), 0);
    for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
        const std::uint64_t length = columns[axis->front()].values.size();
        for (const std::size_t column : *axis) indices[column] = point % length;
        point /= length;
    }
    return indices;
}

std::vector<std::string> VaryGrid::overrides_at(std::uint64_t point) const {
    const std::vector<std::size_t> indices = at(point);
    std::vector<std::string> overrides;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        overrides.push_back(fmt::format("{}={}", columns[c].path, columns[c].values[indices[c]]));
    }
    return overrides;
}

VaryGrid grid_of(const std::vector<Vary>& varied, Diagnostics& diagnostics) {
    Diagnostics own;
    VaryGrid grid = GridReader(varied, own).read();
    diagnostics.insert(diagnostics.end(), own.begin(), own.end());
    return grid;
}

}  // namespace nines::scenario
