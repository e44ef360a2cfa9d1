// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "gui/document/document.hpp"
#include "models/scenario/origin.hpp"

class QCheckBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace nines::gui {

class PropertyForm;
class PropertySession;
class ThingHeader;

/// All keys of the thing that is selected, made from the field lists, to be read and edited.
class PropertyPanel : public QWidget {
    Q_OBJECT

public:
    /// `document` must outlive the panel.
    explicit PropertyPanel(Document& document, QWidget* parent = nullptr);
    ~PropertyPanel() override;

    /// Shows a thing; { "scenario", "" } is the experiment, and so is nothing. Several: what they have in common can be
    /// set at once.
    void show_things(const std::vector<edit::ThingName>& names);

Q_SIGNALS:
    /// The user wants to see a thing that a value names, or one that has just got another name.
    void thing_wanted(const nines::edit::ThingName& name);
    /// The user wants to see where the thing stands in the text.
    void place_wanted(const nines::scenario::Place& place);
    /// A problem of an edit, for the status bar.
    void problem(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void rebuild_form();
    void refresh();
    void refilter();
    void show_state();
    void show_help_for(QWidget* focused);

    Document& document_;
    PropertySession* session_;
    bool stale_ = false;  ///< The text has changed while nobody could see the panel.
    ThingHeader* header_ = nullptr;
    QLineEdit* search_ = nullptr;
    QCheckBox* only_set_ = nullptr;
    QLabel* remark_ = nullptr;
    QScrollArea* scroll_ = nullptr;
    PropertyForm* form_ = nullptr;
    QLabel* help_ = nullptr;
};

}  // namespace nines::gui
