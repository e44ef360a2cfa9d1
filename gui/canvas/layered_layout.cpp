// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/layered_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace nines::gui {
namespace {

constexpr int ordering_sweeps = 8;
constexpr int placing_sweeps = 6;
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

using Row = std::vector<std::size_t>;

/// Who links to whom, without cycles, loops and repetitions.
struct Graph {
    std::vector<std::vector<std::size_t>> below;
    std::vector<std::vector<std::size_t>> above;
};

/// Turns back edges of a depth-first walk away, so that what remains leads downwards.
Graph downward_graph(std::size_t count, std::vector<LayoutEdge> edges) {
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<std::vector<std::size_t>> out(count);
    for (const auto& [from, to] : edges) {
        if (from != to) out[from].push_back(to);
    }
    enum class Mark { fresh, open, done };
    std::vector<Mark> marks(count, Mark::fresh);
    Graph graph{std::vector<std::vector<std::size_t>>(count), std::vector<std::vector<std::size_t>>(count)};
    for (std::size_t root = 0; root < count; ++root) {
        if (marks[root] != Mark::fresh) continue;
        std::vector<std::pair<std::size_t, std::size_t>> stack{{root, 0}};
        marks[root] = Mark::open;
        while (!stack.empty()) {
            auto& [box, next] = stack.back();
            if (next == out[box].size()) {
                marks[box] = Mark::done;
                stack.pop_back();
                continue;
            }
            const std::size_t to = out[box][next++];
            if (marks[to] == Mark::open) continue;
            graph.below[box].push_back(to);
            graph.above[to].push_back(box);
            if (marks[to] != Mark::fresh) continue;
            marks[to] = Mark::open;
            stack.emplace_back(to, 0);
        }
    }
    return graph;
}

std::vector<std::size_t> topological_order(const Graph& graph) {
    std::vector<std::size_t> waiting(graph.above.size());
    std::vector<std::size_t> order;
    for (std::size_t box = 0; box < waiting.size(); ++box) {
        waiting[box] = graph.above[box].size();
        if (waiting[box] == 0) order.push_back(box);
    }
    for (std::size_t at = 0; at < order.size(); ++at) {
        for (const std::size_t to : graph.below[order[at]]) {
            if (--waiting[to] == 0) order.push_back(to);
        }
    }
    return order;
}

/// Longest way from a start; a start that may move goes down to just above what it links to.
std::vector<std::size_t> ranks_of(const Graph& graph, const std::vector<LayoutBox>& boxes) {
    std::vector<std::size_t> ranks(boxes.size(), 0);
    const std::vector<std::size_t> order = topological_order(graph);
    for (const std::size_t box : order) {
        for (const std::size_t to : graph.below[box]) ranks[to] = std::max(ranks[to], ranks[box] + 1);
    }
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        if (boxes[*at].stays_on_top || !graph.above[*at].empty() || graph.below[*at].empty()) continue;
        std::size_t nearest = nowhere;
        for (const std::size_t to : graph.below[*at]) nearest = std::min(nearest, ranks[to]);
        ranks[*at] = nearest - 1;
    }
    return ranks;
}

bool is_alone(const Graph& graph, std::size_t box) {
    return graph.above[box].empty() && graph.below[box].empty();
}

