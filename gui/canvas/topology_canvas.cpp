// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/canvas/topology_canvas.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <algorithm>

#include "gui/canvas/canvas_actions.hpp"
#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/connect_dialog.hpp"
#include "gui/canvas/drawing_export.hpp"
#include "gui/canvas/kind_palette.hpp"
#include "gui/canvas/legend_box.hpp"
#include "gui/canvas/minimap.hpp"
#include "gui/canvas/search_bar.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {

TopologyCanvas::TopologyCanvas(Document& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      scene_(new CanvasScene(document, palette(), font(), this)),
      edits_(new CanvasEdits(*scene_, this)),
      view_(new CanvasView(*scene_, *edits_, this)),
      actions_(new CanvasActions(*scene_, *edits_, *view_, this)),
      palette_(new KindPalette(scene_->kinds(), this)),
      search_bar_(new SearchBar(this)),
      minimap_(new Minimap(*scene_, *view_)),
      legend_(new LegendBox(*view_)),
      note_(new QLabel(view_)) {
    build();
    wire();
    scene_was_refreshed();
    tell_selection();
}

// The view reads the scene until it is gone, and children are deleted in the order in which they were made.
TopologyCanvas::~TopologyCanvas() {
    delete view_;
}

void TopologyCanvas::build() {
    note_->setObjectName(QStringLiteral("canvas_note"));
    note_->setAttribute(Qt::WA_TransparentForMouseEvents);
    note_->setAutoFillBackground(true);
    note_->setAlignment(Qt::AlignCenter);
    note_->setMargin(fontMetrics().height() / 2);
    note_->hide();
    auto* drawing = new QVBoxLayout;
    drawing->setContentsMargins(0, 0, 0, 0);
    drawing->setSpacing(0);
    drawing->addWidget(search_bar_);
    drawing->addWidget(view_, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(palette_);
    row->addLayout(drawing, 1);
    palette_->setFixedWidth(palette_->sizeHint().width());
    setTabOrder(palette_, search_bar_);
    setTabOrder(search_bar_, view_);
    view_->installEventFilter(this);
    setFocusProxy(view_);
}

void TopologyCanvas::wire() {
    connect(scene_, &CanvasScene::selection_changed, this, &TopologyCanvas::selection_changed);
    connect(scene_, &CanvasScene::selection_changed, this, &TopologyCanvas::tell_selection);
    connect(scene_, &CanvasScene::refreshed, this, &TopologyCanvas::scene_was_refreshed);
    connect(edits_, &CanvasEdits::problem, this, &TopologyCanvas::problem);
    connect(palette_, &KindPalette::kind_chosen, this, [this](const std::string& kind) {
        edits_->add(kind);
        view_->show_item(scene_->current());
    });
    connect(view_, &CanvasView::connection_drawn, this, &TopologyCanvas::connect_drawn);
    connect(view_, &CanvasView::menu_wanted, this, [this](const QPoint& position) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        actions_->fill_context_menu(*menu);
        menu->popup(position);
    });
    connect(actions_, &CanvasActions::connect_wanted, this, &TopologyCanvas::connect_by_dialog);
    connect(actions_, &CanvasActions::palette_wanted, this, [this] {
        if (palette_->currentRow() < 0) palette_->setCurrentRow(0);
        palette_->setFocus(Qt::ShortcutFocusReason);
    });
    connect(actions_, &CanvasActions::search_wanted, search_bar_, &SearchBar::open);
    connect(actions_, &CanvasActions::minimap_wanted, minimap_, &Minimap::set_wanted);
    connect(actions_, &CanvasActions::shelf_links_wanted, scene_, &CanvasScene::show_shelf_links);
    connect(actions_, &CanvasActions::export_wanted, this, &TopologyCanvas::ask_export);
    connect(actions_, &CanvasActions::print_wanted, this, &TopologyCanvas::ask_print);
    connect(search_bar_, &SearchBar::words_changed, this, [this] { search(true, true); });
    connect(search_bar_, &SearchBar::step_wanted, this, [this](bool forward) { search(forward, false); });
    connect(search_bar_, &SearchBar::closed, this, [this] {
        search_bar_->hide();
        view_->setFocus();
    });
}

std::vector<edit::ThingName> TopologyCanvas::selection() const {
    return scene_->selected_names();
}

void TopologyCanvas::select(const std::vector<edit::ThingName>& names) {
    if (names == selection()) return;
    scene_->select_names(names);
    view_->show_item(scene_->current());
}

void TopologyCanvas::set_overlay(const Overlay& overlay) {
    scene_->set_overlay(overlay);
    legend_->show_overlay(overlay);
}

std::vector<QAction*> TopologyCanvas::canvas_actions() const {
    return actions_->all();
}

QString TopologyCanvas::export_to(const QString& path, double scale) {
    return export_drawing(*scene_, path, scale);
}

QString TopologyCanvas::print_on(QPrinter& printer) {
    return print_drawing(*scene_, printer);
}

void TopologyCanvas::scene_was_refreshed() {
    const edit::Topology& topology = scene_->topology();
    const bool first_was_there = std::any_of(topology.items.begin(), topology.items.end(), [&](const edit::Item& item) {
        return subject_of(item.name) == first_thing_;
    });
    const bool another_document = !topology.items.empty() && !first_was_there && document_.undo_stack().count() == 0;
    // The first thing of a blank drawing stays where it was dropped.
    const bool is_dropped = first_thing_.empty() && !view_->is_fitting();
    first_thing_ = topology.items.empty() ? std::string() : subject_of(topology.items.front().name);
    if (another_document && !is_dropped) view_->fit();
    QAction* shelf_links = actions_->find("shelf_links");
    const QSignalBlocker not_by_the_user(shelf_links);
    shelf_links->setChecked(scene_->shelf_links_shown());
    settle_note();
}

void TopologyCanvas::settle_note() {
    QString text;
    if (!document_.topology_is_current()) {
        text = tr("The text cannot be read at the moment, so this drawing is older than the text.");
    } else if (scene_->topology().items.empty()) {
        text = tr("Nothing here yet. Drag a thing from the palette, or press Insert.") + QLatin1Char('\n') +
               tr("Begin with what can fail, a node; then add a service that needs it.");
    }
    note_->setText(text);
    note_->setVisible(!text.isEmpty());
    note_->adjustSize();
    // Over a drawing it stands aside; where there is none it is what is looked at.
    const int room = scene_->topology().items.empty() ? (view_->height() - note_->height()) / 3 : 0;
    note_->move((view_->width() - note_->width()) / 2, std::max(room, fontMetrics().height()));
}

void TopologyCanvas::tell_selection() {
    const std::vector<edit::ThingName> names = selection();
    QString text = tr("Drawing of the scenario");
    if (names.size() == 1) {
        text += QStringLiteral(", ") + translated(names.front().kind) + QLatin1Char(' ') +
                QString::fromStdString(names.front().id);
    } else if (!names.empty()) {
        text += QStringLiteral(", ") + tr("%n thing(s) selected", "", static_cast<int>(names.size()));
    }
    view_->setAccessibleName(text);
}

void TopologyCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) scene_->set_palette(palette(), font());
}

void TopologyCanvas::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    settle_note();
}

bool TopologyCanvas::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_ && event->type() == QEvent::Resize) settle_note();
    return QWidget::eventFilter(watched, event);
}

}  // namespace nines::gui
