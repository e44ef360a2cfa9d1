// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace nines::gui {

/// What the colours and patterns of a timeline mean, in one line.
class StandingLegend : public QWidget {
    Q_OBJECT

public:
    explicit StandingLegend(QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace nines::gui