void sort_by_neighbours(Row& row, const std::vector<std::vector<std::size_t>>& neighbours,
                        std::vector<double>& position) {
    std::vector<std::pair<double, std::size_t>> keyed;
    for (const std::size_t box : row) {
        double sum = 0.0;
        for (const std::size_t other : neighbours[box]) sum += position[other];
        const auto count = static_cast<double>(neighbours[box].size());
        keyed.emplace_back(neighbours[box].empty() ? position[box] : sum / count, box);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = keyed[i].second;
        position[row[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(row.size());
    }
}

void order_rows(std::vector<Row>& rows, const Graph& graph) {
    std::vector<double> position(graph.above.size(), 0.0);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            position[row[i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(row.size());
        }
    }
    for (int sweep = 0; sweep < ordering_sweeps; ++sweep) {
        for (auto row = rows.begin(); row != rows.end(); ++row) sort_by_neighbours(*row, graph.above, position);
        for (auto row = rows.rbegin(); row != rows.rend(); ++row) sort_by_neighbours(*row, graph.below, position);
    }
}

double width_of(const Row& row, const std::vector<LayoutBox>& boxes, double gap) {
    double width = -gap;
    for (const std::size_t box : row) width += boxes[box].width + gap;
    return std::max(0.0, width);
}

/// Rows as they are drawn. Parts of one layer all stay in the middle, or they would drift apart.
struct DrawnRows {
    std::vector<Row> rows;
    std::vector<bool> centred;
};

/// Breaks rows that are wider than `limit` into rows of about the same width.
void add_broken_rows(DrawnRows& result, const std::vector<Row>& rows, const std::vector<LayoutBox>& boxes, double gap,
                     double limit) {
    const auto add = [&](Row row, bool centred) {
        if (row.empty()) return;
        result.rows.push_back(std::move(row));
        result.centred.push_back(centred);
    };
    for (const Row& row : rows) {
        const double width = width_of(row, boxes, gap);
        const bool breaks = width > limit;
        const double wanted = width / std::max(1.0, std::ceil(width / limit));
        Row part;
        double used = 0.0;
        for (const std::size_t box : row) {
            if (breaks && !part.empty() && used + boxes[box].width > wanted * 1.02) {
                add(std::move(part), true);
                part.clear();
                used = 0.0;
            }
            part.push_back(box);
            used += boxes[box].width + gap;
        }
        add(std::move(part), breaks);
    }
}

double wanted_width(const std::vector<LayoutBox>& boxes, const LayoutSpacing& spacing) {
    double area = 0.0;
    double widest = 0.0;
    for (const LayoutBox& box : boxes) {
        area += (box.width + spacing.between_boxes) * (box.height + spacing.between_layers);
        widest = std::max(widest, box.width);
    }
    return std::max(widest, std::sqrt(area * spacing.aspect));
}

class RowPlacer {
public:
    RowPlacer(std::vector<LayoutBox>& boxes, const Graph& graph, const DrawnRows& drawn, double gap)
        : boxes_(boxes), graph_(graph), rows_(drawn.rows), gap_(gap), centre_(boxes.size(), 0.0) {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (!drawn.centred[row]) movable_.push_back(&rows_[row]);
        }
    }

    void place() {
        for (const Row& row : rows_) start_centred(row);
        for (int sweep = 0; sweep < placing_sweeps; ++sweep) {
            for (auto row = movable_.begin(); row != movable_.end(); ++row) settle(**row, true, false);
            for (auto row = movable_.rbegin(); row != movable_.rend(); ++row) settle(**row, false, true);
        }
        for (const Row* row : movable_) settle(*row, true, true);
        for (const Row& row : rows_) {
            for (const std::size_t box : row) boxes_[box].x = centre_[box] - boxes_[box].width / 2;
        }
    }

private:
    void start_centred(const Row& row) {
        double at = -width_of(row, boxes_, gap_) / 2;
        for (const std::size_t box : row) {
            centre_[box] = at + boxes_[box].width / 2;
            at += boxes_[box].width + gap_;
        }
    }

    double wanted(std::size_t box, bool from_above, bool from_below) const {
        double sum = 0.0;
        double count = 0.0;
        const auto add = [&](const std::vector<std::size_t>& others) {
            for (const std::size_t other : others) sum += centre_[other];
            count += static_cast<double>(others.size());
        };
        if (from_above) add(graph_.above[box]);
        if (from_below) add(graph_.below[box]);
        return count > 0.0 ? sum / count : centre_[box];
    }

    void settle(const Row& row, bool from_above, bool from_below) {
        std::vector<double> wishes;
        std::vector<double> distances;
        for (std::size_t i = 0; i < row.size(); ++i) {
            wishes.push_back(wanted(row[i], from_above, from_below));
            if (i > 0) distances.push_back((boxes_[row[i - 1]].width + boxes_[row[i]].width) / 2 + gap_);
        }
        const std::vector<double> settled = nearest_in_order(wishes, distances);
        for (std::size_t i = 0; i < row.size(); ++i) centre_[row[i]] = settled[i];
    }

    std::vector<LayoutBox>& boxes_;
    const Graph& graph_;
    const std::vector<Row>& rows_;
    std::vector<const Row*> movable_;
    double gap_;
    std::vector<double> centre_;
};

std::vector<Row> linked_rows(const Graph& graph, const std::vector<LayoutBox>& boxes) {
    const std::vector<std::size_t> ranks = ranks_of(graph, boxes);
    std::vector<Row> rows;
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        if (is_alone(graph, box)) continue;
        if (ranks[box] >= rows.size()) rows.resize(ranks[box] + 1);
        rows[ranks[box]].push_back(box);
    }
    order_rows(rows, graph);
    std::erase_if(rows, [](const Row& row) { return row.empty(); });
    return rows;
}

