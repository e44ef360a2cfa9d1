// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

class QWidget;

namespace nines::gui {

/// A language in which every text is 40 % longer than in English, as some are.
class LongLanguage : public QTranslator {
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int n) const override;
};

/// Texts of buttons and labels in a shown window that have less room than they need.
QStringList cut_texts(const QWidget& window);

}  // namespace nines::gui
