// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/report/html.hpp"

#include <QString>
#include <cmath>
#include <memory>

#include <ctemplate/template.h>

#include "gui/report/html_template.hpp"
#include "gui/report/pictures.hpp"
#include "models/charts/table.hpp"

namespace nines::gui {
namespace {

using ctemplate::TemplateDictionary;

void show(TemplateDictionary& parent, const char* section, const std::string& text) {
    parent.AddSectionDictionary(section)->SetValue("TEXT", text);
}

void add_rows(TemplateDictionary& table, const std::vector<report::Column>& columns,
              const std::vector<std::vector<std::string>>& rows) {
    for (const auto& row : rows) {
        TemplateDictionary* line = table.AddSectionDictionary("ROW");
        for (std::size_t c = 0; c < row.size(); ++c) {
            TemplateDictionary* cell = line->AddSectionDictionary("CELL");
            const bool is_figure = c < columns.size() && columns[c].right;
            cell->SetValue("TEXT", is_figure ? unbroken(QString::fromStdString(row[c])).toStdString() : row[c]);
            if (is_figure) cell->ShowSection("RIGHT");
        }
    }
}

void add_picture(TemplateDictionary& block, const QByteArray& light, const QByteArray& dark, const QSizeF& size,
                 const std::string& words) {
    block.SetValue("LIGHT", light.toBase64().toStdString());
    block.SetValue("DARK", dark.toBase64().toStdString());
    block.SetIntValue("WIDTH", std::lround(size.width()));
    block.SetIntValue("HEIGHT", std::lround(size.height()));
    block.SetValue("ALT", words);
}

/// Fills the section of its kind.
struct BlockFiller {
    TemplateDictionary& block;

    void operator()(const paper::Paragraph& paragraph) const {
        switch (paragraph.tone) {
            case paper::Paragraph::Tone::normal: show(block, "PARAGRAPH", paragraph.text); return;
            case paper::Paragraph::Tone::answer: show(block, "ANSWER", paragraph.text); return;
            case paper::Paragraph::Tone::note: show(block, "NOTE", paragraph.text); return;
        }
    }
    void operator()(const paper::Heading& heading) const { show(block, "HEADING", heading.text); }
    void operator()(const paper::List& list) const {
        TemplateDictionary* section = block.AddSectionDictionary("LIST");
        for (const std::string& item : list.items) show(*section, "ITEM", item);
    }
    void operator()(const paper::Table& table) const {
        TemplateDictionary* section = block.AddSectionDictionary("TABLE");
        if (!table.caption.empty()) show(*section, "CAPTION", table.caption);
        bool has_titles = false;
        for (const report::Column& column : table.columns) has_titles = has_titles || !column.title.empty();
        if (has_titles) {
            TemplateDictionary* head = section->AddSectionDictionary("HAS_HEAD");
            for (const report::Column& column : table.columns) {
                TemplateDictionary* cell = head->AddSectionDictionary("COLUMN");
                cell->SetValue("TEXT", column.title);
                if (column.right) cell->ShowSection("RIGHT");
            }
        }
        add_rows(*section, table.columns, table.rows);
    }
    void operator()(const paper::Figure& figure) const {
        const charts::Chart& chart = figure.chart;
        TemplateDictionary* section = block.AddSectionDictionary("PICTURE");
        std::string words;
        for (const charts::Text& sentence : charts::in_words(chart)) {
            words += (words.empty() ? "" : " ") + charts::plain(sentence);
        }
        add_picture(*section, report_chart_svg(chart, Paper::light), report_chart_svg(chart, Paper::dark),
                    chart_size(chart), words);
        const charts::ChartTable numbers = charts::table_of(chart);
        TemplateDictionary* table = section->AddSectionDictionary("NUMBERS");
        table->SetValue("TEXT", charts::plain(chart.title));
        for (const std::string& column : numbers.columns) show(*table, "COLUMN", column);
        add_rows(*table, {}, numbers.rows);
    }
    void operator()(const paper::Drawing& drawing) const {
        const DrawnScenario light(drawing, Paper::light);
        const DrawnScenario dark(drawing, Paper::dark);
        if (light.is_empty() || dark.is_empty()) return;
        const QString title = QString::fromStdString(drawing.title);
        add_picture(*block.AddSectionDictionary("PICTURE"), light.svg(title), dark.svg(title), light.size(),
                    drawing.title);
    }
    void operator()(const paper::Code& code) const { show(block, "CODE", code.text); }
};

}  // namespace

std::string report_html(const paper::Paper& paper) {
    TemplateDictionary page("report");
    page.SetValue("TITLE", paper.title);
    page.SetValue("SUBTITLE", paper.subtitle);
    page.SetValue("FOOTER", paper.footer);
    for (const paper::Section& section : paper.sections) {
        TemplateDictionary* part = page.AddSectionDictionary("SECTION");
        part->SetValue("ID", section.id);
        if (!section.title.empty()) {
            show(*part, "SECTION_TITLE", section.title);
        } else {
            TemplateDictionary* contents = part->AddSectionDictionary("CONTENTS");
            for (const paper::Section& other : paper.sections) {
                if (other.title.empty()) continue;
                TemplateDictionary* entry = contents->AddSectionDictionary("ENTRY");
                entry->SetValue("ID", other.id);
                entry->SetValue("TEXT", other.title);
            }
        }
        for (const paper::Block& block : section.blocks) {
            std::visit(BlockFiller{*part->AddSectionDictionary("BLOCK")}, block);
        }
    }
    const std::unique_ptr<ctemplate::Template> page_template(
        ctemplate::Template::StringToTemplate(html_template, ctemplate::DO_NOT_STRIP));
    std::string html;
    page_template->Expand(&html, &page);
    return html;
}

}  // namespace nines::gui
