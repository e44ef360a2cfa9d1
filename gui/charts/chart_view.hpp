// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGraphicsView>
#include <memory>
#include <set>
#include <vector>

#include "gui/charts/chart_export.hpp"
#include "gui/charts/chart_page.hpp"

class QGraphicsEllipseItem;

namespace nines::gui {

/// Shows one chart. The pointer, or the arrow keys, tell the numbers of points; a click on the legend (or the keys 1 to
/// 9) hides a series; the context menu copies and exports.
class ChartView : public QGraphicsView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void set_chart(const charts::Chart& chart);
    /// The file of the design that the chart is of, after which exports are named; empty: it has none.
    void set_design_path(const QString& path) { design_path_ = path; }
    /// What is shown: with the scale that the user has chosen.
    const charts::Chart& chart() const { return shown_; }

    /// Copy, export, scale: for menus.
    std::vector<QAction*> chart_actions() const;
    /// The picture as files get it: of the view's size, colours and hidden series.
    ChartPicture picture() const;

    void toggle_series(int series);
    /// Linear or logarithmic, where both make sense.
    void set_logarithmic(bool logarithmic);
    bool is_logarithmic() const;
    bool may_be_logarithmic() const;

    /// The words beside the point that the keyboard or the pointer has come to; empty: none.
    QString told() const { return told_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void make_actions();
    void rebuild();
    void lay_out();
    void show_point(ChartPage::Hit hit);
    void show_cursor();
    void step_point(int by);
    void step_series(int by);
    void copy_picture();
    void copy_data();
    void export_file(const QString& ending, double scale);

    charts::Chart chart_;
    charts::Chart shown_;
    QString design_path_;
    bool other_scale_ = false;  ///< The user wants the scale that the chart does not have.
    std::set<std::size_t> hidden_;
    std::unique_ptr<ChartPage> page_;
    QGraphicsItem* cursor_ = nullptr;
    ChartPage::Hit hit_;
    QString told_;
    std::vector<QAction*> actions_;
    QAction* logarithmic_ = nullptr;
};

}  // namespace nines::gui
