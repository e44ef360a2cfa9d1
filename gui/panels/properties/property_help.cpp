// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/properties/property_help.hpp"

#include <QCoreApplication>
#include <algorithm>

#include "gui/look/translated.hpp"
#include "gui/panels/properties/preset_picker.hpp"
#include "models/edit/own_values.hpp"
#include "models/scenario/preset_library.hpp"

namespace nines::gui {
namespace {

class PropertyHelp {
    Q_DECLARE_TR_FUNCTIONS(PropertyHelp)
};

QString rich(std::string_view text) {
    return translated(text).toHtmlEscaped();
}

QString as_text(const std::string& toml) {
    return QString::fromStdString(toml).toHtmlEscaped();
}

/// An example as it is typed into the editor: strings without their quotes.
QString typed_example(const edit::FieldInfo& field) {
    if (field.example.empty()) return {};
    QStringList items;
    for (const std::string& item : edit::items_of_toml(field.example)) items << QString::fromStdString(item);
    return items.join(QStringLiteral(", "));
}

}  // namespace

QString help_of(const edit::FieldInfo& field, const edit::PropertyState* state) {
    QString html = QStringLiteral("<b>%1</b>").arg(QString::fromStdString(field.key).toHtmlEscaped());
    if (!field.form.noun.empty()) html += QStringLiteral(" &mdash; <i>%1</i>").arg(rich(field.form.noun));
    html += QStringLiteral("<br>") + rich(field.help);
    QStringList facts;
    if (!field.example.empty()) facts << PropertyHelp::tr("Example: %1").arg(as_text(field.example));
    if (!field.default_text.empty()) facts << PropertyHelp::tr("Default: %1").arg(rich(field.default_text));
    if (!field.source.empty()) facts << PropertyHelp::tr("Source: %1").arg(rich(field.source));
    if (!facts.isEmpty()) html += QStringLiteral("<br>") + facts.join(QStringLiteral(" &middot; "));
    if (!field.later.empty())
        html += QStringLiteral("<br>") + PropertyHelp::tr("Not supported yet: %1").arg(rich(field.later));
    if (state != nullptr && state->own && state->origin.place.line > 0) {
        html += QStringLiteral("<br>") + PropertyHelp::tr("Set here, line %1").arg(state->origin.place.line);
    } else if (state != nullptr && !state->several) {
        html += QStringLiteral("<br>") + PropertyHelp::tr("From: %1").arg(origin_line(*state).toHtmlEscaped());
    }
    return html;
}

QString origin_line(const edit::PropertyState& state) {
    if (state.own || state.several) return {};
    const std::string grade(scenario::to_text(state.origin.grade));
    QString text = QString::fromStdString(state.origin_text);
    // The command line says the grade in the text, here it stands before it.
    const QString said = QString::fromStdString(grade) + QStringLiteral("; ");
    if (!grade.empty() && text.startsWith(said)) text.remove(0, said.size());
    return grade.empty() ? text : grade_text(grade) + QStringLiteral(" \u00b7 ") + text;
}

bool is_doubtful(const edit::PropertyState& state) {
    return !state.own &&
           (state.origin.grade == scenario::Grade::unverified || state.origin.grade == scenario::Grade::estimated);
}

QString hint_of(const edit::FieldInfo& field) {
    // Keys stand between backticks in texts; a field shows letters as they are.
    if (!field.default_text.empty()) return translated(field.default_text).remove(QLatin1Char('`'));
    const QString example = typed_example(field);
    return example.isEmpty() ? QString() : PropertyHelp::tr("such as %1").arg(example);
}

QString text_of(const scenario::Diagnostic& diagnostic) {
    const bool is_error = diagnostic.severity == scenario::Severity::error;
    QString text = QStringLiteral("%1 %2: %3")
                       .arg(is_error ? QStringLiteral("\u2716 error") : QStringLiteral("\u26a0 warning"),
                            QString::fromStdString(diagnostic.code), QString::fromStdString(diagnostic.message));
    if (!diagnostic.hint.empty()) {
        text += QStringLiteral("\n") + QStringLiteral("hint: ") + QString::fromStdString(diagnostic.hint);
    }
    return text;
}

bool matches(const edit::FieldInfo& field, const QString& text) {
    if (QString::fromStdString(field.key).contains(text, Qt::CaseInsensitive)) return true;
    if (translated(field.help).contains(text, Qt::CaseInsensitive)) return true;
    return std::any_of(field.fields.begin(), field.fields.end(),
                       [&](const edit::FieldInfo& inner) { return matches(inner, text); });
}

}  // namespace nines::gui
