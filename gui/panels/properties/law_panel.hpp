// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "models/edit/law_forms.hpp"
#include "sim/random/law.hpp"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace nines::gui {

class LawChart;

/// A distribution in pieces and as a picture: its form, its parameters, its curves, and what it comes to. The text and
/// the pieces follow each other.
class LawPanel : public QWidget {
    Q_OBJECT

public:
    /// `editable`: a distribution may be written; else only what a mean stands for is shown.
    explicit LawPanel(bool editable, QWidget* parent = nullptr);

    /// The text that stands in the field, and the law that it was read as, if it could be read.
    void show_text(const QString& text, const std::optional<sim::Law>& law);

Q_SIGNALS:
    /// The pieces make this text now.
    void text_edited(const QString& text);
    /// The user has finished with a piece.
    void finished();

private:
    void build_pieces();
    void build_picture();
    void show_written(const edit::WrittenLaw& written);
    void choose_form(int index);
    void rebuild_blanks();
    void add_blank(const QString& label, const QString& text);
    void pieces_edited();
    void show_law(const std::optional<sim::Law>& law);

    bool editable_;
    QString text_;
    std::optional<sim::Law> law_;
    std::optional<edit::WrittenLaw> written_;
    QComboBox* form_ = nullptr;
    QLabel* help_ = nullptr;
    QFormLayout* blanks_ = nullptr;
    std::vector<QLineEdit*> lines_;  ///< One for each blank, and one for the cap.
    LawChart* chart_ = nullptr;
    QCheckBox* log_time_ = nullptr;
    QLabel* words_ = nullptr;
};

}  // namespace nines::gui
