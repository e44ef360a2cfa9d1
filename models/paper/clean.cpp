// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper/clean.hpp"

namespace nines::paper {
namespace {

void clean_in_place(std::string& text) {
    text = clean(text);
}

void clean_in_place(charts::Text& text) {
    text = charts::literal(clean(charts::plain(text)));
}

void clean_in_place(charts::Axis& axis) {
    clean_in_place(axis.title);
    for (charts::Text& category : axis.categories) clean_in_place(category);
}

struct Cleaner {
    void operator()(Paragraph& block) const { clean_in_place(block.text); }
    void operator()(Heading& block) const { clean_in_place(block.text); }
    void operator()(List& block) const {
        for (std::string& item : block.items) clean_in_place(item);
    }
    void operator()(Table& block) const {
        clean_in_place(block.caption);
        for (report::Column& column : block.columns) clean_in_place(column.title);
        for (auto& row : block.rows) {
            for (std::string& cell : row) clean_in_place(cell);
        }
    }
    void operator()(Figure& block) const {
        charts::Chart& chart = block.chart;
        for (charts::Text* text : {&chart.title, &chart.nothing}) clean_in_place(*text);
        for (charts::Text& sentence : chart.subtitle) clean_in_place(sentence);
        clean_in_place(chart.first);
        clean_in_place(chart.value);
        for (charts::Series& series : chart.series) {
            clean_in_place(series.name);
            for (charts::Point& point : series.points) clean_in_place(point.note);
        }
        for (charts::Rule& rule : chart.rules) clean_in_place(rule.label);
    }
    // Path and text must stay what they are, to be opened and drawn; nobody prints them.
    void operator()(Drawing& block) const { clean_in_place(block.title); }
    void operator()(Code& block) const { clean_in_place(block.text); }
};

}  // namespace

void clean_all(Paper& paper) {
    for (std::string* text : {&paper.title, &paper.subtitle, &paper.footer}) clean_in_place(*text);
    for (Section& section : paper.sections) {
        clean_in_place(section.title);
        for (Block& block : section.blocks) std::visit(Cleaner{}, block);
    }
}

}  // namespace nines::paper
