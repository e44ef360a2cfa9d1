// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include "gui/panels/properties/property_row.hpp"
#include "gui/panels/properties/property_section.hpp"
#include "gui/panels/property_panel.hpp"

namespace nines::gui {

/// A document with its property panel on the screen, and ways to find what is in it.
class PropertyProbe {
public:
    explicit PropertyProbe(const std::string& text) : panel(document) {
        document.start_from(text, {}, false);
        panel.resize(panel.fontMetrics().averageCharWidth() * 60, panel.fontMetrics().lineSpacing() * 60);
        panel.show();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel);
    }

    PropertyRow* row(const char* path) {
        for (PropertyRow* row : panel.findChildren<PropertyRow*>()) {
            const bool found = path_text(row->path()) == QLatin1String(path) ||
                               row->objectName() == QStringLiteral("row:") + QLatin1String(path);
            if (found) return row;
        }
        return nullptr;
    }

    PropertySection* section(const char* name) { return panel.findChild<PropertySection*>(QLatin1String(name)); }

    /// Opens everything, so that every row is there.
    void open_all() {
        for (bool again = true; again;) {
            again = false;
            for (PropertySection* section : panel.findChildren<PropertySection*>()) {
                if (section->is_open()) continue;
                section->set_open(true);
                again = true;
            }
        }
    }

    QLineEdit* line(const char* path) {
        PropertyRow* found = row(path);
        return found == nullptr ? nullptr : found->findChild<QLineEdit*>();
    }

    template <class Widget>
    Widget* in_row(const char* path, const char* name) {
        PropertyRow* found = row(path);
        return found == nullptr ? nullptr : found->findChild<Widget*>(QLatin1String(name));
    }

    /// Replaces what stands in a line by what is typed.
    void type(QLineEdit* line, const char* text, bool enter = true) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QLatin1String(text));
        if (enter) QTest::keyClick(line, Qt::Key_Return);
    }

    bool text_has(const char* part) const { return document.text().find(part) != std::string::npos; }

    Document document;
    PropertyPanel panel;
};

}  // namespace nines::gui
