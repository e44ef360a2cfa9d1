// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/figure_table.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

#include "gui/look/export_path.hpp"
#include "gui/look/plain_message.hpp"
#include "gui/look/plain_tip.hpp"
#include "models/scenario/write_file.hpp"

namespace nines::gui {

namespace {

constexpr int order_role = Qt::UserRole;

class Row : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem& other) const override {
        const int column = treeWidget()->sortColumn();
        const QVariant mine = data(column, order_role);
        const QVariant its = other.data(column, order_role);
        if (mine.isValid() && its.isValid()) return mine.toDouble() < its.toDouble();
        if (mine.isValid() != its.isValid()) return mine.isValid();
        return text(column).localeAwareCompare(other.text(column)) < 0;
    }
};

void write_sheet(QToolButton& button, const report::Sheet& sheet, const QString& format, const QString& ending,
                 const QString& file_name) {
    const QString title = QToolButton::tr("Export");
    const QString chosen = QFileDialog::getSaveFileName(&button, title, QStringLiteral("%1.%2").arg(file_name, ending),
                                                        QStringLiteral("%1 (*.%2)").arg(format, ending));
    const QString path = chosen.isEmpty() ? QString() : with_ending(&button, chosen, ending);
    if (path.isEmpty()) return;
    const std::string text = report::written_as(format.toStdString(), sheet, {});
    const std::string problem = scenario::write_file_whole(path.toStdString(), text);
    if (!problem.empty()) warn(&button, title, QString::fromStdString(problem));
}

}  // namespace

FigureTable::FigureTable(const QString& name, const QString& title, QWidget* parent) : QTreeWidget(parent) {
    setObjectName(name);
    setAccessibleName(title);
    setRootIsDecorated(false);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    header()->setStretchLastSection(true);
    header()->setSortIndicatorClearable(true);
    auto* copy_action = new QAction(tr("&Copy"), this);
    copy_action->setObjectName(QStringLiteral("copy-rows"));
    copy_action->setShortcut(QKeySequence::Copy);
    copy_action->setShortcutContext(Qt::WidgetShortcut);
    copy_action->setStatusTip(tr("Copies the selected rows, or all, for a spreadsheet."));
    connect(copy_action, &QAction::triggered, this, &FigureTable::copy);
    addAction(copy_action);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FigureTable::show_rows(const QStringList& columns, const std::vector<std::vector<FigureCell>>& rows) {
    const bool is_same_form = columns.size() == columnCount() && topLevelItemCount() > 0;
    const int sorted = is_same_form ? sortColumn() : -1;
    const Qt::SortOrder order = header()->sortIndicatorOrder();
    setSortingEnabled(false);
    clear();
    setColumnCount(static_cast<int>(columns.size()));
    setHeaderLabels(columns);
    for (const auto& cells : rows) {
        auto* row = new Row(this);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const int column = static_cast<int>(c);
            row->setText(column, cells[c].text);
            if (cells[c].order) row->setData(column, order_role, *cells[c].order);
            if (!cells[c].tip.isEmpty()) row->setToolTip(column, plain_tip(cells[c].tip));
        }
    }
    header()->setSortIndicator(sorted, order);
    setSortingEnabled(true);
    constexpr int air = 2;
    constexpr int most = 60;
    const int letter = fontMetrics().averageCharWidth();
    for (int c = 0; c < columnCount(); ++c) {
        resizeColumnToContents(c);
        setColumnWidth(c, std::min(columnWidth(c) + air * letter, most * letter));
    }
}

QString FigureTable::as_text() const {
    const bool is_all = selectedItems().isEmpty();
    QStringList lines;
    const auto add = [&](const QTreeWidgetItem& item) {
        QStringList cells;
        for (int c = 0; c < columnCount(); ++c) cells << item.text(c);
        lines << cells.join(QLatin1Char('\t'));
    };
    add(*headerItem());
    for (int r = 0; r < topLevelItemCount(); ++r) {
        if (is_all || topLevelItem(r)->isSelected()) add(*topLevelItem(r));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void FigureTable::copy() {
    QApplication::clipboard()->setText(as_text());
}

void make_export_menu(QToolButton& button, const QString& file_name,
                      std::function<std::optional<report::Sheet>()> sheet) {
    auto* menu = new QMenu(&button);
    for (const auto& [format, ending] :
         {std::pair{"csv", "csv"}, {"json", "json"}, {"markdown", "md"}, {"text", "txt"}}) {
        const QString name = QLatin1String(format);
        const QString end = QLatin1String(ending);
        menu->addAction(QToolButton::tr("Export as %1...").arg(name), &button, [&button, name, end, file_name, sheet] {
            if (const auto made = sheet()) write_sheet(button, *made, name, end, file_name);
        });
    }
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
    button.setFocusPolicy(Qt::StrongFocus);
}

}  // namespace nines::gui
