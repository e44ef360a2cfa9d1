// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <optional>

namespace nines::gui {

/// A line that says that what is shown is of an older text of the design; hidden while it is not.
class StaleNote : public QLabel {
    Q_OBJECT

public:
    explicit StaleNote(QWidget* parent = nullptr);

    /// The revision of the document as it is now.
    void set_current(quint64 revision);
    /// The revision of which the figures are that are shown; none: nothing is shown.
    void set_shown(std::optional<quint64> revision);

protected:
    void changeEvent(QEvent* event) override;

private:
    void tell();
    void take_colours();

    std::optional<quint64> current_;
    std::optional<quint64> shown_;
};

}  // namespace nines::gui
