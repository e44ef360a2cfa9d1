// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.hpp"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace nines::gui {
namespace {

constexpr QLatin1String translator_name("nines-translator");

void remove_translators(QCoreApplication& application) {
    for (QTranslator* translator : application.findChildren<QTranslator*>(translator_name)) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

/// The first of these folders that has the file.
void install(QCoreApplication& application, const QString& file, const QStringList& folders) {
    auto* translator = new QTranslator(&application);
    translator->setObjectName(translator_name);
    for (const QString& folder : folders) {
        if (!translator->load(file, folder)) continue;
        QCoreApplication::installTranslator(translator);
        return;
    }
    delete translator;
}

}  // namespace

Language resolved(Language language) {
    if (language != Language::system) return language;
    return QLocale::system().language() == QLocale::Chinese ? Language::chinese : Language::english;
}

void apply_language(Language language) {
    QCoreApplication& application = *QCoreApplication::instance();
    remove_translators(application);
    const bool chinese = resolved(language) == Language::chinese;
    QLocale locale =
        chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates);
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    QLocale::setDefault(locale);
    const QString ours = QStringLiteral(":/i18n");
    if (!chinese) {
        install(application, QStringLiteral("nines_en"), {ours});  // plurals
        return;
    }
    install(application, QStringLiteral("qtbase_zh_CN"), {ours, QLibraryInfo::path(QLibraryInfo::TranslationsPath)});
    install(application, QStringLiteral("nines_zh_CN"), {ours});
}

}  // namespace nines::gui