/// What has no links: first the others, then what sinks.
std::vector<Row> lonely_rows(const Graph& graph, const std::vector<LayoutBox>& boxes) {
    std::vector<Row> rows(2);
    for (std::size_t box = 0; box < boxes.size(); ++box) {
        if (is_alone(graph, box)) rows[boxes[box].sinks ? 1 : 0].push_back(box);
    }
    std::erase_if(rows, [](const Row& row) { return row.empty(); });
    return rows;
}

LayoutExtent stack_rows(std::vector<LayoutBox>& boxes, const std::vector<Row>& rows, double gap) {
    double left = std::numeric_limits<double>::max();
    for (const LayoutBox& box : boxes) left = std::min(left, box.x);
    LayoutExtent extent;
    double top = 0.0;
    for (const Row& row : rows) {
        double height = 0.0;
        for (const std::size_t box : row) height = std::max(height, boxes[box].height);
        for (const std::size_t box : row) {
            boxes[box].x -= left;
            boxes[box].y = top;
            extent.width = std::max(extent.width, boxes[box].x + boxes[box].width);
        }
        extent.height = top + height;
        top += height + gap;
    }
    return extent;
}

}  // namespace

std::vector<double> nearest_in_order(const std::vector<double>& wanted, const std::vector<double>& distances) {
    // Isotonic regression: with the distances taken off, neighbours in the wrong order are pooled at their mean.
    struct Pool {
        double mean;
        double count;
    };
    std::vector<Pool> pools;
    std::vector<double> offsets(wanted.size(), 0.0);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i > 0) offsets[i] = offsets[i - 1] + distances[i - 1];
        pools.push_back({wanted[i] - offsets[i], 1.0});
        while (pools.size() > 1 && pools[pools.size() - 2].mean > pools.back().mean) {
            const Pool last = pools.back();
            pools.pop_back();
            Pool& into = pools.back();
            into.mean = (into.mean * into.count + last.mean * last.count) / (into.count + last.count);
            into.count += last.count;
        }
    }
    std::vector<double> result;
    for (const Pool& pool : pools) {
        for (double i = 0.0; i < pool.count; i += 1.0) result.push_back(pool.mean + offsets[result.size()]);
    }
    return result;
}

LayoutExtent layered_layout(std::vector<LayoutBox>& boxes, const std::vector<LayoutEdge>& edges,
                            const LayoutSpacing& spacing) {
    if (boxes.empty()) return {};
    const Graph graph = downward_graph(boxes.size(), edges);
    const double width = wanted_width(boxes, spacing);
    DrawnRows drawn;
    // Breaking a layer that others link to costs clarity, so it must be much too wide.
    add_broken_rows(drawn, linked_rows(graph, boxes), boxes, spacing.between_boxes, width * 1.5);
    add_broken_rows(drawn, lonely_rows(graph, boxes), boxes, spacing.between_boxes, width);
    RowPlacer(boxes, graph, drawn, spacing.between_boxes).place();
    return stack_rows(boxes, drawn.rows, spacing.between_layers);
}

}  // namespace nines::gui
