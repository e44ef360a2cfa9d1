// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/about_dialog.hpp"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace nines::gui {
namespace {

constexpr int width_in_characters = 64;
constexpr int versions_height_in_lines = 9;
constexpr int icon_height_in_lines = 4;

QString compiler() {
#if defined(__clang__)
    return QStringLiteral("Clang %1.%2").arg(__clang_major__).arg(__clang_minor__);
#elif defined(__GNUC__)
    return QStringLiteral("GCC %1.%2").arg(__GNUC__).arg(__GNUC_MINOR__);
#else
    return QStringLiteral("another compiler");
#endif
}

QLabel* make_text(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    return label;
}

QLabel* make_title() {
    auto* title = new QLabel(QStringLiteral("Nines %1").arg(QStringLiteral(NINES_VERSION)));
    QFont font = title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.6);
    title->setFont(font);
    return title;
}

}  // namespace

QString version_text() {
    return QStringLiteral("Nines %1\nQt %2 (built with %3)\n%4\n%5, %6\n%7, %8")
        .arg(QStringLiteral(NINES_VERSION), QLatin1String(qVersion()), QStringLiteral(QT_VERSION_STR),
             QStringLiteral(NINES_LIBRARIES), compiler(), QSysInfo::buildAbi(), QSysInfo::prettyProductName(),
             QGuiApplication::platformName());
}

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Nines"));
    const int line = fontMetrics().height();

    auto* icon = new QLabel;
    icon->setPixmap(QIcon(QStringLiteral(":/icons/org.nines.Nines.svg"))
                        .pixmap(QSize(line, line) * icon_height_in_lines, devicePixelRatioF()));
    icon->setAlignment(Qt::AlignTop);

    auto* versions = new QPlainTextEdit(version_text());
    versions->setObjectName(QStringLiteral("versions"));
    versions->setAccessibleName(tr("Versions"));
    versions->setReadOnly(true);
    versions->setTabChangesFocus(true);
    versions->setMinimumSize(fontMetrics().averageCharWidth() * width_in_characters, line * versions_height_in_lines);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("&Copy Versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy"));
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(version_text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* words = new QVBoxLayout;
    words->addWidget(make_title());
    words->addWidget(
        make_text(tr("How available is a design, how fast does it come back, and how much does it lose?")));
    words->addWidget(versions);
    words->addWidget(make_text(
        tr("Free software under the <a href=\"https://www.gnu.org/licenses/gpl-3.0.html\">GNU General Public License, "
           "version 3 or later</a>. It comes with no warranty.")));
    words->addWidget(buttons);

    auto* row = new QHBoxLayout(this);
    row->setSpacing(line);
    row->addWidget(icon);
    row->addLayout(words);
}

}  // namespace nines::gui
