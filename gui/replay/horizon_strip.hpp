// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/replay/time_scale.hpp"
#include "models/observe/timeline.hpp"

namespace nines::gui {

/// The whole horizon in one strip: each service's outages, what the chart shows of it, and the play head. A click or a
/// drag moves the chart there.
class HorizonStrip : public QWidget {
    Q_OBJECT

public:
    explicit HorizonStrip(QWidget* parent = nullptr);

    void set_timeline(std::shared_ptr<const observe::Timeline> timeline);
    void show_window(double from, double to, double play_head);
    QSize sizeHint() const override;

Q_SIGNALS:
    /// This instant is to be in the middle of the chart.
    void center_wanted(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    std::shared_ptr<const observe::Timeline> timeline_;
    TimeScale scale_;
    double from_ = 0.0;
    double to_ = 0.0;
    double play_head_ = 0.0;
};

}  // namespace nines::gui
