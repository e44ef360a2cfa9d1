// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/theme.hpp"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

#include "gui/app/desktop_colours.hpp"
#include "gui/app/edged_style.hpp"
#include "gui/look/colours.hpp"

namespace nines::gui {
namespace {

/// The few colours that a palette is made of. They are the frame of all others, which are roles of gui/look.
struct Shades {
    const char* window;
    const char* base;
    const char* alternate;
    const char* button;
    const char* text;
    const char* faint_text;
    const char* highlight;
    const char* highlighted_text;
    const char* link;
    const char* light;
    const char* mid;
    const char* dark;
    const char* shadow;
};

constexpr Shades light_shades{.window = "#f3f5f7",
                              .base = "#ffffff",
                              .alternate = "#f6f8fa",
                              .button = "#f3f5f7",
                              .text = "#1b1f23",
                              .faint_text = "#7b848d",
                              .highlight = "#0a6ebd",
                              .highlighted_text = "#ffffff",
                              .link = "#0a5fa3",
                              .light = "#ffffff",
                              .mid = "#c3c9cf",
                              .dark = "#9aa3ac",
                              .shadow = "#6d7680"};

constexpr Shades dark_shades{.window = "#23282d",
                             .base = "#1b1f23",
                             .alternate = "#21262b",
                             .button = "#2d333a",
                             .text = "#e6eaee",
                             .faint_text = "#87919b",
                             .highlight = "#2a7fc4",
                             .highlighted_text = "#ffffff",
                             .link = "#79bdf5",
                             .light = "#48515a",
                             .mid = "#1e2226",
                             .dark = "#15181b",
                             .shadow = "#0b0d0f"};

QColor named(const char* name) {
    return QColor(QLatin1String(name));
}

QPalette palette_of(const Shades& shades) {
    QPalette palette;
    palette.setColor(QPalette::Window, named(shades.window));
    palette.setColor(QPalette::Base, named(shades.base));
    palette.setColor(QPalette::AlternateBase, named(shades.alternate));
    palette.setColor(QPalette::Button, named(shades.button));
    palette.setColor(QPalette::ToolTipBase, named(shades.base));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, named(shades.text));
    }
    palette.setColor(QPalette::PlaceholderText, named(shades.faint_text));
    palette.setColor(QPalette::Highlight, named(shades.highlight));
    palette.setColor(QPalette::HighlightedText, named(shades.highlighted_text));
    palette.setColor(QPalette::Link, named(shades.link));
    palette.setColor(QPalette::LinkVisited, named(shades.link));
    palette.setColor(QPalette::Light, named(shades.light));
    palette.setColor(QPalette::Midlight, named(shades.button));
    palette.setColor(QPalette::Mid, named(shades.mid));
    palette.setColor(QPalette::Dark, named(shades.dark));
    palette.setColor(QPalette::Shadow, named(shades.shadow));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, named(shades.faint_text));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, named(shades.mid));
    return palette;
}

void use_fusion() {
    if (qobject_cast<EdgedStyle*>(QApplication::style()) == nullptr) QApplication::setStyle(new EdgedStyle);
}

/// Colours that the desktop gives to Qt programs; where it gives none, those that its user prefers.
void use_system_colours() {
    QApplication::setPalette(QPalette());
    const bool dark_is_missing = !is_dark(QApplication::palette()) && desktop_prefers_dark();
    if (dark_is_missing) QApplication::setPalette(palette_of(dark_shades));
}

}  // namespace

void apply_theme(Theme theme) {
    use_fusion();
    switch (theme) {
        case Theme::system: use_system_colours(); break;
        case Theme::light: QApplication::setPalette(palette_of(light_shades)); break;
        case Theme::dark: QApplication::setPalette(palette_of(dark_shades)); break;
    }
    QToolTip::setPalette(QApplication::palette());
}

}  // namespace nines::gui
