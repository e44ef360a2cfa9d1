// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/templates.hpp"

#include <QDir>
#include <QFile>

#include "gui/i18n/template_head.hpp"
#include "gui/look/translated.hpp"

namespace nines::gui {
namespace {

Template read_template(const QString& group, const QFileInfo& info) {
    QFile file(info.filePath());
    const bool open = file.open(QIODevice::ReadOnly);
    Template read;
    if (open) read.text = file.readAll().toStdString();
    const TemplateHead head = template_head(read.text);
    read.name = group + QLatin1Char('/') + info.completeBaseName();
    read.group = group;
    read.title = translated(head.title);
    read.description = translated(head.description);
    return read;
}

}  // namespace

std::vector<Template> shipped_templates() {
    std::vector<Template> templates;
    for (const QString& group : {QStringLiteral("tutorial"), QStringLiteral("designs")}) {
        const QDir folder(QStringLiteral(":/templates/") + group);
        for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
            templates.push_back(read_template(group, info));
        }
    }
    return templates;
}

}  // namespace nines::gui
