// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "models/charts/chart.hpp"
#include "models/report/layout.hpp"

/// A report that one person sends to another, as data: what it says, in order, and nothing about how it looks. HTML,
/// PDF and Markdown are functions of this.
namespace nines::paper {

struct Paragraph {
    enum class Tone {
        normal,
        answer,  ///< What the reader came for.
        note,    ///< Small print.
    };
    std::string text;
    Tone tone = Tone::normal;
};

/// Within a section.
struct Heading {
    std::string text;
};

struct List {
    std::vector<std::string> items;
};

struct Table {
    std::string caption;
    std::vector<report::Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< As many cells each as there are columns.
};

/// Its numbers belong beside it: charts::table_of.
struct Figure {
    charts::Chart chart;
    bool has_own_table = false;  ///< A table behind it says them already.
};

/// The drawing of a scenario, as the desktop shows it.
struct Drawing {
    std::string title;  ///< What it is of, in a sentence for those who cannot see it.
    std::string path;   ///< Of the scenario's file; its layout lies beside it.
    std::string text;   ///< What is drawn in place of what stands in the file; empty: that.
};

/// To be typed.
struct Code {
    std::string text;
};

using Block = std::variant<Paragraph, Heading, List, Table, Figure, Drawing, Code>;

struct Section {
    std::string id;  ///< "answer": for links within the page, never changed.
    std::string title;
    std::vector<Block> blocks = {};
};

struct Paper {
    std::string title;
    std::string subtitle;
    std::vector<Section> sections = {};  ///< The first has no title: it stands under the paper's own.
    std::string footer;                  ///< "Nines 0.3.0, seed 1".
};

}  // namespace nines::paper
