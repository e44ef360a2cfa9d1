// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <string>
#include <vector>

#include "models/edit/catalogue.hpp"

namespace nines::gui {

/// The kinds that can be added, to be dragged onto the drawing or added by Enter or a double click.
class KindPalette : public QListWidget {
    Q_OBJECT

public:
    explicit KindPalette(const std::vector<edit::KindDescription>& kinds, QWidget* parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void kind_chosen(const std::string& kind);

protected:
    QMimeData* mimeData(const QList<QListWidgetItem*>& items) const override;
    QStringList mimeTypes() const override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void draw_icons();
};

/// Kinds that can be made: all but the experiment and those that are not supported yet.
std::vector<std::string> kinds_to_add(const std::vector<edit::KindDescription>& kinds);

}  // namespace nines::gui
