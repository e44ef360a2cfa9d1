// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/markdown.hpp"

#include <utility>

#include <fmt/format.h>

#include "models/charts/table.hpp"
#include "models/report/markdown.hpp"

namespace nines::paper {
namespace {

std::string escaped(const std::string& text) {
    return report::markdown_escaped(text);
}

std::vector<std::string> all_escaped(std::vector<std::string> cells) {
    for (std::string& cell : cells) cell = escaped(cell);
    return cells;
}

std::string table_text(const Table& table) {
    std::vector<std::string> titles;
    std::vector<bool> right;
    for (const report::Column& column : table.columns) {
        titles.push_back(column.title);
        right.push_back(column.right);
    }
    std::string text = table.caption.empty() ? "" : fmt::format("**{}**\n\n", escaped(table.caption));
    text += report::markdown_head(all_escaped(std::move(titles)), right);
    for (const auto& row : table.rows) text += report::markdown_row(all_escaped(row));
    return text + "\n";
}

struct BlockWriter {
    std::string operator()(const Paragraph& block) const {
        switch (block.tone) {
            case Paragraph::Tone::normal: return escaped(block.text) + "\n\n";
            case Paragraph::Tone::answer: return fmt::format("**{}**\n\n", escaped(block.text));
            case Paragraph::Tone::note: return fmt::format("<sub>{}</sub>\n\n", escaped(block.text));
        }
        return {};
    }
    std::string operator()(const Heading& block) const { return fmt::format("### {}\n\n", escaped(block.text)); }
    std::string operator()(const List& block) const {
        std::string text;
        for (const std::string& item : block.items) text += fmt::format("- {}\n", escaped(item));
        return text + "\n";
    }
    std::string operator()(const Table& block) const { return table_text(block); }
    std::string operator()(const Figure& block) const {
        if (block.has_own_table) return {};
        const charts::ChartTable numbers = charts::table_of(block.chart);
        Table table{.caption = charts::plain(block.chart.title), .columns = {}, .rows = numbers.rows};
        for (const std::string& column : numbers.columns) table.columns.push_back({.title = column});
        std::string about;
        for (const charts::Text& sentence : block.chart.subtitle) {
            about += (about.empty() ? "" : " ") + charts::plain(sentence);
        }
        const std::string text = table_text(table);
        return about.empty() ? text : fmt::format("{}<sub>{}</sub>\n\n", text, escaped(about));
    }
    std::string operator()(const Drawing& /*block*/) const { return {}; }
    std::string operator()(const Code& block) const {
        // A fence longer than any row of ticks within cannot be closed by the text.
        std::string fence = "```";
        while (block.text.find(fence) != std::string::npos) fence += '`';
        return fmt::format("{}sh\n{}\n{}\n\n", fence, block.text, fence);
    }
};

}  // namespace

std::string to_markdown(const Paper& paper) {
    std::string text = fmt::format("# {}\n\n{}\n\n", escaped(paper.title), escaped(paper.subtitle));
    for (const Section& section : paper.sections) {
        if (!section.title.empty()) text += fmt::format("## {}\n\n", escaped(section.title));
        for (const Block& block : section.blocks) text += std::visit(BlockWriter{}, block);
    }
    return text + fmt::format("<sub>{}</sub>\n", escaped(paper.footer));
}

}  // namespace nines::paper
