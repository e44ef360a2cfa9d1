// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas asks: how to connect, where to write, what to find.
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>

#include "gui/canvas/canvas_view.hpp"
#include "gui/canvas/connect_dialog.hpp"
#include "gui/canvas/search_bar.hpp"
#include "gui/canvas/topology_canvas.hpp"
#include "gui/look/export_path.hpp"

namespace nines::gui {

void TopologyCanvas::connect_drawn(std::size_t from, std::size_t to) {
    const edit::Topology& topology = scene_->topology();
    const std::vector<Connection> ways =
        connections_between(scene_->kinds(), topology.items[from].name, topology.items[to].name);
    if (ways.empty()) {
        Q_EMIT problem(tr("A %1 and a %2 cannot be connected.")
                           .arg(QString::fromStdString(topology.items[from].name.kind),
                                QString::fromStdString(topology.items[to].name.kind)));
        return;
    }
    if (ways.size() == 1) {
        edits_->connect_things(ways.front());
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("connect_menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Connection& way : ways) {
        QAction* action = menu->addAction(QStringLiteral("%1  %2  %3")
                                              .arg(QString::fromStdString(way.from.id), QString::fromStdString(way.key),
                                                   QString::fromStdString(way.to.id)));
        connect(action, &QAction::triggered, this, [this, way] { edits_->connect_things(way); });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(QCursor::pos());
}

void TopologyCanvas::connect_by_dialog() {
    const std::vector<edit::ThingName> names = selection();
    if (names.size() != 1) return;
    auto* dialog = new ConnectDialog(*scene_, find_item(scene_->topology(), names.front()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Connection connection = dialog->connection();
        if (!connection.key.empty()) edits_->connect_things(connection);
    });
    dialog->open();
}

void TopologyCanvas::search(bool forward, bool anew) {
    const std::vector<std::size_t> found = find_items(scene_->topology(), search_bar_->words());
    if (found.empty()) {
        search_bar_->show_count(0, 0);
        return;
    }
    const std::vector<edit::ThingName> names = selection();
    const std::size_t current = names.size() == 1 ? find_item(scene_->topology(), names.front()) : no_item;
    const auto count = static_cast<std::ptrdiff_t>(found.size());
    const auto here = std::find(found.begin(), found.end(), current);
    std::ptrdiff_t at = here - found.begin();
    if (here == found.end()) {
        at = 0;
    } else if (!anew) {
        at = (at + (forward ? 1 : count - 1)) % count;
    }
    search_bar_->show_count(static_cast<int>(at) + 1, static_cast<int>(count));
    const std::size_t item = found[static_cast<std::size_t>(at)];
    scene_->select({item});
    view_->stop_fitting();
    view_->centerOn(scene_->rect_of(scene_->arrangement().items[item].shown_as).center());
}

void TopologyCanvas::ask_export() {
    const QString name = QFileInfo(document_.title()).completeBaseName();
    const QStringList filters = {tr("PNG picture, twice the size (*.png)"), tr("PNG picture (*.png)"),
                                 tr("PNG picture, three times the size (*.png)"), tr("SVG drawing (*.svg)"),
                                 tr("PDF document (*.pdf)")};
    QString chosen;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export the Drawing"), name, filters.join(QStringLiteral(";;")), &chosen);
    const auto filter = std::max<qsizetype>(0, filters.indexOf(chosen));
    constexpr double scales[] = {2.0, 1.0, 3.0, 1.0, 1.0};
    constexpr const char* endings[] = {"png", "png", "png", "svg", "pdf"};
    if (QFileInfo(path).suffix().isEmpty()) path = with_ending(this, path, QLatin1String(endings[filter]));
    if (path.isEmpty()) return;
    const QString trouble = export_to(path, scales[filter]);
    if (!trouble.isEmpty()) Q_EMIT problem(trouble);
}

void TopologyCanvas::ask_print() {
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(document_.title());
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted) return;
    const QString trouble = print_on(printer);
    if (!trouble.isEmpty()) Q_EMIT problem(trouble);
}

}  // namespace nines::gui
